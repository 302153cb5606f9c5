"""Runs a program under every mode that must not change what it prints, and prints that output once.

Modes: as is, virtual time, a range of seeds, and a collection at every few allocations. A difference is reported with the
mode that shows it, and is a failure. Exit status and standard error's first line must agree too.
usage: matrix.py [--exit N] [--without MODE] FILE [arguments]   (--without gc-stress: for what would take for ever)
"""
import os
import subprocess
import sys

MODES = [[], ["--seed=1"], ["--seed=2"], ["--seed=3"], ["--virtual-time"], ["--gc-stress=7"]]


def run(mode, program):
    done = subprocess.run([os.environ["GOSSAMER"], "run", *mode, *program], stdin=subprocess.DEVNULL, capture_output=True)
    return done.returncode, done.stdout, done.stderr


def main():
    arguments = sys.argv[1:]
    expected = 0
    if arguments[0] == "--exit":
        expected = int(arguments[1])
        arguments = arguments[2:]
    modes = MODES
    if arguments[0] == "--without":
        modes = [mode for mode in MODES if not (mode and mode[0].startswith("--" + arguments[1]))]
        arguments = arguments[2:]
    first = run(modes[0], arguments)
    sys.stdout.buffer.write(first[1])
    sys.stdout.buffer.write(first[2])
    sys.stdout.flush()
    if first[0] != expected:
        sys.stderr.buffer.write(first[2])
        sys.exit(f"matrix: exit status {first[0]}, expected {expected}")
    for mode in modes[1:]:
        other = run(mode, arguments)
        if (other[0], other[1], other[2][:1]) != (first[0], first[1], first[2][:1]):
            sys.stderr.buffer.write(other[1] + other[2])
            sys.exit(f"matrix: differs under {' '.join(mode)} (exit status {other[0]})")


main()
