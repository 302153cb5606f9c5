// Package testing has the types that test functions take: T, B, F and M, and runs such functions.
//
// There is no `gossamer test` here: a program calls RunTests, RunBenchmarks or Benchmark itself, or hands a T made by
// them to its own functions.
package testing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

// TB is what T, B and F have in common.
type TB interface {
	ArtifactDir() string
	Attr(key, value string)
	Chdir(dir string)
	Cleanup(func())
	Context() context.Context
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Output() io.Writer
	Setenv(key, value string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string

	private()
}

// InternalTest is a test function and its name.
type InternalTest struct {
	Name string
	F    func(*T)
}

// InternalBenchmark is a benchmark function and its name.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

var verbose, short bool

// Short reports whether tests should save time.
func Short() bool { return short }

// Verbose reports whether tests tell what they do.
func Verbose() bool { return verbose }

// Testing reports whether this is a program made to run tests.
func Testing() bool { return false }

// CoverMode is empty: nothing measures coverage.
func CoverMode() string { return "" }

// Coverage is the part of the statements that was run, which nobody counts.
func Coverage() float64 { return 0 }

// Init registers the flags of tests; there are none.
func Init() {}

// common is what a running test, benchmark or fuzz test keeps.
type common struct {
	mu       sync.Mutex
	name     string
	parent   *common
	output   strings.Builder // what it logged
	parts    strings.Builder // the reports of its parts
	failed   bool
	skipped  bool
	finished bool // its function has returned, or ended by FailNow or SkipNow
	helpers  map[string]bool
	cleanups []func()
	ctx      context.Context
	cancel   context.CancelFunc
	tempDir  string
	tempDirs int
	subNames map[string]int
	start    time.Time
	duration time.Duration
}

func (c *common) private() {}

func (c *common) begin(parent *common, name string) {
	c.parent = parent
	c.name = name
	c.start = time.Now()
	c.ctx, c.cancel = context.WithCancel(context.Background())
}

// subName is the full name of a part run under this name: blanks become underscores, repetitions are numbered.
func (c *common) subName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' {
			return '_'
		}
		return r
	}, name)
	if c.name != "" {
		name = c.name + "/" + name
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.subNames == nil {
		c.subNames = make(map[string]int)
	}
	n := c.subNames[name]
	c.subNames[name] = n + 1
	if n == 0 && !strings.HasSuffix(name, "/") {
		return name
	}
	return fmt.Sprintf("%s#%02d", name, n)
}

// Name is the name of the running test with those of the tests it is part of.
func (c *common) Name() string { return c.name }

// Fail marks the test as failed; it goes on.
func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.finished {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

// Failed reports whether the test has failed.
func (c *common) Failed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failed
}

// FailNow marks the test as failed and ends it, running what it deferred.
func (c *common) FailNow() {
	c.Fail()
	runtime.Goexit()
}

// SkipNow marks the test as skipped and ends it.
func (c *common) SkipNow() {
	c.mu.Lock()
	c.skipped = true
	c.mu.Unlock()
	runtime.Goexit()
}

// Skipped reports whether the test was skipped.
func (c *common) Skipped() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.skipped
}

// Helper marks its caller as a helper: lines it logs are placed where it was called.
func (c *common) Helper() {
	pc, _, _, ok := runtime.Caller(1)
	if !ok {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.helpers == nil {
		c.helpers = make(map[string]bool)
	}
	c.helpers[runtime.FuncForPC(pc).Name()] = true
}

// place is "file:line: " of the innermost caller that is not a helper; skip counts the frames above it.
func (c *common) place(skip int) string {
	pc, file, line, ok := runtime.Caller(skip)
	for ok && c.helpers[runtime.FuncForPC(pc).Name()] {
		skip++
		pc, file, line, ok = runtime.Caller(skip)
	}
	if !ok {
		return "???:1: "
	}
	if slash := strings.LastIndexByte(file, '/'); slash >= 0 {
		file = file[slash+1:]
	}
	return fmt.Sprintf("%s:%d: ", file, line)
}

// log records a message, its further lines indented under its first. It is called by what a test calls.
func (c *common) log(text string) {
	const toCaller = 3 // place, log, Log
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.finished {
		panic("Log in goroutine after " + c.name + " has completed: " + text)
	}
	text = strings.TrimSuffix(text, "\n")
	c.output.WriteString("    " + c.place(toCaller) + strings.ReplaceAll(text, "\n", "\n        ") + "\n")
}

// Log records its arguments as Println would print them.
func (c *common) Log(args ...any) { c.log(fmt.Sprintln(args...)) }

// Logf records what Printf would print.
func (c *common) Logf(format string, args ...any) { c.log(fmt.Sprintf(format, args...)) }

// Error is Log, then Fail.
func (c *common) Error(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.Fail()
}

// Errorf is Logf, then Fail.
func (c *common) Errorf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.Fail()
}

