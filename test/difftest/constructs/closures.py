"""Function values: captures by reference and by value, per-iteration variables, escaping closures, values of all origins."""
from constructs import functions
from gotypes import INT
from rules import DYNAMIC_COST, PURE, Expr, expression, statement
from tree import Stmt


@statement("closure kept in a variable", 14)
def closure(g):
    if g.depth > 3 or not g.affordable(4):
        return None
    params, results = functions.signature(g, 3, 2)
    type = g.types.func(params, results)
    pure = g.chance(0.4)
    before = len(g.scopes)
    if pure:
        with g.function(g.level_below(), results, room=DYNAMIC_COST) as frame:
            head = f"func({functions.parameter_list(g, params)}) {functions.results_text(results)}".rstrip()
            body = functions.body_of(g, frame, 3)
            cost = DYNAMIC_COST - g.room + 2
        floor = PURE
    else:
        head, body = functions.literal_parts(g, params, results, g.frame.floor, 4, DYNAMIC_COST)
        floor, cost = g.frame.floor, g.last_literal_cost
    assert before == len(g.scopes)
    name = g.fresh("c")
    g.declare(type, name, stable=True, assignable=False, floor=floor, cost=max(cost, 2))
    return Stmt(f"{name} := {head} {{", body, "}", f"_ = {name}")


def callable_variables(g, results):
    floor = g.frame.floor if g.mode == "ordered" else PURE
    return [var for var in g.visible() if var.type.kind == "func" and not var.assignable and var.floor >= floor
            and var.type.results == results and g.affordable(var.cost)]


@expression("call of a closure", 14, ordered=True)
def call(g, type, depth):
    able = callable_variables(g, [type])
    if not able:
        return None
    var = g.pick(able)
    g.spend(var.cost)
    return Expr(f"{var.name}({g.arguments(var.type.params, min(depth, 1))})")


@statement("call of a closure", 12)
def call_statement(g):
    able = [var for var in g.visible() if var.type.kind == "func" and not var.assignable and var.floor >= g.frame.floor
            and g.affordable(var.cost)]
    if not able:
        return None
    var = g.pick(able)
    g.spend(var.cost)
    with g.ordered():
        text = f"{var.name}({g.arguments(var.type.params, 1)})"
    if len(var.type.results) == 1 and g.chance(0.7):
        return g.declare_with(var.type.results[0], text)[1]
    return Stmt(text)


@statement("call of any function value", 6)
def call_any(g):
    """Of a variable, field or element: it may be nil."""
    if g.frame.floor or not g.affordable(DYNAMIC_COST):
        return None
    type = g.some_type(lambda other: other.kind == "func")
    place = type.kind == "func" and g.place(type)
    if not place:
        return None
    g.spend(DYNAMIC_COST)
    arguments = ", ".join(g.leaf(param).text for param in type.params)
    body = Stmt(f"{place}({arguments})")
    return body if g.chance(0.1) else Stmt(f"if {place} != nil {{", [body], "}")


@statement("closures over the variables of a loop", 5)
def per_iteration(g):
    if not g.affordable(40) or g.frame.floor or g.depth > 3:
        return None
    functions_name, i = g.fresh("fs"), g.fresh("i")
    total = g.fresh("n")
    step = g.pick([f"return {i}", f"{i} += 10; return {i}", f"{total} += {i}; return {total}", f"{total}++; {i}++; return {i} * {total}"])
    heads = [f"for {i} := 0; {i} < 4; {i}++ {{", f"for {i} := range 4 {{", f"for _, {i} := range []int{{5, 6, 7}} {{",
             f"for {i}, stop := 0, 3; {i} < stop; {i}++ {{"]
    start = g.text(INT, 1)
    advance = [Stmt(f"if {i} == 1 {{", [Stmt(f"{i}++")], "}")] if g.chance(0.3) else []
    g.declare(INT, total)
    return [Stmt(f"var {functions_name} []func() int", f"{total} := {start}"),
            Stmt(g.pick(heads), [Stmt(f"{functions_name} = append({functions_name}, func() int {{ {step} }})"), *advance], "}"),
            Stmt(f"for _, f := range {functions_name} {{", [Stmt(f"mix(uint64(f()))"), Stmt(f"mix(uint64(f()*3))")], "}"),
            Stmt(f"println({total})") if g.multiplicity < 20 else Stmt(f"_ = {total}")]


@statement("counter that escapes", 4)
def counter(g):
    if g.frame.floor:
        return None
    name, type = g.fresh("c"), g.some_type(lambda other: other.kind in ("int", "string"))
    step = "x += by" if type.kind == "int" else f"x = {type}(clip(string(x + by)))"
    made = g.types.func([type], [type])
    start = g.text(type, 1)
    g.declare(made, name, stable=True, assignable=False, floor=0, cost=3)
    return Stmt(f"{name} := func(x {type}) func({type}) {type} {{",
                [Stmt(f"return func(by {type}) {type} {{", [Stmt(step, "return x")], "}")], f"}}({start})", f"_ = {name}")


@statement("recursive closure", 3)
def recursive(g):
    if not g.affordable(60):
        return None
    g.spend(40)
    name = g.fresh("c")
    with g.scope():
        g.declare(INT, "n", assignable=False, stable=True)
        text = g.text(INT, 2)
    result = g.fresh("v")
    g.declare(INT, result)
    return Stmt(f"var {name} func(n int) int",
                f"{name} = func(n int) int {{",
                [Stmt("if n <= 1 {", [Stmt("return n")], "}"),
                 Stmt(f"return {name}(n-1) + {name}(n-2)*3 + ({text})")], "}",
                f"{result} := {name}({g.r.randrange(1, 6)})", f"_ = {result}")


@expression("function applied to a function", 3, lambda type: type.kind in ("int", "string"))
def higher_order(g, type, depth):
    if not g.affordable(6):
        return None
    func = g.types.func([type], [type])
    text = g.text(func, 1)
    return Expr(f"func(f func({type}) {type}, x {type}) {type} {{ if f == nil {{ return x }}; return f(x) }}({text}, {g.text(type, depth)})") \
        if safe_function(text) else None


def safe_function(text):
    """Only function literals of one return (and names of pure functions) are called without a statement of their own."""
    return text.startswith("func(")
