package reflect

import "unsafe"

// Structs.

func (v Value) NumField() int {
	v.mustBe(Struct, "reflect.Value.NumField")
	return numField(v.typ)
}

func (v Value) Field(i int) Value {
	v.mustBe(Struct, "reflect.Value.Field")
	if i < 0 || i >= numField(v.typ) {
		panic("reflect: Field index out of range")
	}
	typ, offset, flags := fieldPlace(v.typ, i)
	readOnly := flag(0)
	if flags&fieldExported == 0 {
		readOnly = flagUnexported
		if flags&fieldEmbedded != 0 {
			readOnly = flagEmbedded
		}
	}
	return Value{typ, unsafe.Add(v.ptr, offset), v.flag&^flagEmbedded | flagIndirect | readOnly}
}

func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.mustBe(Struct, "reflect.Value.FieldByIndex")
	for i, x := range index {
		if i > 0 && v.kind() == Pointer && typeElem(v.typ).is(Struct) {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

// FieldByIndexErr is FieldByIndex with an error where that panics because of a nil pointer.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.mustBe(Struct, "reflect.Value.FieldByIndexErr")
	for i, x := range index {
		if i > 0 && v.kind() == Pointer && typeElem(v.typ).is(Struct) {
			if v.IsNil() {
				return Value{}, nilEmbedded("reflect: indirection through nil pointer to embedded struct field " + typeElem(v.typ).Name())
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

type nilEmbedded string

func (e nilEmbedded) Error() string { return string(e) }

func (v Value) FieldByName(name string) Value {
	v.mustBe(Struct, "reflect.Value.FieldByName")
	if f, ok := v.typ.FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := v.typ.FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}
