// RUN: %errorcheck %s
package main

func a(x ...int, y int)       {} // ERROR "can only use \\.\\.\\. with final parameter"
func b(...int, ...int)        {} // ERROR "can only use \\.\\.\\. with final parameter"
func c() (x ...int)           {} // ERROR "invalid use of \\.\\.\\." "missing return"
func d(x, y ...int)           {} // ERROR "can only use \\.\\.\\. with final parameter"
func (x ...int) e()           {} // ERROR "invalid use of \\.\\.\\." "cannot define new methods on non-local type int"
func f(x int, y ...int)       {}

type G func(...int, int) // ERROR "can only use \\.\\.\\. with final parameter"
type H interface{ m(...int, int) } // ERROR "can only use \\.\\.\\. with final parameter"

func main() {}
