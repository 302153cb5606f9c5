"""Slices (append and its aliasing, copy, three indices), arrays and maps (keys of every kind, deletion while iterating, NaN)."""
import output
from gotypes import BOOL, INT, STRING
from rules import Expr, expression, statement
from tree import Stmt


def is_slice(type):
    return type.kind == "slice"


def without_spare(g, name):
    """Takes the capacity that append may have made, and elements when a loop has made many."""
    return Stmt(f"{name} = {name}[:min(len({name}), {g.pick([4, 9, 16])}):min(len({name}), 16)]")


@expression("append", 10, is_slice)
def append(g, type, depth):
    if g.frame.floor:
        return None
    base = g.place(type) or g.text(type, 0)
    if type.elem.name == "uint8" and g.chance(0.2):
        return Expr(output.clipped(g, type, f"append({base}, {g.text(STRING, depth)}...)"))
    values = ", ".join(g.text(type.elem, depth) for _ in range(g.r.randrange(1, 4)))
    if g.chance(0.2):
        base += f"[:idx({g.leaf(INT).text}, len({base})+1)]"
    return Expr(output.clipped(g, type, f"append({base}, {values})"))


@expression("slicing", 12, is_slice)
def slicing(g, type, depth):
    if g.chance(0.35):
        array = g.some_type(lambda other: other.kind == "array" and other.elem is type.elem)
        if array.kind == "array" and array.elem is type.elem:
            place = g.place(array, addressable=True)
            if place and not g.frame.floor:
                g.counts["array sliced"] += 1
                low = g.r.randrange(array.length + 1)
                return typed(type, f"{place}[{low}:{g.pick(['', array.length])}]")
    place = g.place(type)
    if place is None:
        return None
    if g.chance(0.05):
        g.counts["slice expression that may be out of range"] += 1
        low, high = g.r.randrange(5), g.variable_expr(INT, depth)
        return Expr(f"{place}[{low}:{high}]" if g.chance(0.6) else f"{place}[:{low}:{high}]")
    low = f"idx({g.text(INT, depth)}, len({place})+1)"
    form = g.r.randrange(5)
    if form == 0:
        return Expr(f"{place}[{low}:]")
    if form == 1:
        return Expr(f"{place}[:{low}]")
    if form == 2:
        g.counts["slice up to its capacity"] += 1
        return Expr(f"{place}[:cap({place})]")
    g.counts["slice expression with three indices"] += 1
    return Expr(f"{place}[:{low}:{g.pick(['cap', 'len'])}({place})]")


def typed(type, text):
    return Expr(f"{type}({text})" if type.named else text)


@expression("length or capacity", 8, lambda type: type is INT)
def length(g, type, depth):
    operand = g.some_type(lambda other: other.kind in ("slice", "map", "chan", "array") or
                          other.kind == "pointer" and other.elem.kind == "array")
    place = g.place(operand)
    if place is None:
        return None
    constant = operand.kind in ("array", "pointer")
    return Expr(f"{'cap' if operand.kind in ('slice', 'chan') and g.chance(0.3) else 'len'}({place})", constant)


@expression("array from a slice", 12, lambda type: type.kind == "array")
def from_slice(g, type, depth):
    place = g.place(g.types.slice(type.elem))
    if place is None:
        return None
    if g.chance(0.1):
        return Expr(f"{type}({place})")
    return Expr(f"{type}(append({place}[:len({place}):len({place})], make([]{type.elem}, {type.length})...))")


@expression("make", 4, lambda type: type.kind in ("slice", "map"))
def make(g, type, depth):
    if type.kind == "map":
        return Expr(f"make({type}, {g.r.randrange(20)})")
    size = f"idx({g.text(INT, depth)}, 6)"
    return Expr(f"make({type}, {size}, {g.r.randrange(6, 9)})" if g.chance(0.5) else f"make({type}, {size})")


@expression("map entry and whether it is there", 5, lambda type: type is BOOL)
def present(g, type, depth):
    map_type = g.some_type(lambda other: other.kind == "map")
    place = map_type.kind == "map" and g.place(map_type)
    if not place:
        return None
    key = g.text(map_type.key, min(depth, 1))
    return Expr(f"func() bool {{ _, ok := {place}[{key}]; return ok }}()")


