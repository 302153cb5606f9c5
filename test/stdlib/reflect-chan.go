// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"reflect"
)

type Big struct {
	A, B int
	S    string
}

func main() {
	c := make(chan Big, 2)
	v := reflect.ValueOf(c)
	v.Send(reflect.ValueOf(Big{1, 2, "x"}))
	fmt.Println(v.Len(), v.Cap(), v.TrySend(reflect.ValueOf(Big{3, 4, "y"})), v.TrySend(reflect.ValueOf(Big{})))
	x, ok := v.Recv()
	fmt.Println(x, ok)
	x, ok = v.TryRecv()
	fmt.Println(x, ok)
	x, ok = v.TryRecv()
	fmt.Println(x.IsValid(), ok)
	v.Close()
	x, ok = v.Recv()
	fmt.Println(x, ok)
	x, ok = v.TryRecv()
	fmt.Println(x.IsValid(), ok)

	// Blocking both ways, of values in one slot, several, and none.
	small := reflect.MakeChan(reflect.TypeOf(make(chan int8)), 0)
	done := make(chan bool)
	go func() {
		for i := int8(-2); i < 3; i++ {
			small.Send(reflect.ValueOf(i))
		}
		small.Close()
		done <- true
	}()
	for {
		x, ok := small.Recv()
		if !ok {
			break
		}
		fmt.Print(x.Int(), " ")
	}
	<-done
	fmt.Println()
	unit := make(chan struct{})
	go reflect.ValueOf(unit).Send(reflect.ValueOf(struct{}{}))
	<-unit
	iface := make(chan error)
	go func() { iface <- fmt.Errorf("through an interface") }()
	e, _ := reflect.ValueOf(iface).Recv()
	fmt.Println(e.Kind(), e.Elem().Type(), e)

	// Select.
	a, b := make(chan int), make(chan string, 1)
	cases := []reflect.SelectCase{
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(a)},
		{Dir: reflect.SelectSend, Chan: reflect.ValueOf(b), Send: reflect.ValueOf("sent")},
		{Dir: reflect.SelectDefault},
	}
	i, recv, ok := reflect.Select(cases)
	fmt.Println(i, recv.IsValid(), ok, <-b)
	b <- "full"
	i, _, _ = reflect.Select(cases)
	fmt.Println(i)
	go func() { a <- 99 }()
	i, recv, ok = reflect.Select(cases[:2])
	fmt.Println(i, recv, ok)
	close(a)
	i, recv, ok = reflect.Select(cases[:1])
	fmt.Println(i, recv, ok)
}

// Expected output.
// CHECK: 1 2 true false
// CHECK-NEXT: {1 2 x} true
// CHECK-NEXT: {3 4 y} true
// CHECK-NEXT: false false
// CHECK-NEXT: {0 0 } false
// CHECK-NEXT: true false
// CHECK-NEXT: -2 -1 0 1 2
// CHECK-NEXT: interface *errors.errorString through an interface
// CHECK-NEXT: 1 false false sent
// CHECK-NEXT: 2
// CHECK-NEXT: 0 99 true
// CHECK-NEXT: 0 0 false
