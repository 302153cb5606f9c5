"""Runs an example under virtual time and seeds and compares what it prints with the // Output: comment at its end.

`// Unordered output:` compares the lines as a set; a line `~` stands for any run of lines, and `~` inside a line for any text.
usage: example.py [--real-time] FILE...
"""
import os
import re
import subprocess
import sys

OUTPUT = re.compile(r"^// (Unordered output|Output):\n((?://.*\n?)*)\Z", re.M)


def expected_in(path):
    match = OUTPUT.search(open(path, encoding="utf-8").read())
    if not match:
        sys.exit(f"example: {path} has no // Output: comment at its end")
    lines = [line[3:] if line.startswith("// ") else line[2:] for line in match.group(2).splitlines()]
    return match.group(1).startswith("Unordered"), lines


def agree(unordered, wanted, got):
    if unordered:
        wanted, got = sorted(wanted), sorted(got)
    text = "".join(r"(?:.*\n)*?" if line == "~" else ".*".join(map(re.escape, line.split("~"))) + "\n" for line in wanted)
    return re.fullmatch(text, "".join(line.rstrip() + "\n" for line in got)) is not None


def failures_of(path, modes):
    unordered, wanted = expected_in(path)
    for mode in modes:
        done = subprocess.run([os.environ["GOSSAMER"], "run", *mode, path], stdin=subprocess.DEVNULL, capture_output=True,
                              text=True)
        if done.returncode != 0 or not agree(unordered, wanted, done.stdout.splitlines()):
            yield (f"example: {path} {' '.join(mode)}: exit status {done.returncode}\n--- got\n{done.stdout}{done.stderr}"
                   "--- wanted\n" + "\n".join(wanted))


def main():
    files = sys.argv[1:]
    modes = [["--virtual-time"], ["--virtual-time", "--seed=1"], ["--virtual-time", "--seed=2"]]
    if files[0] == "--real-time":
        files, modes = files[1:], [[]]
    problems = [problem for path in files for problem in failures_of(path, modes)]
    if problems:
        sys.exit("\n".join(problems))


main()
