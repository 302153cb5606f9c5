// A loop without calls does not keep others from running.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	stop, spinning := make(chan bool), make(chan bool)
	go func() {
		spinning <- true
		for {
		}
	}()
	<-spinning
	go func() { stop <- true }()
	fmt.Println(<-stop) // CHECK: true
}
