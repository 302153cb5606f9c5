"""Declarations and assignments: single, multiple, swaps, i and a[i] at once, shadowing, constants with iota."""
from gotypes import INT, UINT8
from rules import declaration, statement
from tree import Stmt


@statement("declaration", 45)
def declare(g):
    type = g.some_type()
    text = g.text(type)
    fresh = type.kind in ("slice", "map", "pointer") and text.startswith((type.name + "{", "&", "make(", "new("))
    own = fresh and type.elem.plain
    return g.declare_with(type, text, own=own)[1]


@statement("declaration without a value", 6)
def declare_zero(g):
    type = g.some_type()
    name = g.fresh("v")
    g.declare(type, name)
    return Stmt(f"var {name} {type}", f"_ = {name}")


@statement("declaration of several", 5)
def declare_several(g):
    types = [g.some_type() for _ in range(g.r.randrange(2, 4))]
    texts = [g.text(type, 1) for type in types]
    names = [g.fresh("v") for _ in types]
    for name, type in zip(names, types):
        g.declare(type, name)
    used = f"{', '.join('_' for _ in names)} = {', '.join(names)}"
    if any(text == "nil" for text in texts):
        return None
    if g.chance(0.3):
        group = [Stmt(f"{name} {type} = {text}") for name, type, text in zip(names, types, texts)]
        # All texts were made before any of the names existed.
        return Stmt("var (", group, ")", used)
    return Stmt(f"{', '.join(names)} := {', '.join(texts)}", used)


@statement("assignment", 40)
def assign(g):
    type = g.some_type()
    if g.frame.floor and not type.plain:
        return None
    place = g.place(type, writable=True)
    return place and Stmt(f"{place} = {g.text(type)}")


@statement("multiple assignment", 10)
def assign_several(g):
    """Operands of the left sides, then everything on the right, then the assignments from left to right.

    Nothing here panics: it is left open which of the assignments have happened then.
    """
    places, texts = [], []
    for _ in range(g.r.randrange(2, 4)):
        type = g.some_type(lambda other: other.plain)
        place = g.place(type, writable=True, certain=True)
        if place is None:
            return None
        places.append(place)
        texts.append(g.place(type, certain=True) or g.literal(type, 0).text)
    return Stmt(f"{', '.join(places)} = {', '.join(texts)}")


@statement("swap", 8)
def swap(g):
    type = g.some_type(lambda other: other.plain)
    left, right = (g.place(type, writable=True, certain=True) for _ in range(2))
    if not left or not right:
        return None
    return Stmt(f"{left}, {right} = {right}, {left}")


@statement("swap of elements", 5)
def swap_elements(g):
    type = g.some_type(lambda other: other.kind == "slice" and other.elem.plain)
    place = g.place(type, writable=True)
    if place is None or g.frame.floor or "idx" in place:
        return None
    forms = ["{0}[0], {0}[1] = {0}[1], {0}[0]", "{0}[len({0})-1], {0}[0] = {0}[0], {0}[len({0})-1]", "{0}[0], {0}[1], {0}[0] = {0}[1], {0}[0], {0}[1]"]
    return Stmt(f"if len({place}) > 1 {{", [Stmt(g.pick(forms).format(place))], "}")


@statement("index and element assigned at once", 4)
def index_and_element(g):
    type = g.some_type(lambda other: other.kind in ("slice", "array") and other.elem.plain)
    place = g.place(type, writable=True)
    if place is None or g.frame.floor:
        return None
    index = g.fresh("i")
    used = Stmt(f"{index} := idx({g.text(INT, 1)}, len({place}))", f"_ = {index}")
    g.declare(INT, index, assignable=False)
    return [used, Stmt(f"if {index} < len({place}) {{",
                       [Stmt(f"{index}, {place}[{index}] = {g.leaf(INT).text}, {g.leaf(type.elem).text}")], "}")]


@statement("assignment of blank", 2)
def blank(g):
    type = g.some_type()
    return Stmt(f"_, _ = {g.text(type)}, {g.text(INT, 1)}") if type.kind != "func" else None


@declaration("constants with iota", 6)
def iota(g):
    under = g.pick([INT, UINT8, g.integer_type()])
    type = g.types.define(g.fresh("E"), under)
    g.named.append(type)
    g.pool.append(type)
    pattern = g.pick(["iota", "iota + 1", "1 << iota", "iota * 3 % 7", "(iota + 2) << 2 &^ 1", "10 - iota"])
    names = [g.fresh("C") for _ in range(g.r.randrange(2, 6))]
    lines = [Stmt(f"{names[0]} {type} = {pattern}")]
    for name in names[1:]:
        lines.append(Stmt(name if g.chance(0.85) else f"_\n\t{name}"))
    g.constants[type.name] = names
    return [Stmt("", f"type {type} {under}"), Stmt("", "const (", lines, ")")]
