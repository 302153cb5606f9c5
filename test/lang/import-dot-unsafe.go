// A predeclared function of package unsafe, too, counts as a use of a dot import.
// RUN: %matrix %s | FileCheck %s
package main

import . "unsafe"

func main() {
	var x int64
	println(Sizeof(x)) // CHECK: 8
}
