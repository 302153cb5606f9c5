package testing

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// benchTime is how long a benchmark is to run.
const benchTime = time.Second

// B is the state of a running benchmark.
type B struct {
	N int // how often the code is to be run
	common
	f           func(b *B)
	timerOn     bool
	started     time.Time
	elapsed     time.Duration
	bytes       int64
	showAllocs  bool
	allocsAt    uint64
	bytesAt     uint64
	allocs      uint64
	allocBytes  uint64
	loops       int // calls of Loop so far
	extra       map[string]float64
	parallelism int
}

// memory gives the number of allocations so far and their bytes.
func memory() (count, bytes uint64) {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.Mallocs, stats.TotalAlloc
}

// StartTimer starts the measurement, or goes on with it after StopTimer.
func (b *B) StartTimer() {
	if b.timerOn {
		return
	}
	b.allocsAt, b.bytesAt = memory()
	b.started = time.Now()
	b.timerOn = true
}

// StopTimer halts the measurement.
func (b *B) StopTimer() {
	if !b.timerOn {
		return
	}
	b.elapsed += time.Since(b.started)
	count, bytes := memory()
	b.allocs += count - b.allocsAt
	b.allocBytes += bytes - b.bytesAt
	b.timerOn = false
}

// ResetTimer forgets what was measured so far.
func (b *B) ResetTimer() {
	if b.timerOn {
		b.allocsAt, b.bytesAt = memory()
		b.started = time.Now()
	}
	b.elapsed = 0
	b.allocs, b.allocBytes = 0, 0
	b.extra = nil
}

// Elapsed is the time measured so far.
func (b *B) Elapsed() time.Duration {
	if b.timerOn {
		return b.elapsed + time.Since(b.started)
	}
	return b.elapsed
}

// SetBytes says how many bytes an iteration processes.
func (b *B) SetBytes(n int64) { b.bytes = n }

// ReportAllocs makes the result show allocations.
func (b *B) ReportAllocs() { b.showAllocs = true }

// ReportMetric adds a figure of the benchmark's own to its result.
func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if b.extra == nil {
		b.extra = make(map[string]float64)
	}
	b.extra[unit] = n
}

// Loop reports whether the code is to run once more; the first call starts the measurement, the last one ends it.
func (b *B) Loop() bool {
	if b.loops == 0 {
		b.ResetTimer()
		b.StartTimer()
	} else if b.Elapsed() >= benchTime {
		b.StopTimer()
		b.N = b.loops
		return false
	}
	b.loops++
	return true
}

// SetParallelism makes RunParallel use p goroutines for each processor.
func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.parallelism = p
	}
}

// PB hands out the iterations of a parallel benchmark.
type PB struct {
	left *atomic.Int64
}

// Next reports whether there is another iteration to run.
func (pb *PB) Next() bool { return pb.left.Add(-1) >= 0 }

// RunParallel has several goroutines share the b.N iterations.
func (b *B) RunParallel(body func(*PB)) {
	var left atomic.Int64
	left.Store(int64(b.N))
	var done sync.WaitGroup
	workers := max(b.parallelism, 1) * runtime.GOMAXPROCS(0)
	for i := 0; i < workers; i++ {
		done.Add(1)
		go func() {
			defer done.Done()
			body(&PB{&left})
		}()
	}
	done.Wait()
}

// once runs the function for n iterations on a goroutine of its own.
func (b *B) once(n int) {
	b.N = n
	b.loops = 0
	b.parallelism = 1
	b.timerOn = false
	ended := make(chan bool)
	go func() {
		defer func() { ended <- true }()
		defer b.StopTimer()
		b.ResetTimer()
		b.StartTimer()
		b.f(b)
	}()
	<-ended
}

// measure runs more and more iterations until they take long enough.
func (b *B) measure() BenchmarkResult {
	b.once(1)
	for n := int64(1); b.loops == 0 && !b.Failed() && !b.Skipped() && b.elapsed < benchTime && n < 1e9; {
		last := n
		perOp := max(b.elapsed.Nanoseconds()/n, 1)
		n = benchTime.Nanoseconds() / perOp
		n += n / 5 // so that it does not have to be run again
		n = min(n, 100*last, int64(1e9))
		n = max(n, last+1)
		b.once(int(n))
	}
	b.finish()
	return BenchmarkResult{b.N, b.elapsed, b.bytes, b.allocs, b.allocBytes, b.extra}
}

