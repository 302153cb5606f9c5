// Package reflect lets a program look into values of any type. Types are the VM's own descriptors: a *rtype points at
// one, so that equal types are equal pointers, and only native leaves know what is behind it.
package reflect

import (
	"strconv"
	"unsafe"
)

// A Type describes a Go type. Two Types are == exactly if they are identical types.
type Type interface {
	Align() int
	FieldAlign() int
	Method(int) Method
	MethodByName(string) (Method, bool)
	NumMethod() int
	Name() string
	PkgPath() string
	Size() uintptr
	String() string
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	Comparable() bool
	Bits() int
	ChanDir() ChanDir
	IsVariadic() bool
	Elem() Type
	Field(i int) StructField
	FieldByIndex(index []int) StructField
	FieldByName(name string) (StructField, bool)
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	In(i int) Type
	Key() Type
	Len() int
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type
	OverflowComplex(x complex128) bool
	OverflowFloat(x float64) bool
	OverflowInt(x int64) bool
	OverflowUint(x uint64) bool
	CanSeq() bool
	CanSeq2() bool
	common() *rtype
}

// A Kind is the form of a type.
type Kind uint

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Ptr is the old name of Pointer.
const Ptr = Pointer

func (k Kind) String() string {
	switch k {
	case Invalid:
		return "invalid"
	case Bool:
		return "bool"
	case Int:
		return "int"
	case Int8:
		return "int8"
	case Int16:
		return "int16"
	case Int32:
		return "int32"
	case Int64:
		return "int64"
	case Uint:
		return "uint"
	case Uint8:
		return "uint8"
	case Uint16:
		return "uint16"
	case Uint32:
		return "uint32"
	case Uint64:
		return "uint64"
	case Uintptr:
		return "uintptr"
	case Float32:
		return "float32"
	case Float64:
		return "float64"
	case Complex64:
		return "complex64"
	case Complex128:
		return "complex128"
	case Array:
		return "array"
	case Chan:
		return "chan"
	case Func:
		return "func"
	case Interface:
		return "interface"
	case Map:
		return "map"
	case Pointer:
		return "ptr"
	case Slice:
		return "slice"
	case String:
		return "string"
	case Struct:
		return "struct"
	case UnsafePointer:
		return "unsafe.Pointer"
	}
	return "kind" + strconv.Itoa(int(k))
}

// A ChanDir tells what a channel type allows.
type ChanDir int

const (
	RecvDir ChanDir = 1 << iota
	SendDir
	BothDir = RecvDir | SendDir
)

