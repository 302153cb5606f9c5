// RUN: %errorcheck -lang=go1.8 %s
package main

type I interface{ m() }
type J interface{ m() }
type K interface {
	I
	J // ERROR "duplicate method m"
}

var (
	a = 0b101 // ERROR "binary literal requires go1\\.13 or later \\(-lang was set to go1\\.8; check go\\.mod\\)"
	b = 0o17 // ERROR "0o/0O-style octal literal requires go1\\.13 or later \\(-lang was set to go1\\.8; check go\\.mod\\)"
	c = 1_000 // ERROR "underscore in numeric literal requires go1\\.13 or later \\(-lang was set to go1\\.8; check go\\.mod\\)"
	d = 0x1p2 // ERROR "hexadecimal floating-point literal requires go1\\.13 or later \\(-lang was set to go1\\.8; check go\\.mod\\)"
	e = 1_0i // ERROR "underscore in numeric literal requires go1\\.13 or later \\(-lang was set to go1\\.8; check go\\.mod\\)"
	f = 0x10
	n = 3
	g = 1 << n // ERROR "invalid operation: signed shift count n \\(variable of type int\\) requires go1\\.13 or later \\(-lang was set to go1\\.8; check go\\.mod\\)"
)

func main() {}
