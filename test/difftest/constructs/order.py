"""Order of evaluation: what the spec determines, and gc's choice where the spec leaves it open and docs/design.md claims gc's."""
from rules import statement
from tree import Stmt


@statement("order of operands that calls change", 5)
def calls_first(g):
    """The calls of a statement come first, in turn; the variables are read when the instruction that needs them executes."""
    if g.frame.floor or g.multiplicity > 10:
        return None
    x, step = g.fresh("x"), g.fresh("c")
    type = g.integer_type()
    made = Stmt(f"var {x} {type} = {g.text(type, 1)}", f"{step} := func() {type} {{ {x} {g.pick(['+= 3', '*= 5', '^= 9', '-= 1'])}; return {x} }}",
                f"_ = {step}")
    a, b, c = (g.pick([x, f"{step}()", x, f"{step}()", f"{type}(3)", f"({x} + 3)", f"^{x}", f"({x} ^ {step}())", f"min({x}, {step}())", f"({step}() & {x})"]) for _ in range(3))
    forms = [f"println({a}, {b}, {c})",
             f"println({x} {g.pick('+-*&|')} {b} {g.pick('+-*^')} {c})", f"println({b} {g.pick('+-*&|')} ({c} {g.pick('+-*^')} {a}))",
             f"s := []{type}{{{a}, {b}, {c}}}; println(s[0], s[1], s[2])",
             f"s := [3]{type}{{{a}, {b}, {c}}}; println(s[0], s[1], s[2])",
             f"s := struct{{ a, b, c {type} }}{{{a}, {b}, {c}}}; println(s.a, s.b, s.c)",
             f"y, z := {a}, {b}; println(y, z)",
             f"{x} += {step}(); println({x})",
             f"{x} = {a} + {step}(); println({x})",
             f"m := map[string]{type}{{\"a\": {a}, \"b\": {b}}}; println(m[\"a\"], m[\"b\"])",
             f"s := append([]{type}(nil), {a}, {b}, {c}); println(s[0], s[1], s[2])",
             f"println({a} < {x}+{b}, {b} == {x}-{c})",
             f"var e any = {a}; f, _ := e.({type}); println(f, {b})"]
    return Stmt("{", [made, *(Stmt("{ " + form + " }") for form in g.r.sample(forms, g.r.randrange(2, 6)))], "}")


@statement("order of assignments", 5)
def assignments(g):
    """Operands of index expressions and indirections first, then the assignments from left to right."""
    if g.frame.floor or g.multiplicity > 10:
        return None
    forms = ["i, a[i] = 2, 40", "a[i], i = 50, 1", "a[0], a[0] = 1, 2", "a[i], a[j] = a[j], a[i]", "p, p.next = p.next, p",
             "p.next, p = p, p.next", "i, j = j, (i+j)%3", "a, a[1] = []int{7, 8, 9}, 9", "a[trace(1)], a[trace(2)] = trace(3), trace(0)",
             "*q, i = i, *q", "m[trace(1)], m[trace(2)] = trace(2), trace(0)", "b[i], i, b[j] = 7, 2, 8", "q, *q = &j, 1",
             "m[i], i = i, m[i]", "a[i]++", "a[trace(1)] += trace(2)", "m[trace(5)] ^= trace(6)", "i, ok = m[trace(1)]",
             "*pick() = trace(1)", "*pick(), i = trace(2), trace(1)", "a[i], ok = m[j]", "b, i = [3]int{i, j, b[0]}, b[2]"]
    chosen = g.r.sample(forms, g.r.randrange(2, 7))
    start = [Stmt("type node struct { value int; next *node }", "_ = node{}"),
             Stmt(f"i, j, ok := {g.r.randrange(3)}, {g.r.randrange(3)}, false", "a, b := []int{10, 20, 30}, [3]int{4, 5, 6}",
                  "m := map[int]int{0: 1, 1: 2, 2: 0}", "q := &i", "p := &node{1, &node{2, &node{3, nil}}}",
                  'trace := func(x int) int { println("trace", x); return x }',
                  'pick := func() *int { println("pick"); return &j }',
                  "_, _, _, _, _, _, _, _, _, _ = i, j, ok, a, b, m, q, p, trace, pick")]
    end = [Stmt("println(i, j, ok, len(a), b[0], b[1], b[2], m[0], m[1], m[2], m[5], *q, p != nil)"),
           Stmt("if len(a) == 3 {", [Stmt("println(a[0], a[1], a[2])")], "}"),
           Stmt("for n := 0; n < 4 && p != nil; n++ {", [Stmt("println(p.value)", "p = p.next")], "}")]
    return Stmt('try("assignments", func() {', [*start, *(Stmt(form) for form in chosen), *end], "})")


@statement("order of panics and calls", 4)
def panics(g):
    """What has happened when an operand panics."""
    if g.frame.floor or g.multiplicity > 10:
        return None
    forms = ["a[trace(5)] = trace(1)", "a[trace(0)], a[trace(7)] = trace(1), trace(2)", "*nothing = trace(3)",
             "m[trace(1)] = trace(2)", "println(trace(4) / trace(0))", "println(trace(1) + a[9+trace(0)] + trace(2))", "println(trace(1) / (trace(1) - 1), trace(2))", "x := []int{trace(1), a[trace(8)], trace(2)}; _ = x", "println(len(a[trace(4):]), trace(1))", "println(a[trace(5)], *nothing, trace(1))", "println(m[trace(1)] + a[trace(5)], e.(string), trace(2))",
             "trace(a[trace(6)])", "e.(interface{ Foo(int) }).Foo(trace(1))",
             "defer nobody(trace(2))", "nobody(trace(3))",
             "i, j = trace(1), a[3+trace(1)]", "s := a[trace(2):trace(1)]; _ = s", "_ = [2]int(a[:trace(1)])",
             "e = a; _ = e == e", "select { case c <- trace(1): default: println(\"default\") }", "a[i] += trace(1) / trace(0)",
             "for k := range a[trace(1):trace(9)] { println(k) }", "switch trace(1) { case trace(2), trace(1)/trace(0): println(1) }",
             "println(*nothing, trace(2))", "a = append(a[:trace(9)], trace(1))"]
    start = Stmt("i, j := 0, 0", "a := []int{1, 2, 3}", "var m map[int]int", "var nothing *int", "var nobody func(int)", "var e any = 5",
                 "var c chan int", 'trace := func(x int) int { println("trace", x); return x }',
                 "_, _, _, _, _, _, _, _, _ = i, j, a, m, nothing, nobody, e, c, trace")
    return [Stmt('try("panics", func() {', [start, Stmt(form), Stmt("println(i, j, len(a), a[0])")], "})")
            for form in g.r.sample(forms, g.r.randrange(1, 4))]
