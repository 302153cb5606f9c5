"""Declared functions and calls of them: pure and effectful, several results, named results, variadics, recursion, small leaves."""
from gotypes import BOOL, INT, results_text
from rules import CALL_BUDGET, DYNAMIC_COST, PURE, Expr, declaration, expression, statement
from tree import Stmt


class Function:
    """A declared function that may be called by name. `floor` is what a call may write (see generator.py)."""

    def __init__(self, name, params, results, floor, cost, variadic=None):
        self.name, self.params, self.results, self.floor, self.cost = name, params, results, floor, cost
        self.variadic = variadic  # element type of the last parameter


def parameter_list(g, params, variadic=None, receiver_names=()):
    names = []
    for type in params:
        names.append(f"{g.declare(type, g.fresh('p')).name} {type}")
    if variadic is not None:
        names.append(f"{g.declare(g.types.slice(variadic), g.fresh('p')).name} ...{variadic}")
    return ", ".join(names)


def result_list(g, results, named):
    if not named:
        return results_text(results)
    return "(" + ", ".join(f"{var.name} {var.type}" for var in named) + ")"


def body_of(g, frame, count):
    body = g.statements(count)
    if frame.results or g.chance(0.2):
        body.append(g.return_statement())
    return body


def signature(g, most_params=5, most_results=3):
    params = [g.some_type() for _ in range(g.r.randrange(most_params + 1))]
    several = [function.results for function in g.functions if len(function.results) > 1]
    if several and g.chance(0.15):
        params = list(g.pick(several))
    results = [g.some_type() for _ in range(g.pick([1, 1, 1, 1, 0, 2, most_results]))]
    return params, results


def declare_function(g, pure, size, params, results, variadic=None, room=CALL_BUDGET):
    name = g.fresh("fn")
    floor = g.level_below() if pure else 0
    with g.function(floor, results, room=room) as frame:
        params_text = parameter_list(g, params, variadic)
        if results and g.chance(0.35):
            frame.named = [g.declare(type, g.fresh("r")) for type in results]
        text = result_list(g, results, frame.named)
        body = body_of(g, frame, size)
        cost = room - g.room + 2
    made = Function(name, params, results, PURE if pure else 0, cost, variadic)
    return made, [Stmt("", f"func {name}({params_text}) {text} {{".replace("  ", " "), body, "}")]


@declaration("pure function", 16)
def pure_function(g):
    params, results = signature(g)
    results = results or [g.some_type()]
    made, text = declare_function(g, True, g.r.randrange(1, 5), params, results)
    g.functions.append(made)
    g.calls.append(made)
    return text


@declaration("function with effects", 26)
def effectful_function(g):
    params, results = signature(g)
    made, text = declare_function(g, False, g.r.randrange(3, 7), params, results)
    g.functions.append(made)
    g.calls.append(made)
    return text


@declaration("small leaf function", 8)
def leaf_function(g):
    """One that compilers inline."""
    params = [g.some_type() for _ in range(g.r.randrange(1, 4))]
    result = g.pick(params) if g.chance(0.6) else g.some_type()
    name = g.fresh("leaf")
    with g.function(g.level_below(), [result], room=60):
        text = parameter_list(g, params)
        if g.chance(0.4):
            body = [Stmt(f"if {g.variable_expr(BOOL, 1)} {{", [g.return_statement()], "}"), g.return_statement()]
        elif g.chance(0.4):
            body = [Stmt(f"{g.scopes[-1][0].name} = {g.text(params[0], 1)}"), g.return_statement()]
        else:
            body = [g.return_statement()]
        cost = 60 - g.room + 2
    g.functions.append(Function(name, params, [result], PURE, cost))
    return [Stmt("", f"func {name}({text}) {result} {{", body, "}")]


@declaration("variadic function", 6)
def variadic_function(g):
    params, results = signature(g, 2)
    made, text = declare_function(g, g.chance(0.5), g.r.randrange(2, 7), params, results or [INT], g.some_type())
    g.functions.append(made)
    g.calls.append(made)
    return text


@declaration("recursive function", 6)
def recursive_function(g):
    """f(n, ...) calls f(n-1, ...) up to twice; what calls it passes a small n."""
    params, results = signature(g, 3)
    results = results[:1] or [INT]
    name, twice = g.fresh("rec"), g.chance(0.5)
    steps = 5 if twice else 12
    calls = 2 ** steps if twice else steps
    room = CALL_BUDGET // calls + 4
    with g.function(0, results, room=room) as frame:
        n = g.declare(INT, "n", assignable=False, stable=True)
        text = parameter_list(g, params)
        ending = g.return_statement()
        before = g.statements(2, fold=False)
        recursions = []
        for _ in range(2 if twice else 1):
            arguments = ", ".join(["n-1", *(g.text(type, 1) for type in params)])
            call = f"{name}({arguments})"
            recursions.append(g.declare_with(results[0], call)[1])
        body = [Stmt("if n <= 0 {", [ending], "}"), *before, *recursions, *body_of(g, frame, 2)]
        cost = (room - g.room + 3) * calls
    wrapper = g.fresh("fn")
    names = [g.fresh("p") for _ in params]
    listed = ", ".join(f"{each} {type}" for each, type in zip(names, params))
    made = Function(wrapper, params, results, 0, cost)
    g.functions.append(made)
    g.calls.append(made)
    return [Stmt("", f"func {name}({', '.join(part for part in ('n int', text) if part)}) {results[0]} {{", body, "}"),
            Stmt("", f"func {wrapper}({listed}) {results[0]} {{ return {name}({', '.join([str(steps), *names])}) }}")]


