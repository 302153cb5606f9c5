"""Checks what gossamer vet finds in a program against its comments.

A line that ends with // WANT column "message" [column "message"...] must have exactly these findings, and lines without a
comment must have none.
usage: vetcheck.py [flags of gossamer vet] FILE
       vetcheck.py --clean FILE...         wants nothing to be found
       vetcheck.py --write [flags] FILE    writes the comments; to be read before they are believed
"""
import json
import os
import re
import subprocess
import sys

COMMENT = re.compile(r"\s*// WANT (.*)$")
WANTED = re.compile(r'(\d+) ("(?:[^"\\]|\\.)*")')
MESSAGE = re.compile(r"^\S.*?:(\d+):(\d+): (.*)$")


def findings(flags, path):
    done = subprocess.run([os.environ["GOSSAMER"], "vet", *flags, path], capture_output=True, text=True, errors="replace")
    found = []
    for line in done.stderr.splitlines():
        match = MESSAGE.match(line)
        if match:
            found.append([int(match.group(1)), int(match.group(2)), match.group(3)])
        elif found:
            found[-1][2] += "\n" + line
        else:
            sys.exit(f"vetcheck: {line}")
    if done.returncode != (1 if found else 0):
        sys.exit(f"vetcheck: exit status {done.returncode} with {len(found)} findings\n{done.stderr}")
    return [tuple(each) for each in found]


def main():
    arguments = sys.argv[1:]
    if arguments[:1] == ["--clean"]:
        problems = [f"{path}:{n}:{column}: unexpected: {text}" for path in arguments[1:] for n, column, text in findings([], path)]
        sys.exit("\n".join(problems) if problems or len(arguments) < 2 else 0)
    write = "--write" in arguments
    flags = [each for each in arguments if each.startswith("-") and each != "--write"]
    (path,) = [each for each in arguments if not each.startswith("-")]
    with open(path, encoding="utf-8") as source:
        lines = source.read().split("\n")
    found = findings(flags, path)
    if write:
        for number, line in enumerate(lines, 1):
            here = [f"{column} {json.dumps(text, ensure_ascii=False)}" for n, column, text in found if n == number]
            line = COMMENT.sub("", line)
            lines[number - 1] = line + (" // WANT " + " ".join(here) if here else "")
        with open(path, "w", encoding="utf-8") as source:
            source.write("\n".join(lines))
        return
    wanted = [(number, int(column), json.loads(text)) for number, line in enumerate(lines, 1)
              for comment in COMMENT.findall(line) for column, text in WANTED.findall(comment)]
    if not wanted:
        sys.exit("vetcheck: the file wants nothing")
    problems = [f"{path}:{n}:{column}: unexpected: {text}" for n, column, text in sorted(set(found) - set(wanted))]
    problems += [f"{path}:{n}:{column}: missing: {text}" for n, column, text in sorted(set(wanted) - set(found))]
    if problems:
        sys.exit("\n".join(problems))


main()
