package slices

import (
	"cmp"
	"math/bits"
)

// Sort sorts x in increasing order, NaNs first.
func Sort[S ~[]E, E cmp.Ordered](x S) { sortOrdered([]E(x)) }

// sortOrdered sorts a slice of any ordered type.
func sortOrdered(x any)

// SortFunc sorts x by cmp, which is negative where a must come before b. Equal elements may change places.
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	s := sorter[E]{x, cmp}
	s.sort(0, len(x), bits.Len(uint(len(x))))
}

// SortStableFunc is SortFunc that keeps the order of equal elements.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	if len(x) < 2 {
		return
	}
	mergeSort(x, make([]E, (len(x)+1)/2), cmp)
}

// mergeSort sorts x; spare has room for half of it.
func mergeSort[E any](x, spare []E, cmp func(a, b E) int) {
	if len(x) <= shortRun {
		for i := 1; i < len(x); i++ {
			v := x[i]
			j := i
			for ; j > 0 && cmp(v, x[j-1]) < 0; j-- {
				x[j] = x[j-1]
			}
			x[j] = v
		}
		return
	}
	half := len(x) / 2
	mergeSort(x[:half], spare, cmp)
	mergeSort(x[half:], spare, cmp)
	if cmp(x[half], x[half-1]) >= 0 {
		return
	}
	left := spare[:copy(spare, x[:half])]
	right := x[half:]
	for k := range x {
		if len(right) > 0 && cmp(right[0], left[0]) < 0 {
			x[k], right = right[0], right[1:]
			continue
		}
		x[k], left = left[0], left[1:]
		if len(left) == 0 {
			return // what remains of right is in its place
		}
	}
}

// A sorter is a pattern-defeating quicksort (Orson Peters): a quicksort that notices ranges that are sorted, reversed or full
// of equal elements, shuffles a little where pivots were bad, and ends as a heapsort where that did not help. Which
// elements it compares and exchanges is gc's choice, so that equal elements end up in the same order.
//
// Ranges are [lo, hi).
type sorter[E any] struct {
	x   []E
	cmp func(a, b E) int
}

// A run this short is sorted by insertion.
const shortRun = 12

func (s *sorter[E]) less(i, j int) bool { return s.cmp(s.x[i], s.x[j]) < 0 }

func (s *sorter[E]) swap(i, j int) { s.x[i], s.x[j] = s.x[j], s.x[i] }

// sort sorts a range; after badPivots more bad pivots it resorts to a heap.
func (s *sorter[E]) sort(lo, hi, badPivots int) {
	balanced, untouched := true, true // how the last partition went
	for hi-lo > shortRun {
		if badPivots == 0 {
			s.heapSort(lo, hi)
			return
		}
		if !balanced {
			s.shuffle(lo, hi)
			badPivots--
		}
		pivot, order := s.choosePivot(lo, hi)
		if order == decreasing {
			Reverse(s.x[lo:hi])
			pivot = hi - 1 - (pivot - lo)
			order = increasing
		}
		if balanced && untouched && order == increasing && s.finish(lo, hi) {
			return
		}
		// The element before the range is not greater than any in it. If it equals the pivot, the pivot is least.
		if lo > 0 && !s.less(lo-1, pivot) {
			lo = s.splitEqual(lo, hi, pivot)
			continue
		}
		var mid int
		mid, untouched = s.split(lo, hi, pivot)
		left, right := mid-lo, hi-mid
		balanced = min(left, right) >= (hi-lo)/8
		// The shorter side by recursion, the longer by iteration: the stack stays O(log n).
		if left < right {
			s.sort(lo, mid, badPivots)
			lo = mid + 1
		} else {
			s.sort(mid+1, hi, badPivots)
			hi = mid
		}
	}
	s.insertionSort(lo, hi)
}

func (s *sorter[E]) insertionSort(lo, hi int) {
	for i := lo + 1; i < hi; i++ {
		s.sink(i, lo)
	}
}

// sink moves element i down to its place among those before it, which are sorted from lo on.
func (s *sorter[E]) sink(i, lo int) {
	v := s.x[i]
	for ; i > lo && s.cmp(v, s.x[i-1]) < 0; i-- {
		s.x[i] = s.x[i-1]
	}
	s.x[i] = v
}

func (s *sorter[E]) heapSort(lo, hi int) {
	heap := s.x[lo:hi]
	for root := (len(heap) - 1) / 2; root >= 0; root-- {
		siftDown(heap, root, s.cmp)
	}
	for end := len(heap) - 1; end >= 0; end-- {
		heap[0], heap[end] = heap[end], heap[0]
		siftDown(heap[:end], 0, s.cmp)
	}
}

