package sort

// A pattern-defeating quicksort (Orson Peters): a quicksort that notices ranges that are sorted, reversed or full of equal
// elements, shuffles a little where pivots were bad, and ends as a heapsort where that did not help. Which elements it
// compares and exchanges is gc's choice, so that equal elements end up in the same order; slices.SortFunc does the same.
//
// Ranges are [lo, hi).

// quicksort sorts a range; after badPivots more bad pivots it resorts to a heap.
func quicksort(data Interface, lo, hi, badPivots int) {
	balanced, untouched := true, true // how the last partition went
	for hi-lo > shortRun {
		if badPivots == 0 {
			heapsort(data, lo, hi)
			return
		}
		if !balanced {
			shuffle(data, lo, hi)
			badPivots--
		}
		pivot, order := choosePivot(data, lo, hi)
		if order == decreasing {
			flip(data, lo, hi)
			pivot = hi - 1 - (pivot - lo)
			order = increasing
		}
		if balanced && untouched && order == increasing && finishSorted(data, lo, hi) {
			return
		}
		// The element before the range is not greater than any in it. If it equals the pivot, the pivot is least.
		if lo > 0 && !data.Less(lo-1, pivot) {
			lo = splitEqual(data, lo, hi, pivot)
			continue
		}
		var mid int
		mid, untouched = split(data, lo, hi, pivot)
		left, right := mid-lo, hi-mid
		balanced = min(left, right) >= (hi-lo)/8
		// The shorter side by recursion, the longer by iteration: the stack stays O(log n).
		if left < right {
			quicksort(data, lo, mid, badPivots)
			lo = mid + 1
		} else {
			quicksort(data, mid+1, hi, badPivots)
			hi = mid
		}
	}
	insertionSort(data, lo, hi)
}

// bitLength is bits.Len, for which alone package fmt would import math/bits.
func bitLength(n int) int {
	length := 0
	for ; n > 0; n >>= 1 {
		length++
	}
	return length
}

func insertionSort(data Interface, lo, hi int) {
	for i := lo + 1; i < hi; i++ {
		for j := i; j > lo && data.Less(j, j-1); j-- {
			data.Swap(j, j-1)
		}
	}
}

// shuffle exchanges three elements about the middle with ones chosen from the length (by a xorshift of 64 bits), which
// breaks patterns that make pivots bad.
func shuffle(data Interface, lo, hi int) {
	n := hi - lo
	random := uint64(n)
	mask := uint64(1)<<bitLength(n) - 1
	first := lo + n/4*2 - 1
	for i := range 3 {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(random & mask)
		if other >= n {
			other -= n
		}
		data.Swap(first+i, lo+other)
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
func choosePivot(data Interface, lo, hi int) (pivot int, found order) {
	const (
		enoughForNine = 50
		allExchanged  = 12
	)
	n := hi - lo
	a, b, c := lo+n/4, lo+n/4*2, lo+n/4*3
	exchanges := 0
	if n >= enoughForNine {
		a = median(data, a-1, a, a+1, &exchanges)
		b = median(data, b-1, b, b+1, &exchanges)
		c = median(data, c-1, c, c+1, &exchanges)
	}
	b = median(data, a, b, c, &exchanges)
	switch exchanges {
	case 0:
		return b, increasing
	case allExchanged:
		return b, decreasing
	}
	return b, unknown
}

// median returns which of three indices has the middle element, counting how often two had to be exchanged.
func median(data Interface, a, b, c int, exchanges *int) int {
	if data.Less(b, a) {
		a, b = b, a
		*exchanges++
	}
	if data.Less(c, b) {
		b = c
		*exchanges++
	}
	if data.Less(b, a) {
		b = a
		*exchanges++
	}
	return b
}

// finishSorted sorts a range that looks sorted by moving a few elements. It gives up, the range permuted at most, when
// that is not enough.
func finishSorted(data Interface, lo, hi int) bool {
	const (
		patience   = 5
		worthwhile = 50 // elements: in shorter ranges nothing is moved
	)
	i := lo + 1
	for range patience {
		for i < hi && !data.Less(i, i-1) {
			i++
		}
		if i == hi {
			return true
		}
		if hi-lo < worthwhile {
			return false
		}
		data.Swap(i, i-1)
		if i-lo >= 2 {
			for j := i - 1; j > 0 && data.Less(j, j-1); j-- {
				data.Swap(j, j-1)
			}
		}
		if hi-i >= 2 {
			for j := i + 1; j < hi && data.Less(j, j-1); j++ {
				data.Swap(j, j-1)
			}
		}
	}
	return false
}

// split divides a range about its pivot: what is less comes before the returned index, where the pivot is then, the rest
// behind it. untouched says that it was so divided already.
func split(data Interface, lo, hi, pivot int) (mid int, untouched bool) {
	data.Swap(lo, pivot)
	i, j := lo+1, hi-1
	untouched = true
	for {
		for i <= j && data.Less(i, lo) {
			i++
		}
		for i <= j && !data.Less(j, lo) {
			j--
		}
		if i > j {
			data.Swap(j, lo)
			return j, untouched
		}
		untouched = false
		data.Swap(i, j)
		i++
		j--
	}
}

// splitEqual divides a range whose pivot is its least element: what equals it comes before the returned index.
func splitEqual(data Interface, lo, hi, pivot int) int {
	data.Swap(lo, pivot)
	i, j := lo+1, hi-1
	for {
		for i <= j && !data.Less(lo, i) {
			i++
		}
		for i <= j && data.Less(lo, j) {
			j--
		}
		if i > j {
			return i
		}
		data.Swap(i, j)
		i++
		j--
	}
}

func heapsort(data Interface, lo, hi int) {
	n := hi - lo
	for root := (n - 1) / 2; root >= 0; root-- {
		siftDown(data, lo, root, n)
	}
	for end := n - 1; end >= 0; end-- {
		data.Swap(lo, lo+end)
		siftDown(data, lo, 0, end)
	}
}

// siftDown restores the heap [base, base+n) below root.
func siftDown(data Interface, base, root, n int) {
	for {
		child := 2*root + 1
		if child >= n {
			return
		}
		if child+1 < n && data.Less(base+child, base+child+1) {
			child++
		}
		if !data.Less(base+root, base+child) {
			return
		}
		data.Swap(base+root, base+child)
		root = child
	}
}
