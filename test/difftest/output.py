"""How programs print their state: `foldN` mixes a value into the checksum `sum`, whatever its type; `show` prints.

Scalars are printed as they are, other values as the checksum after folding them in. Maps are folded without regard to order,
cyclic values to a depth, NaNs as one value (the spec leaves their bits open).
"""
from gotypes import FLOAT64
from rules import statement
from tree import Stmt

HELPERS = '''
var sum uint64 = 14695981039346656037

func mix(x uint64) { sum = (sum ^ x) * 1099511628211; sum ^= sum >> 29 }

func mixFloat(f float64) {
	if f != f {
		mix(0x7ff8000000000001)
	} else {
		mix(math.Float64bits(f))
	}
}

func idx(i, n int) int {
	if n <= 0 {
		return 0
	}
	i %= n
	if i < 0 {
		i += n
	}
	return i
}

func clip(s string) string {
	if len(s) > 40 {
		return s[:40]
	}
	return s
}

func report(name string, value any) {
	switch v := value.(type) {
	case runtime.Error:
		println(name, "runtime error", v.Error())
	case error:
		println(name, "error", v.Error())
	case string:
		println(name, "string", v)
	case int:
		println(name, "int", v)
	default:
		println(name, "other")
	}
}

func try(name string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			report(name, e)
		}
	}()
	f()
}
'''


def fold_name(g, type):
    if type.name in g.folds:
        return g.folds[type.name]
    name = g.folds[type.name] = f"fold{len(g.folds)}"
    if type.kind == "interface":
        return name  # their types are known when everything else is made
    g.fold_text.append(Stmt("", f"func {name}(v {type}, d int) {{", body_for(g, type), "}"))
    return name


def body_for(g, type):
    kind = type.kind
    if kind == "bool":
        return [Stmt("if v {", [Stmt("mix(1)")], "} else {", [Stmt("mix(2)")], "}")]
    if kind == "int":
        return [Stmt("mix(uint64(v))")]
    if kind == "float":
        return [Stmt("mixFloat(float64(v))")]
    if kind == "complex":
        return [Stmt("mixFloat(float64(real(v)))", "mixFloat(float64(imag(v)))")]
    if kind == "string":
        return [Stmt("mix(uint64(len(v)))"), Stmt("for i := 0; i < len(v); i++ {", [Stmt("mix(uint64(v[i]))")], "}")]
    if kind in ("array", "slice"):
        return [Stmt("mix(uint64(len(v)))"), Stmt("for i := range v {", [Stmt(f"{fold_name(g, type.elem)}(v[i], d)")], "}")]
    if kind == "struct":
        return [Stmt(f"{fold_name(g, field.type)}(v.{field.name}, d)") for field in type.fields]
    if kind == "map":
        key, elem = fold_name(g, type.key), fold_name(g, type.elem)
        return [Stmt("saved, total := sum, uint64(len(v))"),
                Stmt("for k, e := range v {", [Stmt("sum = 7", f"{key}(k, d)", f"{elem}(e, d)", "total += sum")], "}"),
                Stmt("sum = saved", "mix(total)")]
    if kind == "pointer":
        return [Stmt("if v == nil || d == 0 {", [Stmt("mix(3)")], "} else {",
                     [Stmt(f"{fold_name(g, type.elem)}(*v, d-1)")], "}")]
    if kind == "chan":
        return [Stmt("mix(uint64(len(v)))", "mix(uint64(cap(v)))")]
    return [Stmt("if v == nil {", [Stmt("mix(4)")], "} else {", [Stmt("mix(5)")], "}")]


def interface_folds(g):
    """Folding of interface values: a case for every type that was put into one. Folding those may need more functions."""
    done = {}
    while True:
        types = list(g.boxed.values())
        names = [fold_name(g, type) for type in types]
        wanted = {name: g.types.known[name] for name in g.folds if g.types.known[name].kind == "interface"}
        if (len(types), len(wanted)) == done.get("size"):
            break
        done["size"] = len(types), len(wanted)
        done["text"] = []
        for interface in wanted.values():
            cases = [Stmt("case nil:", [Stmt("mix(6)")])]
            for number, (type, name) in enumerate(zip(types, names)):
                if type.implements(interface):
                    cases.append(Stmt(f"case {type}:", [Stmt(f"mix({number})", f"{name}(v, d)")]))
            done["text"].append(Stmt("", f"func {g.folds[interface.name]}(i {interface}, d int) {{",
                                     [Stmt("if d == 0 {", [Stmt("mix(9)", "return")], "}"), Stmt("d--"),
                                      Stmt("switch v := i.(type) {", cases, "default:", [Stmt("_ = v", "mix(8)")], "}")], "}"))
    return done["text"]


def clipped(g, type, text):
    """A slice without spare capacity. How much append and conversions leave is up to the implementation (gc's stack buffers)."""
    if type.name not in g.clips:
        name = g.clips[type.name] = f"clip{len(g.clips)}"
        g.fold_text.append(Stmt("", f"func {name}(s {type}) {type} {{ return s[:len(s):len(s)] }}"))
    return f"{g.clips[type.name]}({text})"


def printable(type):
    return type.kind in ("bool", "int", "float", "complex", "string")


@statement("print state", 8)
def show(g):
    if g.frame.floor or not g.affordable(1) or g.multiplicity > 20:
        return None
    variables = [var for var in list(g.visible())[:12] if var.level == g.frame.level] or list(g.visible())[:6]
    var = g.pick(variables)
    if printable(var.type):
        return Stmt(f'println("{var.name}", {var.name})')
    return Stmt(f"{g.fold_name(var.type)}({var.name}, 3)", f'println("{var.name}", sum)')


@statement("floating-point bits printed", 3)
def float_bits(g):
    if g.frame.floor or g.multiplicity > 20:
        return None
    return Stmt(f"if f := {g.variable_expr(FLOAT64)}; f == f {{", [Stmt("println(math.Float64bits(f))")], "}")
