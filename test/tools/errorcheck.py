"""Checks a program's diagnostics against its comments, as Go's own suite writes them.

A line that ends with // ERROR "regex" ["regex"...] must have a message matching each regex, every message must be
wanted, and lines without a comment must have none. `// ERRORAUTO` is the same for the line before.
usage: errorcheck.py [flags of gossamer check] FILE...
"""
import os
import re
import subprocess
import sys

WANTED = re.compile(r"//\s*(ERROR|GC_ERROR|ERRORAUTO)\s+(.*)$")
PATTERN = re.compile(r'"((?:[^"\\]|\\.)*)"|`([^`]*)`')
MESSAGE = re.compile(r"^(\S.*?):(\d+)(?::\d+)?: (.*)$")


def wanted_in(path):
    wanted = {}
    with open(path, encoding="utf-8", errors="replace") as source:
        for number, line in enumerate(source, 1):
            match = WANTED.search(line)
            if match:
                patterns = [quoted.replace('\\"', '"').replace("\\\\", "\\") if quoted else raw
                            for quoted, raw in PATTERN.findall(match.group(2))]
                wanted[(os.path.basename(path), number - (match.group(1) == "ERRORAUTO"))] = patterns
    return wanted


def main():
    flags = [argument for argument in sys.argv[1:] if argument.startswith("-")]
    files = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    done = subprocess.run([os.environ["GOSSAMER"], "check", "-e", *flags, *files], capture_output=True, text=True,
                          errors="replace")
    wanted = {}
    for path in files:
        wanted.update(wanted_in(path))
    if not wanted:
        sys.exit("errorcheck: the file names no error")
    problems = []
    messages = []
    for line in done.stderr.splitlines():
        match = MESSAGE.match(line)
        if match:
            messages.append([os.path.basename(match.group(1)), int(match.group(2)), match.group(3)])
        elif messages and line.startswith("\t"):
            messages[-1][2] += "\n" + line
    for file, number, text in messages:
        patterns = wanted.get((file, number))
        if patterns is None or not any(re.search(pattern, text) for pattern in patterns):
            problems.append(f"{file}:{number}: unexpected: {text}")
    for (file, number), patterns in sorted(wanted.items()):
        here = [text for f, n, text in messages if (f, n) == (file, number)]
        problems += [f"{file}:{number}: no message matches {pattern!r}" for pattern in patterns
                     if not any(re.search(pattern, text) for text in here)]
    if done.returncode != 1:
        problems.append(f"exit status {done.returncode}, expected 1")
    if problems:
        sys.exit("\n".join(problems))


main()
