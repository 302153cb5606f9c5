"""The packages of a test's .dir folder, laid out as a module.

Go's driver compiles the files of a folder as packages named test/FIRSTFILE, one for each package clause, in the order of
the file names; they import one another as "./FIRSTFILE". Here each becomes a folder of the module `test`, the last one (the
program) the module's root, and the relative imports are rewritten in their places, so that no line moves. Go's driver
names the files, so that one called x_test.go takes part; in a folder it would not, and gets another name.
"""
import os
import re
from dataclasses import dataclass, field

from recipe import read

CLAUSE = re.compile(r"^package\s+(\w+)", re.MULTILINE)
RELATIVE = re.compile(r'^(\s*(?:import\s+)?(?:[\w.]+\s+)?)"\./([\w./-]+)"', re.MULTILINE)


@dataclass
class Package:
    name: str
    sources: list = field(default_factory=list)
    folder: str = ""  # in the module

    @property
    def path(self):
        return self.sources[0][:-len(".go")]

    @property
    def files(self):
        return [in_module(name) for name in self.sources]


def in_module(name):
    return re.sub(r"_test\.go$", "-test.go", name)


def packages_of(folder, file_a_package):
    packages = []
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".go"):
            continue
        clause = CLAUSE.search(read(os.path.join(folder, name)))
        package = clause[1] if clause else ""
        home = next((each for each in packages if each.name == package), None)
        if not home or file_a_package:
            home = Package(package)
            packages.append(home)
        home.sources.append(name)
    return packages


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
        file.write(text)


def lay_out(source, packages, root, version):
    """Writes the module into `root` and sets each package's folder."""
    write(os.path.join(root, "go.mod"), f"module test\n\ngo {version}\n")
    for package in packages:
        package.folder = root if package is packages[-1] and package.name == "main" else os.path.join(root, package.path)
        for name in package.sources:
            text = RELATIVE.sub(r'\1"test/\2"', read(os.path.join(source, name)))
            write(os.path.join(package.folder, in_module(name)), text)
