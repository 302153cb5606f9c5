// Traces and runtime.Caller say what //line and /*line*/ comments say.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"path/filepath"
	"runtime"
)

func here() string {
	_, file, line, _ := runtime.Caller(1)
	return fmt.Sprint(filepath.Base(file), ":", line)
}

func index(a []int, i int) (where string) {
	defer func() {
		recover()
		var pcs [10]uintptr
		frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs[:])])
		for more := true; more; {
			var frame runtime.Frame
			if frame, more = frames.Next(); frame.Function == "main.index" {
				where = fmt.Sprint(filepath.Base(frame.File), ":", frame.Line)
			}
		}
	}()
	a /*line bracket.go:7:1*/ [ /*line index.go:8:1*/ i] = 1
	return "in range"
}

func main() {
	fmt.Println(index(nil, 1)) // CHECK: bracket.go:7
//line first.go:100
	fmt.Println(here()) // CHECK-NEXT: first.go:100
	fmt.Println(here()) // CHECK-NEXT: first.go:101
//line :20:1
	fmt.Println(here()) // CHECK-NEXT: first.go:20
	//line indented.go:1
	fmt.Println(here()) // CHECK-NEXT: first.go:22
	fmt.Println(here(), /*line block.go:5*/ here()) // CHECK-NEXT: first.go:23 block.go:5
//line c:/windows/path.go:3
	fmt.Println(here()) // CHECK-NEXT: path.go:3
//line without a number
	fmt.Println(here()) // CHECK-NEXT: path.go:5
//line :9
	fmt.Println(here()) // CHECK-NEXT: ??:9
}
