package fmt

import (
	"reflect"
	"sort"
)

type entry struct {
	key, value reflect.Value
}

type entries []entry

func (e entries) Len() int           { return len(e) }
func (e entries) Less(i, j int) bool { return compareKeys(e[i].key, e[j].key) < 0 }
func (e entries) Swap(i, j int)      { e[i], e[j] = e[j], e[i] }

// sortedEntries returns the entries of the map m in the order of their keys.
func sortedEntries(m reflect.Value) entries {
	all := make(entries, 0, m.Len())
	for it := m.MapRange(); it.Next(); {
		all = append(all, entry{it.Key(), it.Value()})
	}
	sort.Stable(all)
	return all
}

// compareKeys orders map keys of the same type: numbers and strings by <, NaN first, false before true,
// complex numbers by real then imaginary part, pointers and channels by address, structs and arrays element
// by element, interfaces nil first, then by type and value.
func compareKeys(a, b reflect.Value) int {
	if a.Type() != b.Type() {
		return -1 // only inside interfaces, where compareDynamic has dealt with it
	}
	switch a.Kind() {
	case reflect.String:
		return order(a.String() < b.String(), b.String() < a.String())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return order(a.Int() < b.Int(), b.Int() < a.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return order(a.Uint() < b.Uint(), b.Uint() < a.Uint())
	case reflect.Float32, reflect.Float64:
		return compareFloats(a.Float(), b.Float())
	case reflect.Complex64, reflect.Complex128:
		x, y := a.Complex(), b.Complex()
		if c := compareFloats(real(x), real(y)); c != 0 {
			return c
		}
		return compareFloats(imag(x), imag(y))
	case reflect.Bool:
		return order(!a.Bool() && b.Bool(), a.Bool() && !b.Bool())
	case reflect.Pointer, reflect.UnsafePointer, reflect.Chan:
		return order(a.Pointer() < b.Pointer(), b.Pointer() < a.Pointer())
	case reflect.Struct:
		for i := 0; i < a.NumField(); i++ {
			if c := compareKeys(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
	case reflect.Array:
		for i := 0; i < a.Len(); i++ {
			if c := compareKeys(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
	case reflect.Interface:
		return compareDynamic(a, b)
	}
	return 0
}

func compareDynamic(a, b reflect.Value) int {
	if a.IsNil() || b.IsNil() {
		return order(a.IsNil() && !b.IsNil(), !a.IsNil() && b.IsNil())
	}
	a, b = a.Elem(), b.Elem()
	if s, t := a.Type(), b.Type(); s != t {
		// Go orders by the addresses of the types; a name and a package make the same order every time.
		if s.String() != t.String() {
			return order(s.String() < t.String(), true)
		}
		return order(s.PkgPath() < t.PkgPath(), s.PkgPath() > t.PkgPath())
	}
	return compareKeys(a, b)
}

func compareFloats(a, b float64) int {
	if a != a || b != b {
		return order(a != a && b == b, a == a && b != b)
	}
	return order(a < b, a > b)
}

func order(less, greater bool) int {
	switch {
	case less:
		return -1
	case greater:
		return 1
	}
	return 0
}
