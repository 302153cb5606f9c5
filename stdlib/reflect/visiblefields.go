package reflect

// VisibleFields returns the fields of a struct and those promoted from embedded structs that nothing hides or makes
// ambiguous, in order of appearance.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	all := []StructField{}
	var collect func(t Type, prefix []int, path []Type)
	collect = func(t Type, prefix []int, path []Type) {
		for _, outer := range path {
			if outer == t {
				return
			}
		}
		for i := 0; i < t.NumField(); i++ {
			f := t.Field(i)
			f.Index = append(append([]int(nil), prefix...), i)
			all = append(all, f)
			if f.Anonymous {
				if inner := structBehind(f.Type); inner.Kind() == Struct {
					collect(inner, f.Index, append(path[:len(path):len(path)], t))
				}
			}
		}
	}
	collect(t, nil, nil)
	visible := all[:0]
	for _, f := range all {
		chosen, ok := t.FieldByName(f.Name)
		if ok && sameIndex(chosen.Index, f.Index) {
			visible = append(visible, f)
		}
	}
	return visible
}

func sameIndex(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
