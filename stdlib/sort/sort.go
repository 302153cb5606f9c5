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
	quicksort(data, 0, n, bitLength(n))
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
