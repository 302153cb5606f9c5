// RUN: %errorcheck %s
package main

type Int int
type Number interface{ ~int | ~float64 }
type Exact interface{ int | float64 }
type Stringer interface{ String() string }
type Both interface {
	Number
	Stringer
}
type Empty interface {
	int
	string
}
type Mentions interface {
	Exact
	int | string | []byte
}
type Ordered interface{ comparable }

func number[T Number]()      {}
func exact[T Exact]()        {}
func both[T Both]()          {}
func empty[T Empty]()        {}
func ordered[T comparable]() {}
func mentions[T Mentions]()  {}

type Named[T Number] struct{ v T }
type Box[P comparable] struct{ p P }

func (Int) String() string { return "" }

var v Number // ERROR "cannot use type Number outside a type constraint: interface contains type constraints"
var w []Number // ERROR "cannot use type Number outside a type constraint: interface contains type constraints"
var p *Ordered // ERROR "cannot use type Ordered outside a type constraint: interface is \\(or embeds\\) comparable"

type Union interface {
	Int | ~int // ERROR "overlapping terms ~int and main\\.Int"
	int | int // ERROR "overlapping terms int and int"
	Stringer | int // ERROR "cannot use main\\.Stringer in union \\(main\\.Stringer contains methods\\)"
	comparable | int // ERROR "cannot use comparable in union"
	~Int // ERROR "invalid use of ~ \\(underlying type of Int is int\\)"
	~error // ERROR "invalid use of ~ \\(error is an interface\\)"
	~Stringer // ERROR "invalid use of ~ \\(Stringer is an interface\\)"
}

func terms[T, U any, V interface{ T }, W interface{ ~U }, X T]() {} // ERROR "term cannot be a type parameter" "type in term ~U cannot be a type parameter" "cannot use a type parameter as constraint"

func unused[T any](x interface{ T | int }) {} // ERROR "term cannot be a type parameter"

func main() {
	number[int]()
	number[Int]()
	number[string]() // ERROR "string does not satisfy Number \\(string missing in ~int \\| ~float64\\)"
	exact[Int]() // ERROR "Int does not satisfy Exact \\(possibly missing ~ for int in Exact\\)"
	both[Int]()
	both[int]() // ERROR "int does not satisfy Both \\(missing method String\\)"
	empty[int]() // ERROR "cannot satisfy Empty \\(empty type set\\)"
	ordered[[]int]() // ERROR "\\[\\]int does not satisfy comparable"
	ordered[any]()
	ordered[struct{ f func() }]() // ERROR "struct\\{f func\\(\\)\\} does not satisfy comparable"
	mentions[[]byte]() // ERROR "\\[\\]byte does not satisfy Mentions \\(Mentions mentions \\[\\]byte, but \\[\\]byte is not in the type set of Mentions\\)"
	var _ Named[int]
	var _ Named[string] // ERROR "string does not satisfy Number \\(string missing in ~int \\| ~float64\\)"
	var _ Named // ERROR "cannot use generic type Named\\[T Number\\] without instantiation"
	var _ Named[int, int] // ERROR "too many type arguments for type Named: have 2, want 1"
	var _ Box[func()] // ERROR "func\\(\\) does not satisfy comparable"
	var _ int[string] // ERROR "invalid operation: int\\[string\\] \\(int is not a generic type\\)"
	_ = Number(1) // ERROR "cannot use interface Number in conversion \\(contains specific type constraints or is comparable\\)"
	var x interface{} = 1
	_ = x.(Number) // ERROR "cannot use type Number outside a type constraint: interface contains type constraints"
	switch x.(type) {
	case Number: // ERROR "cannot use type Number outside a type constraint: interface contains type constraints"
	}
}
