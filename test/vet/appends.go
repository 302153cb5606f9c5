// RUN: %vetcheck -appends %s
package main

func main() {
	s := []int{1}
	s = append(s) // WANT 6 "append with no values"
	_ = append(s) // WANT 6 "append with no values"
	s = append(s, 1)
	s = append(s, s...)
	_ = append([]int{}) // WANT 6 "append with no values"
	_ = append((s))     // WANT 6 "append with no values"
	append := func(xs ...int) int { return 0 }
	_ = append()
	_ = append(1)
}