func (d ChanDir) String() string {
	switch d {
	case SendDir:
		return "chan<-"
	case RecvDir:
		return "<-chan"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + strconv.Itoa(int(d))
}

// A Method describes a method of a type.
type Method struct {
	Name    string
	PkgPath string // of a method that is not exported
	Type    Type   // with the receiver as first parameter, unless it is an interface's
	Func    Value
	Index   int
}

// IsExported reports whether the method's name is exported.
func (m Method) IsExported() bool { return m.PkgPath == "" }

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

// rtype is the beginning of the VM's descriptor of a type; natives.cpp checks that it agrees.
type rtype struct {
	size    uintptr
	id      uint32
	kind    uint8
	align   uint8
	chanDir uint8
	_       uint8
	flags   uint16
}

// Bits of rtype.flags.
const (
	typeNamed         = 1 << 0
	typeComparable    = 1 << 1
	typePointerShaped = 1 << 3
	typeVariadic      = 1 << 7
)

// toType keeps a missing descriptor from becoming an interface that is not nil.
func toType(t *rtype) Type {
	if t == nil {
		return nil
	}
	return t
}

// TypeOf returns the type of what an interface holds, nil for a nil interface.
func TypeOf(i any) Type { return toType(typeOf(i)) }

func (t *rtype) common() *rtype  { return t }
func (t *rtype) is(k Kind) bool  { return Kind(t.kind) == k }
func (t *rtype) Align() int      { return int(t.align) }
func (t *rtype) FieldAlign() int { return int(t.align) }
func (t *rtype) Size() uintptr   { return t.size }
func (t *rtype) Kind() Kind      { return Kind(t.kind) }
func (t *rtype) String() string  { return typeString(t) }
func (t *rtype) Name() string    { return typeName(t) }
func (t *rtype) PkgPath() string { return typePkgPath(t) }

func (t *rtype) Comparable() bool    { return t.flags&typeComparable != 0 }
func (t *rtype) pointerShaped() bool { return t.flags&typePointerShaped != 0 }

func (t *rtype) Bits() int {
	if k := t.Kind(); k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return int(t.size) * 8
}

func (t *rtype) ChanDir() ChanDir {
	if !t.is(Chan) {
		panic("reflect: ChanDir of non-chan type " + t.String())
	}
	return ChanDir(t.chanDir)
}

func (t *rtype) IsVariadic() bool {
	if !t.is(Func) {
		panic("reflect: IsVariadic of non-func type " + t.String())
	}
	return t.flags&typeVariadic != 0
}

func (t *rtype) Elem() Type {
	switch t.Kind() {
	case Array, Chan, Map, Pointer, Slice:
		return typeElem(t)
	}
	panic("reflect: Elem of invalid type " + t.String())
}

func (t *rtype) Key() Type {
	if !t.is(Map) {
		panic("reflect: Key of non-map type " + t.String())
	}
	return typeKey(t)
}

func (t *rtype) Len() int {
	if !t.is(Array) {
		panic("reflect: Len of non-array type " + t.String())
	}
	return typeLen(t)
}

func (t *rtype) NumField() int {
	if !t.is(Struct) {
		panic("reflect: NumField of non-struct type " + t.String())
	}
	return numField(t)
}

func (t *rtype) NumIn() int {
	if !t.is(Func) {
		panic("reflect: NumIn of non-func type " + t.String())
	}
	return numIn(t)
}

func (t *rtype) NumOut() int {
	if !t.is(Func) {
		panic("reflect: NumOut of non-func type " + t.String())
	}
	return numOut(t)
}

func (t *rtype) In(i int) Type {
	n := 0
	if !t.is(Func) {
		panic("reflect: In of non-func type " + t.String())
	}
	n = numIn(t)
	return typeIn(t, checkIndex(i, n))
}

func (t *rtype) Out(i int) Type {
	if !t.is(Func) {
		panic("reflect: Out of non-func type " + t.String())
	}
	return typeOut(t, checkIndex(i, numOut(t)))
}

// checkIndex panics as indexing a slice of n elements does, and returns i.
func checkIndex(i, n int) int {
	_ = make([]struct{}, n)[i]
	return i
}

// Methods.

func (t *rtype) NumMethod() int {
	if t.is(Interface) {
		return numInterfaceMethods(t)
	}
	return numMethods(t)
}

func (t *rtype) Method(i int) Method {
	if i < 0 || i >= t.NumMethod() {
		panic("reflect: Method index out of range")
	}
	if t.is(Interface) {
		name, pkgPath, typ := interfaceMethod(t, i)
		return Method{Name: name, PkgPath: pkgPath, Type: typ, Index: i}
	}
	name, typ, fn := typeMethod(t, i)
	full := withReceiver(t, typ)
	return Method{Name: name, Type: full, Func: Value{full, fn, 0}, Index: i}
}

// withReceiver makes the type of a method expression.
func withReceiver(receiver, method *rtype) *rtype {
	in := []*rtype{receiver}
	for i := 0; i < numIn(method); i++ {
		in = append(in, typeIn(method, i))
	}
	out := []*rtype{}
	for i := 0; i < numOut(method); i++ {
		out = append(out, typeOut(method, i))
	}
	return funcOf(in, out, method.flags&typeVariadic != 0)
}

func (t *rtype) MethodByName(name string) (Method, bool) {
	i := t.methodIndex(name)
	if i < 0 {
		return Method{}, false
	}
	return t.Method(i), true
}

// methodIndex finds a method by its name, -1 if there is none.
func (t *rtype) methodIndex(name string) int {
	for i := t.NumMethod() - 1; i >= 0; i-- {
		found := ""
		if t.is(Interface) {
			found, _, _ = interfaceMethod(t, i)
		} else {
			found, _, _ = typeMethod(t, i)
		}
		if found == name {
			return i
		}
	}
	return -1
}

// Fields.

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
	var f StructField
	var at Type = t
	for i, x := range index {
		if i > 0 {
			at = structBehind(f.Type)
		}
		f = at.Field(x)
	}
	if len(index) > 0 {
		f.Index = index
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

// VisibleFields returns the fields of a struct and those promoted from embedded structs that nothing hides or makes
// ambiguous, in order of appearance.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	var all []StructField
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

// Relations between types.

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(t, u.common())
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return assignable(t, u.common())
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return conversion(t, u.common()) != cannotConvert
}

// assignable follows the specification's rules of assignability for typed values.
func assignable(from, to *rtype) bool {
	if from == to {
		return true
	}
	if to.is(Interface) && implements(from, to) {
		return true
	}
	if from.kind != to.kind || from.flags&typeNamed != 0 && to.flags&typeNamed != 0 {
		return false
	}
	if underlying(from) == underlying(to) {
		return true
	}
	// A bidirectional channel may be assigned to one of either direction, if one of the two has no name.
	return from.is(Chan) && ChanDir(from.chanDir) == BothDir && typeElem(from) == typeElem(to)
}

func (t *rtype) OverflowInt(x int64) bool {
	switch t.Kind() {
	case Int, Int8, Int16, Int32, Int64:
		shift := 64 - t.size*8
		return x != x<<shift>>shift
	}
	panic("reflect: OverflowInt of non-int type " + t.String())
}

func (t *rtype) OverflowUint(x uint64) bool {
	switch t.Kind() {
	case Uint, Uintptr, Uint8, Uint16, Uint32, Uint64:
		shift := 64 - t.size*8
		return x != x<<shift>>shift
	}
	panic("reflect: OverflowUint of non-uint type " + t.String())
}

func (t *rtype) OverflowFloat(x float64) bool {
	switch t.Kind() {
	case Float32:
		return overflowsFloat32(x)
	case Float64:
		return false
	}
	panic("reflect: OverflowFloat of non-float type " + t.String())
}

func (t *rtype) OverflowComplex(x complex128) bool {
	switch t.Kind() {
	case Complex64:
		return overflowsFloat32(real(x)) || overflowsFloat32(imag(x))
	case Complex128:
		return false
	}
	panic("reflect: OverflowComplex of non-complex type " + t.String())
}

func overflowsFloat32(x float64) bool {
	if x < 0 {
		x = -x
	}
	const maxFloat32 = 0x1p127 * (1 + (1 - 0x1p-23))
	return x > maxFloat32 && x <= 0x1p1023*(1+(1-0x1p-52))
}

// CanSeq reports whether a value of the type can be ranged over with one variable.
func (t *rtype) CanSeq() bool {
	switch t.Kind() {
	case Int8, Int16, Int32, Int64, Int, Uint8, Uint16, Uint32, Uint64, Uint, Uintptr, Array, Slice, Chan, String, Map:
		return true
	case Func:
		return isIterator(t, 1)
	case Pointer:
		return typeElem(t).is(Array)
	}
	return false
}

// CanSeq2 reports whether a value of the type can be ranged over with two variables.
func (t *rtype) CanSeq2() bool {
	switch t.Kind() {
	case Array, Slice, String, Map:
		return true
	case Func:
		return isIterator(t, 2)
	case Pointer:
		return typeElem(t).is(Array)
	}
	return false
}

// isIterator reports whether t is func(yield func(n parameters) bool).
func isIterator(t *rtype, n int) bool {
	if numIn(t) != 1 || numOut(t) != 0 {
		return false
	}
	yield := typeIn(t, 0)
	return yield.is(Func) && numIn(yield) == n && numOut(yield) == 1 && typeOut(yield, 0).is(Bool)
}

// Making types.

// PointerTo returns *t.
func PointerTo(t Type) Type { return pointerTo(t.common()) }

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

// SliceOf returns []t.
func SliceOf(t Type) Type { return sliceOf(t.common()) }

// ArrayOf returns [length]elem.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	size := elem.Size()
	if size > 0 && uintptr(length) > (1<<47)/size {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
	}
	return arrayOf(length, elem.common())
}

