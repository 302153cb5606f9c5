// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
)

type T struct{}

func (*T) Method() string { return where() }

//go:noinline
func where() string {
	pc, file, line, ok := runtime.Caller(1)
	return fmt.Sprintln(runtime.FuncForPC(pc).Name(), filepath.Base(file), line, ok)
}

func deep(n int) {
	if n > 0 {
		deep(n - 1)
		return
	}
	pcs := make([]uintptr, 10)
	count := runtime.Callers(1, pcs)
	frames := runtime.CallersFrames(pcs[:count])
	for {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "main.") {
			fmt.Println(frame.Function, frame.Line)
		}
		if !more {
			break
		}
	}
}

func main() {
	fmt.Print(where())
	fmt.Print((&T{}).Method())
	func() {
		fmt.Print(where())
	}()
	deep(2)
	_, _, _, ok := runtime.Caller(100)
	fmt.Println(ok)
	fmt.Println(runtime.FuncForPC(reflect.ValueOf(deep).Pointer()).Name())
	buf := make([]byte, 4096)
	text := string(buf[:runtime.Stack(buf, false)])
	fmt.Println(strings.HasPrefix(text, "goroutine 1 [running]:\nmain.main()\n"))
	done := make(chan bool)
	go func() { done <- strings.Contains(string(debug.Stack()), "created by main.main in goroutine 1\n") }()
	fmt.Println(<-done)
	block := make(chan int)
	go func() { <-block }()
	for blocked := false; !blocked; {
		runtime.Gosched()
		text = string(buf[:runtime.Stack(buf, true)])
		blocked = strings.Contains(text, "[chan receive]:\nmain.main.func")
	}
	fmt.Println("blocked")
}

// Expected output.
// CHECK: main.main runtime-caller.go 43 true
// CHECK-NEXT: main.(*T).Method runtime-caller.go 15 true
// CHECK-NEXT: main.main.func1 runtime-caller.go 46 true
// CHECK-NEXT: main.deep 29
// CHECK-NEXT: main.deep 25
// CHECK-NEXT: main.deep 25
// CHECK-NEXT: main.main 48
// CHECK-NEXT: false
// CHECK-NEXT: main.deep
// CHECK-NEXT: true
// CHECK-NEXT: true
// CHECK-NEXT: blocked
