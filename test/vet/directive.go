// RUN: %vetcheck -directive -buildtag %s
//go:debug panicnil=1
//go:build go1.21
package main

//go:debug panicnil=1 // WANT 1 "//go:debug directive only valid before package declaration"

import "fmt"

//go:build linux // WANT 1 "misplaced //go:build comment"

//go:noinline
func main() {
	//go:build linux // WANT 2 "misplaced //go:build comment"
	fmt.Println()
	//go:debug panicnil=1 // WANT 2 "//go:debug directive only valid before package declaration"
}

//go:buildfoo
