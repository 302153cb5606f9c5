// The program ends with main, whatever else runs.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	for range 10 {
		go func() {
			for {
			}
		}()
	}
	go func() { select {} }()
	fmt.Println("main is done") // CHECK: main is done
}
