"""Which tests say nothing about Gossamer, and why: rules over the test's first line and its sources, never lists of names."""
import os
import re

from recipe import imports_of, read

# What gc is asked to tell of its own workings; any other flag of a compiled test changes neither the language nor the result.
GC_DIAGNOSTICS = re.compile(r"-(m|live|wb|d|\+|std|smallframes|S|spectre)(=|\d|$)")
CHANGED_CODE = re.compile(r"-d=(maymorestack|converthash)")
HARMLESS_DEBUG = re.compile(r"-d=(panic|ssa/check/\w+(=\w+)?)(,|$)")


def sources_of(recipe, suite):
    """The texts of a test's Go files by name, and whether assembly lies beside them."""
    folder = os.path.join(suite, recipe.base + ".dir")
    if not recipe.kind.endswith("dir") or not os.path.isdir(folder):
        return {os.path.basename(recipe.path): recipe.text}, False
    texts, assembly = {}, False
    for where, _, files in os.walk(folder):
        for name in files:
            assembly |= name.endswith(".s")
            if name.endswith(".go"):
                texts[os.path.join(where, name)] = read(os.path.join(where, name))
    return texts, assembly


def diagnostics_of_gc(recipe, texts):
    changes = next((match for match in map(CHANGED_CODE.search, recipe.flags) if match), None)
    if changes:
        return "code that gc is asked to make otherwise: " + changes[0]
    if "errorcheck" not in recipe.kind:
        return ""
    for flag in recipe.flags:
        if GC_DIAGNOSTICS.match(flag) and not HARMLESS_DEBUG.match(flag):
            return "messages about gc's own workings"
    if not recipe.wants_error and any(re.search(r"// (GC_)?ERROR(AUTO)? \"", text) for text in texts.values()):
        return "messages about gc's own workings"
    return ""


def reason_not_applicable(recipe, suite, library):
    """A short reason, the same for all tests it holds for; empty if the test applies."""
    if recipe.kind == "skip":
        return "its first line says skip"
    if recipe.constraint:
        return "a build constraint: " + re.sub(r"^//\s*(go:build|\+build)\s*", "", recipe.constraint)
    if recipe.kind == "asmcheck":
        return "machine code (asmcheck)"
    if recipe.experiments:
        return "an experiment of gc's: " + ", ".join(recipe.experiments)
    texts, assembly = sources_of(recipe, suite)
    if assembly:
        return "assembly"
    reason = diagnostics_of_gc(recipe, texts)
    if reason:
        return reason
    imports = {path for text in texts.values() for path in imports_of(text)}
    if "C" in imports:
        return "cgo"
    if "os/exec" in imports and any(re.search(r'"go"', text) for text in texts.values()):
        return "runs the go command"
    return missing_import(imports, library)


def missing_import(imports, library):
    missing = sorted(path for path in imports if path in library.missing)
    return "imports " + missing[0] if missing else ""


class Library:
    """The packages of the Go tree that Gossamer says it does not have."""

    def __init__(self, gossamer, goroot, imports, scratch):
        standard = sorted(path for path in imports if re.fullmatch(r"\w+(/\w+)*", path) and path != "unsafe" and
                          os.path.isdir(os.path.join(goroot, "src", path)))
        probe = os.path.join(scratch, "probe.go")
        with open(probe, "w", encoding="utf-8") as file:
            file.write("package probe\n" + "".join(f'import _ "{path}"\n' for path in standard))
        output = gossamer.check([probe], scratch).text
        self.missing = {path for path in standard if re.search(rf"package {re.escape(path)} is not in ", output)}
