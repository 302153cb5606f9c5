// recover works only in a function deferred directly, and only while panicking.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func helper() any { return recover() }

func main() {
	fmt.Println("no panic:", recover()) // CHECK: no panic: <nil>
	func() {
		defer func() { fmt.Println("direct:", recover()) }() // CHECK-NEXT: nested: <nil>
		defer func() { // CHECK-NEXT: helper: <nil>
			defer func() {}()
			func() { fmt.Println("nested:", recover()) }()
			fmt.Println("helper:", helper())
		}()
		panic("one") // CHECK-NEXT: direct: one
	}()
	func() {
		defer func() { fmt.Println("second:", recover()) }() // CHECK-NEXT: second: two
		defer func() { panic("two") }()
		panic("one")
	}()
	func() {
		defer fmt.Println("after:", recover()) // CHECK-NEXT: again: three
		defer func() { fmt.Println("again:", recover()) }() // CHECK-NEXT: after: <nil>
		panic("three")
	}()
	defer func() {
		fmt.Printf("%T %v\n", recover(), "end") // CHECK-NEXT: *runtime.PanicNilError end
	}()
	panic(nil)
}
