// RUN: %errorcheck -lang=go1.21 %s
package main

func main() {
	for i := range 10 { // ERROR "cannot range over 10 \\(untyped int constant\\): requires go1\\.22 or later \\(-lang was set to go1\\.21; check go\\.mod\\)"
		_ = i
	}
	for range func(func() bool) {} { // ERROR "cannot range over func\\(func\\(\\) bool\\) \\{\\} \\(value of type func\\(func\\(\\) bool\\)\\): requires go1\\.23 or later \\(-lang was set to go1\\.21; check go\\.mod\\)"
	}
}
