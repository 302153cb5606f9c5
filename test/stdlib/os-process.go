// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"os"
	"syscall"
)

func main() {
	fmt.Println(len(os.Args), os.Args[0] != "")
	os.Clearenv()
	fmt.Println(os.Environ(), os.Getenv("X") == "")
	fmt.Println(os.Setenv("X", "1"), os.Setenv("Y", ""), os.Setenv("X", "2"))
	fmt.Println(os.Setenv("", "1"), os.Setenv("A=B", "1"))
	v, ok := os.LookupEnv("Y")
	fmt.Printf("%q %v\n", v, ok)
	_, ok = os.LookupEnv("Z")
	fmt.Println(ok, os.Getenv("X"), os.Environ())
	fmt.Println(os.ExpandEnv("$X ${X}y $Z- $$ ${"))
	os.Unsetenv("X")
	fmt.Println(os.Environ())
	fmt.Println(os.Getpid() > 0, os.TempDir())
	fmt.Println(os.Interrupt, os.Kill, syscall.SIGTERM, syscall.Signal(99))
	fmt.Println(syscall.ENOENT, syscall.EAGAIN.Timeout(), syscall.Errno(9999), syscall.Errno(0))
	fmt.Println(os.NewSyscallError("call", syscall.EPERM), os.NewSyscallError("call", nil))
	fmt.Fprintln(os.Stderr, "to standard error")
	fmt.Println(os.Stdout.Name(), os.Stdout.Fd())
	_, err := os.UserHomeDir()
	fmt.Println(err)
	defer fmt.Println("deferred calls do not run")
	os.Exit(0)
}

// Expected output.
// CHECK: 1 true
// CHECK-NEXT: [] true
// CHECK-NEXT: <nil> <nil> <nil>
// CHECK-NEXT: setenv: invalid argument setenv: invalid argument
// CHECK-NEXT: "" true
// CHECK-NEXT: false 2 [X=2 Y=]
// CHECK-NEXT: 2 2y -
// CHECK-NEXT: [Y=]
// CHECK-NEXT: true /tmp
// CHECK-NEXT: interrupt killed terminated signal 99
// CHECK-NEXT: no such file or directory true errno 9999 errno 0
// CHECK-NEXT: call: operation not permitted <nil>
// CHECK-NEXT: /dev/stdout 1
// CHECK-NEXT: $HOME is not defined
