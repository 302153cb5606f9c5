// unsafe.Slice and unsafe.String reject memory that cannot be.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"unsafe"
)

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	last := (*byte)(unsafe.Pointer(^uintptr(0)))
	var huge uint64 = 1<<64 - 1
	minus, one := -1, 1
	try(func() { _ = unsafe.Slice(new(byte), minus) })       // CHECK: runtime error: unsafe.Slice: len out of range
	try(func() { _ = unsafe.Slice(new(byte), huge) })        // CHECK-NEXT: runtime error: unsafe.Slice: len out of range
	try(func() { _ = unsafe.Slice(new(uint64), huge/8) })    // CHECK-NEXT: runtime error: unsafe.Slice: len out of range
	try(func() { _ = unsafe.Slice(last, one) })              // CHECK-NEXT: <nil>
	try(func() { _ = unsafe.Slice(last, one+1) })            // CHECK-NEXT: runtime error: unsafe.Slice: len out of range
	try(func() { _ = unsafe.Slice((*int)(nil), one) })       // CHECK-NEXT: runtime error: unsafe.Slice: ptr is nil and len is not zero
	try(func() { _ = unsafe.Slice((*int)(nil), one-1) })     // CHECK-NEXT: <nil>
	try(func() { _ = unsafe.Slice(new(struct{}), one<<60) }) // CHECK-NEXT: <nil>
	try(func() { _ = unsafe.String(new(byte), minus) })      // CHECK-NEXT: runtime error: unsafe.String: len out of range
	try(func() { _ = unsafe.String(last, one+1) })           // CHECK-NEXT: runtime error: unsafe.String: len out of range
	try(func() { _ = unsafe.String(nil, one) })              // CHECK-NEXT: runtime error: unsafe.String: ptr is nil and len is not zero
	try(func() { _ = unsafe.SliceData([]int(nil)) == nil })  // CHECK-NEXT: <nil>
}
