// Received values go to new variables, old ones, elements and nowhere.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	c := make(chan string, 4)
	c <- "one"
	c <- "two"
	c <- "three"
	c <- "four"
	close(c)
	list := []string{"", ""}
	index := func() int { fmt.Print("index "); return 1 }
	var ok bool
	var kept string
	select {
	case list[index()] = <-c:
	}
	select {
	case kept, ok = <-c:
	}
	select {
	case v, more := <-c:
		fmt.Println(v, more)
	}
	select {
	case <-c:
	}
	select {
	case list[0], ok = <-c:
	}
	fmt.Printf("%q %q %v\n", list, kept, ok)
}

// CHECK: index three true
// CHECK-NEXT: ["" "one"] "two" false
