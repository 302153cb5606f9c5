// RUN: %vetcheck -structtag %s
package main

type t struct {
	A int `json:"a"`
	B int `json:"a"`  // WANT 2 "struct field B repeats json tag \"a\" also at structtag.go:5"
	C int `json: "c"` // WANT 2 "struct field tag `json: \"c\"` not compatible with reflect.StructTag.Get: bad syntax for struct tag value"
	D int `json:c`    // WANT 2 "struct field tag `json:c` not compatible with reflect.StructTag.Get: bad syntax for struct tag value"
	E int `json`      // WANT 2 "struct field tag `json` not compatible with reflect.StructTag.Get: bad syntax for struct tag pair"
	F int `json:"f" xml:"f"`
	G int `json:"f"xml:"g"` // WANT 2 "struct field G repeats json tag \"f\" also at structtag.go:10" 2 "struct field tag `json:\"f\"xml:\"g\"` not compatible with reflect.StructTag.Get: key:\"value\" pairs not separated by spaces"
	H int `json:"h" `
	I int `json:"-"`
	J int `json:"-"`
	k int `json:"k"` // WANT 2 "struct field k has json tag but is not exported"
	L int `json:",omitempty"`
	M int `json:",omitempty"`
	N int "json:\"n\""
	O int `:"x"`              // WANT 2 "struct field tag `:\"x\"` not compatible with reflect.StructTag.Get: bad syntax for struct tag key"
	P int `json:"p", xml:"p"` // WANT 2 "struct field tag `json:\"p\", xml:\"p\"` not compatible with reflect.StructTag.Get: key:\"value\" pairs not separated by spaces"
	Q int `xml:"a"`
	R int `xml:"a"` // WANT 2 "struct field R repeats xml tag \"a\" also at structtag.go:21"
	S int `json:"s` // WANT 2 "struct field tag `json:\"s` not compatible with reflect.StructTag.Get: bad syntax for struct tag value"
	T int ``
	U int `  json:"u"`
	V int `json:"v,string" yaml:"v"`
	W int `a b:"c"`   // WANT 2 "struct field tag `a b:\"c\"` not compatible with reflect.StructTag.Get: bad syntax for struct tag pair"
	X int `json:"x\"` // WANT 2 "struct field tag `json:\"x\\\"` not compatible with reflect.StructTag.Get: bad syntax for struct tag value"
	y int `xml:"y"`   // WANT 2 "struct field y has xml tag but is not exported"
	z int `other:"z"`
}

type inner struct {
	A int `json:"dup"`
}
type Outer struct {
	inner
	B int `json:"dup"`
	C int `json:"c"`
	D int `json:"c"` // WANT 2 "struct field D repeats json tag \"c\" also at structtag.go:39"
}

func main() {
	_ = struct {
		X int `json:"x` // WANT 3 "struct field tag `json:\"x` not compatible with reflect.StructTag.Get: bad syntax for struct tag value"
	}{}
	type l struct {
		X int "bad" // WANT 3 "struct field tag `bad` not compatible with reflect.StructTag.Get: bad syntax for struct tag pair"
	}
}
