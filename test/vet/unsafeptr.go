// RUN: %vetcheck -unsafeptr %s
package main

import (
	"reflect"
	"unsafe"
)

func main() {
	var x int
	p := unsafe.Pointer(&x)
	u := uintptr(p)
	_ = unsafe.Pointer(u) // WANT 6 "possible misuse of unsafe.Pointer"
	_ = unsafe.Pointer(uintptr(p))
	_ = unsafe.Pointer(uintptr(p) + 1)
	_ = unsafe.Pointer(1 + uintptr(p)) // WANT 6 "possible misuse of unsafe.Pointer"
	_ = unsafe.Pointer(u + 1)          // WANT 6 "possible misuse of unsafe.Pointer"
	_ = unsafe.Pointer(uintptr(p) + u)
	_ = unsafe.Pointer(uintptr(p) - 1)
	_ = unsafe.Pointer(uintptr(p) &^ 1)
	_ = unsafe.Pointer(uintptr(p) * 2) // WANT 6 "possible misuse of unsafe.Pointer"
	_ = unsafe.Pointer((uintptr(p)))
	_ = unsafe.Pointer(uintptr(0)) // WANT 6 "possible misuse of unsafe.Pointer"
	_ = unsafe.Pointer(nil)
	v := reflect.ValueOf(&x)
	_ = unsafe.Pointer(v.Pointer())
	_ = unsafe.Pointer(v.UnsafeAddr())
	w := v.Pointer()
	_ = unsafe.Pointer(w)   // WANT 6 "possible misuse of unsafe.Pointer"
	_ = (unsafe.Pointer)(u) // WANT 6 "possible misuse of unsafe.Pointer"
	s := "x"
	h := (*reflect.StringHeader)(unsafe.Pointer(&s))
	_ = unsafe.Pointer(h.Data)
	var sh reflect.SliceHeader
	_ = unsafe.Pointer(sh.Data) // WANT 6 "possible misuse of unsafe.Pointer"
	_ = unsafe.Pointer(uintptr(unsafe.Pointer(&x)) + unsafe.Offsetof(struct{ a, b int }{}.b))
	_ = unsafe.Pointer(f())       // WANT 6 "possible misuse of unsafe.Pointer"
	_ = (*int)(unsafe.Pointer(u)) // WANT 13 "possible misuse of unsafe.Pointer"
}

func f() uintptr { return 0 }

func headers(b []byte) {
	_ = &reflect.SliceHeader{} // WANT 6 "possible misuse of reflect.SliceHeader"
	_ = reflect.SliceHeader{}
	h := reflect.SliceHeader{Data: 1}
	_ = (*[]byte)(unsafe.Pointer(&h)) // WANT 31 "possible misuse of reflect.SliceHeader"
	var g reflect.StringHeader
	_ = *(*string)(unsafe.Pointer(&g)) // WANT 32 "possible misuse of reflect.StringHeader"
	hp := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	_ = (*[]byte)(unsafe.Pointer(hp))
	c := *(*reflect.SliceHeader)(unsafe.Pointer(&b)) // WANT 7 "possible misuse of reflect.SliceHeader"
	_, _ = c, *hp                                    // WANT 12 "possible misuse of reflect.SliceHeader"
}
