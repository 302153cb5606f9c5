"""Control flow: if, for in all its forms, labelled break and continue, switch with fallthrough, goto, blocks, early returns."""
import contextlib

from gotypes import BOOL, INT
from rules import statement
from tree import Stmt

MAX_DEPTH = 4


def room_for(g, count):
    return g.depth < MAX_DEPTH and g.affordable(count * 3)


@contextlib.contextmanager
def loop(g, count, is_loop=True):
    """A statement that break (and continue) may name; yields the [label, is a loop, label used] it is known by."""
    entry = [g.fresh("L"), is_loop, False]
    g.frame.loops.append(entry)
    with g.scope(), g.times(count):
        yield entry
    g.frame.loops.pop()


def labelled(entry, *parts):
    return Stmt(f"{entry[0]}:", *parts) if entry[2] else Stmt(*parts)


def condition(g):
    return g.variable_expr(BOOL, 2)


@statement("if", 22)
def if_else(g):
    if not room_for(g, 1):
        return None
    with g.scope():
        parts = []
        head = "if "
        if g.chance(0.25):
            type = g.some_type()
            text = g.text(type)
            var = g.declare(type, g.fresh("v"))
            use = "_ = " + var.name
            parts.append([Stmt(use)])
            head += f"{var.name} := {wrap(type, text)}; "
        else:
            parts.append([])
        parts[0] += g.block(2)
        parts.insert(0, head + condition(g) + " {")
        while g.chance(0.25) and len(parts) < 6:
            parts += [f"}} else if {condition(g)} {{", g.block(1)]
        if g.chance(0.45):
            parts += ["} else {", g.block(2)]
        parts.append("}")
        return Stmt(*parts)


def wrap(type, text):
    """Composite literals in a statement's head need parentheses."""
    return f"({text})"


@statement("for with a counter", 16)
def counted(g):
    n = g.r.randrange(1, 7)
    if not room_for(g, n):
        return None
    with loop(g, n) as entry:
        type = g.integer_type()
        counter = g.declare(type, g.fresh("i"), assignable=False, stable=g.chance(0.5))
        i = counter.name
        step = g.pick([1, 1, 1, 2, 3])
        if g.chance(0.7) or not type.signed:
            start = g.r.randrange(4)
            head = f"for {i} := {type}({start}); {i} < {start + n * step}; {i} {'++' if step == 1 else '+= %d' % step}"
            if step == 1:
                head = head.replace(" ++", "++")
        else:
            head = f"for {i} := {type}({n * step}); {i} > 0; {i} -= {step}"
        return labelled(entry, head + " {", g.block(3), "}")


@statement("for with a condition", 6)
def conditional(g):
    n = g.r.randrange(1, 6)
    if not room_for(g, n):
        return None
    counter = g.fresh("n")
    with loop(g, n) as entry:
        test = f"{counter} < {n}" + (f" && {condition(g)}" if g.chance(0.4) else "")
        body = g.block(3)
        if g.chance(0.3):
            return [Stmt(f"{counter} := 0"), labelled(entry, "for {", [
                Stmt(f"if {counter}++; !({test}) {{", [Stmt("break")], "}"), *body], "}")]
        return [Stmt(f"{counter} := 0"), labelled(entry, f"for {test} {{", [Stmt(f"{counter}++"), *body], "}")]


@statement("range over an integer", 8)
def range_integer(g):
    n = g.r.randrange(1, 6)
    if not room_for(g, n):
        return None
    type = g.pick([INT, g.integer_type()])
    bound = g.variable_expr(g.integer_type(), 1)
    with loop(g, n) as entry:
        i = g.declare(type, g.fresh("i"), stable=False).name
        form = g.r.randrange(4)
        if form == 0:
            return labelled(entry, f"for range {n} {{", [Stmt(f"{i} := {type}(1)", f"_ = {i}"), *g.statements(2)], "}")
        limit = f"{type}({n})" if type is not INT else str(n)
        if form == 1:
            limit = f"{type}({bound}&{n})"
        return labelled(entry, f"for {i} := range {limit} {{", [Stmt(f"_ = {i}"), *g.block(3)], "}")


