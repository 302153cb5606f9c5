package debug

import (
	"runtime"
	"sort"
	"time"
)

// GCStats tells about recent collections.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration // newest first
	PauseEnd       []time.Time     // newest first
	PauseQuantiles []time.Duration
}

// ReadGCStats fills in stats. PauseQuantiles, if it is not empty, gets the quantiles of the pauses that its length divides:
// for a length of 5 the least, the quartiles and the greatest.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
	stats.LastGC = time.Unix(0, int64(m.LastGC))
	stats.Pause = stats.Pause[:0]
	stats.PauseEnd = stats.PauseEnd[:0]
	size := len(m.PauseNs)
	for i := 0; i < min(int(m.NumGC), size); i++ {
		at := (int(m.NumGC) - 1 - i + size) % size
		stats.Pause = append(stats.Pause, time.Duration(m.PauseNs[at]))
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(m.PauseEnd[at])))
	}
	quantiles := stats.PauseQuantiles
	if len(quantiles) == 0 {
		return
	}
	clear(quantiles)
	if n := len(stats.Pause); n > 0 {
		sorted := append([]time.Duration(nil), stats.Pause...)
		sort.Slice(sorted, func(i, j int) bool { return sorted[i] < sorted[j] })
		last := len(quantiles) - 1
		for i := 0; i < last; i++ {
			quantiles[i] = sorted[n*i/last]
		}
		quantiles[last] = sorted[n-1]
	}
}
