"""Rewrites the CHECK lines of golden tests: files whose RUN line is `%gossamer dump … %s | FileCheck %s` keep their program and
get, from their first CHECK line on, what the command prints now. Read the difference before committing it.
usage: GOSSAMER=path/to/gossamer update_goldens.py [FILE or FOLDER]...
"""
import os
import re
import shlex
import subprocess
import sys

RUN = re.compile(r"^// RUN: %gossamer (dump .*%s) \| FileCheck %s$", re.M)
CHECK = re.compile(r"^// CHECK", re.M)


def sources(paths):
    for path in paths:
        if os.path.isdir(path):
            for folder, _, names in sorted(os.walk(path)):
                yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(".go"))
        else:
            yield path


def check_lines(text):
    for number, line in enumerate(text.splitlines()):
        # FileCheck reads {{regex}} and [[variable]].
        if line.endswith("\tEOF"):  # lies below these very lines
            line = "{{[0-9]+}}:1 EOF"
            yield f"// CHECK-NEXT: {line}"
            continue
        line = line.replace("{{", "{{[{][{]}}").replace("[[", "{{\\[\\[}}")
        yield f"// CHECK{'-NEXT' if number else ''}: {line}".rstrip()


def main():
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for path in sources(sys.argv[1:] or [here]):
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            text = file.read()
        run = RUN.search(text)
        if not run:
            continue
        first = CHECK.search(text)
        program = text[:first.start()] if first else text.rstrip("\n") + "\n\n"
        command = [part.replace("%s", path) for part in shlex.split(run.group(1))]

        # Line numbers are those of the program alone, which the CHECK lines below it do not move.
        done = subprocess.run([os.environ["GOSSAMER"], *command], capture_output=True, text=True, errors="replace")
        if done.returncode != 0:
            sys.exit(f"{path}: {done.stderr}{done.stdout}")
        updated = program + "\n".join(check_lines(done.stdout)) + "\n"
        if updated != text:
            with open(path, "w", encoding="utf-8", errors="surrogateescape") as file:
                file.write(updated)
            print("updated", path)


main()
