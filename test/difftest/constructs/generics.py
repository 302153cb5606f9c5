"""Generic functions and types: constraints, inference, methods, closures and conversions inside, instances at many types."""
from constructs.functions import Function
from rules import declaration, statement
from tree import Stmt

CONSTRAINTS = {
    "integers": "~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr",
    "numbers": "integers | ~float32 | ~float64",
    "ordered": "numbers | ~string",
}


def satisfies(type, constraint):
    if constraint == "integers":
        return type.kind == "int"
    if constraint == "numbers":
        return type.kind in ("int", "float")
    if constraint == "ordered":
        return type.ordered
    if constraint == "comparable":
        return type.comparable and type.kind != "interface"
    return True


class Generic:
    """Something to instantiate: constraints of its type parameters, and what makes statements that use an instance of it."""

    def __init__(self, constraints, use):
        self.constraints, self.use = constraints, use


@declaration("generic declaration", 10)
def generic(g):
    made = []
    if not g.generics:
        made = [Stmt("", f"type {name} interface {{ {union} }}") for name, union in CONSTRAINTS.items()]
    template = g.pick([fold, transform, largest, pair, stack, tree, set_of, dispatch, sequence, chain, recursive])
    name = g.fresh("G")
    text, generic = template(g, name)
    g.generics.append(generic)
    made += [Stmt("", *part) for part in text]
    name = g.fresh("fn")
    with g.function(0, []):
        body = [part for _ in range(3) for part in uses(g)]
    function = Function(name, [], [], 0, 120)
    g.functions.append(function)
    g.calls.append(function)
    return [*made, Stmt("", f"func {name}() {{", body, "}")]


def uses(g):
    """A use of one of the last declarations, in a block of its own."""
    with g.scope():
        made = instance(g)
    if made is None:
        return []
    g.counts["instance of a generic declaration"] += 1
    return [Stmt("{", [made], "}")]


@statement("instance of a generic declaration", 8)
def instance(g):
    if g.frame.floor or not g.generics or not g.affordable(60):
        return None
    g.spend(30)
    generic = g.pick(g.generics)
    types = [g.some_type(lambda type: satisfies(type, constraint) and type.kind not in ("func", "chan"))
             for constraint in generic.constraints]
    if any(type.kind == "none" for type in types):
        return None
    return generic.use(g, *types)


def values(g, type, count=3):
    return ", ".join(g.text(type, 1) for _ in range(count))


def slice_of(g, type):
    return f"[]{type}{{{values(g, type, g.r.randrange(1, 5))}}}"


def folded(g, type, text):
    """A statement that folds a value into the checksum."""
    return Stmt(f"{g.fold_name(type)}({text}, 3)")


def fold(g, name):
    operator = g.pick(["+", "-", "*", "^", "|", "/"])
    constraint = "integers" if operator in "^|" else "numbers"
    operand = "(x | 1)" if operator == "/" and constraint == "integers" else "x"
    text = [f"func {name}[T {constraint}](xs ...T) (total T) {{",
            [Stmt("for i, x := range xs {", [Stmt("if x == 0 {", [Stmt("continue")], "}"),
                                             Stmt(f"total = total {operator} {operand} + T(i)")], "}"), Stmt("return total")], "}"]

    def use(g, type):
        explicit = f"[{type}]" if g.chance(0.5) else ""
        arguments = slice_of(g, type) + "..." if g.chance(0.3) else values(g, type)
        return g.declare_with(type, f"{name}{explicit}({arguments})")[1]
    return [text], Generic([constraint], use)


def transform(g, name):
    text = [f"func {name}[S ~[]T, T, U any](s S, f func(T) U) []U {{",
            [Stmt("made := make([]U, 0, len(s))"), Stmt("for _, x := range s {", [Stmt("made = append(made, f(x))")], "}"),
             Stmt("return made")], "}"]

    def use(g, type, to):
        function = f"func(x {type}) {to} {{ return {g.leaf(to).text} }}"
        return folded(g, g.types.slice(to), f"{name}({slice_of(g, type)}, {function})")
    return [text], Generic(["any", "any"], use)


def largest(g, name):
    sign = g.pick(["<", ">", "<=", ">="])
    text = [f"func {name}[T ordered](first T, more ...T) T {{",
            [Stmt("for _, x := range more {", [Stmt(f"if x {sign} first {{", [Stmt("first = x")], "}")], "}"),
             Stmt("return max(first, first)" if g.chance(0.3) else "return first")], "}"]

    def use(g, type):
        return g.declare_with(type, f"{name}[{type}]({values(g, type, g.r.randrange(1, 5))})")[1]
    return [text], Generic(["ordered"], use)


