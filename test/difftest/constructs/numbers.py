"""Arithmetic: overflow, division, shifts by variable counts, conversions, bits of floats, complex numbers."""
from gotypes import BOOL, COMPLEX64, COMPLEX128, FLOAT32, FLOAT64, INT, UINT64
from rules import Expr, expression, statement
from tree import Stmt


def integer(type):
    return type.kind == "int"


def floating(type):
    return type.kind == "float"


def complex_(type):
    return type.kind == "complex"


def two(g, type, depth):
    """Operands of which one at least is no constant."""
    left, right = g.variable_expr(type, depth), g.text(type, depth)
    return (left, right) if g.chance(0.7) else (right, left)


@expression("integer arithmetic", 16, integer, ordered=True)
def arithmetic(g, type, depth):
    left, right = two(g, type, depth)
    return Expr(f"({left} {g.pick(['+', '-', '*', '&', '|', '^', '&^'])} {right})")


@expression("integer division", 8, integer, ordered=True)
def division(g, type, depth):
    left, right = g.variable_expr(type, depth), g.variable_expr(type, depth)
    if g.mode == "pure" and g.chance(0.08):
        g.counts["division that may be by zero"] += 1
        return Expr(f"({left} {g.pick('/%')} {right})")
    if g.chance(0.4):
        divisor = g.pick([3, 7, 10, 16, 2, 1, 64, 100] + ([-1, -2, -5, -16] if type.signed else []))
        return Expr(f"({left} {g.pick('/%')} {divisor})")
    return Expr(f"({left} {g.pick('/%')} ({right} | 1))")


@expression("shift", 10, integer, ordered=True)
def shift(g, type, depth):
    left = g.variable_expr(type, depth)
    counter = g.integer_type()
    if g.chance(0.25):
        return Expr(f"({left} {g.pick(['<<', '>>'])} {g.pick([0, 1, 3, 7, 8, 31, 32, 63, 64, 100])})")
    count = g.variable_expr(counter, depth)
    if counter.signed and not (g.mode == "pure" and g.chance(0.05)):
        count = f"({count} & {g.pick([7, 31, 63, 127])})"
    elif not counter.signed and g.chance(0.7):
        count = f"({count} % {g.pick([8, 33, 70])})"
    if g.chance(0.12):
        g.counts["shift of an untyped constant"] += 1
        return Expr(f"({left} + {g.pick([1, 3])}<<{count})")
    return Expr(f"({left} {g.pick(['<<', '>>'])} {count})")


@expression("integer unary operator", 6, integer, ordered=True)
def unary(g, type, depth):
    return Expr(f"{g.pick(['-', '^', '+'])}({g.variable_expr(type, depth)})")


@expression("integer conversion", 14, integer, ordered=True)
def conversion(g, type, depth):
    return Expr(f"{type}({g.variable_expr(g.some_type(integer), depth)})")


@expression("float to integer", 4, integer, ordered=True)
def from_float(g, type, depth):
    source = g.pick([FLOAT32, FLOAT64])
    return Expr(f"{type}(small({g.variable_expr(source, depth)}))" if source is FLOAT64 else
                f"{type}(float32(small(float64({g.variable_expr(source, depth)}))))")


@expression("bits of a float", 2, lambda type: type is UINT64)
def bits(g, type, depth):
    return Expr(f"bits({g.variable_expr(FLOAT64, depth)})")


@expression("min and max", 5, lambda type: type.ordered, ordered=True)
def min_max(g, type, depth):
    arguments = [g.variable_expr(type, depth)] + [g.text(type, depth) for _ in range(g.r.randrange(3))]
    g.r.shuffle(arguments)
    return Expr(f"{g.pick(['min', 'max'])}({', '.join(arguments)})")


@expression("float arithmetic", 25, floating, ordered=True)
def float_arithmetic(g, type, depth):
    left, right = two(g, type, depth)
    return Expr(f"({left} {g.pick('+-*')} {right})")


@expression("float division", 6, floating, ordered=True)
def float_division(g, type, depth):
    return Expr(f"({g.text(type, depth)} / {g.variable_expr(type, depth)})")


@expression("float conversion", 14, floating, ordered=True)
def float_conversion(g, type, depth):
    source = g.some_type(lambda other: other.kind in ("int", "float"))
    return Expr(f"{type}({g.variable_expr(source, depth)})")


@expression("float negation", 4, floating, ordered=True)
def negation(g, type, depth):
    return Expr(f"-({g.variable_expr(type, depth)})")


@expression("math function", 4, lambda type: type is FLOAT64)
def math_function(g, type, depth):
    name = g.pick(["Sqrt", "Floor", "Ceil", "Trunc", "Abs", "Copysign", "Mod"])
    arguments = [g.variable_expr(type, depth) for _ in range(2 if name in ("Copysign", "Mod") else 1)]
    return Expr(f"math.{name}({', '.join(arguments)})")


@expression("parts of a complex number", 4, floating, ordered=True)
def parts(g, type, depth):
    source = COMPLEX64 if type.bits == 32 else COMPLEX128
    text = f"{g.pick(['real', 'imag'])}({g.variable_expr(source, depth)})"
    return Expr(f"{type}({text})" if type.named else text)


@expression("complex arithmetic", 15, complex_, ordered=True)
def complex_arithmetic(g, type, depth):
    left, right = two(g, type, depth)
    return Expr(f"({left} {g.pick('+-*')} {right})")


