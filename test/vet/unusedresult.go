// RUN: %vetcheck -unusedresult %s
package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync/atomic"
	"time"
)

type s struct{}

func (s) String() string   { return "" }
func (s) Error() string    { return "" }
func (s) GoString() string { return "" }
func (*s) Other() string   { return "" }

type t struct{}

func (t) String(int) string { return "" }

type u struct{}

func (*u) String() string { return "" }

func main() {
	fmt.Sprint("a")      // WANT 2 "result of fmt.Sprint call not used"
	fmt.Sprintf("%d", 1) // WANT 2 "result of fmt.Sprintf call not used"
	fmt.Sprintln("a")    // WANT 2 "result of fmt.Sprintln call not used"
	fmt.Errorf("a")      // WANT 2 "result of fmt.Errorf call not used"
	errors.New("a")      // WANT 2 "result of errors.New call not used"
	errors.Is(nil, nil)
	errors.Unwrap(nil)
	errors.Join()
	errors.As(nil, new(error))
	context.WithValue(context.Background(), s{}, 1) // WANT 2 "result of context.WithValue call not used"
	context.WithCancel(context.Background())        // WANT 2 "result of context.WithCancel call not used"
	context.Background()
	context.TODO()
	sort.Reverse(nil)    // WANT 2 "result of sort.Reverse call not used"
	fmt.Append(nil)      // WANT 2 "result of fmt.Append call not used"
	fmt.Appendf(nil, "") // WANT 2 "result of fmt.Appendf call not used"
	fmt.Appendln(nil)    // WANT 2 "result of fmt.Appendln call not used"
	s{}.String()         // WANT 2 "result of (main.s).String call not used"
	s{}.Error()          // WANT 2 "result of (main.s).Error call not used"
	s{}.GoString()
	new(s).Other()
	new(s).String() // WANT 2 "result of (main.s).String call not used"
	t{}.String(1)
	(&u{}).String() // WANT 2 "result of (*main.u).String call not used"
	var e error = s{}
	e.Error() // WANT 2 "result of (error).Error call not used"
	var st fmt.Stringer = s{}
	st.String()         // WANT 2 "result of (fmt.Stringer).String call not used"
	time.Now().String() // WANT 2 "result of (time.Time).String call not used"
	(fmt.Sprint("x"))   // WANT 3 "result of fmt.Sprint call not used"
	defer fmt.Sprint("a")
	go fmt.Sprint("a")
	_ = fmt.Sprint("a")
	f := fmt.Sprint
	f("a")
	time.Now()
	time.Since(time.Now())
	strings.ToUpper("x")
	var a atomic.Int32
	a.Load()
	func() string { return "" }()
	s.String(s{})        // WANT 2 "result of (main.s).String call not used"
	time.Second.String() // WANT 2 "result of (time.Duration).String call not used"
}
