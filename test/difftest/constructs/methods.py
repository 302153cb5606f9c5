"""Methods and interfaces: value and pointer receivers, promotion, dynamic calls, method values and expressions, type switches."""
import literals
from constructs import control, functions
from gotypes import ANY, BOOL, Method
from rules import DYNAMIC_COST, PURE, Expr, declaration, expression, statement
from tree import Stmt


def choose_methods(g):
    """The program's method names with their signatures, and which types have which. Before any function is made."""
    for _ in range(g.r.randrange(3, 7)):
        params = [g.some_type() for _ in range(g.r.randrange(3))]
        results = [g.some_type()] if g.chance(0.85) else [g.some_type() for _ in range(g.pick([0, 2]))]
        name = g.fresh("M")
        g.methods[name] = Method(name, params, results, bool(results) and g.chance(0.5))
    g.method_bodies = []
    for type in g.named:
        if type.kind in ("interface", "pointer") or g.chance(0.45):
            continue
        promoted = type.method_set()
        for method in g.r.sample(list(g.methods.values()), g.pick([1, 1, 2])):
            if method.name in promoted:
                g.counts["promoted method hidden"] += 1
            type.methods[method.name] = method
            if g.chance(0.5):
                type.pointer_methods.add(method.name)
            g.method_bodies.append((type, method))
    for _ in range(g.r.randrange(1, 4)):
        interface_type(g)


def interface_type(g):
    type = g.types.define(g.fresh("I"), ANY)
    chosen = g.r.sample(list(g.methods.values()), g.pick([1, 1, 2, 3]))
    parts = [Stmt(f"{method.name}{method.signature()}") for method in chosen]
    type.methods = {method.name: method for method in chosen}
    if g.interfaces and g.chance(0.4):
        g.counts["embedded interface"] += 1
        inner = g.pick(g.interfaces)
        parts.insert(0, Stmt(inner.name))
        type.methods.update(inner.methods)
    g.interfaces.append(type)
    g.pool.append(type)
    g.interface_text.append(Stmt("", f"type {type} interface {{", parts, "}"))


def method_declarations(g):
    made = []
    for type, method in g.method_bodies:
        pointer = method.name in type.pointer_methods
        receiver = g.types.pointer(type) if pointer else type
        room = DYNAMIC_COST
        with g.function(g.level_below() if method.pure else 0, method.results, room=room) as frame:
            name = g.declare(receiver, g.fresh("t"), stable=not pointer and g.chance(0.5)).name
            text = functions.parameter_list(g, method.params)
            if method.results and g.chance(0.25):
                frame.named = [g.declare(result, g.fresh("r")) for result in method.results]
            results = functions.result_list(g, method.results, frame.named)
            body = functions.body_of(g, frame, g.r.randrange(1, 3))
        made.append(Stmt("", f"func ({name} {receiver}) {method.name}({text}) {results} {{".replace("  ", " "), body, "}"))
    return made


def receiver_for(g, wanted):
    """(text, method) of a variable with a method that `wanted` accepts, or None."""
    types = [type for type in g.pool + g.interfaces if type.kind != "func"]
    g.r.shuffle(types)
    for type in types:
        able = [method for method in type.method_set().values() if wanted(method)]
        if not able:
            continue
        place = g.place(type, addressable=type.kind not in ("interface", "pointer"))
        if place:
            return place, g.pick(able), type
    return None


def may_call(g, method):
    return method.pure or g.mode == "ordered" and not g.frame.floor


@expression("method call", 24)
def call(g, type, depth):
    if not g.affordable(DYNAMIC_COST) or g.mode == "ordered":
        return None
    found = receiver_for(g, lambda method: method.results == [type] and may_call(g, method))
    if found is None:
        return None
    place, method, receiver = found
    g.spend(DYNAMIC_COST)
    if receiver.kind == "interface":
        g.counts["dynamic method call"] += 1
    return Expr(f"{place}.{method.name}({g.arguments(method.params, min(depth, 1))})")


@statement("method call statement", 24)
def call_statement(g):
    if not g.affordable(DYNAMIC_COST):
        return None
    found = receiver_for(g, lambda method: method.pure or not g.frame.floor)
    if found is None:
        return None
    place, method, receiver = found
    g.spend(DYNAMIC_COST)
    text = f"{place}.{method.name}({', '.join(g.leaf(type).text for type in method.params)})"
    guard = receiver.kind in ("interface", "pointer") and g.chance(0.8)
    if len(method.results) == 1 and not guard:
        return g.declare_with(method.results[0], text)[1]
    return Stmt(f"if {place} != nil {{", [Stmt(text)], "}") if guard else Stmt(text)


