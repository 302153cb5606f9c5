// RUN: %errorcheck %s
package main

var a = b // ERROR "initialization cycle for a"
var b = f()

func f() int { return a }

var x = x // ERROR "initialization cycle: x refers to itself"
var ok = func() int { return later }()
var later = 1

type T struct{}

func (T) m() int { return y }

var y = T{}.m() // ERROR "initialization cycle for y"

func main() {}
