// Tests run by hand: parts, parallel parts, cleanups, helpers, skips. RunTests is not for use outside `go test` in real Go.
// RUN: %gossamer run %s | FileCheck %s
package main

import (
	"fmt"
	"os"
	"testing"
)

func TestGood(t *testing.T) { t.Log("fine") }
func TestBad(t *testing.T) {
	t.Cleanup(func() { fmt.Println("cleaned") })
	t.Errorf("index %v: expected %v, but received %v,", 1, 2, 3)
	t.Run("part one", func(t *testing.T) { t.Fatal("no\nway") })
	t.Run("part one", func(t *testing.T) { t.Skip("later") })
	t.Run("par", func(t *testing.T) { t.Parallel(); fmt.Println("parallel runs") })
	fmt.Println("function returns", t.Name(), t.Failed())
	helper(t)
}
func helper(t testing.TB) {
	t.Helper()
	t.Error("from helper")
}
func TestTemp(t *testing.T) {
	d := t.TempDir()
	if _, err := os.Stat(d); err != nil {
		t.Fatal(err)
	}
	t.Setenv("FOO_X", "1")
	fmt.Println(os.Getenv("FOO_X"), t.Context().Err())
}

func main() {
	match := func(pat, str string) (bool, error) { return true, nil }
	ok := testing.RunTests(match, []testing.InternalTest{{"TestGood", TestGood}, {"TestBad", TestBad}, {"TestTemp", TestTemp}})
	fmt.Println(ok)
	fmt.Println(testing.AllocsPerRun(10, func() {}))
}

// CHECK: function returns TestBad true
// CHECK-NEXT: parallel runs
// CHECK-NEXT: cleaned
// CHECK-NEXT: --- FAIL: TestBad ({{[0-9.]+}}s)
// CHECK-NEXT: {{^}}    testing-run.go:14: index 1: expected 2, but received 3,
// CHECK-NEXT: {{^}}    testing-run.go:19: from helper
// CHECK-NEXT: {{^}}    --- FAIL: TestBad/part_one ({{[0-9.]+}}s)
// CHECK-NEXT: {{^}}        testing-run.go:15: no
// CHECK-NEXT: {{^}}            way
// CHECK-NEXT: 1 <nil>
// CHECK-NEXT: false
// CHECK-NEXT: 0

// ORACLE: skip (testing.RunTests works only under go test in real Go)
