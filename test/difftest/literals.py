"""Values written down: literals of every type, with the values at the borders preferred."""
import gotypes
from rules import DYNAMIC_COST, PURE, Expr

STRINGS = ['""', '"a"', '"gopher"', '"héllo, 世界"', '"\\xff\\xfe"', '"a\\xc3(b"', '"\\xe2\\x82"', '"tail\\xf0\\x9f\\x98"', '"x\\x00y"',
           '"abc"', '"abd"', '"😀 smile"', '`raw\\n`', '"\\ufffd"', '"line\\n"', '"aaaaaaaaaaaaaaaaaaaaaaa"']
FLOATS = ["0", "1", "-1", "0.5", "1.5", "-2.25", "3.14159", "1e10", "-1e-10", "16777217", "0.1", "2.5", "1e30", "-7"]
HUGE = ["1e308", "5e-324", "9007199254740993", "-1e-300", "1.7976931348623157e308"]


def integer_value(g, type):
    low = -(1 << type.bits - 1) if type.signed else 0
    high = (1 << type.bits - type.signed) - 1
    kind = g.r.randrange(10)
    if kind < 5:
        value = g.r.randrange(-8 if type.signed else 0, 20)
    elif kind < 7:
        value = g.pick([low, high, low + 1, high - 1, high >> 1, 1 << type.bits // 2, (1 << type.bits // 2) - 1])
    else:
        value = g.r.randrange(low, high + 1) >> g.r.randrange(type.bits)
    return max(low, min(high, value))


def spelled(g, value):
    form = g.r.randrange(12)
    sign, size = ("-" if value < 0 else ""), abs(value)
    if form == 0:
        return f"{sign}{size:#x}"
    if form == 1 and size < 1 << 16:
        return f"{sign}{size:#b}"
    if form == 2:
        return f"{sign}{size:#o}"
    if form == 3 and 32 <= value < 127 and chr(value) not in "'\\":
        return f"'{chr(value)}'"
    if form == 4 and size > 999:
        return f"{sign}{size:_}"
    return str(value)


def scalar(g, type):
    """A constant's text without its type."""
    if type.kind == "bool":
        return g.pick(["true", "false"])
    if type.kind == "int":
        return spelled(g, integer_value(g, type))
    if type.kind == "float":
        return g.pick(FLOATS + HUGE if type.bits == 64 else FLOATS)
    if type.kind == "complex":
        return f"({g.pick(FLOATS)} + {g.pick(FLOATS[:9])}i)".replace("+ -", "- ")
    return g.pick(STRINGS)


def literal(g, type, depth):
    kind = type.kind
    if kind in ("bool", "int", "float", "complex", "string"):
        if kind == "float" and g.chance(0.08):
            return Expr(f"{type}({g.pick(['nan()', 'inf()', '-inf()', '-(zero)'])})")
        text = scalar(g, type)
        default = type.name in ("bool", "int", "string") and not (type.name == "int" and text.startswith("'"))
        return Expr(text if default else f"{type}({text})", True)
    if g.mode == "ordered":
        depth = min(depth, 1)
    g.nested_literals += 1
    text = composite(g, type, depth if g.nested_literals < 4 else -1)
    g.nested_literals -= 1
    return Expr(text)


def composite(g, type, depth):
    kind = type.kind
    if kind == "struct":
        return struct(g, type, depth)
    if kind == "array":
        return array(g, type, depth)
    if kind == "slice":
        if depth < 0 or g.chance(0.06):
            return g.pick([f"{type}(nil)", f"{type}{{}}", f"make({type}, 1, 3)"])
        count = g.r.randrange(1, 5)
        if count > 1 and g.chance(0.1):
            return f"{type}{{{count + 1}: {element(g, type.elem, depth)}, {element(g, type.elem, depth)}}}"
        return f"{type}{{{', '.join(element(g, type.elem, depth) for _ in range(count))}}}"
    if kind == "map":
        return map_literal(g, type, depth)
    if kind == "pointer":
        if depth < 0 or g.chance(0.05):
            return f"({type})(nil)" if not type.named else f"{type}(nil)"
        if type.elem.kind in ("struct", "array", "slice", "map") and g.chance(0.7):
            return "&" + composite_only(g, type.elem, depth)
        return f"new({type.elem})"
    if kind == "func":
        return function(g, type)
    if kind == "chan":
        return f"make({type}, {g.r.randrange(1, 4)})"
    return interface(g, type, depth)


def composite_only(g, type, depth):
    """A composite literal and nothing else, for its address to be taken."""
    for _ in range(5):
        text = composite(g, type, depth)
        if text.endswith("}") and not text.startswith("make") and text.startswith(type.name):
            return text
    return f"{type}{{}}"


def element(g, type, depth):
    return g.leaf(type).text if depth <= 0 else g.text(type, depth - 1)


def struct(g, type, depth):
    if depth < 0 or not type.fields or g.chance(0.05):
        return f"{type}{{}}"
    if g.chance(0.4):
        return f"{type}{{{', '.join(element(g, field.type, depth - 1) for field in type.fields)}}}"
    chosen = [field for field in type.fields if g.chance(0.7)]
    return f"{type}{{{', '.join(f'{field.name}: {element(g, field.type, depth - 1)}' for field in chosen)}}}"


def array(g, type, depth):
    if depth < 0 or g.chance(0.05):
        return f"{type}{{}}"
    count = min(type.length, g.r.randrange(1, 6))
    if g.chance(0.2):
        return f"{type}{{{g.r.randrange(type.length)}: {element(g, type.elem, depth - 1)}}}"
    if count == type.length and not type.named and g.chance(0.3):
        return f"[...]{type.elem}{{{', '.join(element(g, type.elem, depth - 1) for _ in range(count))}}}"
    return f"{type}{{{', '.join(element(g, type.elem, depth - 1) for _ in range(count))}}}"


def constant_key(g, type):
    """A key's text, so that equal keys are equal texts (a literal's constant keys must differ), or None."""
    if type.kind == "bool":
        return f"{type}({g.pick(['true', 'false'])})"
    if type.kind == "string":
        return f"{type}({g.pick(STRINGS)})"
    if type.kind in ("int", "float", "complex"):
        return f"{type}({g.r.randrange(20)})"
    return None


def map_literal(g, type, depth):
    may_panic = type.key.kind == "interface" or not type.key.plain  # for a key whose dynamic type has no equality
    if depth < 0 or g.chance(0.05) or may_panic and g.mode == "ordered":
        return g.pick([f"{type}(nil)", f"{type}{{}}", f"make({type})"])
    entries = {}
    for _ in range(g.r.randrange(1, 5)):
        key = constant_key(g, type.key) or element(g, type.key, -1)
        if type.key.kind == "interface" and entries:
            break  # equal constants behind different texts would be refused
        entries[key] = element(g, type.elem, depth - 1)
    return f"{type}{{{', '.join(f'{key}: {value}' for key, value in entries.items())}}}"


def function(g, type):
    """A function literal of one return, or a function's name. Bodies with statements: constructs/closures.py."""
    known = [function for function in g.functions
             if function.floor >= g.frame.floor and function.cost <= DYNAMIC_COST and function.variadic is None
             and function.params == type.params and function.results == type.results]
    if known and not type.variadic and g.chance(0.5):
        return g.pick(known).name
    with g.function(PURE, type.results, room=10):
        names = [g.declare(param, g.fresh("p")).name for param in type.params]
        params = ", ".join(f"{name} {param}" for name, param in zip(names, type.params))
        head = f"func({params}) {gotypes.results_text(type.results)}".rstrip()
        body = f" return {', '.join(g.leaf(result).text for result in type.results)} " if type.results else ""
    return f"{head} {{{body}}}"




def interface(g, type, depth):
    """A value of some type that implements the interface, converted to it."""
    if depth < 0 or g.chance(0.06):
        return f"{type}(nil)"
    chosen = implementer(g, type)
    if chosen is None:
        return f"{type}(nil)"
    g.box(chosen)
    return f"{type}({g.text(chosen, depth - 1)})"


def implementer(g, interface):
    if not interface.methods and g.chance(0.5):
        return g.pick(gotypes.BASIC)
    pointers = [g.types.pointer(type) for type in g.named if type.kind != "interface" and type.kind != "pointer"]
    able = [type for type in [*g.named, *pointers, *g.pool]
            if type.kind not in ("interface", "func") and type.implements(interface)]
    return g.pick(able) if able else None