def reference_place(g, kind, plain=False):
    """A writable variable of a slice or map type: (type, text)."""
    type = g.some_type(lambda other: other.kind == kind and (other.elem.plain or not plain))
    if type.kind != kind:
        return None, None
    if g.frame.floor:  # only what this function made may be written through
        own = [var for var in g.visible() if var.own and var.level >= g.frame.floor and var.type.kind == kind]
        var = g.pick(own) if own else None
        return (var.type, var.name) if var else (None, None)
    return type, g.place(type, writable=True)


@statement("append to a variable", 14)
def append_to(g):
    type, place = reference_place(g, "slice")
    if not place:
        return None
    if g.chance(0.15) and not g.frame.floor:
        g.counts["append of a slice"] += 1
        other = g.place(type) or place
        return [Stmt(f"{place} = append({place}, {other}...)"), without_spare(g, place)]
    values = ", ".join(g.text(type.elem, 1) for _ in range(g.r.randrange(1, 4)))
    return [Stmt(f"{place} = append({place}, {values})"), without_spare(g, place)]


@statement("append aliases or does not", 6)
def aliasing(g):
    """Two slices of one array: which writes the other sees depends on capacities only."""
    if g.frame.floor:
        return None
    type = g.some_type(lambda other: other.kind == "slice" and other.elem.plain)
    place = g.place(type)
    if place is None or type.kind != "slice":
        return None
    first, second = g.fresh("v"), g.fresh("v")
    cut = f"idx({g.leaf(INT).text}, len({place})+1)"
    lines = [f"{first} := {place}[:{cut}]"]
    if g.chance(0.4):
        lines = [f"{first} := {place}[:{cut}:len({place})]"]
    lines += [f"{second} := append({first}, {g.text(type.elem, 1)})",
              f"if len({second}) > 0 {{ {second}[0] = {g.text(type.elem, 1)} }}",
              f"_, _ = {first}, {second}"]
    g.declare(type, first)
    g.declare(type, second)
    lines.append(f"{second} = {output.clipped(g, type, second)}")
    return Stmt(*lines)


@statement("growth of a slice on the heap", 2)
def growth(g):
    """Its capacities are gc's."""
    if g.frame.floor or g.multiplicity > 10:
        return None
    type = g.some_type(lambda other: other.kind != "interface")
    escaped = g.fresh("g")
    g.escaped.append(Stmt("", f"var {escaped} []{type}"))
    count = g.r.randrange(3, 30)
    values = ", ".join(g.text(type, 0) for _ in range(g.pick([1, 1, 2, 3])))
    return Stmt(f"for range {count} {{", [Stmt(f"{escaped} = append({escaped}, {values})", f"mix(uint64(cap({escaped})))")], "}",
                f"println(len({escaped}), cap({escaped}))", f"{escaped} = nil")


@statement("copy", 6)
def copy(g):
    if g.frame.floor:
        return None
    type, place = reference_place(g, "slice", plain=True)
    if not place:
        return None
    source = g.text(type, 1)
    if type.elem.name == "uint8" and g.chance(0.3):
        source = g.text(STRING, 1)
    if g.chance(0.3):
        source = f"{place}[idx({g.leaf(INT).text}, len({place})+1):]"  # overlapping
    name = g.fresh("n")
    g.declare(INT, name)
    return Stmt(f"{name} := copy({place}, {source})", f"_ = {name}")


@statement("clear", 2)
def clear(g):
    type, place = reference_place(g, g.pick(["slice", "map"]), plain=True)
    return Stmt(f"clear({place})") if place else None


@statement("map entry set", 12)
def set_entry(g):
    type, place = reference_place(g, "map")
    if not place:
        return None
    key = g.text(type.key, 1)
    if type.elem.number and g.chance(0.4):
        return Stmt(f"if {place} != nil {{", [Stmt(f"{place}[{key}] {g.pick(['+=', '-=', '*='])} {g.text(type.elem, 1)}")], "}")
    line = f"{place}[{key}] = {g.text(type.elem)}"
    if g.chance(0.05):
        g.counts["assignment that may be to an entry of a nil map"] += 1
        return Stmt(line)
    return Stmt(f"if len({place}) < 40 && {place} != nil {{", [Stmt(line)], "}")


