// RUN: %errorcheck %s
package main

func a() int {
} // ERROR "missing return"

func b(x int) int {
	if x > 0 {
		return 1
	}
} // ERROR "missing return"

func c(x int) int {
	for {
		if x > 0 {
			break
		}
	}
} // ERROR "missing return"

func d(x int) int {
	switch x {
	case 1:
		return 1
	}
} // ERROR "missing return"

func ok(x int) int {
	for {
	}
}

func ok2(x any) int {
	switch x.(type) {
	case int:
		return 1
	default:
		panic("x")
	}
}

func e(c chan int) int {
	select {
	case <-c:
		return 1
	case c <- 1:
	}
} // ERROR "missing return"

func main() {}
