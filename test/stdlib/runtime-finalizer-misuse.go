// RUN: %not 2 %gossamer run %s nil | FileCheck --check-prefix=NIL %s
// RUN: %not 2 %gossamer run %s kind | FileCheck --check-prefix=KIND %s
// RUN: %not 2 %gossamer run %s pointer | FileCheck --check-prefix=POINTER %s
// RUN: %not 2 %gossamer run %s inside | FileCheck --check-prefix=INSIDE %s
// RUN: %not 2 %gossamer run %s function | FileCheck --check-prefix=FUNCTION %s
// RUN: %not 2 %gossamer run %s none | FileCheck --check-prefix=NONE %s
// RUN: %not 2 %gossamer run %s other | FileCheck --check-prefix=OTHER %s
// RUN: %not 2 %gossamer run %s interface | FileCheck --check-prefix=INTERFACE %s
// RUN: %not 2 %gossamer run %s variadic | FileCheck --check-prefix=VARIADIC %s
// RUN: %not 2 %gossamer run %s twice | FileCheck --check-prefix=TWICE %s
package main

import (
	"fmt"
	"os"
	"runtime"
)

type S struct {
	A int
	B string
}

var cases = map[string]func(){
	"nil":       func() { runtime.SetFinalizer(nil, nil) },
	"kind":      func() { runtime.SetFinalizer(1, nil) },
	"pointer":   func() { runtime.SetFinalizer((*S)(nil), nil) },
	"inside":    func() { runtime.SetFinalizer(&new([2]S)[1], func(*S) {}) },
	"function":  func() { runtime.SetFinalizer(new(S), 1) },
	"none":      func() { runtime.SetFinalizer(new(S), func() {}) },
	"other":     func() { runtime.SetFinalizer(new(S), func(*int) {}) },
	"interface": func() { runtime.SetFinalizer(new(S), func(fmt.Stringer) {}) },
	"variadic":  func() { runtime.SetFinalizer(new(S), func(*S, ...int) {}) },
	"twice": func() {
		s := new(S)
		runtime.SetFinalizer(s, func(*S) {})
		runtime.SetFinalizer(s, nil)
		runtime.SetFinalizer(s, func(*S) {})
		runtime.SetFinalizer(s, func(*S) {})
	},
}

func main() { cases[os.Args[1]]() }

// NIL: fatal error: runtime.SetFinalizer: first argument is nil{{$}}
// KIND: fatal error: runtime.SetFinalizer: first argument is int, not pointer{{$}}
// POINTER: fatal error: runtime.SetFinalizer: pointer not in allocated block{{$}}
// INSIDE: fatal error: runtime.SetFinalizer: pointer not at beginning of allocated block{{$}}
// FUNCTION: fatal error: runtime.SetFinalizer: second argument is int, not a function{{$}}
// NONE: fatal error: runtime.SetFinalizer: cannot pass *main.S to finalizer func(){{$}}
// OTHER: fatal error: runtime.SetFinalizer: cannot pass *main.S to finalizer func(*int){{$}}
// INTERFACE: fatal error: runtime.SetFinalizer: cannot pass *main.S to finalizer func(fmt.Stringer){{$}}
// VARIADIC: fatal error: runtime.SetFinalizer: cannot pass *main.S to finalizer func(*main.S, ...int) because dotdotdot{{$}}
// TWICE: fatal error: runtime.SetFinalizer: finalizer already set{{$}}