// siftDown lets the root of a subtree of a heap, greatest first, sink to its place.
func siftDown[E any](heap []E, root int, cmp func(a, b E) int) {
	for {
		child := 2*root + 1
		if child >= len(heap) {
			return
		}
		if child+1 < len(heap) && cmp(heap[child], heap[child+1]) < 0 {
			child++
		}
		if cmp(heap[root], heap[child]) >= 0 {
			return
		}
		heap[root], heap[child] = heap[child], heap[root]
		root = child
	}
}

// shuffle exchanges three elements about the middle with ones chosen from the length (by a xorshift of 64 bits), which
// breaks patterns that make pivots bad.
func (s *sorter[E]) shuffle(lo, hi int) {
	n := hi - lo
	if n < 8 {
		return
	}
	random := uint64(n)
	mask := uint64(1)<<bits.Len(uint(n)) - 1
	first := lo + n/4*2 - 1
	for i := range 3 {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(random & mask)
		if other >= n {
			other -= n
		}
		s.swap(first+i, lo+other)
	}
}

// order is what choosing a pivot tells about a range.
type order int

const (
	unknown order = iota
	increasing
	decreasing
)

// choosePivot returns the index of a median of three, of medians of three in long ranges, and whether all that was
// looked at is in order, or in the opposite order.
func (s *sorter[E]) choosePivot(lo, hi int) (pivot int, found order) {
	const (
		enoughForThree = 8
		enoughForNine  = 50
		allExchanged   = 12
	)
	n := hi - lo
	a, b, c := lo+n/4, lo+n/4*2, lo+n/4*3
	exchanges := 0
	if n >= enoughForThree {
		if n >= enoughForNine {
			a = s.median(a-1, a, a+1, &exchanges)
			b = s.median(b-1, b, b+1, &exchanges)
			c = s.median(c-1, c, c+1, &exchanges)
		}
		b = s.median(a, b, c, &exchanges)
	}
	switch exchanges {
	case 0:
		return b, increasing
	case allExchanged:
		return b, decreasing
	}
	return b, unknown
}

// median returns which of three indices has the middle element, counting how often two had to be exchanged.
func (s *sorter[E]) median(a, b, c int, exchanges *int) int {
	if s.less(b, a) {
		a, b = b, a
		*exchanges++
	}
	if s.less(c, b) {
		b = c
		*exchanges++
	}
	if s.less(b, a) {
		b = a
		*exchanges++
	}
	return b
}

// finish sorts a range that looks sorted by moving a few elements. It gives up, the range permuted at most, when
// that is not enough.
func (s *sorter[E]) finish(lo, hi int) bool {
	const (
		patience   = 5
		worthwhile = 50 // elements: in shorter ranges nothing is moved
	)
	i := lo + 1
	for range patience {
		for i < hi && !s.less(i, i-1) {
			i++
		}
		if i == hi {
			return true
		}
		if hi-lo < worthwhile {
			return false
		}
		s.swap(i, i-1)
		if i-lo >= 2 {
			s.sink(i-1, 0)
		}
		if hi-i >= 2 {
			for j := i + 1; j < hi && s.less(j, j-1); j++ {
				s.swap(j, j-1)
			}
		}
	}
	return false
}

// split divides a range about its pivot: what is less comes before the returned index, where the pivot is then, the rest
// behind it. untouched says that it was so divided already.
func (s *sorter[E]) split(lo, hi, pivot int) (mid int, untouched bool) {
	s.swap(lo, pivot)
	i, j := lo+1, hi-1
	untouched = true
	for {
		for i <= j && s.less(i, lo) {
			i++
		}
		for i <= j && !s.less(j, lo) {
			j--
		}
		if i > j {
			s.swap(lo, j)
			return j, untouched
		}
		untouched = false
		s.swap(i, j)
		i++
		j--
	}
}

// splitEqual divides a range whose pivot is its least element: what equals it comes before the returned index.
func (s *sorter[E]) splitEqual(lo, hi, pivot int) int {
	s.swap(lo, pivot)
	i, j := lo+1, hi-1
	for {
		for i <= j && !s.less(lo, i) {
			i++
		}
		for i <= j && s.less(lo, j) {
			j--
		}
		if i > j {
			return i
		}
		s.swap(i, j)
		i++
		j--
	}
}