@expression("complex division", 4, complex_, ordered=True)
def complex_division(g, type, depth):
    return Expr(f"({g.variable_expr(type, depth)} / {g.variable_expr(type, depth)})")


@expression("complex from parts", 8, complex_, ordered=True)
def complex_from_parts(g, type, depth):
    part = FLOAT32 if type.bits == 64 else FLOAT64
    text = f"complex({g.variable_expr(part, depth)}, {g.variable_expr(part, depth)})"
    return Expr(f"{type}({text})" if type.named else text)


@expression("complex conversion", 6, complex_, ordered=True)
def complex_conversion(g, type, depth):
    return Expr(f"{type}({g.variable_expr(g.pick([COMPLEX64, COMPLEX128]), depth)})")


# Comparisons


@expression("comparison of ordered values", 20, lambda type: type.kind == "bool", ordered=True)
def ordered_comparison(g, type, depth):
    operand = g.some_type(lambda other: other.ordered)
    left, right = two(g, operand, depth)
    return boolean(type, f"({left} {g.pick(['<', '<=', '>', '>=', '==', '!='])} {right})")


@expression("comparison for equality", 10, lambda type: type.kind == "bool")
def equality(g, type, depth):
    operand = g.some_type(lambda other: other.comparable)
    left, right = g.place(operand) or g.text(operand, depth), g.text(operand, depth)
    if left == right and operand.kind in ("bool", "int"):
        right = g.text(operand, depth)
    return boolean(type, f"(({left}) {g.pick(['==', '!='])} ({right}))")


@expression("comparison with nil", 4, lambda type: type.kind == "bool")
def with_nil(g, type, depth):
    place = g.place(g.some_type(lambda other: other.kind in ("slice", "map", "func", "pointer", "interface", "chan")))
    return place and boolean(type, f"({place} {g.pick(['==', '!='])} nil)")


@expression("logical operator", 14, lambda type: type.kind == "bool", ordered=True)
def logical(g, type, depth):
    if g.chance(0.25):
        return Expr(f"!({g.variable_expr(type, depth)})")
    return Expr(f"({g.variable_expr(type, depth)} {g.pick(['&&', '||'])} {g.variable_expr(type, depth)})")


def boolean(type, text):
    return Expr(text if type is BOOL else f"{type}{text}")


# Statements


@statement("operation and assignment", 22)
def operate(g):
    type = g.some_type(lambda other: other.number or other.kind == "string")
    place = g.place(type, writable=True)
    if place is None:
        return None
    if type.kind == "string":
        return Stmt(f"{place} = {type}(clip(string({place} + {g.text(type, 1)})))")
    if type.kind == "int":
        operator = g.pick(["+=", "-=", "*=", "&=", "|=", "^=", "&^=", "<<=", ">>=", "/=", "%=", "++", "--"])
        if operator in ("++", "--"):
            return Stmt(place + operator)
        if operator in ("<<=", ">>="):
            return Stmt(f"{place} {operator} {g.variable_expr(UINT64, 1)} % {type.bits + 2}")
        if operator in ("/=", "%="):
            return Stmt(f"{place} {operator} {g.variable_expr(type, 1)} | 1")
        return Stmt(f"{place} {operator} {g.text(type)}")
    return Stmt(f"{place} {g.pick(['+=', '-=', '*=', '/='] if type.kind == 'float' else ['+=', '-=', '*='])} "
                f"{g.variable_expr(type, 1)}")


@statement("constant expressions", 4)
def constants(g):
    """Constants are exact: a value computed here with Python's integers, and by the compiler from the same expression."""
    type = g.integer_type()
    low = -(1 << type.bits - 1) if type.signed else 0
    high = (1 << type.bits - type.signed) - 1
    name = g.fresh("c")
    text, value = constant(g, 3)
    wrapped = f"({text}) % {high if high > 0 else 127}"
    remainder = abs(value) % high * (-1 if value < 0 else 1)
    if not low <= remainder <= high:
        return None
    lines = [f"const {name} {type} = {wrapped}"]
    var, made = g.declare_with(type, name)
    check = [] if g.frame.floor else [Stmt(f"if {var.name} != {remainder} {{", [Stmt(f'println("constant", {var.name})')], "}")]
    return [Stmt(*lines), made, *check]


def constant(g, depth):
    if depth == 0 or g.chance(0.2):
        value = g.r.randrange(1 << g.pick([3, 8, 20, 40]))
        return str(value), value
    left, a = constant(g, depth - 1)
    right, b = constant(g, depth - 1)
    operator = g.pick("+-*/%&|^<>")
    if operator in "/%":
        if b == 0:
            return left, a
        quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
        return f"({left} {operator} {right})", quotient if operator == "/" else a - quotient * b
    if operator in "<>":
        count = g.r.randrange(40)
        return f"({left} {operator * 2} {count})", a << count if operator == "<" else a >> count
    values = {"+": a + b, "-": a - b, "*": a * b, "&": a & b, "|": a | b, "^": a ^ b}
    return f"({left} {operator} {right})", values[operator]


HELPERS = '''
func small(f float64) float64 {
	if f > -100 && f < 0 {
		return -f
	}
	if f >= 0 && f < 100 {
		return f
	}
	return 42.75
}

func bits(f float64) uint64 {
	if f != f {
		return 1
	}
	return math.Float64bits(f)
}

var zero float64

func nan() float64 { return zero / zero }

func inf() float64 { return 1 / zero }
'''
