"""The tree of a generated program: what the generator makes, the printer writes and the reducer cuts.

A `Stmt` (a declaration is one too) is a list of parts: a string is a line of its own, a list is a body of statements. An
if-else is Stmt(["if c {", [..], "} else {", [..], "}"]).
"""


class Stmt:
    __slots__ = ("parts",)

    def __init__(self, *parts):
        self.parts = list(parts)

    def bodies(self):
        return [part for part in self.parts if isinstance(part, list)]


class Program:
    """`head` is what every program has (imports, helpers); `body` is what the seed made and the reducer may cut."""

    def __init__(self, seed, head, body, counts):
        self.seed, self.head, self.body, self.counts = seed, head, body, counts

    def text(self, package="main"):
        lines = [f"package {package}", ""]
        write(self.head, 0, lines)
        write(self.body, 0, lines)
        if package == "main":
            lines.append("\nfunc main() { Run() }")
        return "\n".join(lines) + "\n"


def write(statements, depth, lines):
    for statement in statements:
        for part in statement.parts:
            if isinstance(part, list):
                write(part, depth + 1, lines)
            else:
                lines.append("\t" * depth + part)


def size(statements):
    return sum(1 + sum(size(body) for body in statement.bodies()) for statement in statements)
