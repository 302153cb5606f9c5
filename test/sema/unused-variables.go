// RUN: %errorcheck %s
package main

func main() {
	a := 1 // ERROR "declared and not used: a"
	var b, c int // ERROR "declared and not used: b"
	b = 2
	d := func() { // ERROR "declared and not used: d"
		e := 3 // ERROR "declared and not used: e"
	}
	for i, v := range []int{1} { // ERROR "declared and not used: v"
		_ = i
	}
	if f := 1; true { // ERROR "declared and not used: f"
	}
	switch t := any(1).(type) { // ERROR "t declared and not used"
	case int:
	}
	c++
}