// MapOf returns map[key]elem.
func MapOf(key, elem Type) Type {
	if !key.Comparable() {
		panic("reflect.MapOf: invalid key type " + key.String())
	}
	return mapOf(key.common(), elem.common())
}

// ChanOf returns the channel type of that direction and element.
func ChanOf(dir ChanDir, t Type) Type {
	if dir < RecvDir || dir > BothDir {
		panic("reflect.ChanOf: invalid dir")
	}
	if t.Size() >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	return chanOf(t.common(), int(dir))
}

// FuncOf returns the func type with these parameters and results.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	return funcOf(commons(in), commons(out), variadic)
}

func commons(types []Type) []*rtype {
	list := make([]*rtype, len(types))
	for i, t := range types {
		list[i] = t.common()
	}
	return list
}

// StructOf returns the struct type with these fields; Offset and Index are ignored.
func StructOf(fields []StructField) Type {
	made := make([]madeField, len(fields))
	seen := map[string]bool{}
	for i, f := range fields {
		if f.Name == "" {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no name")
		}
		if f.Type == nil {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no type")
		}
		exported := isExportedName(f.Name)
		if !exported && f.PkgPath == "" {
			panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
		}
		if seen[f.Name] && f.Name != "_" {
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		seen[f.Name] = true
		made[i] = madeField{f.Name, f.PkgPath, string(f.Tag), f.Type.common(), f.Anonymous, exported}
	}
	return structOf(made)
}

// madeField is how structOf takes its fields.
type madeField struct {
	name, pkgPath, tag string
	typ                *rtype
	embedded, exported bool
}

func isExportedName(name string) bool {
	if c := name[0]; c < 0x80 {
		return 'A' <= c && c <= 'Z'
	}
	return isUpperRune([]rune(name)[0])
}

// Not unicode.IsUpper: importing unicode would make every program that prints load its tables.
func isUpperRune(r rune) bool

// What only the VM knows.
func typeOf(i any) *rtype
func typeString(t *rtype) string
func typeName(t *rtype) string
func typePkgPath(t *rtype) string
func typeElem(t *rtype) *rtype
func typeKey(t *rtype) *rtype
func typeLen(t *rtype) int
func underlying(t *rtype) *rtype
func numField(t *rtype) int
func typeField(t *rtype, i int) (name, pkgPath, tag string, typ *rtype, offset uintptr, flags int)
func numIn(t *rtype) int
func numOut(t *rtype) int
func typeIn(t *rtype, i int) *rtype
func typeOut(t *rtype, i int) *rtype
func numInterfaceMethods(t *rtype) int
func interfaceMethod(t *rtype, i int) (name, pkgPath string, typ *rtype)
func numMethods(t *rtype) int
func typeMethod(t *rtype, i int) (name string, typ *rtype, fn unsafe.Pointer)
func implements(t, u *rtype) bool
func pointerTo(t *rtype) *rtype
func sliceOf(t *rtype) *rtype
func arrayOf(length int, elem *rtype) *rtype
func mapOf(key, elem *rtype) *rtype
func chanOf(elem *rtype, dir int) *rtype
func funcOf(in, out []*rtype, variadic bool) *rtype
func structOf(fields []madeField) *rtype