def pair(g, name):
    text = [f"type {name}[K comparable, V any] struct {{", [Stmt("key K"), Stmt("value V"), Stmt(f"next *{name}[K, V]")], "}"]
    methods = [[f"func (p {name}[K, V]) With(v V) {name}[K, V] {{", [Stmt("p.value = v"), Stmt("return p")], "}"],
               [f"func (p *{name}[K, V]) Set(k K) bool {{", [Stmt("same := p.key == k"), Stmt("p.key = k"), Stmt("return same")], "}"],
               [f"func (p *{name}[A, B]) Push(k A, v B) *{name}[A, B] {{ return &{name}[A, B]{{k, v, p}} }}"],
               [f"func new{name}[K comparable, V any](k K, v V) *{name}[K, V] {{ return &{name}[K, V]{{key: k, value: v}} }}"]]

    def use(g, key, value):
        p = g.fresh("p")
        return Stmt(f"{p} := new{name}({g.text(key, 1)}, {g.text(value, 1)})",
                    f"println({p}.Set({g.text(key, 1)}))",
                    f"{p} = {p}.Push({g.text(key, 1)}, {g.text(value, 1)})",
                    *folded(g, value, f"{p}.With({g.text(value, 1)}).value").parts,
                    *folded(g, key, f"{p}.next.key").parts, *folded(g, value, f"(*{name}[{key}, {value}]).Push({p}, {p}.key, {p}.value).value").parts)
    return [text, *methods], Generic(["comparable", "any"], use)


def stack(g, name):
    text = [f"type {name}[T any] []T"]
    methods = [[f"func (s *{name}[T]) push(xs ...T) {{ *s = append(*s, xs...) }}"],
               [f"func (s *{name}[T]) pop() (top T, ok bool) {{",
                [Stmt("if len(*s) == 0 {", [Stmt("return top, false")], "}"), Stmt("top = (*s)[len(*s)-1]", "*s = (*s)[:len(*s)-1]", "return top, true")], "}"],
               [f"func (s {name}[T]) each(f func(int, T)) {{", [Stmt("for i, x := range s {", [Stmt("f(i, x)")], "}")], "}"]]

    def use(g, type):
        s, top = g.fresh("s"), g.fresh("v")
        pushed = values(g, type, g.r.randrange(4))
        g.declare(type, top)
        g.box(type)
        return Stmt(f"var {s} {name}[{type}]", f"{s}.push({pushed})", f"{top}, _ := {s}.pop()", f"_ = {top}",
                    f"{s}.each(func(i int, x {type}) {{ mix(uint64(i)); {g.fold_name(type)}(x, 3) }})", f"println(len({s}))",
                    *folded(g, g.types.known["any"], f"any({top})").parts)
    return [text, *methods], Generic(["any"], use)


def tree(g, name):
    text = [f"type {name}[K ordered, V any] struct {{", [Stmt(f"left, right *{name}[K, V]"), Stmt("key K"), Stmt("value V")], "}"]
    methods = [[f"func (t *{name}[K, V]) put(k K, v V) *{name}[K, V] {{",
                [Stmt("switch {", "case t == nil:", [Stmt(f"return &{name}[K, V]{{key: k, value: v}}")],
                      "case k < t.key:", [Stmt("t.left = t.left.put(k, v)")], "case k > t.key:", [Stmt("t.right = t.right.put(k, v)")],
                      "default:", [Stmt("t.value = v")], "}"), Stmt("return t")], "}"],
               [f"func (t *{name}[K, V]) all() func(func(K, V) bool) {{",
                [Stmt("return func(yield func(K, V) bool) { t.walk(yield) }")], "}"],
               [f"func (t *{name}[K, V]) walk(yield func(K, V) bool) bool {{",
                [Stmt("return t == nil || t.left.walk(yield) && yield(t.key, t.value) && t.right.walk(yield)")], "}"]]

    def use(g, key, value):
        t, n = g.fresh("t"), g.fresh("n")
        puts = [f"{t} = {t}.put({g.text(key, 1)}, {g.text(value, 1)})" for _ in range(g.r.randrange(1, 6))]
        body = [*folded(g, key, "k").parts, *folded(g, value, "v").parts, f"{n}++"]
        leave = [Stmt(f"if {n} == {g.r.randrange(1, 5)} {{", [Stmt("break")], "}")]
        return Stmt(f"var {t} *{name}[{key}, {value}]", *puts, f"{n} := 0",
                    f"for k, v := range {t}.all() {{", [Stmt(*body), *leave], "}", f"println({n})")
    return [text, *methods], Generic(["ordered", "any"], use)


