package sort

// byLess adapts a slice of any type to Interface.
type byLess struct {
	n    int
	less func(i, j int) bool
	swap func(i, j int)
}

func (s *byLess) Len() int           { return s.n }
func (s *byLess) Less(i, j int) bool { return s.less(i, j) }
func (s *byLess) Swap(i, j int)      { s.swap(i, j) }

func adapt(x any, less func(i, j int) bool) *byLess {
	s := &byLess{n: sliceLen(x), less: less}
	switch x := x.(type) {
	case []int:
		s.swap = func(i, j int) { x[i], x[j] = x[j], x[i] }
	case []string:
		s.swap = func(i, j int) { x[i], x[j] = x[j], x[i] }
	case []float64:
		s.swap = func(i, j int) { x[i], x[j] = x[j], x[i] }
	default:
		s.swap = func(i, j int) { swapElements(x, i, j) }
	}
	return s
}

// sliceLen returns the length of the slice in x and panics if there is none.
func sliceLen(x any) int {
	n := sliceLength(x)
	if n < 0 {
		if x == nil {
			panic("reflect: call of Swapper on zero Value")
		}
		panic("reflect: call of Swapper on non-slice value")
	}
	return n
}

// sliceLength returns the length of the slice in x, or -1 if x is no slice.
func sliceLength(x any) int

// swapElements exchanges two elements of the slice in x.
func swapElements(x any, i, j int)

// Slice sorts the slice x by less, which compares elements by index. Equal elements may change places.
func Slice(x any, less func(i, j int) bool) { Sort(adapt(x, less)) }

// SliceStable is Slice that keeps the order of equal elements.
func SliceStable(x any, less func(i, j int) bool) { Stable(adapt(x, less)) }

// SliceIsSorted reports whether the slice x is sorted by less.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := sliceLen(x) - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}

// IntSlice sorts ints in increasing order.
type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x IntSlice) Sort() { sortInts(x) }

// Search is SearchInts.
func (x IntSlice) Search(n int) int { return SearchInts(x, n) }

// Float64Slice sorts floats in increasing order, NaNs first.
type Float64Slice []float64

func (x Float64Slice) Len() int           { return len(x) }
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }
func (x Float64Slice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x Float64Slice) Sort() { sortFloat64s(x) }

// Search is SearchFloat64s.
func (x Float64Slice) Search(f float64) int { return SearchFloat64s(x, f) }

// StringSlice sorts strings in increasing order of their bytes.
type StringSlice []string

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x StringSlice) Sort() { sortStrings(x) }

// Search is SearchStrings.
func (x StringSlice) Search(s string) int { return SearchStrings(x, s) }

// Ints sorts x in increasing order.
func Ints(x []int) { sortInts(x) }

// Float64s sorts x in increasing order, NaNs first.
func Float64s(x []float64) { sortFloat64s(x) }

// Strings sorts x in increasing order of bytes.
func Strings(x []string) { sortStrings(x) }

func sortInts(x []int)
func sortFloat64s(x []float64)
func sortStrings(x []string)

// IntsAreSorted reports whether x is in increasing order.
func IntsAreSorted(x []int) bool { return IsSorted(IntSlice(x)) }

// Float64sAreSorted reports whether x is in increasing order, NaNs first.
func Float64sAreSorted(x []float64) bool { return IsSorted(Float64Slice(x)) }

// StringsAreSorted reports whether x is in increasing order.
func StringsAreSorted(x []string) bool { return IsSorted(StringSlice(x)) }

// Search returns the smallest i in [0, n) for which f(i) is true, or n; f must be false up to some point and
// true from there on.
func Search(n int, f func(int) bool) int {
	lo, hi := 0, n
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if f(mid) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// Find returns the smallest i in [0, n) for which cmp(i) <= 0, or n, and whether cmp(i) == 0 there; cmp must be
// positive, then zero, then negative.
func Find(n int, cmp func(int) int) (i int, found bool) {
	i = Search(n, func(i int) bool { return cmp(i) <= 0 })
	return i, i < n && cmp(i) == 0
}

// SearchInts returns the first index of the sorted a at which x is or would belong.
func SearchInts(a []int, x int) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchFloat64s returns the first index of the sorted a at which x is or would belong.
func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchStrings returns the first index of the sorted a at which x is or would belong.
func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}
