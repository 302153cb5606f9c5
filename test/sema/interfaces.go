// RUN: %errorcheck %s
package main

type Speaker interface{ Speak() string }

type Dog struct{}

func (d *Dog) Speak() string { return "" }

type Cat struct{}

func (Cat) Speak() int { return 1 }

type Fish struct{}

func (Fish) speak() string { return "" }

type Plain struct{}

func take(s Speaker) {}

func main() {
	var s Speaker
	s = Dog{} // ERROR "cannot use Dog\\{\\} \\(value of struct type Dog\\) as Speaker value in assignment: Dog does not implement Speaker \\(method Speak has pointer receiver\\)"
	s = &Dog{}
	s = Cat{} // ERROR "cannot use Cat\\{\\} \\(value of struct type Cat\\) as Speaker value in assignment: Cat does not implement Speaker \\(wrong type for method Speak\\)"
	s = Fish{} // ERROR "cannot use Fish\\{\\} \\(value of struct type Fish\\) as Speaker value in assignment: Fish does not implement Speaker \\(missing method Speak\\)"
	s = Plain{} // ERROR "cannot use Plain\\{\\} \\(value of struct type Plain\\) as Speaker value in assignment: Plain does not implement Speaker \\(missing method Speak\\)"
	s = nil
	take(Plain{}) // ERROR "cannot use Plain\\{\\} \\(value of struct type Plain\\) as Speaker value in argument to take: Plain does not implement Speaker \\(missing method Speak\\)"
	var p *Speaker = &s
	p.Speak() // ERROR "p\\.Speak undefined \\(type \\*Speaker is pointer to interface, not interface\\)"
	s = p // ERROR "cannot use p \\(variable of type \\*Speaker\\) as Speaker value in assignment: \\*Speaker does not implement Speaker \\(type \\*Speaker is pointer to interface, not interface\\)"
	var d *Dog = s // ERROR "cannot use s \\(variable of interface type Speaker\\) as \\*Dog value in variable declaration: need type assertion"
	_ = d
	Dog{}.Speak() // ERROR "cannot call pointer method Speak on Dog"
	_ = Dog.Speak // ERROR "invalid method expression Dog\\.Speak \\(needs pointer receiver \\(\\*Dog\\)\\.Speak\\)"
	_ = (*Dog).Speak
}
