"""Range over functions: iterators declared and literal, nested, left by break, continue, return, labels and panics, defers in bodies."""
from constructs import control, functions
from gotypes import INT
from rules import declaration, statement
from tree import Stmt


class Iterator:
    def __init__(self, name, types, params, floor):
        self.name, self.types, self.params, self.floor = name, types, params, floor


@declaration("iterator function", 8)
def iterator(g):
    """One that yields a few times, between effects, and does something when it ends."""
    count = g.pick([0, 1, 1, 1, 2, 2])
    types = [g.some_type() for _ in range(count)]
    param = g.some_type()
    name = g.fresh("seq")
    yield_type = f"func({', '.join(map(str, types))}) bool"
    with g.function(0, []):
        limit = g.fresh("p")
        given = g.declare(param, g.fresh("p"), stable=False).name
        with g.function(0, [], room=60):
            texts = [g.leaf(type).text for type in types]
            values = [g.declare(type, g.fresh("v"), stable=False) for type in types]
            made = [f"var {value.name} {value.type} = {text}" for value, text in zip(values, texts)]
            used = [f"_ = {value.name}" for value in values]
            before = g.block(2, fold=False)
            arguments = ", ".join(value.name for value in values)
            ends = [Stmt("return")] if g.chance(0.8) else [Stmt(f'println("{name} stopped")', "return")]
            loop = Stmt(f"for i := 0; i < {limit}; i++ {{", [Stmt("{", before, "}"), Stmt(f"if !yield({arguments}) {{", ends, "}")], "}")
            extra = []
            if g.chance(0.3):
                extra = [Stmt(f'defer println("{name} ends", {limit})')]
            if g.chance(0.15):
                extra.append(Stmt("defer func() {", [Stmt("if e := recover(); e != nil {",
                                                          [Stmt(f'report("{name}", e)', "panic(e)")], "}")], "}()"))
            tail = g.statements(1, fold=False)
    body = [*extra, *(Stmt(line) for line in made + used), loop, *tail]
    g.iterators.append(Iterator(name, types, [INT, param], 0))
    made = [Stmt("", f"func {name}({limit} int, {given} {param}) func(yield {yield_type}) {{",
                 [Stmt(f"return func(yield {yield_type}) {{", body, "}")], "}")]
    caller = g.fresh("fn")
    results = [g.some_type() for _ in range(g.r.randrange(3))]
    with g.function(0, results):
        body = range_function(g) + g.statements(1) + (range_function(g) or []) + [g.return_statement()]
    g.counts["range over a function"] += 2
    function = functions.Function(caller, [], results, 0, 300)
    g.functions.append(function)
    g.calls.append(function)
    return [*made, Stmt("", f"func {caller}() {functions.results_text(results)} {{".replace("  ", " "), body, "}")]


@statement("range over a function", 30)
def range_function(g):
    if g.frame.floor or not g.iterators or not control.room_for(g, 12):
        return None
    iterator = g.pick(g.iterators)
    n = g.r.randrange(5)
    g.spend(n * 6)
    source = f"{iterator.name}({n}, {g.leaf(iterator.params[1]).text})"
    return [loop_over(g, source, iterator.types, max(n, 1))]


def loop_over(g, source, types, count):
    with control.loop(g, count) as entry:
        used = types[:g.r.randrange(len(types) + 1)]
        names = [g.declare(type, g.fresh("e"), stable=False).name for type in used]
        body = ([Stmt(f"{', '.join('_' for _ in names)} = {', '.join(names)}")] if names else []) + g.statements(3)
        if g.frame.level and g.chance(0.15):
            g.counts["defer in the body of a range over a function"] += 1
            body.append(Stmt(f'defer println("after {entry[0]}", {g.leaf(INT).text})'))
        if g.frame.level and g.chance(0.15):
            g.counts["return out of a range over a function"] += 1
            body.append(Stmt(f"if {control.condition(g)} {{", [g.return_statement()], "}"))
        head = f"for {', '.join(names)} := range {source} {{" if names else f"for range {source} {{"
        return control.labelled(entry, head, body, "}")


@statement("range over a function literal", 5)
def range_literal(g):
    if not control.room_for(g, 8) or g.frame.floor:
        return None
    type = g.some_type()
    values = [g.leaf(type).text for _ in range(g.r.randrange(1, 4))]
    yields = " && ".join(f"yield({value})" for value in values)
    return loop_over(g, f"func(yield func({type}) bool) {{ _ = {yields} }}", [type], len(values))


@statement("range over a function nested", 12)
def nested(g):
    """The product of two iterators; leaves the inner, the outer or both."""
    if g.frame.floor or g.multiplicity > 8 or not g.affordable(60) or g.depth > 2:
        return None
    g.spend(40)
    able = [iterator for iterator in g.iterators if iterator.types and iterator.types[0].plain]
    if not able:
        return None
    outer, inner = g.pick(able), g.pick(able)
    label, a, b, n = g.fresh("L"), g.fresh("e"), g.fresh("e"), g.fresh("n")
    g.declare(INT, n)
    action = g.pick([f"break {label}", f"continue {label}", "break", "continue", f"panic({n})"])
    sources = [f"{each.name}({g.r.randrange(1, 4)}, {g.leaf(each.params[1]).text})" for each in (outer, inner)]
    body = [Stmt(f"{n}++", f"{g.fold_name(outer.types[0])}({a}, 2)", f"{g.fold_name(inner.types[0])}({b}, 2)"),
            Stmt(f"if {n} == {g.r.randrange(1, 6)} {{", [Stmt(action)], "}")]
    uses_label = label in action
    return Stmt(f"{n} := 0", "func() {",
                [Stmt(f'defer func() {{ report("{n}", recover()) }}()'),
                 Stmt(*([f"{label}:"] if uses_label else []),
                      f"for {a} := range {sources[0]} {{", [Stmt(f"for {b} := range {sources[1]} {{", body, "}")], "}")],
                "}()")


@statement("iterator that does not obey", 1)
def disobedient(g):
    """It goes on after the body has returned false: a run-time panic says so."""
    if g.frame.floor or g.multiplicity > 5:
        return None
    return Stmt("try(\"disobedient\", func() {",
                [Stmt("for i := range func(yield func(int) bool) { yield(1); yield(2) } {", [Stmt("println(i)", "break")], "}")], "})")