// Fatal is Log, then FailNow.
func (c *common) Fatal(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.FailNow()
}

// Fatalf is Logf, then FailNow.
func (c *common) Fatalf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.FailNow()
}

// Skip is Log, then SkipNow.
func (c *common) Skip(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.SkipNow()
}

// Skipf is Logf, then SkipNow.
func (c *common) Skipf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.SkipNow()
}

// Attr records a fact about the test.
func (c *common) Attr(key, value string) {
	if strings.ContainsAny(key, " \t\r\n") {
		c.Errorf("disallowed whitespace in attribute key %q", key)
		return
	}
	if strings.ContainsAny(value, "\r\n") {
		c.Errorf("disallowed newline in attribute value %q", value)
		return
	}
	if verbose {
		fmt.Printf("=== ATTR  %s %s %s\n", c.name, key, value)
	}
}

type logWriter struct{ c *common }

func (w logWriter) Write(p []byte) (int, error) {
	w.c.mu.Lock()
	defer w.c.mu.Unlock()
	for _, line := range strings.SplitAfter(string(p), "\n") {
		if line != "" {
			w.c.output.WriteString("    " + line)
		}
	}
	return len(p), nil
}

// Output is a writer into the test's log.
func (c *common) Output() io.Writer { return logWriter{c} }

// Cleanup registers a function to be called when the test and its parts are done; the last one is called first.
func (c *common) Cleanup(f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, f)
}

// Context is cancelled just before the cleanup functions are called.
func (c *common) Context() context.Context { return c.ctx }

// TempDir makes a directory that is removed when the test is done; each call makes another.
func (c *common) TempDir() string {
	c.mu.Lock()
	base := c.tempDir
	c.mu.Unlock()
	if base == "" {
		name := strings.Map(func(r rune) rune {
			if r == '/' || r == '*' || r < ' ' {
				return '_'
			}
			return r
		}, c.name)
		made, err := os.MkdirTemp("", name)
		if err != nil {
			c.Fatalf("TempDir: %v", err)
		}
		base = made
		c.mu.Lock()
		c.tempDir = base
		c.mu.Unlock()
		c.Cleanup(func() {
			if err := os.RemoveAll(base); err != nil {
				c.Errorf("TempDir RemoveAll cleanup: %v", err)
			}
		})
	}
	c.mu.Lock()
	c.tempDirs++
	dir := fmt.Sprintf("%s/%03d", base, c.tempDirs)
	c.mu.Unlock()
	if err := os.Mkdir(dir, 0o777); err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	return dir
}

// ArtifactDir is a directory for files the test leaves; nothing keeps them, so it is a temporary one.
func (c *common) ArtifactDir() string { return c.TempDir() }

// Setenv sets an environment variable until the test is done.
func (c *common) Setenv(key, value string) {
	old, had := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if had {
			os.Setenv(key, old)
		} else {
			os.Unsetenv(key)
		}
	})
}

// Chdir changes the working directory until the test is done.
func (c *common) Chdir(dir string) {
	old, err := os.Getwd()
	if err != nil {
		c.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		c.Fatal(err)
	}
	c.Cleanup(func() {
		if err := os.Chdir(old); err != nil {
			panic("testing.Chdir: " + err.Error())
		}
	})
}

// errNilPanicOrGoexit is what a test that ended by neither FailNow nor SkipNow nor returning is said to have died of.
var errNilPanicOrGoexit = errors.New("test executed panic(nil) or runtime.Goexit")

// finish runs the cleanup functions and closes the books; the test's own goroutine calls it, deferred.
func (c *common) finish() {
	c.cancel()
	for {
		c.mu.Lock()
		n := len(c.cleanups)
		if n == 0 {
			c.duration = time.Since(c.start)
			c.finished = true
			c.mu.Unlock()
			return
		}
		f := c.cleanups[n-1]
		c.cleanups = c.cleanups[:n-1]
		c.mu.Unlock()
		f()
	}
}

// report prints how a test went, indented as deep as it is nested: failures always, the rest if asked for.
func (c *common) report() {
	word := "PASS"
	switch {
	case c.failed:
		word = "FAIL"
	case c.skipped:
		word = "SKIP"
	}
	if !c.failed && !verbose {
		return
	}
	indent := strings.Repeat("    ", strings.Count(c.name, "/"))
	text := fmt.Sprintf("%s--- %s: %s (%.2fs)\n", indent, word, c.name, c.duration.Seconds())
	for _, line := range strings.SplitAfter(c.output.String(), "\n") {
		if line != "" {
			text += indent + line
		}
	}
	text += c.parts.String()
	if c.parent != nil && c.parent.name != "" { // it belongs under its parent's line
		c.parent.mu.Lock()
		c.parent.parts.WriteString(text)
		c.parent.mu.Unlock()
		return
	}
	fmt.Print(text)
}
