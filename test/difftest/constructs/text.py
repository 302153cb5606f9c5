"""Strings: slicing, indexing, conversions to and from bytes and runes, invalid UTF-8, concatenation."""
import output
from gotypes import FLOAT64, INT, INT32, STRING, UINT8
from rules import Expr, expression, statement
from tree import Stmt


def is_string(type):
    return type.kind == "string"


def converted(type, text):
    return Expr(text if type is STRING else f"{type}({text})")


@expression("string concatenation", 14, is_string, ordered=True)
def concatenation(g, type, depth):
    parts = [g.variable_expr(type, depth)] + [g.text(type, depth) for _ in range(g.r.randrange(1, 3))]
    return converted(type, f"clip(string({' + '.join(parts)}))")


@expression("string slicing", 10, is_string)
def slicing(g, type, depth):
    place = g.place(type)
    if place is None:
        return None
    low = f"idx({g.text(INT, depth)}, len({place}))"
    form = g.r.randrange(4)
    if form == 0:
        return Expr(f"{place}[{low}:]")
    if form == 1:
        return Expr(f"{place}[:{low}]")
    if g.chance(0.04):
        g.counts["string slice that may be out of range"] += 1
        return Expr(f"{place}[{g.r.randrange(6)}:{g.variable_expr(INT, depth)}]")
    return Expr(f"{place}[{low}:][:idx({g.text(INT, 0)}, len({place})-{low}+1)]" if form == 2 else f"{place}[{low}:len({place})]")


@expression("string from bytes or runes", 8, is_string)
def from_slice(g, type, depth):
    elem = g.pick([UINT8, INT32])
    slice_type = g.types.slice(elem)
    if g.chance(0.4):
        return Expr(f"{type}({slice_type}({g.variable_expr(STRING, depth)}))")
    return converted(type, f"clip(string({g.text(slice_type, depth)}))")


@expression("string from a rune", 4, is_string, ordered=True)
def from_rune(g, type, depth):
    return Expr(f"{type}(rune({g.variable_expr(g.integer_type(), depth)}))")


@expression("string from a number", 3, lambda type: type is STRING)
def from_number(g, type, depth):
    if g.chance(0.3):
        return Expr(f"strconv.FormatFloat({g.variable_expr(FLOAT64, depth)}, 'g', {g.pick([-1, 3, 17])}, 64)")
    return Expr(f"strconv.Itoa({g.variable_expr(INT, depth)})")


@expression("string indexing", 5, lambda type: type is UINT8)
def indexing(g, type, depth):
    place = g.place(STRING)
    return place and Expr(f"({place} + \"z\")[idx({g.text(INT, depth)}, len({place})+1)]")


@expression("length of a string", 5, lambda type: type is INT, ordered=True)
def length(g, type, depth):
    return Expr(f"len({g.variable_expr(STRING, depth)})")


@expression("bytes or runes of a string", 8, lambda type: type.kind == "slice" and type.elem in (UINT8, INT32))
def to_slice(g, type, depth):
    return Expr(output.clipped(g, type, f"{type}({g.variable_expr(STRING, depth)})"))


@statement("range over a string", 6)
def range_string(g):
    if not g.affordable(30) or g.depth > 3:
        return None
    key, value = g.fresh("i"), g.fresh("r")
    with g.scope(), g.times(8):
        source = g.text(STRING, 1)
        accumulator = g.place(INT, writable=True)
        g.declare(INT, key, assignable=False)
        g.declare(INT32, value, assignable=g.frame.floor == 0)
        g.frame.loops.append([None, True, False])
        body = g.block(2)
        g.frame.loops.pop()
    if accumulator:
        body.insert(0, Stmt(f"{accumulator} = {accumulator}*31 + int({value}) + {key}"))
    return Stmt(f"for {key}, {value} := range clip({source}) {{", [Stmt(f"_, _ = {key}, {value}"), *body], "}")
