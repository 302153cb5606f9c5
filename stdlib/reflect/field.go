package reflect

import "strconv"

// A StructField describes a field of a struct.
type StructField struct {
	Name      string
	PkgPath   string // of a field that is not exported
	Type      Type
	Tag       StructTag
	Offset    uintptr
	Index     []int
	Anonymous bool
}

// IsExported reports whether the field's name is exported.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// A StructTag is a field's tag, by convention a list of key:"value" pairs.
type StructTag string

// Get returns the value of a key, "" if there is none.
func (tag StructTag) Get(key string) string {
	value, _ := tag.Lookup(key)
	return value
}

// Lookup returns the value of a key, and whether there is one. Reading stops where the convention is broken.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	rest := string(tag)
	for {
		for rest != "" && rest[0] == ' ' {
			rest = rest[1:]
		}
		colon := 0
		for colon < len(rest) && rest[colon] > ' ' && rest[colon] != ':' && rest[colon] != '"' && rest[colon] != 0x7f {
			colon++
		}
		if colon == 0 || colon+1 >= len(rest) || rest[colon] != ':' || rest[colon+1] != '"' {
			return "", false
		}
		name := rest[:colon]
		rest = rest[colon+1:]
		end := 1
		for end < len(rest) && rest[end] != '"' {
			if rest[end] == '\\' {
				end++
			}
			end++
		}
		if end >= len(rest) {
			return "", false
		}
		quoted := rest[:end+1]
		rest = rest[end+1:]
		if name == key {
			value, err := strconv.Unquote(quoted)
			return value, err == nil
		}
	}
}

const (
	fieldEmbedded = 1 << iota
	fieldExported
)

func (t *rtype) Field(i int) StructField {
	if !t.is(Struct) {
		panic("reflect: Field of non-struct type " + t.String())
	}
	if i < 0 || i >= numField(t) {
		panic("reflect: Field index out of bounds")
	}
	name, pkgPath, tag, typ, offset, flags := typeField(t, i)
	return StructField{name, pkgPath, typ, StructTag(tag), offset, []int{i}, flags&fieldEmbedded != 0}
}

func (t *rtype) FieldByIndex(index []int) StructField {
	if !t.is(Struct) {
		panic("reflect: FieldByIndex of non-struct type " + t.String())
	}
	f := StructField{Type: t}
	for i, x := range index {
		at := f.Type
		if i > 0 {
			at = structBehind(at)
		}
		f = at.Field(x)
	}
	return f
}

// structBehind looks through a pointer to a struct, as selectors do.
func structBehind(t Type) Type {
	if t.Kind() == Pointer && t.Elem().Kind() == Struct {
		return t.Elem()
	}
	return t
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	if !t.is(Struct) {
		panic("reflect: FieldByName of non-struct type " + t.String())
	}
	return t.FieldByNameFunc(func(s string) bool { return s == name })
}

// FieldByNameFunc finds the one field that matches at the least depth; two at the same depth hide each other and all that
// lies deeper.
func (t *rtype) FieldByNameFunc(match func(string) bool) (result StructField, ok bool) {
	if !t.is(Struct) {
		panic("reflect: FieldByNameFunc of non-struct type " + t.String())
	}
	type place struct {
		typ   *rtype
		index []int
		times int // how many embedded fields of this depth have the type
	}
	visited := map[*rtype]bool{}
	for level := []place{{t, nil, 1}}; len(level) > 0; {
		var next []place
		found := 0
		for _, at := range level {
			if visited[at.typ] {
				continue
			}
			visited[at.typ] = true
			for i, n := 0, numField(at.typ); i < n; i++ {
				name, _, _, typ, _, flags := typeField(at.typ, i)
				if match(name) {
					found += at.times
					result = at.typ.Field(i)
					result.Index = append(append([]int(nil), at.index...), i)
					continue
				}
				if flags&fieldEmbedded == 0 {
					continue
				}
				inner := structBehind(typ).common()
				if !inner.is(Struct) {
					continue
				}
				known := false
				for j := range next {
					if next[j].typ == inner {
						next[j].times += at.times
						known = true
					}
				}
				if !known {
					next = append(next, place{inner, append(append([]int(nil), at.index...), i), at.times})
				}
			}
		}
		if found == 1 {
			return result, true
		}
		if found > 1 {
			return StructField{}, false
		}
		level = next
	}
	return StructField{}, false
}
