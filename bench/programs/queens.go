package main

import "fmt"

type board struct {
	n                int
	column, up, down []bool
}

func (b *board) place(row int) int {
	if row == b.n {
		return 1
	}
	count := 0
	for c := 0; c < b.n; c++ {
		if b.column[c] || b.up[row+c] || b.down[row-c+b.n] {
			continue
		}
		b.column[c], b.up[row+c], b.down[row-c+b.n] = true, true, true
		count += b.place(row + 1)
		b.column[c], b.up[row+c], b.down[row-c+b.n] = false, false, false
	}
	return count
}

func main() {
	const n = 10
	b := &board{n, make([]bool, n), make([]bool, 2*n), make([]bool, 2*n)}
	count := 0
	for round := 0; round < 50; round++ {
		count = b.place(0)
	}
	fmt.Println(count)
}
