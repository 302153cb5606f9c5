// RUN: %vetcheck -testinggoroutine %s
package main

import "testing"

func TestIt(t *testing.T) {
	go func() {
		t.Fatal("x")  // WANT 3 "call to (*testing.T).Fatal from a non-test goroutine"
		t.Fatalf("x") // WANT 3 "call to (*testing.T).Fatalf from a non-test goroutine"
		t.FailNow()   // WANT 3 "call to (*testing.T).FailNow from a non-test goroutine"
		t.Skip()      // WANT 3 "call to (*testing.T).Skip from a non-test goroutine"
		t.Skipf("x")  // WANT 3 "call to (*testing.T).Skipf from a non-test goroutine"
		t.SkipNow()   // WANT 3 "call to (*testing.T).SkipNow from a non-test goroutine"
		t.Error("x")
		t.Log("x")
	}()
	go func() {
		if true {
			t.Fatal("x") // WANT 4 "call to (*testing.T).Fatal from a non-test goroutine"
		}
		func() { t.Fatal("y") }() // WANT 12 "call to (*testing.T).Fatal from a non-test goroutine"
		defer t.FailNow()         // WANT 9 "call to (*testing.T).FailNow from a non-test goroutine"
		go t.FailNow()            // WANT 3 "call to (*testing.T).FailNow from a non-test goroutine"
	}()
	go func(t *testing.T) { t.Fatal("x") }(t) // WANT 26 "call to (*testing.T).Fatal from a non-test goroutine"
	go t.Fatal("x")                           // WANT 2 "call to (*testing.T).Fatal from a non-test goroutine"
	go helper(t)                              // WANT 2 "call to (*testing.T).Fatal from a non-test goroutine (helper calls (*testing.T).Fatal)"
	f := func() { t.Fatal("x") }
	go f() // WANT 2 "call to (*testing.T).Fatal from a non-test goroutine (f calls (*testing.T).Fatal)"
	t.Fatal("fine")
	defer func() { t.Fatal("fine") }()
	t.Run("sub", func(t *testing.T) {
		go func() { t.Fatal("x") }() // WANT 15 "call to (*testing.T).Fatal from a non-test goroutine"
	})
	go func() {
		t.Run("sub", func(t *testing.T) { t.Fatal("fine") })
	}()
	go func() {
		t := &testing.T{}
		t.Fatal("own") // WANT 3 "call to (*testing.T).Fatal from a non-test goroutine"
	}()
	go (func() { t.Fatal("x") })() // WANT 15 "call to (*testing.T).Fatal from a non-test goroutine"
	var tb testing.TB = t
	go func() { tb.Fatal("x") }() // WANT 14 "call to (testing.TB).Fatal from a non-test goroutine"
	go func() {
		g := func() { t.Fatal("x") } // WANT 17 "call to (*testing.T).Fatal from a non-test goroutine"
		g()
	}()
	for range 3 {
		go func() { t.FailNow() }() // WANT 15 "call to (*testing.T).FailNow from a non-test goroutine"
	}
}

func helper(t *testing.T) { t.Fatal("x") }

func BenchmarkIt(b *testing.B) {
	go func() { b.Fatal("x") }() // WANT 14 "call to (*testing.B).Fatal from a non-test goroutine"
}

func notTest(t *testing.T) {
	go func() { t.Fatal("x") }() // WANT 14 "call to (*testing.T).Fatal from a non-test goroutine"
}

func noParameter() {
	var t *testing.T
	go func() { t.Fatal("x") }()
}

func manyParameters(n int, t *testing.T) {
	go func() { t.Fatal("x") }() // WANT 14 "call to (*testing.T).Fatal from a non-test goroutine"
}

func anyTest(t testing.TB) {
	go func() { t.Fatal("x") }()
}
