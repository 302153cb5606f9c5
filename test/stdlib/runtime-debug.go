// RUN: %matrix %s | FileCheck %s
package main

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

func main() {
	fmt.Println(debug.SetMaxStack(1<<20), debug.SetMaxStack(1e9))
	fmt.Println(debug.SetMaxThreads(20000), debug.SetMaxThreads(10000), debug.SetPanicOnFault(true), debug.SetPanicOnFault(false))
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(-1), debug.SetGCPercent(100))
	fmt.Println(runtime.SetMutexProfileFraction(5), runtime.SetMutexProfileFraction(-1), runtime.SetMutexProfileFraction(0))

	info := &debug.BuildInfo{GoVersion: "go1.26", Path: "a/b",
		Main:     debug.Module{Path: "a", Version: "v1", Sum: "h1:x"},
		Deps:     []*debug.Module{{Path: "c", Version: "v2", Replace: &debug.Module{Path: "d", Version: "v3"}}},
		Settings: []debug.BuildSetting{{"k", "v"}, {"a b", "c\td"}, {"e", ""}},
	}
	text := info.String()
	fmt.Print(text)
	again, err := debug.ParseBuildInfo(text)
	fmt.Println(err, again.Path, again.Main, *again.Deps[0].Replace, again.Settings, again.GoVersion == "")
	for _, bad := range []string{"mod\tx\n", "path\tp\ndep\ta\tb\tc\td\n", "=>\ta\tb\tc\n", "=>\ta\n", "build\tx\n", "build\t=x\n", "build\t\"x\n", "build\t\"x\"y\n", "build\t\"x\"\n", "build\ta b=c\n", "build\ta=b c\n", "build\ta=\"c\n"} {
		_, err := debug.ParseBuildInfo(bad)
		fmt.Println(err)
	}
	running, ok := debug.ReadBuildInfo()
	fmt.Println(ok, strings.HasPrefix(running.GoVersion, "go1."), running.Path)

	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	var stats debug.GCStats
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	runtime.ReadMemStats(&after)
	stats.PauseQuantiles = make([]time.Duration, 3)
	debug.ReadGCStats(&stats)
	fmt.Println(after.NumGC-before.NumGC >= 3, after.NumForcedGC-before.NumForcedGC, stats.NumGC >= 3, len(stats.Pause) == len(stats.PauseEnd), len(stats.Pause) >= 3)
	fmt.Println(stats.Pause[0] > 0, stats.Pause[1] > 0, !stats.PauseEnd[1].After(stats.PauseEnd[0]), stats.PauseQuantiles[0] <= stats.PauseQuantiles[1] && stats.PauseQuantiles[1] <= stats.PauseQuantiles[2])

	stop := make(chan bool)
	go func() { <-stop }()
	runtime.Gosched()
	records := make([]runtime.StackRecord, 8)
	n, ok := runtime.GoroutineProfile(records)
	fmt.Println(n, ok, len(records[1].Stack()) > 0)
	_, ok = runtime.GoroutineProfile(nil)
	fmt.Println(ok)
	close(stop)
	fmt.Println(bytes.HasPrefix(debug.Stack(), []byte("goroutine 1 [running]:\nruntime/debug.Stack()\n")))
}

// CHECK: 1000000000 1048576
// CHECK-NEXT: 10000 20000 false true
// CHECK-NEXT: 100 50 -1
// CHECK-NEXT: 0 5 5
// CHECK-NEXT: go	go1.26
// CHECK-NEXT: path	a/b
// CHECK-NEXT: mod	a	v1	h1:x
// CHECK-NEXT: dep	c	v2
// CHECK-NEXT: =>	d	v3	
// CHECK-EMPTY:
// CHECK-NEXT: build	k=v
// CHECK-NEXT: build	"a b"="c\td"
// CHECK-NEXT: build	e=
// CHECK-NEXT: <nil> a/b {a v1 h1:x <nil>} {d v3  <nil>} [{k v} {a b c	d} {e }] true
// CHECK-NEXT: could not parse Go build info: line 1: expected 2 or 3 columns; got 1
// CHECK-NEXT: could not parse Go build info: line 2: expected 2 or 3 columns; got 4
// CHECK-NEXT: could not parse Go build info: line 1: replacement with no module on previous line
// CHECK-NEXT: could not parse Go build info: line 1: expected 3 columns for replacement; got 1
// CHECK-NEXT: could not parse Go build info: line 1: build line missing '=' after key
// CHECK-NEXT: could not parse Go build info: line 1: build line with missing key
// CHECK-NEXT: could not parse Go build info: line 1: invalid quoted key in build line
// CHECK-NEXT: could not parse Go build info: line 1: unexpected character after quoted key: 'y'
// CHECK-NEXT: could not parse Go build info: line 1: build line missing '=' after quoted key
// CHECK-NEXT: could not parse Go build info: line 1: unquoted key "a b" must be quoted
// CHECK-NEXT: could not parse Go build info: line 1: unquoted value "b c" must be quoted
// CHECK-NEXT: could not parse Go build info: line 1: invalid quoted value in build line
// CHECK-NEXT: true true command-line-arguments
// CHECK-NEXT: true 3 true true true
// CHECK-NEXT: true true true true
// CHECK-NEXT: 2 true true
// CHECK-NEXT: false
// CHECK-NEXT: true
