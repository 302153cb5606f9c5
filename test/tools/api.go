// Writes a Go program that uses every exported name of the standard packages named as arguments, as real Go has them, so
// that checking it shows what another implementation lacks or declares differently: names, the types of functions,
// methods, fields and variables, the values of constants.
//
//	go run api.go DIR PACKAGE...
//
// writes DIR/import_path.go for each package. Every use is on a line of its own.
package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/constant"
	"go/importer"
	"go/token"
	"go/types"
	"math/big"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: api DIR PACKAGE...")
		os.Exit(2)
	}
	source := importer.ForCompiler(token.NewFileSet(), "source", nil)
	for _, path := range os.Args[2:] {
		pkg, err := source.Import(path)
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", path, err)
			continue
		}
		file := filepath.Join(os.Args[1], strings.ReplaceAll(path, "/", "_")+".go")
		if err := os.WriteFile(file, program(pkg), 0o666); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// A writer collects the uses of one package and the imports they need.
type writer struct {
	pkg     *types.Package
	body    bytes.Buffer
	imports map[string]string // import path: local name
}

func program(pkg *types.Package) []byte {
	w := &writer{pkg: pkg, imports: map[string]string{}}
	w.qualify(pkg)
	names := pkg.Scope().Names()
	for _, name := range names {
		if object := pkg.Scope().Lookup(name); object.Exported() {
			w.object(object)
		}
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "// Every exported name of %s, written by test/tools/api.go.\npackage main\n\n", pkg.Path())
	var paths []string
	for path := range w.imports {
		paths = append(paths, path)
	}
	sort.Strings(paths)
	for _, path := range paths {
		fmt.Fprintf(&out, "import %s %q\n", w.imports[path], path)
	}
	fmt.Fprintf(&out, "\nfunc main() {}\n\n")
	out.Write(w.body.Bytes())
	return out.Bytes()
}

func (w *writer) line(format string, args ...any) { fmt.Fprintf(&w.body, format+"\n", args...) }

// qualify returns the name under which a package is imported, which no declaration of a package hides.
func (w *writer) qualify(pkg *types.Package) string {
	name, ok := w.imports[pkg.Path()]
	if !ok {
		name = fmt.Sprintf("%s_%d", pkg.Name(), len(w.imports))
		w.imports[pkg.Path()] = name
	}
	return name
}

// text is a type as the program spells it.
func (w *writer) text(t types.Type) string { return types.TypeString(t, w.qualify) }

// spellable reports whether another package than its own can name every part of a type.
func spellable(t types.Type) bool {
	seen := map[types.Type]bool{}
	var ok func(t types.Type) bool
	tuple := func(t *types.Tuple) bool {
		for i := 0; i < t.Len(); i++ {
			if !ok(t.At(i).Type()) {
				return false
			}
		}
		return true
	}
	named := func(o *types.TypeName, args *types.TypeList) bool {
		if o.Pkg() != nil && (!o.Exported() || strings.Contains("/"+o.Pkg().Path()+"/", "/internal/")) {
			return false
		}
		for i := 0; i < args.Len(); i++ {
			if !ok(args.At(i)) {
				return false
			}
		}
		return true
	}
	ok = func(t types.Type) bool {
		if seen[t] {
			return true
		}
		seen[t] = true
		switch t := t.(type) {
		case *types.Named:
			return named(t.Obj(), t.TypeArgs())
		case *types.Alias:
			return named(t.Obj(), t.TypeArgs())
		case *types.Pointer:
			return ok(t.Elem())
		case *types.Slice:
			return ok(t.Elem())
		case *types.Array:
			return ok(t.Elem())
		case *types.Chan:
			return ok(t.Elem())
		case *types.Map:
			return ok(t.Key()) && ok(t.Elem())
		case *types.Signature:
			return tuple(t.Params()) && tuple(t.Results())
		case *types.Struct:
			for i := 0; i < t.NumFields(); i++ {
				if !t.Field(i).Exported() || !ok(t.Field(i).Type()) {
					return false
				}
			}
			return true
		case *types.Interface:
			for i := 0; i < t.NumEmbeddeds(); i++ {
				if !ok(t.EmbeddedType(i)) {
					return false
				}
			}
			for i := 0; i < t.NumExplicitMethods(); i++ {
				if m := t.ExplicitMethod(i); !m.Exported() || !ok(m.Type()) {
					return false
				}
			}
			return true
		}
		return true
	}
	return ok(t)
}