// Run measures f as a part of the benchmark and reports whether it succeeded.
func (b *B) Run(name string, f func(b *B)) bool {
	part := &B{f: f}
	part.begin(&b.common, b.subName(name))
	result := part.measure()
	if part.Failed() {
		part.report()
		return false
	}
	if result.N > 0 && !part.Skipped() && len(part.subNames) == 0 {
		line := part.name + "\t" + result.String()
		if part.showAllocs {
			line += "\t" + result.MemString()
		}
		fmt.Println(line)
	}
	return true
}

// Benchmark measures a function.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := &B{f: f}
	b.begin(nil, "")
	return b.measure()
}

// RunBenchmarks measures the benchmarks whose names match and prints the results.
func RunBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) {
	root := &B{}
	root.begin(nil, "")
	for _, benchmark := range benchmarks {
		if matchString != nil {
			if match, err := matchString("", benchmark.Name); err != nil || !match {
				continue
			}
		}
		root.Run(benchmark.Name, benchmark.F)
	}
}

// BenchmarkResult is what a benchmark measured.
type BenchmarkResult struct {
	N         int           // iterations
	T         time.Duration // for all of them
	Bytes     int64         // processed in one
	MemAllocs uint64        // in all
	MemBytes  uint64
	Extra     map[string]float64 // from ReportMetric
}

// NsPerOp is the time of an iteration in nanoseconds.
func (r BenchmarkResult) NsPerOp() int64 {
	if v, ok := r.Extra["ns/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return r.T.Nanoseconds() / int64(r.N)
}

// AllocsPerOp is the number of allocations of an iteration.
func (r BenchmarkResult) AllocsPerOp() int64 {
	if v, ok := r.Extra["allocs/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return int64(r.MemAllocs) / int64(r.N)
}

// AllocedBytesPerOp is what an iteration allocates.
func (r BenchmarkResult) AllocedBytesPerOp() int64 {
	if v, ok := r.Extra["B/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return int64(r.MemBytes) / int64(r.N)
}

// figure prints a number with about four digits.
func figure(x float64, unit string) string {
	var number string
	switch y := max(x, -x); {
	case y == 0 || y >= 999.95:
		number = fmt.Sprintf("%10.0f", x)
	case y >= 99.995:
		number = fmt.Sprintf("%12.1f", x)
	case y >= 9.9995:
		number = fmt.Sprintf("%13.2f", x)
	case y >= 0.99995:
		number = fmt.Sprintf("%14.3f", x)
	default:
		number = fmt.Sprintf("%15.4f", x)
	}
	return number + " " + unit
}

// String gives iterations, time per iteration, throughput and the benchmark's own figures.
func (r BenchmarkResult) String() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%8d", r.N)
	ns, given := r.Extra["ns/op"]
	if !given && r.N > 0 {
		ns = float64(r.T.Nanoseconds()) / float64(r.N)
	}
	if ns != 0 {
		out.WriteString("\t" + figure(ns, "ns/op"))
	}
	if r.Bytes > 0 && r.T > 0 && r.N > 0 {
		fmt.Fprintf(&out, "\t%7.2f MB/s", float64(r.Bytes)*float64(r.N)/1e6/r.T.Seconds())
	}
	units := make([]string, 0, len(r.Extra))
	for unit := range r.Extra {
		if unit != "ns/op" && unit != "MB/s" && unit != "B/op" && unit != "allocs/op" {
			units = append(units, unit)
		}
	}
	for i := 1; i < len(units); i++ { // few: by insertion
		for k := i; k > 0 && units[k] < units[k-1]; k-- {
			units[k], units[k-1] = units[k-1], units[k]
		}
	}
	for _, unit := range units {
		out.WriteString("\t" + figure(r.Extra[unit], unit))
	}
	return out.String()
}

// MemString gives what an iteration allocates.
func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}

// AllocsPerRun is how many allocations a call of f makes on average, after one call to warm up.
func AllocsPerRun(runs int, f func()) (avg float64) {
	f()
	before, _ := memory()
	for i := 0; i < runs; i++ {
		f()
	}
	after, _ := memory()
	return float64((after - before) / uint64(runs))
}