@statement("range over a slice or array", 12)
def range_elements(g):
    if not room_for(g, 6):
        return None
    type = g.some_type(lambda other: other.kind in ("slice", "array") and other.length < 9)
    source = g.place(type) if g.chance(0.7) else None
    source = source or f"({g.text(type, 1)})"
    if type.kind == "array" and g.chance(0.3):
        array = g.place(type, addressable=True)
        source = "&" + array if array else source
    with loop(g, 6) as entry:
        key = g.declare(INT, g.fresh("i"), stable=False).name
        value = g.declare(type.elem, g.fresh("e"), stable=False).name
        form = g.r.randrange(4)
        if form == 0:
            body = [Stmt(f"var {value} {type.elem}", f"_, _ = {key}, {value}"), *g.statements(2)]
            return labelled(entry, f"for {key} := range {source} {{", body, "}")
        return labelled(entry, f"for {key}, {value} := range {source} {{", [Stmt(f"_, _ = {key}, {value}"), *g.block(3)], "}")


@statement("break or continue", 8)
def leave(g):
    loops = g.frame.loops
    if not loops:
        return None
    entry = g.pick(loops)
    verb = "continue" if entry[1] and g.chance(0.5) else "break"
    innermost = entry is loops[-1]
    if verb == "continue":
        innermost = entry is next(each for each in reversed(loops) if each[1])
    label = ""
    if entry[0] and (not innermost or g.chance(0.2)):
        entry[2] = True
        label = " " + entry[0]
        g.counts[f"labelled {verb}"] += 1
    elif not innermost:
        return None
    return Stmt(f"if {condition(g)} {{", [Stmt(verb + label)], "}")


@statement("return early", 4)
def return_early(g):
    if g.frame.level == 0 or g.depth < 1:
        return None
    return Stmt(f"if {condition(g)} {{", [g.return_statement()], "}")


@statement("block", 4)
def block(g):
    return Stmt("{", g.block(3), "}") if room_for(g, 1) else None


@statement("switch on a value", 10)
def switch_value(g):
    if not room_for(g, 1):
        return None
    type = g.some_type(lambda other: other.kind in ("int", "string") and not other.named)
    with loop(g, 1, False) as entry:
        tag = g.variable_expr(type)
        if type.kind == "int" and g.chance(0.7):
            tag = f"{tag} & 7"
        values = list(range(8)) if type.kind == "int" else ['"a"', '""', '"gopher"', '"abc"', '"abd"', '"héllo, 世界"']
        g.r.shuffle(values)
        cases = []
        for _ in range(g.r.randrange(1, 5)):
            labels = [str(values.pop()) for _ in range(min(len(values), g.pick([1, 1, 2])))]
            if labels and g.chance(0.1):
                labels.append(g.variable_expr(type, 1))
            if labels:
                cases.append(f"case {', '.join(labels)}:")
        init = ""
        if g.chance(0.2):
            var = g.declare(type, g.fresh("v"))
            init = f"{var.name} := {tag}; "
            tag = var.name
        return labelled(entry, f"switch {init}{tag} {{", *case_bodies(g, cases), "}")


def case_bodies(g, cases):
    """Bodies for the cases, a default somewhere, fallthrough now and then."""
    cases = list(cases)
    if g.chance(0.6):
        cases.insert(g.r.randrange(len(cases) + 1), "default:")
    parts = []
    for position, case in enumerate(cases):
        body = g.block(2)
        if position + 1 < len(cases) and g.chance(0.15):
            g.counts["fallthrough"] += 1
            body.append(Stmt("fallthrough"))
        parts += [case, body]
    return parts


@statement("switch on conditions", 8)
def switch_conditions(g):
    if not room_for(g, 1):
        return None
    with loop(g, 1, False) as entry:
        cases = [f"case {condition(g)}:" for _ in range(g.r.randrange(1, 4))]
        return labelled(entry, f"switch {g.pick(['', '', 'true '])}{{", *case_bodies(g, cases), "}")


@statement("goto", 3)
def goto(g):
    """A loop made of goto, and a jump over statements."""
    if not room_for(g, 4):
        return None
    label, counter = g.fresh("G"), g.fresh("n")
    loops, g.frame.loops = g.frame.loops, []
    with g.times(4):
        body = g.block(2)
        over = g.block(1)
    g.frame.loops = loops
    out = g.fresh("G")
    return Stmt(f"{counter} := 0", f"{label}:", f"if {counter} < 4 {{",
                [Stmt(f"{counter}++"), Stmt("{", body, "}"), Stmt(f"if {condition(g)} {{", [Stmt(f"goto {out}")], "}"),
                 Stmt("{", over, "}"), Stmt(f"goto {label}")], "}",
                # The statement that follows gives the label something to stand at.
                f"{out}:", f"_ = {counter}")