def set_of(g, name):
    text = [f"type {name}[T comparable] map[T]struct{{}}"]
    methods = [[f"func {name}Of[T comparable](xs ...T) {name}[T] {{",
                [Stmt(f"s := {name}[T]{{}}"), Stmt("for _, x := range xs {", [Stmt("s[x] = struct{}{}")], "}"), Stmt("return s")], "}"],
               [f"func (s {name}[T]) has(x T) bool {{ _, ok := s[x]; return ok }}"],
               [f"func (s {name}[T]) union(t {name}[T]) {name}[T] {{",
                [Stmt(f"made := {name}[T]{{}}"), Stmt("for x := range s {", [Stmt("made[x] = struct{}{}")], "}"),
                 Stmt("for x := range t {", [Stmt("made[x] = struct{}{}")], "}"), Stmt("return made")], "}"]]

    def use(g, type):
        a, b = (f"{name}Of({values(g, type, g.r.randrange(1, 5))})" for _ in range(2))
        return Stmt(f"println(len({a}), {b}.has({g.text(type, 1)}), len({a}.union({b})))")
    return [text, *methods], Generic(["comparable"], use)


def dispatch(g, name):
    """What a type parameter is, asked at run time, and its zero value, size and comparison."""
    text = [f"func {name}[T comparable](x, y T) string {{",
            [Stmt("var zero T", "kind := \"other\"", "switch any(x).(type) {", "case int:", [Stmt("kind = \"int\"")], "case string, []T:",
                  [Stmt("kind = \"string\"")], "case error:", [Stmt("kind = \"error\"")], "case T:", [Stmt("kind = \"T\"")], "}",
                  "f := func(z T) bool { return z == x || any(z) == any(y) }",
                  "if x == zero {", [Stmt("kind += \" zero\"")], "}", "if f(y) {", [Stmt("kind += \" same\"")], "}",
                  "p := new(T)", "*p = y", "if *p != y {", [Stmt("kind += \" differs from itself\"")], "}", "return kind")], "}"]

    def use(g, type):
        return Stmt(f"println({name}[{type}]({values(g, type, 2)}))")
    return [text], Generic(["comparable"], use)


def sequence(g, name):
    text = [f"func {name}[T any](n int, step func(int) T) func(yield func(int, T) bool) {{",
            [Stmt("return func(yield func(int, T) bool) {",
                  [Stmt("for i := range n {", [Stmt("if !yield(i, step(i)) {", [Stmt("return")], "}")], "}")], "}")], "}"]

    def use(g, type):
        return Stmt(f"for i, x := range {name}({g.r.randrange(6)}, func(i int) {type} {{ return {g.leaf(type).text} }}) {{",
                    [folded(g, type, "x"), Stmt(f"if i == {g.r.randrange(6)} {{", [Stmt(g.pick(["break", "continue"]))], "}")], "}")
    return [text], Generic(["any"], use)


def chain(g, name):
    """Generic functions that instantiate one another at types made of their own parameters."""
    text = [f"func {name}[T any](x T, depth int) any {{",
            [Stmt("if depth == 0 {", [Stmt("return x")], "}"), Stmt(f"return {name}Inner([]T{{x, x}}, map[int]T{{depth: x}}, depth)")], "}"]
    inner = [f"func {name}Inner[T any](xs []T, m map[int]T, depth int) any {{",
             [Stmt(f"if y, ok := m[depth]; ok && depth%2 == {g.r.randrange(2)} {{", [Stmt(f"return {name}(y, depth-1)")], "}"),
              Stmt("return [1]T{xs[0]}")], "}"]

    def use(g, type):
        g.box(type)
        array = g.types.array(type, 1)
        g.box(array)
        return folded(g, g.types.known["any"], f"{name}({g.text(type, 1)}, {g.r.randrange(4)})")
    return [text, inner], Generic(["any"], use)


def recursive(g, name):
    text = [f"func {name}[T integers](x, y T) T {{",
            [Stmt("if y == 0 {", [Stmt("return x")], "}"), Stmt(f"return {name}(y, x%y)")], "}"]

    def use(g, type):
        function = f"f := {name}[{type}]"
        return Stmt("{", [Stmt(function, f"{g.fold_name(type)}(f({values(g, type, 2)}), 1)")], "}")
    return [text], Generic(["integers"], use)
