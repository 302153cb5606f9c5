// A million frames deep is fine.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func depth(n int) int {
	if n == 0 {
		return 0
	}
	return 1 + depth(n-1)
}

func main() {
	fmt.Println(depth(1000000)) // CHECK: 1000000
}
