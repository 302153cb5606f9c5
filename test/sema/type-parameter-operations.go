// RUN: %errorcheck %s
package main

type Bytes interface{ ~[]byte | ~string }
type Chans interface{ chan int | chan string }
type Ways interface{ <-chan int | chan<- int }
type Slices interface{ []int | []string }
type Maps interface{ map[int]int | map[string]int }
type SameKeys interface{ map[int]int | map[int]string }
type Mixed interface{ int | string }

func any1[T any](x T) {
	<-x // ERROR "invalid operation: cannot receive from x \\(variable of type T constrained by any\\): no specific channel type"
	x <- 1 // ERROR "invalid operation: cannot send to x \\(variable of type T constrained by any\\): no specific channel type"
	x() // ERROR "invalid operation: cannot call x \\(variable of type T constrained by any\\): no specific type"
	for range x { // ERROR "cannot range over x \\(variable of type T constrained by any\\): no specific type"
	}
	_ = x[0] // ERROR "cannot index x \\(variable of type T constrained by any\\)"
	_ = x[:] // ERROR "cannot slice x \\(variable of type T constrained by any\\): no specific type in T"
	*x // ERROR "invalid operation: cannot indirect x \\(variable of type T constrained by any\\)"
	_ = make(T) // ERROR "invalid argument: cannot make T: no specific type"
	_ = T{} // ERROR "invalid composite literal type T \\(no common underlying type\\)"
	_ = x == x // ERROR "invalid operation: x == x \\(incomparable types in type set\\)"
	_ = x + x // ERROR "invalid operation: operator \\+ not defined on x \\(variable of type T constrained by any\\)"
}
func mixed[T Mixed](x T) {
	<-x // ERROR "invalid operation: cannot receive from x \\(variable of type T constrained by Mixed\\): non-channel int"
	x() // ERROR "invalid operation: cannot call x \\(variable of type T constrained by Mixed\\): int is not a function"
	for range x { // ERROR "cannot range over x \\(variable of type T constrained by Mixed\\): int and string have different underlying types"
	}
	_ = x[:] // ERROR "cannot slice x \\(variable of type T constrained by Mixed\\): int and string have different underlying types"
	_ = make(T) // ERROR "invalid argument: cannot make T: type must be slice, map, or channel"
	_ = x + x
	_ = x < x
	_ = x - x // ERROR "invalid operation: operator - not defined on x \\(variable of type T constrained by Mixed\\)"
}
func chans[T Chans](x T) {
	<-x // ERROR "invalid operation: cannot receive from x \\(variable of type T constrained by Chans\\): channels chan int and chan string have different element types"
	close(x)
	_ = len(x)
	for range x { // ERROR "cannot range over x \\(variable of type T constrained by Chans\\): channels chan int and chan string have different element types"
	}
}
func ways[T Ways](x T) {
	<-x // ERROR "invalid operation: cannot receive from x \\(variable of type T constrained by Ways\\): send-only channel chan<- int"
	x <- 1 // ERROR "invalid operation: cannot send to x \\(variable of type T constrained by Ways\\): receive-only channel <-chan int"
	close(x) // ERROR "invalid operation: cannot close receive-only channel x \\(variable of type T constrained by Ways\\)"
	for range x { // ERROR "cannot range over x \\(variable of type T constrained by Ways\\): receive from send-only channel chan<- int"
	}
	_ = make(T) // ERROR "invalid argument: cannot make T: channels <-chan int and chan<- int have conflicting directions"
}
func slices[T Slices](x T) {
	_ = x[0] // ERROR "cannot index x \\(variable of type T constrained by Slices\\)"
	_ = x[:] // ERROR "cannot slice x \\(variable of type T constrained by Slices\\): \\[\\]int and \\[\\]string have different underlying types"
	clear(x)
	_ = append(x, 1) // ERROR "invalid append: mismatched slice element types int and string in x \\(variable of type T constrained by Slices\\)"
	copy(x, x) // ERROR "invalid copy: mismatched slice element types int and string in x \\(variable of type T constrained by Slices\\)"
	_ = make(T, 1) // ERROR "invalid argument: cannot make T: \\[\\]int and \\[\\]string have different underlying types"
}
func maps[T Maps](x T) {
	_ = x[0] // ERROR "cannot index x \\(variable of type T constrained by Maps\\)"
	clear(x)
	delete(x, 1) // ERROR "invalid argument: maps of x \\(variable of type T constrained by Maps\\) must have identical key types"
}
func keys[T SameKeys](x T) {
	delete(x, 1)
	delete(x, "a") // ERROR "cannot use \"a\" \\(untyped string constant\\) as int value in argument to delete"
	clear(x)
}
func bytes[T Bytes](x T) {
	_ = x[0]
	_ = x[:]
	_ = x[0:1:2] // ERROR "invalid operation: 3-index slice of string"
	for range x { // ERROR "cannot range over x \\(variable of type T constrained by Bytes\\): \\[\\]byte and string have different underlying types"
	}
	_ = append([]byte{}, x...)
	copy([]byte{}, x)
	x[0] = 1 // ERROR "cannot assign to x\\[0\\] \\(neither addressable nor a map index expression\\)"
}
func pointers[T *int | *string](x T)     { *x } // ERROR "invalid operation: pointers of x \\(variable of type T constrained by \\*int \\| \\*string\\) must have identical base types"
func calls[T func() | func(int)](x T)    { x() } // ERROR "invalid operation: cannot call x \\(variable of type T constrained by func\\(\\) \\| func\\(int\\)\\): func\\(\\) and func\\(int\\) have different underlying types"
func arrays[T [3]int | [4]int](x T)      { _ = x[3] } // ERROR "invalid argument: index 3 out of bounds \\[0:3\\]"
func nothing[T interface{ int; string }](x T) { _ = x == x } // ERROR "invalid operation: x == x \\(empty type set\\)"
func incomparable[T []int | int](x T)    { _ = x == x } // ERROR "invalid operation: x == x \\(incomparable types in type set\\)"
func complexes[T ~complex128](x T)       { _ = real(x) } // ERROR "x \\(variable of type T constrained by ~complex128\\) not supported as argument to built-in real for go1\\.18 \\(see go\\.dev/issue/50937\\)"
func constants[T ~int8 | ~int16](x T) {
	_ = T(300) // ERROR "cannot convert 300 \\(untyped int value\\) to type T: constant 300 overflows int8 \\(in T\\)"
	x = 1
	x = 300 // ERROR "cannot use 300 \\(untyped int constant\\) as T value in assignment"
	_ = x + 1.5 // ERROR "cannot convert 1\\.5 \\(untyped float constant\\) to type T"
}
func converted[T int | string, U *int](x T, y *int) {
	_ = U(y)
	_ = []byte(x) // ERROR "cannot convert x \\(variable of type T constrained by int \\| string\\) to type \\[\\]byte: cannot convert int \\(in T\\) to type \\[\\]byte"
	_ = T(y) // ERROR "cannot convert y \\(variable of type \\*int\\) to type T: cannot convert \\*int to type int \\(in T\\)"
	var u U = y
	y = u
	_ = T(1)
}
func asserted[T any](x T, p *T) {
	_ = x.(int) // ERROR "invalid operation: cannot use type assertion on type parameter value x \\(variable of type T constrained by any\\)"
	switch x.(type) { // ERROR "cannot use type switch on type parameter value x \\(variable of type T constrained by any\\)"
	}
	p.foo() // ERROR "p\\.foo undefined \\(type \\*T is pointer to type parameter, not type parameter\\)"
}

func main() {}
