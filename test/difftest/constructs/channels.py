"""Channels and select where the outcome is determined: buffered, closed, nil, and goroutines that hand over to one another."""
from constructs import control
from gotypes import INT
from rules import statement
from tree import Stmt


@statement("buffered channel", 6)
def buffered(g):
    if g.frame.floor or not control.room_for(g, 4):
        return None
    type = g.some_type()
    c, size = g.fresh("ch"), g.r.randrange(1, 5)
    sends = [Stmt(f"{c} <- {g.text(type, 1)}") for _ in range(g.r.randrange(1, size + 1))]
    made = Stmt(f"{c} := make(chan {type}, {size})")
    value, ok = g.fresh("v"), g.fresh("ok")
    form = g.r.randrange(3)
    if form == 0:
        with control.loop(g, size) as entry:
            g.declare(type, value, stable=False)
            loop = control.labelled(entry, f"for {value} := range {c} {{", [Stmt(f"_ = {value}"), *g.block(2)], "}")
        return [made, *sends, Stmt(f"close({c})"), loop]
    if form == 1:
        g.declare(type, value)
        return [made, *sends, Stmt(f"{value} := <-{c}", f"_ = {value}", f"println(len({c}), cap({c}))")]
    sends.append(Stmt(f"close({c})"))
    g.declare(type, value)
    return [made, *sends, Stmt(f"{value}, {ok} := <-{c}", f"{value}, {ok} = <-{c}", f"_, _ = {value}, {ok}", f"println(len({c}), {ok})")]


@statement("goroutine that hands over", 4)
def hand_over(g):
    """One sender, one receiver, nothing shared but the channel; the receiver waits for the end."""
    if g.frame.floor or g.multiplicity > 10 or not control.room_for(g, 12):
        return None
    g.spend(20)
    type = g.some_type(lambda other: other.plain)
    c, value, i = g.fresh("ch"), g.fresh("v"), g.fresh("i")
    count = g.r.randrange(1, 5)
    # The goroutine computes with what it is given: what it reads beside that nobody writes meanwhile.
    given = g.fresh("p")
    with g.function(g.level_below() + 1, [], room=20):
        saved, g.scopes = g.scopes, [[], []]
        g.declare(type, given, stable=True)
        g.declare(INT, i, assignable=False, stable=True)
        with g.ordered():
            text = g.text(type, 2)
        g.scopes = saved
    sender = Stmt("go func(" + f"{given} {type}) {{",
                  [Stmt(f"defer close({c})"), Stmt(f"for {i} := range {count} {{", [Stmt(f"_ = {i}", f"{c} <- {text}")], "}")],
                  f"}}({g.text(type, 1)})")
    with control.loop(g, count):
        g.frame.loops[-1][0] = None
        g.declare(type, value, stable=False)
        g.frame.loops.append([None, True, False])
        body = g.block(2)
        g.frame.loops.pop()
    return [Stmt(f"{c} := make(chan {type}{g.pick(['', ', 1', ', 8'])})"), sender,
            Stmt(f"for {value} := range {c} {{", [Stmt(f"_ = {value}"), *body], "}")]


@statement("select", 7)
def select(g):
    """One case can go on at most, so that no choice is left."""
    if g.frame.floor or not control.room_for(g, 1):
        return None
    type = g.some_type()
    ready, idle = g.fresh("ch"), g.fresh("ch")
    form = g.r.randrange(4)
    value = g.fresh("v")
    with control.loop(g, 1, False) as entry:
        made = [Stmt(f"{ready} := make(chan {type}, 1)", f"var {idle} chan {type}", f"_ = {idle}")]
        receive = f"case {value} := <-{ready}:"
        used = [Stmt(f"_ = {value}")]
        if form == 0:
            made.append(Stmt(f"{ready} <- {g.text(type, 1)}"))
            parts = [receive, used + g.block(2), f"case {idle} <- {g.text(type, 1)}:", g.block(1)]
        elif form == 1:
            made.append(Stmt(f"close({ready})"))
            parts = [f"case {value}, ok := <-{ready}:", [Stmt(f"_ = {value}", "println(ok)"), *g.block(2)], "default:", g.block(1)]
        elif form == 2:
            parts = [f"case {ready} <- {g.text(type, 1)}:", g.block(2), f"case <-{idle}:", g.block(1)]
        else:
            parts = [receive, used + g.block(1), "default:", g.block(2)]
        made.append(control.labelled(entry, "select {", *parts, "}"))
    return made


@statement("operation on a closed or nil channel", 2)
def closed(g):
    if g.frame.floor or g.multiplicity > 10:
        return None
    fault = g.pick(["c := make(chan int, 1); close(c); c <- 1", "c := make(chan int); close(c); close(c)",
                    "var c chan string; close(c)", "c := make(chan int); close(c); select { case c <- 1: default: }"])
    return Stmt(f'try("channel", func() {{ {fault} }})')