// declare writes that an expression has a type, or only that it exists if the type has no name here.
func (w *writer) declare(t types.Type, expression string) {
	if spellable(t) {
		w.line("var _ %s = %s", w.text(t), expression)
	} else {
		w.line("var _ = %s", expression)
	}
}

func (w *writer) object(object types.Object) {
	name := w.qualify(w.pkg) + "." + object.Name()
	switch object := object.(type) {
	case *types.Const:
		w.constant(object, name)
	case *types.Var:
		if spellable(object.Type()) {
			w.line("var _ *%s = &%s", parenthesize(w.text(object.Type())), name)
		} else {
			w.line("var _ = &%s", name)
		}
	case *types.Func:
		w.function(object, name)
	case *types.TypeName:
		w.typeName(object, name)
	}
}

func parenthesize(t string) string {
	if strings.HasPrefix(t, "func") || strings.HasPrefix(t, "<-") || strings.HasPrefix(t, "chan") {
		return "(" + t + ")"
	}
	return t
}

// constant writes a map whose keys collide unless the constant has the value; its type is seen in an assignment.
func (w *writer) constant(object *types.Const, name string) {
	value := object.Val().ExactString()
	if object.Val().Kind() == constant.Float {
		if len(value) > 150 { // a fraction of integers too long for constants: such values are binary
			f, _ := new(big.Float).SetString(object.Val().ExactString())
			if r, ok := constant.Val(object.Val()).(*big.Rat); ok {
				f = new(big.Float).SetPrec(512).SetRat(r)
			}
			value = f.Text('p', 0)
			mantissa, exponent, _ := strings.Cut(strings.TrimPrefix(value, "0x."), "p")
			value = "0x0." + mantissa + "p" + exponent
		} else {
			value = "(" + strings.Replace(value, "/", ".0/", 1) + ")"
		}
	}
	w.line("var _ = map[bool]int{false: 0, %s == %s: 1}", name, value)
	if basic, ok := object.Type().(*types.Basic); !ok || basic.Info()&types.IsUntyped == 0 {
		w.line("var _ %s = %s", w.text(object.Type()), name)
	}
}

// parameters returns the declaration of type parameters and their list as arguments.
func (w *writer) parameters(list *types.TypeParamList) (declared, used string) {
	if list.Len() == 0 {
		return "", ""
	}
	var declarations, names []string
	for i := 0; i < list.Len(); i++ {
		p := list.At(i)
		declarations = append(declarations, p.Obj().Name()+" "+w.text(p.Constraint()))
		names = append(names, p.Obj().Name())
	}
	return "[" + strings.Join(declarations, ", ") + "]", "[" + strings.Join(names, ", ") + "]"
}

func (w *writer) function(object *types.Func, name string) {
	signature := object.Type().(*types.Signature)
	declared, used := w.parameters(signature.TypeParams())
	if declared == "" {
		w.declare(signature, name)
		return
	}
	for i := 0; i < signature.TypeParams().Len(); i++ {
		if !spellable(signature.TypeParams().At(i).Constraint()) {
			w.line("var _ = %s[%s]", name, w.anArgument(signature.TypeParams().At(i)))
			return
		}
	}
	plain := types.NewSignatureType(nil, nil, nil, signature.Params(), signature.Results(), signature.Variadic())
	w.line("func _%s() { var _ %s = %s%s }", declared, w.text(plain), name, used)
}

