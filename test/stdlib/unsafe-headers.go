// Strings and slices seen through reflect's headers and package unsafe; an empty string constant points nowhere.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

func data(s string) bool { return unsafe.StringData(s) == nil }

func main() {
	b := make([]byte, 3, 5)
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	fmt.Println(h.Data == uintptr(unsafe.Pointer(&b[0])), h.Len, h.Cap) // CHECK: true 3 5
	h.Len = 4
	fmt.Println(b) // CHECK-NEXT: [0 0 0 0]
	s := "abc"
	t := (*reflect.StringHeader)(unsafe.Pointer(&s))
	fmt.Println(t.Data == uintptr(unsafe.Pointer(unsafe.StringData(s))), t.Len) // CHECK-NEXT: true 3
	const empty = ""
	fmt.Println(data(empty), data("x"))                                                  // CHECK-NEXT: true false
	fmt.Println(unsafe.SliceData([]byte(nil)) == nil, unsafe.SliceData([]byte{}) == nil) // CHECK-NEXT: true false
}
