"""Structs and pointers: nested and embedded structs, value copies, pointers to variables, fields and elements."""
from gotypes import BASIC, INT, Field
from rules import Expr, declaration, expression, statement
from tree import Stmt

MAX_SLOTS = 40  # of a generated type, about; large ones are made on purpose in constructs/frames.py


def slots(type):
    if type.kind == "struct":
        return sum(slots(field.type) for field in type.fields)
    if type.kind == "array":
        return type.length * slots(type.elem)
    return 1


@declaration("struct type", 16)
def struct_type(g):
    fields = []
    for _ in range(g.r.randrange(1, 6)):
        type = g.some_type(lambda other: slots(other) < 12)
        fields.append(Field(g.fresh("f"), type))
    if g.chance(0.5):
        embed(g, fields)
    if g.chance(0.1):
        fields.append(Field(g.fresh("f"), g.types.struct([])))
    under = g.types.struct(fields)
    type = g.types.define(g.fresh("T"), under)
    text = [Stmt(f"{field.type}" if field.embedded else f"{field.name} {field.type}") for field in fields]
    if g.chance(0.2):
        g.counts["struct that refers to itself"] += 1
        link = Field(g.fresh("f"), g.types.pointer(type))
        type.fields = [*fields, link]
        text.append(Stmt(f"{link.name} {link.type}"))
    g.named.append(type)
    g.structs.append(type)
    g.pool.append(type)
    if g.chance(0.4):
        g.pool.append(g.types.pointer(type))
    return [Stmt("", f"type {type} struct {{", text, "}")]


def embed(g, fields):
    """Embeds a struct or a pointer to one; methods that two embedded types would both promote are avoided."""
    candidates = [type for type in g.structs if slots(type) < 12]
    if not candidates:
        return
    inner = g.pick(candidates)
    g.counts["embedded struct"] += 1
    pointer = g.chance(0.3)
    fields.insert(g.r.randrange(len(fields) + 1),
                  Field(inner.name, g.types.pointer(inner) if pointer else inner, embedded=True))


@declaration("composite type", 22)
def composite_type(g):
    """A type literal of slices, arrays, maps, pointers, functions; now and then with a name."""
    elem = g.some_type(lambda other: slots(other) < 8)
    kind = g.pick(["slice", "slice", "array", "map", "map", "pointer", "func", "struct"])
    if kind == "array":
        type = g.types.array(elem, g.pick([1, 2, 3, 4, 5]))
    elif kind == "map":
        type = g.types.map(g.some_type(lambda other: other.comparable and slots(other) < 6), elem)
    elif kind == "func":
        type = g.types.func([g.some_type(lambda other: slots(other) < 6) for _ in range(g.r.randrange(3))],
                            [elem] if g.chance(0.8) else [])
    elif kind == "struct":
        type = g.types.struct([Field(g.fresh("f"), g.some_type(lambda other: slots(other) < 8)) for _ in range(2)])
    else:
        type = getattr(g.types, kind)(elem)
    if g.chance(0.3) and kind != "pointer":
        named = g.types.define(g.fresh("D"), type)
        g.named.append(named)
        g.pool.append(named)
        return [Stmt("", f"type {named} {type}")]
    if type not in g.pool:
        g.pool.append(type)
    return []


@declaration("defined basic type", 8)
def defined_basic(g):
    under = g.pick(BASIC)
    type = g.types.define(g.fresh("B"), under)
    g.named.append(type)
    g.pool.append(type)
    return [Stmt("", f"type {type} {under}")]


@expression("address of a variable", 14, lambda type: type.kind == "pointer" and not type.named)
def address(g, type, depth):
    place = g.place(type.elem, addressable=True)
    return place and Expr(f"&{place}")


@expression("new", 5, lambda type: type.kind == "pointer" and not type.named)
def new(g, type, depth):
    if g.chance(0.5):
        return Expr(f"new({type.elem})")
    g.counts["new with a value"] += 1
    return Expr(f"new(({type.elem})({g.variable_expr(type.elem, depth)}))")


@expression("field of a value", 6)
def field_of_value(g, type, depth):
    """A field of something that is no variable: a literal or a call's result."""
    able = [struct for struct in g.structs if any(field.type is type for field in struct.fields)]
    if not able:
        return None
    struct = g.pick(able)
    name = g.pick([field.name for field in struct.fields if field.type is type])
    return Expr(f"({g.text(struct, min(depth, 1))}).{name}")


@expression("copy of a struct, changed", 5, lambda type: type.kind == "struct" and type.fields)
def changed_copy(g, type, depth):
    field = g.pick(type.fields)
    if field.type.kind == "func":
        return None
    return Expr(f"func(c {type}) {type} {{ c.{field.name} = {g.text(field.type, 1)}; return c }}({g.text(type, depth)})")


@expression("conversion between identical structs", 3, lambda type: type.named and type.kind in ("struct", "slice", "map", "array"))
def reconverted(g, type, depth):
    return Expr(f"{type}({g.text(type, depth)})")


@statement("copy of a value, then one of them changed", 8)
def copy_and_change(g):
    type = g.some_type(lambda other: other.kind in ("struct", "array"))
    if type.kind not in ("struct", "array"):
        return None
    source = g.place(type)
    if source is None:
        return None
    var, made = g.declare_with(type, source)
    inner = [route for basic in BASIC for route in g.routes(type, basic) if all(step in ("field", "index") for step, _ in route)]
    if not inner:
        return made
    route = g.pick(inner)
    at = type
    for step, what in route:
        at = at.elem if step == "index" else next(field.type for field in at.fields if field.name == what)
    return [made, Stmt(f"{g.follow(var.name, route)} = {g.text(at, 1)}")]


@statement("pointer to a part of a variable", 8)
def pointer_to_part(g):
    if g.frame.floor:
        return None
    type = g.some_type(lambda other: slots(other) < 20)
    place = g.place(type, addressable=True)
    if place is None:
        return None
    name = g.fresh("p")
    lines = [f"{name} := &{place}"]
    lines.append(f"*{name} = {g.text(type, 1)}" if g.chance(0.6) else f"_ = {name}")
    g.declare(g.types.pointer(type), name)
    return Stmt(*lines)


@statement("list built and walked", 3)
def linked_list(g):
    if g.frame.floor or g.multiplicity > 10:
        return None
    able = [(type, field) for type in g.structs for field in type.fields
            if field.type.kind == "pointer" and field.type.elem is type and not field.embedded]
    if not able:
        return None
    type, link = g.pick(able)
    head, count = g.fresh("p"), g.fresh("n")
    g.spend(20)
    g.declare(INT, count)
    return Stmt(f"var {head} *{type}",
                f"for i := 0; i < {g.r.randrange(2, 9)}; i++ {{", [Stmt(f"{head} = &{type}{{{link.name}: {head}}}")], "}",
                f"{count} := 0",
                f"for p := {head}; p != nil; p = p.{link.name} {{", [Stmt(f"{count}++", f"{g.fold_name(type)}(*p, 1)")], "}",
                f"_ = {count}")
