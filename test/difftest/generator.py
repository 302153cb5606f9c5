"""The core of the generator: scopes, types in play, budgets, purity, and the choice among the constructs' rules.

A program is a pure function of its seed. It is well typed by construction, ends (loops count, recursion counts down, the
number of statements a run executes is estimated and bounded) and does not depend on what the spec leaves open:

- An expression is made in one of two modes. *pure*: it reads whatever is visible and calls only what writes nothing.
  *ordered*: it calls what has effects, and reads only stable variables beside the calls (no address taken, assigned
  only by the function that declares them), whose values no call can change. Rules for where gc's order is claimed though the spec
  leaves it open are in constructs/order.py.
- What may be written has a *floor*: the least nesting level whose variables may be written. 0 is everything; a pure function's
  floor is its own level, so it writes only what it declared, and through references only to what it made itself (`own`).
- Maps are iterated only where the order does not matter.
"""
import bisect
import collections
import contextlib
import itertools
import random

import gotypes
import literals
import output
from gotypes import BASIC, INT, INTEGERS
from rules import CALL_BUDGET, DYNAMIC_COST, EXPRESSIONS, PURE, STATEMENTS, Expr
from tree import Program, Stmt

class Var:
    def __init__(self, name, type, level, stable=False, assignable=True, floor=0, own=False, cost=DYNAMIC_COST):
        self.name, self.type, self.level = name, type, level
        self.stable, self.assignable, self.own = stable, assignable, own
        self.floor, self.cost = floor, cost  # of functions: what a call may write, and what it costs


class Frame:
    """The function being generated."""

    def __init__(self, level, floor, results, named=()):
        self.level, self.floor, self.results, self.named = level, floor, results, list(named)
        self.loops = []  # [label, is_loop, used]


