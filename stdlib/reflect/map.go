package reflect

import "unsafe"

// MapIndex returns the element of a key, the zero Value if the map has none.
func (v Value) MapIndex(key Value) Value {
	v.mustBe(Map, "reflect.Value.MapIndex")
	k := key.assignTo(typeKey(v.typ), "reflect.Value.MapIndex")
	elem := mapFind(v.typ, v.word(), k.address())
	if elem == nil {
		return Value{}
	}
	return copied(typeElem(v.typ), elem, (v.flag | key.flag).readOnly())
}

// MapKeys returns the map's keys in no particular order.
func (v Value) MapKeys() []Value {
	v.mustBe(Map, "reflect.Value.MapKeys")
	typ := typeKey(v.typ)
	keys := make([]Value, 0, v.Len())
	if m := v.word(); m != nil {
		state := mapIterNew(v.typ, m)
		for {
			key, _ := mapIterNext(state)
			if key == nil {
				break
			}
			keys = append(keys, copied(typ, key, v.flag.readOnly()))
		}
	}
	return keys
}

// A MapIter goes through a map as a range clause does.
type MapIter struct {
	m         Value
	state     unsafe.Pointer // the VM's iterator; nil before the first Next
	key, elem unsafe.Pointer // the current entry
}

// MapRange returns an iterator, to be advanced before its first use.
func (v Value) MapRange() *MapIter {
	if v.kind() != Map {
		panic(&ValueError{"reflect.Value.MapRange", v.kind()})
	}
	return &MapIter{m: v}
}

func (iter *MapIter) Next() bool {
	if !iter.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if iter.state == nil {
		m := iter.m.word()
		if m == nil {
			m = makeMap(iter.m.typ, 0) // so that a nil map ends as an empty one does
		}
		iter.state = mapIterNew(iter.m.typ, m)
	} else if iter.key == nil {
		panic("MapIter.Next called on exhausted iterator")
	}
	iter.key, iter.elem = mapIterNext(iter.state)
	return iter.key != nil
}

func (iter *MapIter) check(method string) {
	if iter.state == nil {
		panic(method + " called before Next")
	}
	if iter.key == nil {
		panic(method + " called on exhausted iterator")
	}
}

func (iter *MapIter) Key() Value {
	iter.check("MapIter.Key")
	return iter.currentKey()
}

func (iter *MapIter) Value() Value {
	iter.check("MapIter.Value")
	return iter.currentElem()
}

func (iter *MapIter) currentKey() Value {
	return copied(typeKey(iter.m.typ), iter.key, iter.m.flag.readOnly())
}

func (iter *MapIter) currentElem() Value {
	return copied(typeElem(iter.m.typ), iter.elem, iter.m.flag.readOnly())
}

// Reset makes the iterator go through another map, or none.
func (iter *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.mustBe(Map, "reflect.MapIter.Reset")
	}
	*iter = MapIter{m: v}
}

// SetIterKey assigns the iterator's current key to v.
func (v Value) SetIterKey(iter *MapIter) {
	iter.check("reflect: Value.SetIterKey")
	v.set(iter.currentKey(), "reflect.Value.SetIterKey", "reflect.MapIter.SetKey")
}

// SetIterValue assigns the iterator's current element to v.
func (v Value) SetIterValue(iter *MapIter) {
	iter.check("reflect: Value.SetIterValue")
	v.set(iter.currentElem(), "reflect.Value.SetIterValue", "reflect.MapIter.SetValue")
}

// SetMapIndex sets the element of a key; the zero Value as element deletes the key.
func (v Value) SetMapIndex(key, elem Value) {
	v.mustBe(Map, "reflect.Value.SetMapIndex")
	v.mustBeExported("reflect.Value.SetMapIndex")
	key.mustBeExported("reflect.Value.SetMapIndex")
	k := key.assignTo(typeKey(v.typ), "reflect.Value.SetMapIndex")
	if elem.typ == nil {
		mapDelete(v.typ, v.word(), k.address())
		return
	}
	elem.mustBeExported("reflect.Value.SetMapIndex")
	e := elem.assignTo(typeElem(v.typ), "reflect.Value.SetMapIndex")
	mapAssign(v.typ, v.word(), k.address(), e.address())
}

// Clear empties a map or zeroes a slice's elements.
func (v Value) Clear() {
	switch v.kind() {
	case Slice:
		h := v.header()
		zeroValues(typeElem(v.typ), h.ptr, h.len)
	case Map:
		mapClear(v.typ, v.word())
	default:
		panic(&ValueError{"reflect.Value.Clear", v.kind()})
	}
}
