package reflect

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

func (t *rtype) NumMethod() int {
	exported, all := methodCounts(t)
	if t.is(Interface) {
		return all
	}
	return exported
}

func (t *rtype) Method(i int) Method {
	if i < 0 || i >= t.NumMethod() {
		if t.is(Interface) {
			return Method{}
		}
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
	i := methodNamed(t, name)
	if i < 0 {
		return Method{}, false
	}
	return t.Method(i), true
}

func (v Value) NumMethod() int {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return 0
	}
	return v.typ.NumMethod()
}

// Method returns the value's i-th method, bound to it.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag&flagMethod != 0 || i < 0 || i >= v.typ.NumMethod() {
		panic("reflect: Method index out of range")
	}
	if v.typ.is(Interface) && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	return Value{v.typ, v.ptr, v.flag&(flagIndirect|flagReadOnly) | flagMethod | flag(i)<<methodShift}
}

func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return Value{}
	}
	if i := methodNamed(v.typ, name); i >= 0 {
		return v.Method(i)
	}
	return Value{}
}
