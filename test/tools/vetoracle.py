"""Compares what gossamer vet and real go vet find in Go programs, each a package of one file.

Files that one of the two rejects are not compared, nor is what the analyzer stdversion finds, which gossamer lacks.
`// ORACLE: skip (reason)` in a file leaves it out. Without a Go on the machine nothing is compared.
usage: vetoracle.py [flags of gossamer vet] FILE... | DIR...
"""
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile

GOSSAMER = os.environ["GOSSAMER"]
MESSAGE = re.compile(r"^(?:vet: )?(?:\./)?p(\d+)/(\S+\.go:\d+:\d+): (.*)$")


def programs(paths):
    for path in paths:
        if not os.path.isdir(path):
            yield path
            continue
        for where, folders, files in os.walk(path):
            folders[:] = sorted(name for name in folders if name not in ("inputs", "embed"))
            yield from (os.path.join(where, name) for name in sorted(files) if name.endswith(".go"))


def findings(command, folder, environment, packages):
    """What a command finds, by package; None for one that it rejects."""
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", cwd=folder, env=environment)
    if done.returncode not in (0, 1):
        sys.exit(f"vetoracle: {' '.join(command)}: exit status {done.returncode}\n{done.stderr}")
    found = {number: [] for number in range(len(packages))}
    last = None
    for line in done.stderr.splitlines():
        match = MESSAGE.match(line)
        if match:
            number, last = int(match.group(1)), None
            if line.startswith("vet: "):
                found[number] = None
            elif found[number] is not None:
                last = found[number]
                last.append((match.group(2), match.group(3)))
        elif re.match(r"# |\S*p\d+/", line):
            last = None
            for number in re.findall(r"\bp(\d+)/", line):  # a message about a whole file: it is not looked at
                found[int(number)] = None
        elif last:
            last[-1] = (last[-1][0], last[-1][1] + "\n" + line.strip())
    # The path of a package is its place for Go, its name for gossamer.
    return [None if found[number] is None else
            collections.Counter((place, text.replace(f"vetted/p{number}.", name + ".")) for place, text in found[number])
            for number, name in enumerate(packages)]


def main():
    flags = [each for each in sys.argv[1:] if each.startswith("-")]
    if not shutil.which("go"):
        print("vetoracle: skipped, there is no Go on this machine")
        return
    chosen, packages, skipped = [], [], 0
    with tempfile.TemporaryDirectory() as scratch:
        with open(os.path.join(scratch, "go.mod"), "w", encoding="utf-8") as module:
            module.write("module vetted\n\ngo 1.26\n")
        for path in programs(each for each in sys.argv[1:] if not each.startswith("-")):
            with open(path, encoding="utf-8", errors="replace") as source:
                text = source.read()
            name = re.search(r"^package (\w+)", text, re.M)
            if "// ORACLE: skip (" in text or not name:
                skipped += 1
                continue
            folder = os.path.join(scratch, f"p{len(chosen)}")
            os.mkdir(folder)
            shutil.copy(path, os.path.join(folder, os.path.basename(path).replace("_test.go", "test.go")))
            chosen.append(path)
            packages.append(name.group(1))
        environment = dict(os.environ, GO111MODULE="on", GOFLAGS="-mod=mod", GOWORK="off")
        ours = findings([GOSSAMER, "vet", "-e", *flags, "./..."], scratch, environment, packages)
        for number, found in enumerate(ours):  # a package that Go cannot load would keep it from looking at the others
            if found is None:
                shutil.rmtree(os.path.join(scratch, f"p{number}"))
        theirs = findings(["go", "vet", "-stdversion=false", "./..."], scratch, environment, packages)
    same = rejected = 0
    differing = []
    for path, left, right in zip(chosen, ours, theirs):
        if left is None or right is None:
            rejected += 1
            continue
        same += sum((left & right).values())
        differing += [f"only go vet: {path}: {place}: {text}" for place, text in sorted((right - left).elements())]
        differing += [f"only gossamer: {path}: {place}: {text}" for place, text in sorted((left - right).elements())]
    print("\n".join(differing))
    print(f"vetoracle: {same} findings agree, {len(differing)} differ; {len(chosen)} files, of them {rejected} rejected, "
          f"and {skipped} skipped")
    sys.exit(1 if differing or same == 0 else 0)


main()