# Calls


@expression("call of a function", 25, ordered=True)
def call(g, type, depth):
    able = g.callable_functions([type])
    if not able:
        return None
    function = g.pick(able)
    g.spend(function.cost)
    if function.floor != PURE:
        g.counts["call with effects in an expression"] += 1
    return Expr(f"{function.name}({g.arguments(function.params, min(depth, 1), function.variadic)})")


@expression("call of a function literal", 3)
def call_literal(g, type, depth):
    if not g.affordable(10):
        return None
    params = [g.some_type() for _ in range(g.r.randrange(3))]
    arguments = g.arguments(params, min(depth, 1))
    head, body = literal_parts(g, params, [type], PURE, 1, 12)
    return Expr(f"{head} {{ {one_line(body)} }}({arguments})") if body is not None else None


def one_line(body):
    return "; ".join(part if isinstance(part, str) else "" for statement in body for part in statement.parts)


def literal_parts(g, params, results, floor, size, room):
    """Head and body of a function literal: statements and a return; in expressions (PURE) on one line."""
    inner = g.level_below() if floor == PURE else floor
    with g.function(inner, results, room=room) as frame:
        head = f"func({parameter_list(g, params)}) {results_text(results)}".rstrip()
        if floor == PURE:
            body = []
            if g.chance(0.5):
                body.append(Stmt(f"if {g.variable_expr(BOOL, 1)} {{ {g.return_statement().parts[0]} }}"))
            body.append(g.return_statement())
        else:
            body = body_of(g, frame, size)
        g.last_literal_cost = room - g.room + 2
    return head, body


@statement("call statement", 18)
def call_statement(g):
    able = [function for function in g.functions if function.floor >= g.frame.floor and g.affordable(function.cost)]
    if not able:
        return None
    function = g.pick(able)
    g.spend(function.cost)
    with g.ordered():
        text = f"{function.name}({g.arguments(function.params, 1, function.variadic)})"
    count = len(function.results)
    if not count or g.chance(0.15):
        return Stmt(text)
    if count > 1:
        g.counts["call with several results"] += 1
    names = [g.fresh("v") for _ in range(count)]
    for name, type in zip(names, function.results):
        g.declare(type, name)
    return Stmt(f"{', '.join(names)} := {text}", f"{', '.join('_' for _ in names)} = {', '.join(names)}")


@statement("results passed on", 10)
def passed_on(g):
    """f(g()) where g has several results."""
    for inner in g.functions:
        if len(inner.results) < 2 or inner.floor < g.frame.floor or not g.affordable(inner.cost):
            continue
        for outer in g.functions:
            if outer.params == inner.results and outer.variadic is None and outer.floor >= g.frame.floor \
                    and g.affordable(inner.cost + outer.cost):
                g.spend(inner.cost + outer.cost)
                with g.ordered():
                    return Stmt(f"{outer.name}({inner.name}({g.arguments(inner.params, 1, inner.variadic)}))")
    return None


@statement("expression with calls that have effects", 18)
def ordered_expression(g):
    results = [function.results[0] for function in g.functions
               if len(function.results) == 1 and function.floor >= g.frame.floor and g.affordable(function.cost)]
    results += [var.type.results[0] for var in g.visible()
                if var.type.kind == "func" and len(var.type.results) == 1 and not var.assignable and g.affordable(var.cost)]
    type = g.pick(results) if results and g.chance(0.7) else g.some_type(lambda other: other.plain)
    with g.ordered():
        text = g.text(type, 3)
    form = g.r.randrange(4)
    stable = [var for var in g.visible() if var.stable and var.type is type and g.may_write(var)]
    if form == 0 and stable:
        return Stmt(f"{g.pick(stable).name} = {text}")
    if form == 1 and type is BOOL and g.depth < 4:
        return Stmt(f"if {text} {{", g.block(2), "}")
    return g.declare_with(type, text)[1]


@statement("several values of calls in order", 6)
def ordered_several(g):
    """The calls of a statement happen from left to right: in arguments, in literals, on the right of an assignment."""
    type = g.some_type(lambda other: other.plain)
    with g.ordered():
        texts = [g.text(type, 2) for _ in range(g.r.randrange(2, 5))]
    listed = ", ".join(texts)
    if g.chance(0.5):
        slice_type = g.types.slice(type)
        return g.declare_with(slice_type, f"{slice_type}{{{listed}}}")[1]
    names = [g.fresh("v") for _ in texts]
    for name in names:
        g.declare(type, name)
    return Stmt(f"{', '.join(names)} := {listed}", f"{', '.join('_' for _ in names)} = {', '.join(names)}")
