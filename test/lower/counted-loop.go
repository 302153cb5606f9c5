// RUN: %gossamer dump --bytecode %s | FileCheck %s
package main

// A loop is tested at its bottom; counting and testing are one instruction.
// CHECK-LABEL: func main.sum
// CHECK:      JumpLe r{{[0-9]+}}, r{{[0-9]+}}, [[END:L[0-9]+]]
// CHECK:      [[BODY:L[0-9]+]]: {{.*}}SliceLoad64
// CHECK-NEXT: Add
// CHECK:      CountLt r{{[0-9]+}}, r{{[0-9]+}}, [[BODY]]
// CHECK:      [[END]]:
func sum(s []int) int {
	t := 0
	for i := 0; i < len(s); i++ {
		t += s[i]
	}
	return t
}

// The key shares the counter's slot, and a slice that nobody assigns is not copied.
// CHECK-LABEL: func main.sumRange
// CHECK:      [[BODY:L[0-9]+]]: {{.*}}SliceLoad64 r{{[0-9]+}}, r1, r[[#I:]]
// CHECK-NOT:  Move
// CHECK:      CountLt r[[#I]], r2, [[BODY]]
func sumRange(s []int) int {
	t := 0
	for i, v := range s {
		t += v * i
	}
	return t
}

// Constants that a loop stores or computes with are kept in slots.
// CHECK-LABEL: func main.fill
// CHECK:      LoadI64 r[[#HALF:]], #4602678819172646912
// CHECK:      [[BODY:L[0-9]+]]: {{.*}}SliceStore64 r[[#HALF]]
// CHECK:      CountLt {{.*}}, [[BODY]]
func fill(s []float64) {
	for i := range s {
		s[i] = 0.5
	}
}

func main() {
	println(sum([]int{1, 2}), sumRange([]int{1, 2}))
	fill(nil)
}
