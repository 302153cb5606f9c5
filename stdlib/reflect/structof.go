package reflect

import "strconv"

// madeField is how structOf takes its fields.
type madeField struct {
	name, pkgPath, tag string
	typ                *rtype
	embedded, exported bool
}

// StructOf returns the struct type with these fields; Offset and Index are ignored. As in gc a field is exported if it has
// no PkgPath, and few embedded fields may have methods.
func StructOf(fields []StructField) Type {
	made := make([]madeField, len(fields))
	seen := map[string]bool{}
	pkgPath := ""
	var extent structExtent
	for i, f := range fields {
		checkField(i, f)
		if f.PkgPath != "" {
			if pkgPath == "" {
				pkgPath = f.PkgPath
			} else if pkgPath != f.PkgPath {
				panic("reflect.Struct: fields with different PkgPath " + pkgPath + " and " + f.PkgPath)
			}
		}
		t := f.Type.common()
		if f.Anonymous {
			checkEmbedded(i, len(fields), t)
		}
		if seen[f.Name] && f.Name != "_" {
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		seen[f.Name] = true
		extent.add(t)
		made[i] = madeField{f.Name, f.PkgPath, string(f.Tag), t, f.Anonymous, f.PkgPath == ""}
	}
	extent.finish()
	return structOf(made)
}

// structExtent follows the size of a struct, to stop before it overflows.
type structExtent struct {
	size, align uintptr
	pointers    bool
	zeroAtEnd   bool // the last field has no size
}

func (e *structExtent) add(t *rtype) {
	align := uintptr(t.align)
	e.grow(-e.size & (align - 1))
	e.grow(t.size)
	e.align = max(e.align, align)
	e.pointers = e.pointers || t.flags&typeHasPointers != 0
	e.zeroAtEnd = t.size == 0
}

func (e *structExtent) finish() {
	if e.zeroAtEnd && e.size > 0 {
		e.grow(1) // a pointer to that field must not point behind the struct
	}
	if e.align > 0 {
		e.grow(-e.size & (e.align - 1))
	}
}

func (e *structExtent) grow(n uintptr) {
	if e.size+n < n || e.pointers && e.size+n > maxPointerful {
		panic("reflect.StructOf: struct size would exceed virtual address space")
	}
	e.size += n
}

func checkField(i int, f StructField) {
	switch {
	case f.Name == "":
		panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no name")
	case !isValidName(f.Name):
		panic("reflect.StructOf: field " + strconv.Itoa(i) + " has invalid name")
	case f.Type == nil:
		panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no type")
	case f.Anonymous && f.PkgPath != "":
		panic("reflect.StructOf: field \"" + f.Name + "\" is anonymous but has PkgPath set")
	}
	if c := f.Name[0]; f.PkgPath == "" && ('a' <= c && c <= 'z' || c == '_') {
		panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
	}
}

// checkEmbedded refuses the embedded fields that gc does, field i of n.
func checkEmbedded(i, n int, t *rtype) {
	_, methods := methodCounts(t)
	switch t.Kind() {
	case Interface:
		return
	case Pointer:
		if elem := typeElem(t); elem.is(Pointer) || elem.is(Interface) {
			panic("reflect.StructOf: illegal embedded field type " + t.String())
		}
	}
	if methods > 0 && i > 0 {
		panic("reflect: embedded type with methods not implemented if type is not first field")
	}
	if n == 1 {
		return
	}
	if t.is(Pointer) {
		if methods > 0 {
			panic("reflect: embedded type with methods not implemented if there is more than one field")
		}
	} else if t.flags&typeNamed != 0 && t.size == ptrSize && t.flags&typeHasPointers != 0 {
		panic("reflect: embedded type with methods not implemented for non-pointer type")
	}
}

func isValidName(name string) bool {
	for i, c := range name {
		letter, digit := isIdentifierRune(c)
		if !letter && (i == 0 || !digit) {
			return false
		}
	}
	return true
}
