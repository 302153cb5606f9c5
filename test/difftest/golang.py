"""Real Go: compiles many programs into one binary, a package each, with a main that runs the one its argument names.

The compiler and the linker are called directly: what is made lives in the batch's folder only and Go's cache does not grow.
Programs that Go refuses are left out of the binary and reported: they are faults of the generator.
"""
import functools
import os
import re
import shutil
import subprocess

PACKAGES = ["math", "os", "runtime", "strconv"]
PACKAGE = re.compile(rb"\bp\d{7}\.")


def available():
    return shutil.which("go") is not None


def package_name(number):
    return f"p{number:07}"


def ask(*arguments):
    return subprocess.run(["go", *arguments], capture_output=True, text=True, check=True, cwd="/",
                          env=dict(os.environ, GO111MODULE="off", GOFLAGS="")).stdout


@functools.cache
def installation():
    """The folder of the compiler and the linker, and where the standard packages' export data is."""
    form = "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}"
    return ask("env", "GOTOOLDIR").strip(), ask("list", "-export", "-f", form, *ask("list", "-deps", *PACKAGES).split())


class Go:
    def __init__(self, scratch):
        self.scratch = scratch
        self.tools, self.standard = installation()
        self.config = os.path.join(scratch, "importcfg")
        with open(self.config, "w") as out:
            out.write(self.standard)

    def compile(self, name, source, config, optimised):
        """(path of the object, errors)."""
        path = os.path.join(self.scratch, name)
        with open(path + ".go", "w") as out:
            out.write(source)
        flags = ["-p", name, "-lang=go1.26", "-c=1", "-dwarf=false", "-pack", "-importcfg", config, "-o", path + ".a"]
        if not optimised:
            flags += ["-N", "-l"]
        done = subprocess.run([os.path.join(self.tools, "compile"), *flags, path + ".go"], capture_output=True, text=True,
                              cwd=self.scratch, env=dict(os.environ, GOGC="off"))
        return path + ".a", done.stdout + done.stderr if done.returncode else ""

    def build(self, programs):
        """Builds a binary of the programs: (its path, {seed: errors of those that were refused}).

        The compiler takes half the time when it does not optimise; one program in eight is optimised.
        """
        refused, objects = {}, {}
        for program in programs:
            name = package_name(program.seed)
            path, errors = self.compile(name, program.text(name), self.config, program.seed % 8 == 0)
            if errors:
                refused[program.seed] = errors
            else:
                objects[program.seed] = name, path
        config = os.path.join(self.scratch, "batch.importcfg")
        with open(config, "w") as out:
            out.write(self.standard + "".join(f"\npackagefile {name}={path}" for name, path in objects.values()) + "\n")
        imports = "".join(f'import "{name}"\n' for name, _ in objects.values())
        cases = "".join(f'\tcase "{seed}":\n\t\t{name}.Run()\n' for seed, (name, _) in objects.items())
        main = f'package main\n\nimport "os"\n{imports}\nfunc main() {{\n\tswitch os.Args[1] {{\n{cases}\t}}\n}}\n'
        path, errors = self.compile("main", main, config, False)
        if errors:
            raise RuntimeError("the main of a batch does not compile: " + errors)
        binary = os.path.join(self.scratch, "batch")
        subprocess.run([os.path.join(self.tools, "link"), "-importcfg", config, "-s", "-w", "-buildmode=exe", "-o", binary, path],
                       check=True, cwd=self.scratch)
        for _, path in objects.values():
            os.remove(path)
        return binary, refused


def in_main(output):
    """Output of a program that was a package of a batch, as if it had been package main."""
    return PACKAGE.sub(b"main.", output)
