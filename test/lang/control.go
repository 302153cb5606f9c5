// goto, labels, fallthrough, switch forms, range forms, shadowing.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func classify(n int) string {
	switch {
	case n < 0:
		return "negative"
	case n == 0:
		fallthrough
	case n == 1:
		return "small"
	default:
		return "large"
	}
}

func main() {
	fmt.Println(classify(-1), classify(0), classify(1), classify(9)) // CHECK: negative small small large
	i := 0
again:
	if i < 3 {
		i++
		goto again
	}
	fmt.Println(i) // CHECK-NEXT: 3
outer:
	for i := range 4 {
		for j := range 4 {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println() // CHECK-NEXT: 0 0 0 1 1 0 1 1
	switch x := any(i).(type) {
	case int, string:
		fmt.Printf("%T\n", x) // CHECK-NEXT: int
	}
	switch i := i + 1; i {
	case 1, 2, 3:
		fmt.Println("no")
	case 4:
		if i == 4 {
			fmt.Println("four") // CHECK-NEXT: four
			break
		}
		fmt.Println("no")
	}
	for i, c := range "xy" {
		fmt.Print(i, string(c))
	}
	for range 2 {
		fmt.Print("-")
	}
	count := func(yield func(int, string) bool) {
		for i, s := range []string{"p", "q", "r"} {
			if !yield(i, s) {
				fmt.Print("stopped")
				return
			}
		}
	}
	for i, s := range count {
		if i == 2 {
			break
		}
		fmt.Print(i, s)
	}
	fmt.Println() // CHECK-NEXT: 0x1y--0p1qstopped
	var arr *[3]int
	for i := range arr {
		fmt.Print(i)
	}
	fmt.Println(len(arr)) // CHECK-NEXT: 0123
}
