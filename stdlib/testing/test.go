package testing

import (
	"fmt"
	"reflect"
	"time"
)

// T is the state of a running test.
type T struct {
	common
	parallel []*T          // parts that wait for this test's function to return
	release  chan struct{} // closed then
	paused   chan bool     // gets false when the test has ended, true when it waits to run in parallel
	waiting  bool
}

func newTest(parent *common, name string) *T {
	t := &T{release: make(chan struct{}), paused: make(chan bool, 2)}
	t.begin(parent, name)
	return t
}

// Deadline reports when the test must end: never.
func (t *T) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }

// Parallel makes the test wait until the one it is part of has returned, and then run beside others that called it.
func (t *T) Parallel() {
	if t.waiting {
		panic("testing: t.Parallel called multiple times")
	}
	t.waiting = true
	t.paused <- true
	<-t.release
	t.start = time.Now()
}

// run calls the function on a goroutine of its own and returns when it has ended or waits to run in parallel.
func (t *T) run(f func(*T)) (waits bool) {
	if verbose {
		fmt.Printf("=== RUN   %s\n", t.name)
	}
	go func() {
		returned := false
		defer func() {
			// A panic is the program's: it goes on from here. Goexit is FailNow's and SkipNow's.
			if !returned && !t.Failed() && !t.Skipped() {
				if p := recover(); p != nil {
					panic(p)
				}
				t.Errorf("%v", errNilPanicOrGoexit)
			}
			t.runParallel()
			t.finish()
			t.report()
			t.paused <- false
		}()
		f(t)
		returned = true
	}()
	return <-t.paused
}

// runParallel lets the parts that called Parallel go and waits for them.
func (t *T) runParallel() {
	for _, part := range t.parallel {
		close(part.release)
	}
	for _, part := range t.parallel {
		<-part.paused
	}
	t.parallel = nil
}

// Run runs f as a part of the test and reports whether it succeeded, or went to wait to run in parallel.
func (t *T) Run(name string, f func(t *T)) bool {
	part := newTest(&t.common, t.subName(name))
	if part.run(f) {
		t.parallel = append(t.parallel, part)
		return true
	}
	return !part.Failed()
}

// RunTests runs the tests whose names match and reports whether all succeeded.
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	root := newTest(nil, "")
	root.runAll(matchString, tests)
	return !root.Failed()
}

func (t *T) runAll(matchString func(pat, str string) (bool, error), tests []InternalTest) {
	for _, test := range tests {
		if matchString != nil {
			if match, err := matchString("", test.Name); err != nil || !match {
				continue
			}
		}
		t.Run(test.Name, test.F)
	}
	t.runParallel()
}

// M is what a TestMain function is given.
type M struct {
	tests      []InternalTest
	benchmarks []InternalBenchmark
}

// Run runs the tests and gives the status to exit with.
func (m *M) Run() (code int) {
	if !RunTests(nil, m.tests) {
		fmt.Println("FAIL")
		return 1
	}
	fmt.Println("PASS")
	return 0
}

// F is the state of a fuzz test. Its seeds are tried one after another; nothing invents further ones.
type F struct {
	common
	seeds [][]any
}

// Add adds a seed: the arguments of one call of the fuzz target.
func (f *F) Add(args ...any) { f.seeds = append(f.seeds, args) }

// Fuzz calls the target, a func(*T, …), once for every seed.
func (f *F) Fuzz(target any) {
	fn := reflect.ValueOf(target)
	if fn.Kind() != reflect.Func {
		panic("testing: F.Fuzz must receive a function")
	}
	if fn.Type().NumIn() < 2 || fn.Type().In(0) != reflect.TypeOf((*T)(nil)) {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	for i, seed := range f.seeds {
		if len(seed) != fn.Type().NumIn()-1 {
			f.Fatalf("wrong number of values in corpus entry: %d, want %d", len(seed), fn.Type().NumIn()-1)
		}
		t := newTest(&f.common, f.subName(fmt.Sprintf("seed#%d", i)))
		t.run(func(t *T) {
			in := []reflect.Value{reflect.ValueOf(t)}
			for _, value := range seed {
				in = append(in, reflect.ValueOf(value))
			}
			fn.Call(in)
		})
	}
}
