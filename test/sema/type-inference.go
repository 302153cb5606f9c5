// RUN: %errorcheck %s
package main

type List[T any] []T
type Pair[K comparable, V any] struct {
	key K
	val V
}
type Numbers []int
type Setter[B any] interface {
	Set(string)
	*B
}
type Field struct{ s string }

func (f *Field) Set(s string) { f.s = s }

func one[T any](T)                                 {}
func same[T any](a, b T)                           {}
func mapped[K comparable, V any](map[K]V, func(V)) {}
func keyed[K comparable, V any](p Pair[K, V]) K    { return p.key }
func made[T any]() (t T)                           { return t }
func scaled[S ~[]E, E any](s S, e E) S             { return s }
func apply[A, B any](A, func(A) B) (b B)           { return b }
func parsed[T any, P Setter[T]](s string) T        { var t T; P(&t).Set(s); return t }
func ident[T any](t T) T                           { return t }
func text[T any](T) string                         { return "" }
func twice[T any](f, g func(T)) (t T)              { return t }
func received[T any](c chan T, f func(<-chan T))   {}

func main() {
	same(1, 2.5)
	same(1, "a") // ERROR "in call to same, mismatched types untyped int and untyped string \\(cannot infer T\\)"
	var i int
	same(i, 2.5) // ERROR "cannot use 2\\.5 \\(untyped float constant\\) as int value in argument to same \\(truncated\\)"
	same(i, "a") // ERROR "cannot use \"a\" \\(untyped string constant\\) as int value in argument to same"
	mapped(map[string]int{}, func(int) {})
	mapped(map[string]int{}, func(string) {}) // ERROR "in call to mapped, type func\\(string\\) of func\\(string\\) \\{\\} does not match inferred type func\\(int\\) for func\\(V\\)"
	keyed(Pair[string, int]{})
	keyed(1) // ERROR "in call to keyed, cannot infer K \\(declared at .*:21:12\\)"
	made() // ERROR "in call to made, cannot infer T \\(declared at .*:22:11\\)"
	made[int]()
	made[int, string]() // ERROR "got 2 type arguments but want 1"
	var n Numbers = scaled(Numbers{}, 1)
	scaled(Numbers{}, "a") // ERROR "cannot use \"a\" \\(untyped string constant\\) as int value in argument to scaled"
	_ = n
	var s string = apply(1, text)
	_ = s
	apply(1, ident)
	apply("a", func(int) int { return 0 }) // ERROR "cannot use \"a\" \\(untyped string constant\\) as int value in argument to apply"
	parsed[Field]("x")
	parsed[int]("x") // ERROR "\\*int does not satisfy Setter\\[int\\] \\(missing method Set\\)"
	var f func(int) int = ident
	var g func(int) string = ident // ERROR "inferred type func\\(t int\\) int for func\\(t T\\) T does not match type func\\(int\\) string of g"
	var h func(string) string = text
	f, g = ident, text
	_, _, _ = f, g, h
	x := ident // ERROR "declared and not used: x" "cannot use generic function ident without instantiation"
	_ = (ident)(1) // ERROR "cannot use generic function ident without instantiation"
	twice(one, one) // ERROR "in call to twice, cannot infer T \\(declared at .*:28:12\\)"
	twice(one[int], one)
	var t int = twice(one, one[int])
	_ = t
	received(make(chan int), one)
	recursive(1, 2)
}

func recursive[T any](a, b T) {
	recursive(a, b)

	recursive(a, 1) // ERROR "cannot use 1 \\(untyped int constant\\) as T value in argument to recursive"
	recursive(1, a) // ERROR "cannot use 1 \\(untyped int constant\\) as T value in argument to recursive"
}
