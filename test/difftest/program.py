"""A whole program: types, package-level variables, methods and functions, and a main that calls every function and prints all."""
import literals
import output
from constructs import channels, initialisation, methods, numbers, panics  # noqa: F401
from generator import Generator
from gotypes import BASIC, INT
from rules import DECLARATIONS
from tree import Program, Stmt

PACKAGES = ["math", "runtime", "strconv"]
TYPE_RULES = {"struct type", "composite type", "defined basic type", "constants with iota"}


def generate(seed, scale=1.0):
    g = Generator(seed, scale)
    body = types(g)
    methods.choose_methods(g)
    body += g.interface_text
    g.favourites += [INT, *g.r.sample(BASIC, 2), *g.r.sample(g.pool, 2)]
    body += package_variables(g)
    body += methods.method_declarations(g)
    body += functions(g)
    run = run_function(g)
    of_interfaces = output.interface_folds(g)  # which ask for more functions that fold
    body += g.escaped + g.fold_text + of_interfaces
    body.append(run)
    return Program(seed, head(g), body, g.counts)


def declarations(g, rules, count):
    made = []
    for _ in range(count):
        rule = g.weighted(rules)
        text = rule.produce(g)
        if text is not None:
            g.counts[rule.name] += 1
            made += text
    return made


def types(g):
    for type in g.r.sample(BASIC, 4):
        g.pool.append(type)
    for elem in (INT, g.pick(BASIC)):
        g.pool += [g.types.slice(elem), g.types.pointer(elem)]
    g.pool.append(g.types.known["any"])
    g.pool.append(g.types.func([INT], [INT]))
    g.pool.append(g.types.map(g.types.known[g.pick(["int", "string", "uint8"])], g.pick(BASIC)))
    rules = [rule for rule in DECLARATIONS if rule.name in TYPE_RULES]
    return declarations(g, rules, round(g.r.randrange(4, 10) * g.scale) + 1)


def package_variables(g):
    """What they are initialised with calls nothing, so that no cycle arises."""
    made = []
    room, g.room = g.room, 0
    for _ in range(round(g.r.randrange(3, 8) * g.scale) + 1):
        type = g.some_type()
        with g.ordered():  # which cannot panic either
            text = g.text(type, 2)
        var = g.declare(type, g.fresh("g"))
        made.append(Stmt(f"var {var.name} {type} = {text}"))
    g.room = room
    return [Stmt(""), *made]


def functions(g):
    rules = [rule for rule in DECLARATIONS if rule.name not in TYPE_RULES]
    return declarations(g, rules, round(g.r.randrange(2, 6) * g.scale) + 1)


def run_function(g):
    """What main calls. Every call is on its own: a panic in one is printed and the next begins."""
    body = []
    with g.function(0, []):
        for function in g.calls:
            for _ in range(g.pick([1, 1, 2])):
                body.append(called(g, function))
        body.append(Stmt("for _, name := range initialised {", [Stmt("println(name)")], "}"))
        for var in g.globals:
            body += finally_shown(g, var.type, var.name)
        for type, name in g.finals:
            body += finally_shown(g, type, name)
        body.append(Stmt('println("sum", sum)'))
        if g.chance(0.12):
            body.append(escaping_panic(g))
    return Stmt("", "func Run() {", body, "}")


def called(g, function):
    results = [g.fresh("v") for _ in function.results]
    g.room = 1 << 40
    with g.ordered():
        text = f"{function.name}({g.arguments(function.params, 1, function.variadic)})"
    inner = [Stmt(f"{', '.join(results)} := {text}" if results else text)]
    for name, type in zip(results, function.results):
        inner += finally_shown(g, type, name)
    return Stmt(f'try("{function.name}", func() {{', inner, "})", f'println("{function.name}", sum)')


def finally_shown(g, type, name):
    fold = g.fold_name(type)
    if output.printable(type):
        return [Stmt(f'println("{name}", {name})', f"{fold}({name}, 4)")]
    return [Stmt(f"{fold}({name}, 4)", f'println("{name}", sum)')]


def escaping_panic(g):
    """How a program ends that does not recover: the message and the exit status are compared."""
    g.counts["panic that escapes main"] += 1
    return Stmt(*g.pick([
        ['panic("the end")'], ["panic(failure{7})"], ["panic(&failure{8})"], ["panic(any(nil))"], ["panic(int8(-5))"],
        ["panic(1.5)"], ["panic(x0[len(x0)])"], ["panic(nan())"], ["panic('x')"], ["panic(true)"], ["panic(complex(1, zero))"],
        ["defer println(\"deferred\")", "var m map[string]int", "m[\"a\"] = 1"],
        ["defer func() { panic(\"second\") }()", "panic(\"first\")"],
        ["defer func() { e := recover(); println(\"again\"); panic(e) }()", "panic(failure{9})"],
        ["defer func() { defer func() { panic(3) }(); panic(2) }()", "panic(1)"],
        ["var p *failure", "println(p.code)"], ["var e any = uint16(3)", "println(e.(interface{ M() }))"],
        ["type code int", "panic(code(3))"], ["type text string", "panic(text(\"words\"))"], ["panic(strconv.ErrRange)"],
        ["panic(\"two\\nlines\\xff\")"], ["println(1 / int(zero))"], ["var c chan int", "close(c)"],
        ["defer println(\"gone\")", "runtime.Goexit()"], ["<-make(chan int)"],
    ]))


def head(g):
    imports = sorted({*PACKAGES, *g.imports})
    lines = [Stmt("import (", [Stmt(f'"{name}"') for name in imports], ")")]
    for text in (output.HELPERS, numbers.HELPERS, panics.HELPERS, initialisation.HELPERS):
        lines.append(Stmt(*text.rstrip("\n").split("\n")))
    for type in g.opaque_used:
        lines.append(Stmt("", f"var of_{type} {type} = {literals.scalar(g, g.types.known[type])}",
                          "", f"func some_{type}() {type} {{ return of_{type} }}"))
    return lines
