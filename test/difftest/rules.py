"""The registers of rules: a construct's module adds what it knows how to generate, the generator chooses among them."""
import collections

Expr = collections.namedtuple("Expr", "text const", defaults=(False,))
Rule = collections.namedtuple("Rule", "name weight applies ordered produce")
EXPRESSIONS, STATEMENTS, DECLARATIONS = [], [], []

PURE = 99  # the floor (see generator.py) of what writes nothing that it did not declare
DYNAMIC_COST = 30  # what a body may cost that is called without knowing which it is
CALL_BUDGET = 1500  # statements that one call of a declared function may execute, about


def expression(name, weight=10, applies=lambda type: True, ordered=False):
    """A rule (generator, type, depth) that makes an Expr, or None. `ordered`: it may be used around calls with effects."""
    def register(produce):
        EXPRESSIONS.append(Rule(name, weight, applies, ordered, produce))
        return produce
    return register


def statement(name, weight=10):
    """A rule (generator) that makes a Stmt or a list of them, or None."""
    def register(produce):
        STATEMENTS.append(Rule(name, weight, None, False, produce))
        return produce
    return register


def declaration(name, weight=10):
    """A rule (generator) that makes a list of package-level declarations, or None."""
    def register(produce):
        DECLARATIONS.append(Rule(name, weight, None, False, produce))
        return produce
    return register
