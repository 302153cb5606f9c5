"""What strains frames and calls: many arguments and results, many locals, large values, deep recursion over borders of stack chunks."""
from constructs import functions
from gotypes import BASIC, INT, Field
from rules import Expr, declaration, expression
from tree import Stmt


@declaration("function with many parameters and results", 3)
def many(g):
    params = [g.some_type() for _ in range(g.r.randrange(8, 22))]
    results = [g.some_type() for _ in range(g.r.randrange(4, 11))]
    made, text = functions.declare_function(g, False, 3, params, results)
    g.functions.append(made)
    g.calls.append(made)
    return text


@declaration("function with many locals", 3)
def many_locals(g):
    """Dozens of variables alive at once, so that slots have large numbers."""
    with g.function(0, [INT]):
        body = []
        for _ in range(g.r.randrange(30, 90)):
            type = g.pick(BASIC)
            body.append(g.declare_with(type, g.text(type, 1))[1])
        body += g.statements(4)
        body += [g.fold(var) for var in g.scopes[-1]]
        body.append(g.return_statement())
    name = g.fresh("fn")
    made = functions.Function(name, [], [INT], 0, 400)
    g.functions.append(made)
    g.calls.append(made)
    return [Stmt("", f"func {name}() int {{", body, "}")]


@declaration("large struct by value", 4)
def large_struct(g):
    """A struct of up to 200 words that is passed, returned, compared, kept in an interface, a map and a channel."""
    length = g.pick([5, 16, 17, 33, 64, 127, 130, 200])
    elem = g.pick([INT, g.integer_type(), g.integer_type()])
    extra = [Field(g.fresh("f"), g.some_type(lambda type: type.comparable and type.kind != "interface")) for _ in range(2)]
    array = g.types.array(elem, length)
    fields = [extra[0], Field(g.fresh("f"), array), extra[1]]
    type = g.types.define(g.fresh("W"), g.types.struct(fields))
    name, change = g.fresh("fn"), g.fresh("change")
    at = f"{fields[1].name}[idx(n, {length})]"
    fold = g.fold_name(type)
    with g.function(0, []):
        g.declare(INT, "n", assignable=False)
        texts = [g.text(field.type, 1) for field in extra]
        value = g.text(elem, 1)
    body = [Stmt(f"a := {type}{{{extra[0].name}: {texts[0]}, {extra[1].name}: {texts[1]}}}"),
            Stmt(f"for i := range a.{fields[1].name} {{", [Stmt(f"a.{fields[1].name}[i] = {elem}(i*7 + n)")], "}"),
            Stmt(f"b := {change}(a, n)", "println(a == b)", f"c, d := {change}(b, n+1), a", f"d.{at} = {value}"),
            Stmt("var e any = c", f"f, ok := e.({type})", "println(ok, f == c, e == any(c), e == any(a))"),
            Stmt(f"m := map[int]{type}{{n: d}}", f"ch := make(chan {type}, 2)", "ch <- c", "ch <- m[n]", "a, b = <-ch, <-ch"),
            Stmt(f"s := []{type}{{a, b, c}}", "s = append(s, s[0], d)", "s[1], s[2] = s[2], s[1]", "q := &s[1]", f"q.{at}++"),
            Stmt("for _, w := range s {", [Stmt(f"{fold}(w, 3)")], "}"),
            Stmt(f"func() {{ defer func(w {type}) {{ {fold}(w, 3) }}(b); b.{at}-- }}()"),
            Stmt(f"{fold}(a, 3)", f"{fold}(b, 3)", f"{fold}(*q, 3)", "println(sum)", "return b")]
    made = functions.Function(name, [INT], [type], 0, 300)
    g.functions.append(made)
    g.calls.append(made)
    return [Stmt("", f"type {type} struct {{", [Stmt(f"{field.name} {field.type}") for field in fields], "}"),
            Stmt("", f"func {change}(w {type}, n int) {type} {{", [Stmt(f"w.{at} += 5", "return w")], "}"),
            Stmt("", f"func {name}(n int) {type} {{", body, "}")]


@declaration("deep recursion with large frames", 3)
def deep(g):
    """The stack grows over many chunks, with values alive on both sides of each border, and a panic unwinds it perhaps."""
    name, wrapper = g.fresh("deep"), g.fresh("fn")
    params = [g.some_type(lambda type: type.plain) for _ in range(g.r.randrange(1, 4))]
    result = g.some_type(lambda type: type.plain)
    depth = g.pick([50, 300, 1000, 3000])
    with g.function(0, [result, params[0]]):
        g.declare(INT, "n", assignable=False, stable=True)
        names = [g.declare(type, g.fresh("p"), stable=True).name for type in params]
        text = ", ".join(f"{each} {type}" for each, type in zip(names, params))
        ending = Stmt("return " + ", ".join([g.leaf(result).text, names[0]]))
        g.room = 0  # no calls: they would happen at every depth
        locals_ = []
        for _ in range(g.r.randrange(1, 30)):
            type = g.some_type(lambda type: type.plain)
            locals_.append(g.declare_with(type, g.text(type, 1))[1])
        size = g.pick([1, 8, 30, 100])
        keep = g.fresh("v")
        locals_.append(Stmt(f"var {keep} [{size}]int", f"{keep}[idx(n, {size})] = n"))
        arguments = ", ".join(g.leaf(type).text for type in params)
        if g.chance(0.3):
            ending = Stmt('panic("deep")')
        a, b = g.fresh("v"), g.fresh("v")
        guard = []
        if g.chance(0.3):
            guard = [Stmt(f"if n % {g.pick([7, 50, 100])} == 1 {{", [Stmt("defer mix(uint64(n))")], "}")]
        body = [Stmt("if n == 0 {", [ending], "}"), *guard, *locals_,
                Stmt(f"{a}, {b} := {name}(n-1, {arguments})", f"mix(uint64({keep}[idx(n, {size})]))",
                     f"{g.fold_name(params[0])}({b}, 2)"), Stmt(f"return {a}, {b}")]
    made = functions.Function(wrapper, params, [result], 0, 3000)
    g.calls.append(made)
    listed = [g.fresh("p") for _ in params]
    return [Stmt("", f"func {name}(n int, {text}) ({result}, {params[0]}) {{", body, "}"),
            Stmt("", f"func {wrapper}({', '.join(f'{each} {type}' for each, type in zip(listed, params))}) {result} {{",
                 [Stmt(f"r, _ := {name}({depth}, {', '.join(listed)})", "return r")], "}")]


@expression("call with many arguments", 1)
def variadic_literal(g, type, depth):
    count = g.r.randrange(2, 8)
    values = ", ".join(g.text(type, 0) for _ in range(count))
    return Expr(f"func(xs ...{type}) {type} {{ return xs[{g.r.randrange(count)}] }}({values})")
