// An object is finalized once no variable that is still read leads to it, whatever is in scope.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"runtime"
	"time"
)

type object struct {
	name string
	next *object
	data [4]int
}

var gone = make(chan string, 20)

func tracked(name string) *object {
	o := &object{name: name}
	runtime.SetFinalizer(o, func(o *object) { gone <- o.name })
	return o
}

// collected reports what is finalized now.
func collected() string {
	for range 3 {
		runtime.GC()
		select {
		case name := <-gone:
			return name
		case <-time.After(20 * time.Millisecond):
		}
	}
	return "nothing"
}

func afterLastUse() {
	o := tracked("local")
	fmt.Println(o.name)      // CHECK: local
	fmt.Println(collected()) // CHECK-NEXT: local
	o = tracked("again")
	fmt.Println(collected()) // CHECK-NEXT: nothing
	runtime.KeepAlive(o)
	fmt.Println(collected()) // CHECK-NEXT: again
}

func parameter(o *object, n int) int {
	n += len(o.name)
	fmt.Println(collected()) // CHECK-NEXT: parameter
	return n
}

func loop() {
	o := tracked("loop")
	for i := range 2 {
		fmt.Println(collected()) // CHECK-NEXT: nothing
		if i == 1 {              // CHECK-NEXT: nothing
			fmt.Println(o.name) // CHECK-NEXT: loop
		}
	}
	fmt.Println(collected()) // CHECK-NEXT: loop
}

func asInterface() {
	var x any = tracked("interface")
	if x != nil {
		fmt.Println(collected()) // CHECK-NEXT: interface
	}
}

func inStruct() {
	pair := struct{ a, b *object }{tracked("first"), tracked("second")}
	fmt.Println(pair.a.name) // CHECK-NEXT: first
	fmt.Println(collected()) // CHECK-NEXT: first
	fmt.Println(pair.b.name) // CHECK-NEXT: second
	fmt.Println(collected()) // CHECK-NEXT: second
}

func parked() {
	c := make(chan *object)
	o := tracked("sent")
	go func() {
		fmt.Println(collected()) // CHECK-NEXT: nothing
		fmt.Println((<-c).name)  // CHECK-NEXT: sent
		close(c)
	}()
	select {
	case c <- o:
	case <-time.After(time.Minute):
	}
	<-c
	fmt.Println(collected()) // CHECK-NEXT: sent
}

func recovered() (o *object) {
	defer func() {
		recover()
		fmt.Println(collected()) // CHECK-NEXT: nothing
	}()
	o = tracked("result")
	var none *object
	none.name = o.name
	return nil
}

func main() {
	afterLastUse()
	parameter(tracked("parameter"), 1)
	loop()
	asInterface()
	inStruct()
	parked()
	o := recovered()
	fmt.Println(o.name)      // CHECK-NEXT: result
	fmt.Println(collected()) // CHECK-NEXT: result
}
