// RUN: %vetcheck -bools %s
package main

func f() bool { return true }

func main() {
	var a, b, c bool
	var i, j int
	var s string
	_ = a || a      // WANT 6 "redundant or: a || a"
	_ = a && a      // WANT 6 "redundant and: a && a"
	_ = a || b || a // WANT 6 "redundant or: a || a"
	_ = a && b && a // WANT 6 "redundant and: a && a"
	_ = a && b || a
	_ = i == 1 || i == 1           // WANT 6 "redundant or: i == 1 || i == 1"
	_ = i == 1 || j == 1 || i == 1 // WANT 6 "redundant or: i == 1 || i == 1"
	_ = i != 1 || i != 2           // WANT 6 "suspect or: i != 1 || i != 2"
	_ = i != 1 && i != 2
	_ = i == 1 && i == 2 // WANT 6 "suspect and: i == 1 && i == 2"
	_ = i == 1 || i == 2
	_ = i != 1 || 2 != i // WANT 6 "suspect or: i != 1 || 2 != i"
	_ = i == 1 && 2 == i // WANT 6 "suspect and: i == 1 && 2 == i"
	_ = 1 != i || 2 != i // WANT 6 "suspect or: 1 != i || 2 != i"
	_ = f() || f()
	_ = a || (a)      // WANT 6 "redundant or: a || a"
	_ = (a || b) || a // WANT 7 "redundant or: a || a"
	_ = a || (b || a) // WANT 6 "redundant or: a || a"
	_ = i == j || j == i
	_ = s == "a" && s == "b" // WANT 6 "suspect and: s == \"a\" && s == \"b\""
	_ = s != "a" || s != "b" // WANT 6 "suspect or: s != \"a\" || s != \"b\""
	_ = s != "a" || s != "a" // WANT 6 "redundant or: s != \"a\" || s != \"a\""
	_ = i+1 == 2 || i+1 == 2 // WANT 6 "redundant or: i+1 == 2 || i+1 == 2"
	_ = i != 1 || j != 2
	_ = !a || !a       // WANT 6 "redundant or: !a || !a"
	_ = i < 1 || i < 1 // WANT 6 "redundant or: i < 1 || i < 1"
	_ = i < 1 && i > 1
	_ = i == 1 && f() && i == 2
	_ = a || f() || a
	_ = a && b && c && b // WANT 11 "redundant and: b && b"
	var p *int
	_ = *p == 1 || *p == 1 // WANT 6 "redundant or: *p == 1 || *p == 1"
	list := []int{1}
	_ = list[0] == 1 || list[0] == 1 // WANT 6 "redundant or: list[0] == 1 || list[0] == 1"
	_ = list[f2()] == 1 || list[f2()] == 1
	_ = len(list) == 1 || len(list) == 1 // WANT 6 "redundant or: len(list) == 1 || len(list) == 1"
	const k = 3
	_ = i != k || i != 4 // WANT 6 "suspect or: i != k || i != 4"
	_ = i == k && i == 4 // WANT 6 "suspect and: i == k && i == 4"
	_ = i != j || i != 3
	_ = i == 1 || i == 1 || i == 1 // WANT 6 "redundant or: i == 1 || i == 1" 16 "redundant or: i == 1 || i == 1"
	ch := make(chan bool)
	_ = <-ch || <-ch
	_ = i != 1 || i != 1.0 // WANT 6 "suspect or: i != 1 || i != 1.0"
	if a || a {            // WANT 5 "redundant or: a || a"
	}
	_ = a || b && b || a           // WANT 6 "redundant or: a || a" 11 "redundant and: b && b"
	_ = !(a && a)                  // WANT 8 "redundant and: a && a"
	_ = i == 1 && 1 == i           // WANT 6 "suspect and: i == 1 && 1 == i"
	_ = i != 1 || 1 != i || i != 2 // WANT 6 "suspect or: i != 1 || i != 2" 16 "suspect or: 1 != i || i != 2"
}

func f2() int { return 0 }
