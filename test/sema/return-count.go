// RUN: %errorcheck %s
package main

func a() (int, string) { return 1 } // ERROR "not enough return values"
func b() int            { return 1, 2 } // ERROR "too many return values"
func c()                { return 1 } // ERROR "too many return values"
func d() (int, error)   { return } // ERROR "not enough return values"
func e() (n int, err error) {
	return
}
func f() (n int) {
	{
		n := 2
		_ = n
		return // ERROR "result parameter n not in scope at return"
	}
}

func main() {}
