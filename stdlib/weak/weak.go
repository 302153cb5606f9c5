// Package weak has pointers that do not keep alive what they point at.
package weak

import (
	"runtime"
	"unsafe"
)

// Pointer is a weak pointer to a T. Pointers made from equal pointers are equal, even after what they point at is gone. The
// zero value is made from nil.
type Pointer[T any] struct {
	_    [0]*T          // no conversions between pointers to different types
	cell unsafe.Pointer // holds the address, until a collection finds nothing but weak pointers to it
}

// kept makes what is pointed at lie in the heap: what is assigned to a package's variable cannot be in a frame.
var kept unsafe.Pointer

// Make returns a weak pointer to what ptr points at.
func Make[T any](ptr *T) Pointer[T] {
	if ptr == nil {
		return Pointer[T]{}
	}
	kept = unsafe.Pointer(ptr)
	p := Pointer[T]{cell: cellOf(unsafe.Pointer(ptr))}
	kept = nil
	runtime.KeepAlive(ptr)
	return p
}

// Value returns the pointer p was made from, nil if a collection has found that nothing else leads to it.
func (p Pointer[T]) Value() *T {
	if p.cell == nil {
		return nil
	}
	return (*T)(*(*unsafe.Pointer)(p.cell))
}

// cellOf returns the cell of an address: the same one as long as somebody has it.
func cellOf(address unsafe.Pointer) unsafe.Pointer
