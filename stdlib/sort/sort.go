// Package sort sorts slices and user-defined collections, and searches sorted ones.
package sort

// Interface is a collection that can be sorted: its elements are named by index.
type Interface interface {
	// Len is the number of elements.
	Len() int
	// Less reports whether element i must come before element j: a strict weak ordering.
	Less(i, j int) bool
	// Swap exchanges elements i and j.
	Swap(i, j int)
}

// Sort sorts data in O(n log n) calls of Less and Swap. Equal elements may change places.
func Sort(data Interface) {
	n := data.Len()
	introsort(data, 0, n, depthLimit(n))
}

// Stable sorts data, equal elements keeping their order, in O(n log n) calls of Less and O(n log² n) of Swap.
func Stable(data Interface) {
	mergesort(data, 0, data.Len())
}

// IsSorted reports whether data is sorted.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct {
	Interface
}

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse returns data in the opposite order.
func Reverse(data Interface) Interface { return &reverse{data} }

// A run this short is sorted by insertion.
const shortRun = 12

func depthLimit(n int) int {
	limit := 0
	for ; n > 0; n >>= 1 {
		limit += 2
	}
	return limit
}

// introsort is a quicksort that goes over to heapsort when the pivots have been bad too often (depth runs
// out), so that the worst case stays O(n log n), and that recognises sorted runs.
func introsort(data Interface, lo, hi, depth int) {
	for hi-lo > shortRun {
		if depth == 0 {
			heapsort(data, lo, hi)
			return
		}
		depth--
		pivot, swaps := choosePivot(data, lo, hi)
		if swaps == 0 && finishSorted(data, lo, hi) {
			return
		}
		data.Swap(lo, pivot)
		left, right := partition(data, lo, hi)
		// The shorter side by recursion, the longer by iteration: the stack stays O(log n).
		if left-lo < hi-right {
			introsort(data, lo, left, depth)
			lo = right
		} else {
			introsort(data, right, hi, depth)
			hi = left
		}
	}
	insertionSort(data, lo, hi)
}

func insertionSort(data Interface, lo, hi int) {
	for i := lo + 1; i < hi; i++ {
		for j := i; j > lo && data.Less(j, j-1); j-- {
			data.Swap(j, j-1)
		}
	}
}

// choosePivot returns the index of a median of three, of three such medians in long ranges, and how many
// pairs were found out of order on the way.
func choosePivot(data Interface, lo, hi int) (pivot, swaps int) {
	n := hi - lo
	a, b, c := lo+n/4, lo+n/2, lo+n/4*3
	if n >= 50 {
		a = median(data, a-1, a, a+1, &swaps)
		b = median(data, b-1, b, b+1, &swaps)
		c = median(data, c-1, c, c+1, &swaps)
	}
	return median(data, a, b, c, &swaps), swaps
}

func median(data Interface, a, b, c int, swaps *int) int {
	if data.Less(b, a) {
		*swaps++
		a, b = b, a
	}
	if data.Less(c, b) {
		*swaps++
		b = c
		if data.Less(b, a) {
			*swaps++
			b = a
		}
	}
	return b
}

// finishSorted sorts a range that looks sorted already by a few insertions; it gives up, leaving the range
// permuted at most, when there are many.
func finishSorted(data Interface, lo, hi int) bool {
	const patience = 5
	for i, moved := lo+1, 0; i < hi; i++ {
		if !data.Less(i, i-1) {
			continue
		}
		if moved++; moved > patience {
			return false
		}
		for j := i; j > lo && data.Less(j, j-1); j-- {
			if i-j > 8*shortRun {
				return false
			}
			data.Swap(j, j-1)
		}
	}
	return true
}

// partition splits the range about its first element: [lo, left) is less than or equal to it, [left, right) equal, [right, hi)
// not less.
func partition(data Interface, lo, hi int) (left, right int) {
	i, j := lo+1, hi-1
	for {
		for i <= j && data.Less(i, lo) {
			i++
		}
		for i <= j && data.Less(lo, j) {
			j--
		}
		if i >= j {
			break
		}
		data.Swap(i, j)
		i++
		j--
	}
	// Here [lo+1, i) is not greater than the pivot and [i, hi) not less, but i may sit on an equal element.
	data.Swap(lo, i-1)
	left, right = i-1, i
	// Many equal elements would make such splits lopsided: gather those next to the pivot.
	for right < hi && !data.Less(left, right) {
		right++
	}
	return left, right
}

func heapsort(data Interface, lo, hi int) {
	n := hi - lo
	for root := n/2 - 1; root >= 0; root-- {
		siftDown(data, lo, root, n)
	}
	for end := n - 1; end > 0; end-- {
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

// mergesort sorts [lo, hi) stably and in place.
func mergesort(data Interface, lo, hi int) {
	if hi-lo <= shortRun {
		insertionSort(data, lo, hi)
		return
	}
	mid := lo + (hi-lo)/2
	mergesort(data, lo, mid)
	mergesort(data, mid, hi)
	if data.Less(mid, mid-1) {
		merge(data, lo, mid, hi)
	}
}

// merge merges the sorted [lo, mid) and [mid, hi) in place: it cuts the longer in half, finds by bisection
// where that element belongs in the other, exchanges the middle parts by rotation and merges both sides.
func merge(data Interface, lo, mid, hi int) {
	if lo >= mid || mid >= hi {
		return
	}
	if hi-lo == 2 {
		if data.Less(mid, lo) {
			data.Swap(lo, mid)
		}
		return
	}
	var cutLeft, cutRight int
	if mid-lo >= hi-mid {
		cutLeft = lo + (mid-lo)/2
		cutRight = mid + Search(hi-mid, func(i int) bool { return !data.Less(mid+i, cutLeft) })
	} else {
		cutRight = mid + (hi-mid)/2
		cutLeft = lo + Search(mid-lo, func(i int) bool { return data.Less(cutRight, lo+i) })
	}
	rotate(data, cutLeft, mid, cutRight)
	newMid := cutLeft + cutRight - mid
	merge(data, lo, cutLeft, newMid)
	merge(data, newMid, cutRight, hi)
}

// rotate exchanges the neighbours [lo, mid) and [mid, hi), keeping the order within each.
func rotate(data Interface, lo, mid, hi int) {
	flip(data, lo, mid)
	flip(data, mid, hi)
	flip(data, lo, hi)
}

func flip(data Interface, lo, hi int) {
	for hi--; lo < hi; lo, hi = lo+1, hi-1 {
		data.Swap(lo, hi)
	}
}
