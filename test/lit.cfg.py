# lit's configuration: every Go program with a RUN line below test/ and every program of examples/ is a test.
import os
import shlex

import lit.formats
import lit.Test
import lit.TestRunner

config.name = "gossamer"
config.suffixes = [".go", ".test", ".md"]
config.excludes = ["tools", "unit", "fuzz", "inputs", "build", "conformance", "README.md"]
config.test_source_root = os.path.dirname(__file__)
root = os.path.dirname(config.test_source_root)
build = lit_config.params.get("build", os.path.join(root, "build", "dev"))
config.test_exec_root = os.path.join(build, "test-output")
binary = os.path.join(build, "bin", "gossamer")
tools = os.path.join(config.test_source_root, "tools")
python = "/usr/bin/python3"

config.test_format = lit.formats.ShTest(execute_external=False)
for name in ("HOME", "PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "TZ"):
    if name in os.environ:
        config.environment[name] = os.environ[name]
config.environment["GOSSAMER"] = binary
config.environment.setdefault("TZ", "UTC")
# The notes that `gossamer book` must evaluate lie beside a checkout, not in it.
notes = os.path.join(os.path.dirname(root), "shared", "book", "concurrency-in-go.md")
for candidate in (notes, "/work/shared/book/concurrency-in-go.md"):
    if os.path.exists(candidate):
        config.available_features.add("shared-book")
        config.substitutions.append(("%notes", shlex.quote(candidate)))
        break
else:
    lit_config.note(f"{notes} is not there: the tests of test/book that need it are skipped")
sanitized = "asan" in build or "tsan" in build
lit_config.maxIndividualTestTime = 300 if sanitized else 60


def tool(name):
    return " ".join(shlex.quote(part) for part in (python, os.path.join(tools, name)))


config.substitutions += [
    ("%gossamer", shlex.quote(binary)),
    ("%matrix", tool("matrix.py")),
    ("%errorcheck", tool("errorcheck.py")),
    ("%vetcheck", tool("vetcheck.py")),
    ("%vetoracle", tool("vetoracle.py")),
    ("%stdlib", shlex.quote(os.path.join(root, "stdlib"))),
    ("%prints-its-output", tool("example.py")),
    ("%examples", shlex.quote(os.path.join(root, "examples"))),
    ("%oracle", tool("oracle.py")),
    ("%api", tool("api.py")),
    ("%python", python),
    ("%not", tool("expect_exit.py")),
    ("split-file", "/usr/lib/llvm-19/bin/split-file"),
    ("FileCheck", "FileCheck-19 --dump-input=fail"),
]
