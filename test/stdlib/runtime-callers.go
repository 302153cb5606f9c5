// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"path/filepath"
	"runtime"
)

func frames() {
	pcs := make([]uintptr, 20)
	list := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	for more := true; more; {
		var f runtime.Frame
		f, more = list.Next()
		if filepath.Base(f.File) == "runtime-callers.go" {
			fmt.Print(f.Function, ":", f.Line, " ")
		} else {
			fmt.Print(f.Function, " ")
		}
	}
	fmt.Println()
}

func name() string {
	pc, _, _, _ := runtime.Caller(1)
	return runtime.FuncForPC(pc).Name()
}

type T struct{ n int }

func (T) Name() string { return name() }

var atStart = name()
var literals = []func() string{func() string { return name() }, func() string { return name() }}
var started []string

func init() { started = append(started, name()) }
func init() { started = append(started, func() string { return name() }()) }

//go:noinline
func failing(how int) int {
	defer func() {
		recover()
		frames()
	}()
	var p *T
	zero, list := 0, []int(nil)
	switch how {
	case 0:
		return p.n
	case 1:
		return list[how]
	case 2:
		return how / zero
	case 3:
		return how << (zero - 1)
	case 4:
		panic("")
	case 5:
		var m map[int]int
		m[1]++
	}
	if how == 6 {
		return 1
	}
	return 2
}

func main() {
	fmt.Println(atStart, literals[0](), literals[1](), started)
	frames()
	for how := 0; how < 5; how++ {
		failing(how)
	}
	failing(6)
	failing(7)
	done := make(chan bool)
	go func() {
		defer close(done)
		frames()
	}()
	<-done
	done = make(chan bool)
	go func() {
		defer close(done)
		defer frames()
		runtime.Goexit()
	}()
	<-done
	_, _, _, ok := runtime.Caller(2)
	_, _, _, beyond := runtime.Caller(3)
	fmt.Println(ok, beyond, T{}.Name())
}

// CHECK: main.init main.init.func1 main.init.func2 [main.init.0 main.init.1.func1]
// CHECK-NEXT: main.main:72 runtime.main runtime.goexit 
// CHECK-NEXT: main.failing.func1:45 runtime.gopanic runtime.panicmem runtime.sigpanic main.failing:51 main.main:74 runtime.main runtime.goexit 
// CHECK-NEXT: main.failing.func1:45 runtime.gopanic runtime.panicBounds64 runtime.panicBounds main.failing:53 main.main:74 runtime.main runtime.goexit 
// CHECK-NEXT: main.failing.func1:45 runtime.gopanic runtime.panicdivide main.failing:55 main.main:74 runtime.main runtime.goexit 
// CHECK-NEXT: main.failing.func1:45 runtime.gopanic runtime.panicshift main.failing:57 main.main:74 runtime.main runtime.goexit 
// CHECK-NEXT: main.failing.func1:45 runtime.gopanic main.failing:59 main.main:74 runtime.main runtime.goexit 
// CHECK-NEXT: main.failing.func1:45 main.failing:65 main.main:76 runtime.main runtime.goexit 
// CHECK-NEXT: main.failing.func1:45 main.failing:67 main.main:77 runtime.main runtime.goexit 
// CHECK-NEXT: main.main.func1:81 runtime.goexit 
// CHECK-NEXT: runtime.Goexit main.main.func2:88 runtime.goexit 
// CHECK-NEXT: true false main.T.Name
