// RUN: rm -rf %t && cp -r %stdlib %t && cp -r %S/inputs/library/. %t
// RUN: %vetcheck -httpresponse --stdlib=%t %s
package main

import "net/http"

func early(client *http.Client, ready chan int) {
	r1, err := http.Get("x")
	defer r1.Body.Close() // WANT 8 "using r1 before checking for errors"
	_ = err
	r2, err := client.Get("x")
	defer r2.Body.Close() // WANT 8 "using r2 before checking for errors"
	var value http.Client
	r3, err := value.Do(nil)
	defer func() { r3.Body.Close() }()
	r4, _ := http.Get("x")
	println()
	defer r4.Body.Close()
	select {
	case <-ready:
		r5, err := http.Get("x")
		defer r5.Body.Close()
		_ = err
	}
}

func checked(client *http.Client) {
	r1, err := http.Get("x")
	if err != nil {
		return
	}
	defer r1.Body.Close()
	r2, _ := http.Get("x")
	defer r1.Body.Close()
	_ = r2
}

func main() {}