class Generator:
    def __init__(self, seed, scale=1.0):
        self.seed, self.scale = seed, scale
        self.r = random.Random(seed)
        self.counts = collections.Counter()
        self.types = gotypes.TypeTable()
        self.pool = []  # the types of variables
        self.structs, self.interfaces, self.named = [], [], []
        self.methods = {}
        self.functions = []
        self.globals = []
        self.scopes = [self.globals]
        self.frame = Frame(0, 0, [])
        self.mode = "pure"
        self.depth = 0  # nesting of statements
        self.room, self.multiplicity = CALL_BUDGET, 1
        self.numbers = itertools.count()
        self.folds, self.fold_text = {}, []
        self.clips = {}
        self.boxed = {}  # types that were put into an interface
        self.imports = set()
        self.opaque_used = {}
        self.constants = {}  # name of a type to the constants of it
        self.interface_text, self.method_bodies = [], []
        self.iterators, self.escaped, self.generics = [], [], []
        self.favourites = []  # types that functions share, so that calls of them fit
        self.finals = []  # package-level variables that only the end of main reads: (type, name)
        self.calls = []  # what main calls: Function
        self.routes_cache = {}
        self.nested_literals = 0
        self.following = 0  # nesting of routes
        self.steps = 0  # work done by the generator, so that it ends

    # Chance

    def chance(self, probability):
        return self.r.random() < probability

    def pick(self, sequence):
        return sequence[self.r.randrange(len(sequence))]

    def weighted(self, rules):
        total = list(itertools.accumulate(rule.weight for rule in rules))
        return rules[bisect.bisect(total, self.r.random() * total[-1])]

    def fresh(self, stem):
        return f"{stem}{next(self.numbers)}"

    # Types

    def some_type(self, wanted=lambda type: True):
        """A type for which `wanted` holds; gotypes.NONE, which no variable has, where there is none."""
        if self.chance(0.4):
            chosen = [type for type in self.favourites if wanted(type)]
        elif self.chance(0.5):
            chosen = [type for type in BASIC if wanted(type)]
        else:
            chosen = [type for type in self.pool if wanted(type)]
        chosen = chosen or [type for type in [*BASIC, *self.pool] if wanted(type)]
        return self.pick(chosen) if chosen else gotypes.NONE

    def integer_type(self):
        return INT if self.chance(0.3) else self.pick(INTEGERS)

    # Scopes

    @contextlib.contextmanager
    def scope(self):
        self.scopes.append([])
        yield
        self.scopes.pop()

    def visible(self):
        """Variables from the innermost scope outwards, without the shadowed ones."""
        seen = set()
        for scope in reversed(self.scopes):
            for var in reversed(scope):
                if var.name not in seen:
                    seen.add(var.name)
                    yield var

    def declare(self, type, name=None, **more):
        more.setdefault("stable", self.chance(0.5))
        var = Var(name or self.fresh("v"), type, self.frame.level, **more)
        self.scopes[-1].append(var)
        return var

    def name_for_local(self):
        """Mostly a new name, sometimes one that shadows an outer scope's."""
        here = {var.name for var in self.scopes[-1]}
        if self.chance(0.08):
            outer = [var.name for var in self.visible()
                     if var.name not in here and var.level > 0 and var not in self.frame.named]
            if outer:
                self.counts["shadowing"] += 1
                return self.pick(outer)
        return self.fresh("v")

    # Places: variables and what can be reached from them

    def routes(self, start, wanted):
        """Ways from a type to another: tuples of steps (kind, what). At most three steps."""
        key = start.name, wanted.name
        if key not in self.routes_cache:
            found = []
            self._walk(start, wanted, (), found)
            self.routes_cache[key] = found
        return self.routes_cache[key]

    def _walk(self, at, wanted, taken, found):
        if at is wanted:
            found.append(taken)
        if len(taken) == 3:
            return
        if at.kind == "struct":
            for field in at.fields:
                self._walk(field.type, wanted, (*taken, ("field", field.name)), found)
        elif at.kind == "array":
            self._walk(at.elem, wanted, (*taken, ("index", at.length)), found)
        elif at.kind == "slice":
            self._walk(at.elem, wanted, (*taken, ("element", 0)), found)
        elif at.kind == "map":
            self._walk(at.elem, wanted, (*taken, ("entry", at.key)), found)
        elif at.kind == "pointer":
            self._walk(at.elem, wanted, (*taken, ("deref", 0)), found)

    def follow(self, text, route):
        """The text of a route from what `text` says. Keys have routes of their own, but theirs have not."""
        self.following += 1
        text = self._follow(text, route)
        self.following -= 1
        return text

    def _follow(self, text, route):
        for position, (step, what) in enumerate(route):
            if step == "field":
                text += "." + what
            elif step == "index":
                text += f"[{self.index(str(what), what)}]"
            elif step == "element":
                text += f"[{self.index(f'len({text})', 0)}]"
            elif step == "entry":
                text += f"[{self.literal(what, 0).text if self.following > 1 else self.leaf(what).text}]"
            elif step == "deref":
                next_field = position + 1 < len(route) and route[position + 1][0] == "field"
                if not (next_field and self.chance(0.8)):
                    text = f"(*{text})"
        return text

    def index(self, length_text, length):
        """An index that is almost always in range."""
        if length and (self.mode == "ordered" or self.chance(0.5)):
            return str(self.r.randrange(length))
        simple = [var.name for var in self.visible() if var.type is INT and (var.stable or self.mode == "pure")]
        by = Expr(self.pick(simple)) if simple else self.literal(INT, 0)
        if self.chance(0.02) and not by.const:
            self.counts["index that may be out of range"] += 1
            return by.text
        if length and length & (length - 1) == 0 and not by.const:
            return f"{by.text}&{length - 1}"
        return f"idx({by.text}, {length_text})"

    def place(self, wanted, writable=False, addressable=False, certain=False):
        """The text of a variable of the type or a part of one, or None; `writable` within the frame's floor, `certain` not to panic."""
        candidates = []
        frame = self.frame
        for var in self.visible():
            if writable and not self.may_write(var):
                continue
            if addressable and (var.stable or not var.assignable or var.level < max(frame.floor, 1) and frame.floor):
                continue
            if self.mode == "ordered" and not var.stable:
                continue
            for route in self.routes(var.type, wanted):
                if certain and any(step not in ("field", "index") for step, _ in route):
                    continue
                if self.route_allowed(var, route, writable, addressable):
                    candidates.append((var, route))
        if not candidates:
            return None
        var, route = self.pick(candidates)
        saved = self.mode
        text = self.follow(var.name, route)
        self.mode = saved
        return text

    def may_write(self, var):
        frame = self.frame
        return var.assignable and var.level >= frame.floor and not (var.stable and var.level < frame.level)

    def route_allowed(self, var, route, writable, addressable):
        kinds = [step for step, _ in route]
        through = sum(kind in ("element", "entry", "deref") for kind in kinds)
        if self.mode == "ordered" and through:
            return False
        if addressable or writable:
            if "entry" in kinds[:-1] and not all(
                    kind in ("element", "deref", "entry") for kind in kinds[kinds.index("entry") + 1:]):
                return False  # m[k].f is no place
            if "entry" in kinds and (addressable or kinds[-1] == "entry" and kinds.count("entry") > 1):
                return False
        if writable and self.frame.floor and through and not (var.own and kinds[0] in ("element", "entry", "deref")
                                                              and through == 1):
            return False
        return True

    # Expressions

    def leaf(self, type):
        if self.chance(0.75):
            text = self.place(type)
            if text:
                return Expr(text)
        if type.name in self.constants and self.chance(0.5):
            return Expr(self.pick(self.constants[type.name]), True)
        return self.literal(type, 0)

    def rules_for(self, type):
        key = "rules", type.name, self.mode
        if key not in self.routes_cache:
            self.routes_cache[key] = [rule for rule in EXPRESSIONS
                                      if rule.applies(type) and (rule.ordered or self.mode == "pure")]
        return self.routes_cache[key]

    def expr(self, type, depth=None):
        if depth is None:
            depth = self.pick((1, 1, 2, 2, 3))
        self.steps += 1
        if depth > 0 and self.steps < 20000 and not self.chance(0.1):
            rules = self.rules_for(type)
            for _ in range(3 if rules else 0):
                rule = self.weighted(rules)
                made = rule.produce(self, type, depth - 1)
                if made is not None:
                    self.counts[rule.name] += 1
                    return made
        return self.leaf(type)

    def text(self, type, depth=None):
        return self.expr(type, depth).text

    def variable_expr(self, type, depth=None):
        """An expression that is not constant, so that no operator can overflow at compile time."""
        made = self.expr(type, depth)
        if not made.const:
            return made.text
        if self.mode == "pure":
            text = self.place(type)
            if text:
                return text
        return self.opaque(type)

    def opaque(self, type):
        """The value of a variable that is always there."""
        base = next((known for known in BASIC if (known.kind, known.bits, known.signed) == (type.kind, type.bits, type.signed)))
        self.opaque_used[base.name] = True
        text = f"some_{base}()"
        return text if base is type else f"{type}({text})"

    @contextlib.contextmanager
    def ordered(self):
        saved, self.mode = self.mode, "ordered"
        yield
        self.mode = saved

    def literal(self, type, depth=1):
        return literals.literal(self, type, depth)

    # Costs

    def spend(self, cost):
        self.room -= cost * self.multiplicity

    def affordable(self, cost):
        return cost * self.multiplicity <= self.room

    @contextlib.contextmanager
    def times(self, count):
        self.multiplicity *= count
        yield
        self.multiplicity //= count

    # Statements

    def statement(self):
        """One statement or a few that belong together."""
        self.spend(1)
        self.steps += 1
        for _ in range(6):
            rule = self.weighted(STATEMENTS)
            made = rule.produce(self)
            if made is not None:
                self.counts[rule.name] += 1
                return made if isinstance(made, list) else [made]
        return []

    def block(self, count, fold=True):
        """The statements of a body, in a scope of their own; what it declared is folded into the checksum."""
        with self.scope():
            return self.statements(count, fold)

    def statements(self, count, fold=True):
        body = []
        self.depth += 1
        count = round(count * self.scale) - (self.depth > 2)
        for _ in range(max(1, count)):
            body += self.statement()
        self.depth -= 1
        if fold and not self.frame.floor:
            body += [self.fold(var) for var in self.scopes[-1] if self.chance(0.7)]
        return body

    def declare_with(self, type, text, **more):
        """`v := text`, in the spelling of the type's choice, and its use."""
        name = self.name_for_local()
        form = self.r.randrange(3)
        line = f"{name} := {text}" if form else f"var {name} {type} = {text}"
        if form and text == "nil":
            line = f"var {name} {type}"
        var = self.declare(type, name, **more)
        return var, Stmt(line, f"_ = {name}")

    # Functions

    @contextlib.contextmanager
    def function(self, floor, results, named=(), room=CALL_BUDGET):
        saved = self.frame, self.room, self.multiplicity, self.depth, self.mode
        self.frame = Frame(saved[0].level + 1, floor, results, named)
        self.room, self.multiplicity, self.depth, self.mode = room, 1, 0, "pure"
        with self.scope():
            yield self.frame
        self.frame, self.room, self.multiplicity, self.depth, self.mode = saved

    def level_below(self):
        return self.frame.level + 1

    def return_statement(self):
        frame = self.frame
        if not frame.results:
            return Stmt("return")
        if frame.named and self.chance(0.3):
            return Stmt("return")
        return Stmt("return " + ", ".join(self.text(type) for type in frame.results))

    def arguments(self, params, depth, variadic=None):
        texts = [self.text(type, depth) for type in params]
        if variadic is not None:
            if self.chance(0.2) and self.mode == "pure":
                texts.append(self.text(self.types.slice(variadic), 1) + "...")
            else:
                texts += [self.text(variadic, depth) for _ in range(self.r.randrange(4))]
        return ", ".join(texts)

    def callable_functions(self, results):
        """Functions that may be called here for these results: pure ones, in an ordered expression effectful ones too."""
        floor = self.frame.floor if self.mode == "ordered" else PURE
        return [function for function in self.functions
                if function.floor >= floor and function.results == results and self.affordable(function.cost)]

    # Output

    def fold_name(self, type):
        return output.fold_name(self, type)

    def fold(self, var):
        return Stmt(f"{self.fold_name(var.type)}({var.name}, 3)")

    def box(self, type):
        """Notes that values of the type are put into interfaces, so that folding one knows them."""
        if type.kind != "interface":
            self.boxed.setdefault(type.name, type)
