"""Package-level variables: initialised in order of declaration, but after what they depend on, through functions too."""
from rules import declaration
from gotypes import INT
from tree import Stmt


@declaration("initialisation order", 5)
def order(g):
    """Variables in random order of declaration over an acyclic graph of dependencies, some through functions and closures."""
    count = g.r.randrange(3, 9)
    names = [g.fresh("g") for _ in range(count)]
    declared, text = [], []
    for position, name in enumerate(names):
        uses = [names[g.r.randrange(position)] for _ in range(g.r.randrange(3))] if position else []
        form = g.r.randrange(5)
        operands = " + ".join([str(position + 1), *uses])
        if form == 0:
            reader = g.fresh("read")
            text.append(Stmt("", f"func {reader}() int {{ return {operands} }}"))
            value = f'initialise("{name}", {reader}())'
        elif form == 1:
            value = f'func() int {{ return initialise("{name}", {operands}) }}()'
        elif form == 2:
            value = operands
        else:
            value = f'initialise("{name}", {operands})'
        if g.chance(0.2):
            other = g.fresh("g")
            pair = g.fresh("pair")
            text.append(Stmt("", f"func {pair}() (int, int) {{ return {value}, {operands} }}"))
            declared.append(Stmt(f"var {name}, {other} = {pair}()"))
        elif g.chance(0.1):
            declared.append(Stmt(f"var _, {name} = {value}, {value}"))
        else:
            declared.append(Stmt(f"var {name} = {value}"))
    g.r.shuffle(declared)
    g.finals += [(INT, name) for name in names]
    inits = [Stmt("", "func init() {", [Stmt(f'{g.pick(names)} += initialise("init", {g.pick(names)})')], "}")
             for _ in range(g.r.randrange(3))]
    made = [*declared, *text, *inits]
    return made


HELPERS = '''
var initialised []string

func initialise(name string, value int) int {
	initialised = append(initialised, name)
	return value + len(initialised)
}
'''