// anArgument returns a type that a constraint, which is a union, admits.
func (w *writer) anArgument(p *types.TypeParam) string {
	constraint := p.Constraint().Underlying().(*types.Interface)
	return w.text(constraint.EmbeddedType(0).(*types.Union).Term(0).Type())
}

func (w *writer) typeName(object *types.TypeName, name string) {
	named, _ := types.Unalias(object.Type()).(*types.Named)
	if named == nil {
		w.declare(types.NewPointer(object.Type()), "(*"+name+")(nil)")
		return
	}
	declared, used := w.parameters(named.TypeParams())
	if declared != "" {
		var own []types.Type
		for i := 0; i < named.TypeParams().Len(); i++ {
			own = append(own, named.TypeParams().At(i))
		}
		instance, err := types.Instantiate(nil, named, own, false)
		if err != nil {
			panic(err)
		}
		named = instance.(*types.Named)
		w.line("func _%s() {", declared)
		defer w.line("}")
	}
	name += used
	if object.IsAlias() {
		w.line("var _ *%s = (*%s)(nil)", w.text(object.Type()), name)
	}
	isInterface := types.IsInterface(named)
	if isInterface && !named.Underlying().(*types.Interface).IsMethodSet() {
		if declared == "" { // a constraint: it can only constrain
			w.line("func _[T %s]() {}", name)
		}
		return
	}
	w.underlying(named, name)
	receiver := name
	if !isInterface {
		receiver = "(*" + name + ")"
	}
	methods := types.NewMethodSet(named)
	values := map[string]bool{}
	for i := 0; i < methods.Len(); i++ {
		values[methods.At(i).Obj().Name()] = true
	}
	all := methods
	if !isInterface {
		all = types.NewMethodSet(types.NewPointer(named))
	}
	for i := 0; i < all.Len(); i++ {
		method := all.At(i).Obj().(*types.Func)
		if !method.Exported() || strings.Contains(method.Name(), "ʹ") {
			continue
		}
		from, first := receiver, types.Type(types.NewPointer(named))
		if values[method.Name()] { // value receivers stay value receivers
			from, first = name, named
		}
		signature := all.At(i).Type().(*types.Signature)
		expression := types.NewSignatureType(nil, nil, nil, unnamed(first, signature.Params()),
			unnamed(nil, signature.Results()), signature.Variadic())
		w.declare(expression, from+"."+method.Name())
	}
}

// unnamed returns a tuple of the types alone, with first, if any, before them.
func unnamed(first types.Type, list *types.Tuple) *types.Tuple {
	var parts []*types.Var
	if first != nil {
		parts = append(parts, types.NewParam(token.NoPos, nil, "", first))
	}
	for i := 0; i < list.Len(); i++ {
		parts = append(parts, types.NewParam(token.NoPos, nil, "", list.At(i).Type()))
	}
	return types.NewTuple(parts...)
}

// underlying writes what a type is made of, as far as it shows from outside.
func (w *writer) underlying(named *types.Named, name string) {
	switch u := named.Underlying().(type) {
	case *types.Struct:
		for i := 0; i < u.NumFields(); i++ {
			field := u.Field(i)
			if field.Exported() && ast.IsExported(field.Name()) {
				w.declare(field.Type(), "(new("+name+"))."+field.Name())
			}
		}
		// An unkeyed literal would show the number of fields, but not from another package.
		w.line("var _ = new(%s)", name)
	case *types.Interface:
		if spellable(u) {
			w.line("var _ %s = %s(nil)", w.text(u), name)
			w.line("var _ %s = (%s)(nil)", name, w.text(u))
		} else {
			w.line("var _ %s", name)
		}
	default:
		if spellable(u) {
			w.line("var _ = %s(*new(%s))", parenthesize(w.text(u)), name)
		}
		w.line("var _ = new(%s)", name)
	}
}