@statement("map entry deleted", 6)
def delete(g):
    type, place = reference_place(g, "map")
    return Stmt(f"delete({place}, {g.text(type.key, 1)})") if place else None


@statement("map entry with ok", 5)
def comma_ok(g):
    type = g.some_type(lambda other: other.kind == "map")
    place = type.kind == "map" and g.place(type)
    if not place:
        return None
    key = g.text(type.key, 1)
    value, ok = g.fresh("v"), g.fresh("ok")
    g.declare(type.elem, value)
    g.declare(BOOL, ok)
    return Stmt(f"{value}, {ok} := {place}[{key}]", f"_, _ = {value}, {ok}")


@statement("map iterated without regard to order", 6)
def iterate(g):
    if g.frame.floor or not g.affordable(80):
        return None
    type = g.some_type(lambda other: other.kind == "map")
    place = type.kind == "map" and g.place(type)
    if not place:
        return None
    g.spend(40)
    key, value, total = g.fresh("k"), g.fresh("e"), g.fresh("n")
    body = [Stmt("saved := sum", f"sum = {g.r.randrange(100)}",
                 f"{g.fold_name(type.key)}({key}, 2)", f"{g.fold_name(type.elem)}({value}, 2)",
                 f"{total} += sum", "sum = saved")]
    g.declare(g.types.known["uint64"], total)
    return [Stmt(f"var {total} uint64"), Stmt(f"for {key}, {value} := range {place} {{", body, "}", f"_ = {total}")]


@statement("map iterated in the order of its keys", 10)
def iterate_sorted(g):
    if not g.affordable(60) or g.frame.floor or g.depth > 3:
        return None
    type = g.some_type(lambda other: other.kind == "map" and other.key.kind in ("int", "string"))
    place = type.kind == "map" and type.key.kind in ("int", "string") and g.place(type)
    if not place:
        return None
    keys, key = g.fresh("keys"), g.fresh("k")
    lines = [f"var {keys} []{type.key}", f"for k := range {place} {{ {keys} = append({keys}, k) }}",
             f"for i := range {keys} {{ for j := i; j > 0 && {keys}[j] < {keys}[j-1]; j-- {{ "
             f"{keys}[j], {keys}[j-1] = {keys}[j-1], {keys}[j] }} }}"]
    with g.scope(), g.times(8):
        g.declare(type.key, key, assignable=False)
        g.frame.loops.append([None, True, False])
        body = g.block(2)
        g.frame.loops.pop()
    return Stmt(*lines, f"for _, {key} := range {keys} {{", [Stmt(f"_ = {key}"), *body], "}")


@statement("map entries deleted while iterating", 4)
def delete_iterating(g):
    if g.frame.floor:
        return None
    type = g.some_type(lambda other: other.kind == "map" and other.key.kind in ("int", "string"))
    if type.kind != "map" or type.key.kind not in ("int", "string"):
        return None
    place = g.place(type, writable=True)
    if not place:
        return None
    test = f"k & {g.pick([1, 2, 3])} == 0" if type.key.kind == "int" else f"len(k) % 2 == {g.r.randrange(2)}"
    return Stmt(f"for k := range {place} {{", [Stmt(f"if {test} {{", [Stmt(f"delete({place}, k)")], "}")], "}")


@statement("NaN as a key", 2)
def nan_key(g):
    if g.multiplicity > 8 or g.frame.floor:
        return None
    name = g.fresh("m")
    return Stmt("{", [Stmt(f"{name} := map[float64]int{{nan(): 1, float64({g.r.randrange(9)}): 2}}", f"{name}[nan()] = 3",
                           f"delete({name}, nan())", f"_, found := {name}[nan()]", f'println("nan", len({name}), found)',
                           f"clear({name})", f"println(len({name}))")], "}")