@statement("method value", 6)
def method_value(g):
    found = receiver_for(g, lambda method: method.pure or not g.frame.floor)
    if found is None:
        return None
    place, method, receiver = found
    type = g.types.func(method.params, method.results)
    name = g.fresh("c")
    g.declare(type, name, stable=True, assignable=False, floor=PURE if method.pure else 0, cost=DYNAMIC_COST)
    return Stmt(f"{name} := {place}.{method.name}", f"_ = {name}")


@statement("method expression", 5)
def method_expression(g):
    able = [(type, method) for type, method in g.method_bodies if method.pure or not g.frame.floor]
    if not able:
        return None
    type, method = g.pick(able)
    receiver = g.types.pointer(type) if method.name in type.pointer_methods or g.chance(0.3) else type
    spelled = f"({receiver})" if receiver is not type else type.name
    func = g.types.func([receiver, *method.params], method.results)
    name = g.fresh("c")
    g.declare(func, name, stable=True, assignable=False, floor=PURE if method.pure else 0, cost=DYNAMIC_COST)
    return Stmt(f"{name} := {spelled}.{method.name}", f"_ = {name}")


@expression("value in an interface", 20, lambda type: type.kind == "interface")
def boxed(g, type, depth):

    chosen = literals.implementer(g, type)
    if chosen is None:
        return None
    g.box(chosen)
    return Expr(f"{type}({g.text(chosen, depth)})")


@expression("interface converted to another", 5, lambda type: type.kind == "interface")
def converted(g, type, depth):
    source = g.some_type(lambda other: other.kind == "interface" and other is not type)
    if source is type or source.kind != "interface":
        return None
    place = g.place(source)
    if place is None:
        return None
    if source.implements(type):
        return Expr(f"{type}({place})")
    if g.chance(0.1):
        g.counts["type assertion that may panic"] += 1
        return Expr(f"{place}.({type})")
    return Expr(f"func() {type} {{ v, _ := {place}.({type}); return v }}()")


@expression("type assertion", 5)
def assertion(g, type, depth):
    source = g.some_type(lambda other: other.kind == "interface")
    if type.kind == "interface" or source.kind != "interface" or not type.implements(source):
        return None
    place = g.place(source)
    if place is None:
        return None
    g.box(type)
    if g.chance(0.1):
        g.counts["type assertion that may panic"] += 1
        return Expr(f"{place}.({type})")
    return Expr(f"func() {type} {{ if v, ok := {place}.({type}); ok {{ return v }}; return {g.leaf(type).text} }}()")


@statement("type switch", 14)
def type_switch(g):
    if not control.room_for(g, 1):
        return None
    source = g.some_type(lambda other: other.kind == "interface")
    place = g.place(source) if source.kind == "interface" else None
    if place is None:
        return None
    able = [type for type in [*g.boxed.values(), *g.interfaces] if type is not source and
            (type.kind == "interface" or type.implements(source))]
    g.r.shuffle(able)
    binds = g.chance(0.7)
    name = g.fresh("v") if binds else ""
    with control.loop(g, 1, False) as entry:
        parts = []
        cases, seen = able[:g.r.randrange(1, 4)], set()
        if g.chance(0.3):
            cases.insert(g.r.randrange(len(cases) + 1), None)
        default_at = g.r.randrange(len(cases) + 1) if g.chance(0.6) else -1
        for position, type in enumerate(cases):
            if position == default_at:
                parts += default_case(g, source, name)
            if type is not None and type.name in seen:
                continue
            with g.scope():
                several = type is not None and position + 1 < len(cases) and cases[position + 1] is not None and g.chance(0.15)
                listed = [type] + ([cases[position + 1]] if several else [])
                seen.update(each.name for each in listed if each)
                bound = source if type is None or several else type
                if binds:
                    g.declare(bound, name, stable=False)
                body = g.statements(2)
                parts += [f"case {', '.join('nil' if each is None else each.name for each in listed)}:",
                          ([Stmt(f"_ = {name}")] if binds else []) + body]
        if default_at == len(cases):
            parts += default_case(g, source, name)
        if not parts:
            return None
        head = f"{name} := {place}.(type)" if binds else f"{place}.(type)"
        return control.labelled(entry, f"switch {head} {{", *parts, "}")


def default_case(g, source, name):
    with g.scope():
        if name:
            g.declare(source, name, stable=False)
        return ["default:", ([Stmt(f"_ = {name}")] if name else []) + g.statements(1)]


@statement("type assertion with ok", 6)
def assertion_ok(g):
    source = g.some_type(lambda other: other.kind == "interface")
    place = g.place(source) if source.kind == "interface" else None
    able = [type for type in [*g.boxed.values(), *g.interfaces] if type is not source and
            (type.kind == "interface" or type.implements(source))]
    if place is None or not able:
        return None
    type = g.pick(able)
    value, ok = g.fresh("v"), g.fresh("ok")
    g.declare(type, value)
    g.declare(BOOL, ok)
    return Stmt(f"{value}, {ok} := {place}.({type})", f"_, _ = {value}, {ok}")
