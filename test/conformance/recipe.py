"""The first line of a test of Go's suite: how it is to be run.

    // errorcheck -lang=go1.21          kind, then flags
    // runoutput ./rotate.go            kind, then the program's arguments

Build constraints may stand before it; they are evaluated as Go's own driver does, for linux on amd64, gc, without cgo.
"""
import os
import re
import shlex
from dataclasses import dataclass, field

FOLDERS = [".", "ken", "chan", "interface", "internal/runtime/sys", "syntax", "dwarf", "fixedbugs", "codegen", "abi",
           "typeparam", "typeparam/mdempsky", "arenas", "simd"]
KINDS = {"run", "buildrun", "runoutput", "rundir", "runindir", "buildrundir", "compile", "compiledir", "build", "builddir",
         "errorcheck", "errorcheckdir", "errorcheckoutput", "errorcheckandrundir", "errorcheckwithauto", "asmcheck", "skip"}
TAGS = {"linux", "amd64", "gc", "test_run"} | {f"go1.{minor}" for minor in range(1, 27)}
IMPORTS = re.compile(r'^\s*import\s+(?:[\w.]+\s+)?["`]([^"`]+)["`]|^\s*import\s*\(([^)]*)\)', re.MULTILINE)


@dataclass
class Recipe:
    path: str  # below the suite's folder, "fixedbugs/bug000.go"
    text: str
    kind: str = ""
    flags: list = field(default_factory=list)
    arguments: list = field(default_factory=list)
    wants_error: bool = False
    file_a_package: bool = False  # -s: each file of the folder is a package
    seconds: int = 0  # -t: the test's own time limit
    experiments: list = field(default_factory=list)
    environment: dict = field(default_factory=dict)
    module_version: str = ""  # -gomodversion
    constraint: str = ""  # the build constraint that leaves it out

    @property
    def folder(self):
        return os.path.dirname(self.path) or "."

    @property
    def base(self):
        return self.path[:-len(".go")]

    def value_of(self, flag):
        """go1.17 for -lang=go1.17; empty if the flag is not there."""
        return next((each[len(flag) + 1:] for each in self.flags if each.startswith(flag + "=")), "")


def read(path):
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
        return file.read()


def imports_of(text):
    """The import paths of a file. Only what stands before its first other declaration counts."""
    text = re.sub(r"/\*.*?\*/|^\s*//[^\n]*", "", text, flags=re.DOTALL | re.MULTILINE)
    head = re.split(r"^(?:func|type|var|const)\b", text, maxsplit=1, flags=re.MULTILINE)[0]
    found = []
    for single, group in IMPORTS.findall(head):
        found += [single] if single else re.findall(r'["`]([^"`]+)["`]', re.sub(r"//[^\n]*", "", group))
    return found


class Constraint:
    """A //go:build expression: || over && over ! and parentheses."""

    def __init__(self, text):
        self.tokens = re.findall(r"\|\||&&|!|\(|\)|[^\s|&!()]+", text)

    def holds(self):
        value = self.either()
        if self.tokens:
            raise ValueError("unexpected " + self.tokens[0])
        return value

    def either(self):
        value = self.both()
        while self.took("||"):
            value = self.both() or value
        return value

    def both(self):
        value = self.single()
        while self.took("&&"):
            value = self.single() and value
        return value

    def single(self):
        if self.took("!"):
            return not self.single()
        if self.took("("):
            value = self.either()
            if not self.took(")"):
                raise ValueError("missing )")
            return value
        if not self.tokens or not re.fullmatch(r"[\w.]+", self.tokens[0]):
            raise ValueError("missing tag")
        return self.tokens.pop(0) in TAGS

    def took(self, token):
        if self.tokens[:1] != [token]:
            return False
        self.tokens.pop(0)
        return True


def excluded_by(text):
    """The build constraint before the package clause that does not hold; empty if there is none."""
    for line in re.split(r"^package\b", text, maxsplit=1, flags=re.MULTILINE)[0].splitlines():
        if line.startswith("//go:build "):
            try:
                if not Constraint(line[len("//go:build "):]).holds():
                    return line
            except ValueError:
                pass  # a malformed line constrains nothing
        elif plus := re.match(r"//\s*\+build\s+(.*)", line):
            options = [all((term[1:] not in TAGS) if term[0] == "!" else term in TAGS for term in option.split(","))
                       for option in plus.group(1).split()]
            if not any(options):
                return line
    return ""


def parse(path, text):
    recipe = Recipe(path, text)
    lines = (line for line in text.splitlines() if not re.match(r"//go:build |//\s*\+build ", line))
    first = next((line for line in lines if line.strip()), "").strip()
    words = shlex.split(first[2:] if first.startswith("//") else first) if first else []
    recipe.kind = words[0] if words else ""
    if recipe.kind not in KINDS:
        return None
    recipe.wants_error = recipe.kind in ("errorcheck", "errorcheckwithauto", "errorcheckdir", "errorcheckoutput")
    recipe.constraint = excluded_by(text)
    rest = words[1:]
    while rest and rest[0].startswith("-"):
        flag = rest.pop(0)
        if flag in ("-0", "-1"):
            recipe.wants_error = flag == "-1"
        elif flag == "-s":
            recipe.file_a_package = True
        elif flag == "-t":
            recipe.seconds = int(rest.pop(0))
        elif flag == "-goexperiment":
            recipe.experiments.append(rest.pop(0))
        elif flag == "-godebug":
            recipe.environment["GODEBUG"] = rest.pop(0)
        elif flag == "-gomodversion":
            recipe.module_version = rest.pop(0)
        elif flag in ("-gcflags", "-ldflags"):
            recipe.flags += [flag + "=" + word for word in ([rest.pop(0)] if flag == "-gcflags" else rest)]
            rest = rest if flag == "-gcflags" else []
        else:
            recipe.flags.append(flag)
    recipe.arguments = rest
    return recipe


def all_recipes(suite):
    """The recipes of a suite, by path; files that are no tests (parts of others) are left out."""
    for folder in FOLDERS:
        where = os.path.join(suite, folder)
        for name in sorted(os.listdir(where)) if os.path.isdir(where) else []:
            if name.endswith(".go") and not name.startswith("."):
                path = os.path.normpath(os.path.join(folder, name))
                recipe = parse(path, read(os.path.join(suite, path)))
                if recipe:
                    yield recipe
