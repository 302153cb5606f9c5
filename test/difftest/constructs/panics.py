"""defer, panic and recover: nested, panics anew, changed results, deferred calls in loops, run-time errors and their messages."""
from constructs import functions
from gotypes import BOOL, INT, STRING
from rules import CALL_BUDGET, Expr, declaration, expression, statement
from tree import Stmt


@statement("deferred call", 8)
def deferred(g):
    if g.frame.level == 0 or not g.affordable(30) or g.frame.floor or g.multiplicity > 20:
        return None
    g.spend(10)
    form = g.r.randrange(4)
    if form == 0:
        value = g.leaf(INT).text
        return Stmt(f'defer println("deferred", {value})')
    if form == 1:
        able = [function for function in g.functions if g.affordable(function.cost) and function.cost < 200]
        if able:
            function = g.pick(able)
            g.spend(function.cost)
            with g.ordered():
                return Stmt(f"defer {function.name}({g.arguments(function.params, 1, function.variadic)})")
    if form == 2 and g.frame.named:
        var = g.pick(g.frame.named)
        g.counts["deferred change of a result"] += 1
        with g.function(0, [], room=20):
            text = g.text(var.type, 1)
        return Stmt("defer func() {", [Stmt(f"{var.name} = {text}")], "}()")
    params = [g.some_type() for _ in range(g.r.randrange(2))]
    arguments = g.arguments(params, 1)
    head, body = functions.literal_parts(g, params, [], 0, 2, 25)
    return Stmt(f"defer {head} {{", body, f"}}({arguments})")


@statement("panic recovered", 8)
def recovered(g):
    """A call of a literal that panics perhaps, at some depth of deferred calls."""
    if g.frame.floor or not g.affordable(40) or g.depth > 3 or g.multiplicity > 20:
        return None
    g.spend(20)
    with g.function(0, [], room=40):
        handler = handlers(g)
        body = g.statements(3)
        if g.chance(0.7):
            body.append(throw(g))
    return Stmt("func() {", [*handler, *body], "}()")


def throw(g):
    panic = Stmt(f"panic({value(g)})")
    return Stmt(f"if {g.variable_expr(BOOL, 1)} {{", [panic], "}") if g.chance(0.5) else panic


def value(g):
    form = g.r.randrange(5)
    if form == 0:
        return g.text(STRING, 1)
    if form == 1:
        return g.text(INT, 1)
    if form == 2:
        return f"failure{{{g.text(INT, 1)}}}"
    if form == 3:
        return f"&failure{{{g.text(INT, 1)}}}"
    type = g.some_type()
    return g.text(type, 1) if type.kind not in ("func", "interface") else g.text(STRING, 1)


def handlers(g):
    """Deferred functions of which one recovers; others may panic anew or recover in vain."""
    name = g.fresh("at")
    made = [Stmt("defer func() {", [Stmt("if e := recover(); e != nil {", [Stmt(f'report("{name}", e)')], "}")], "}()")]
    for _ in range(g.r.randrange(3)):
        form = g.r.randrange(5)
        if form == 0:
            g.counts["panic in a deferred function"] += 1
            made.append(Stmt("defer func() {", [throw(g)], "}()"))
        elif form == 1:
            g.counts["recovered and panicked anew"] += 1
            made.append(Stmt("defer func() {", [Stmt("e := recover()", f'report("{name}a", e)', "if e != nil {", [Stmt("panic(e)")], "}")], "}()"))
        elif form == 2:
            g.counts["recover too deep"] += 1
            made.append(Stmt("defer func() {", [Stmt(f'func() {{ report("{name}b", recover()) }}()')], "}()"))
        elif form == 3:
            g.counts["panic recovered inside a deferred function"] += 1
            made.append(Stmt("defer func() {", [Stmt("defer func() {", [Stmt(f'report("{name}c", recover())')], "}()"), throw(g)], "}()"))
        else:
            made.append(Stmt(f'defer println("{name}d", sum)'))
    return made


@declaration("function that recovers into its results", 8)
def recovering_function(g):
    params, results = functions.signature(g, 3, 2)
    results = results or [INT]
    name = g.fresh("fn")
    with g.function(0, results) as frame:
        text = functions.parameter_list(g, params)
        frame.named = [g.declare(type, g.fresh("r")) for type in results]
        target = g.pick(frame.named)
        with g.function(0, [], room=20):
            change = g.text(target.type, 1)
        handler = Stmt("defer func() {", [Stmt("if e := recover(); e != nil {", [
            Stmt(f'report("{name}", e)', f"{target.name} = {change}")], "}")], "}()")
        body = [handler, *g.statements(g.r.randrange(3, 7)), throw(g), g.return_statement()]
        results_text = functions.result_list(g, results, frame.named)
        cost = CALL_BUDGET - g.room + 20
    made = functions.Function(name, params, results, 0, cost)
    g.functions.append(made)
    g.calls.append(made)
    return [Stmt("", f"func {name}({text}) {results_text} {{", body, "}")]


@statement("goroutine that ends with Goexit", 2)
def goexit(g):
    if g.frame.floor or g.multiplicity > 5 or not g.affordable(60):
        return None
    g.spend(30)
    done = g.fresh("done")
    with g.function(0, [], room=20):
        body = g.statements(2)
    return Stmt(f"{done} := make(chan bool)", "go func() {",
                [Stmt(f"defer close({done})", 'defer func() { report("goexit", recover()) }()'), *body, Stmt("runtime.Goexit()")],
                "}()", f"<-{done}")


@expression("run-time error", 1)
def run_time_error(g, type, depth):
    """A value that is never got: the operation panics."""
    if g.frame.floor or g.depth > 4:
        return None
    fault = g.pick(["var p *[4]int; _ = p[idx(3, 4)]", "var m map[string]int; m[\"a\"]++", "x := []int{1}; _ = x[len(x)]",
                    "var e any = 3; _ = e.(string)", "var e error; _ = e.Error()", "x := make([]int, 2); n := -1; _ = x[:len(x)+n-2]",
                    "x := zero; _ = 1 / int(x)", "x := []int{1}; _ = [2]int(x)", "n := -1 - len(x0); _ = make([]int, n)",
                    "a, b := any([]int{}), any([]int{}); _ = a == b", "m := map[any]int{}; m[[]int{}] = 1",
                    "var c chan int; close(c)", "c := make(chan int); close(c); close(c)", "n := -1 - len(x0); _ = 1 << n",
                    "x := \"abc\"; _ = x[len(x)]", "x := \"abc\"; n := 2; _ = x[n:1]"])
    if not g.chance(0.3):
        return None
    g.counts["run-time error: " + fault.split(";")[0][:24]] += 1
    return Expr(f"func() {type} {{ {fault}; return {g.leaf(type).text} }}()")


HELPERS = '''
var x0 []int

type failure struct{ code int }

func (f failure) Error() string { return "failure " + strconv.Itoa(f.code) }
'''
