package main

import "fmt"

type tree struct{ left, right *tree }

func build(depth int) *tree {
	if depth == 0 {
		return &tree{}
	}
	return &tree{build(depth - 1), build(depth - 1)}
}

func (t *tree) count() int {
	if t.left == nil {
		return 1
	}
	return 1 + t.left.count() + t.right.count()
}

func main() {
	const maxDepth = 15
	long := build(maxDepth)
	for depth := 4; depth <= maxDepth; depth += 4 {
		rounds := 1 << (maxDepth - depth + 4)
		check := 0
		for i := 0; i < rounds; i++ {
			check += build(depth).count()
		}
		fmt.Println(rounds, "trees of depth", depth, "check", check)
	}
	fmt.Println("long lived tree check", long.count())
}
