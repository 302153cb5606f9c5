"""Does the tool see what it should? Checks of the generator, the comparison and the reducer themselves.

- A seed always makes the same program, in another process with other hashes too.
- Every rule is used by some program.
- Wrong semantics are reported: programs are changed for Gossamer only, as if it had a certain fault, and every kind of fault
  must be seen in some program; an output or a status that was altered must be seen in every program.
- The reducer makes a program with an injected fault smaller and keeps the difference.
"""
import collections
import hashlib
import os
import re
import subprocess
import sys
import tempfile

import golang
import program
import reduce
from rules import DECLARATIONS, EXPRESSIONS, STATEMENTS
from tree import Program, Stmt, size

# A fault: what is replaced in a program's own text (not in the helpers, which print).
FAULTS = {
    "addition subtracts": (r" \+= ", " -= "),
    "less is less or equal": (r" < (?=[\w(])", " <= "),
    "logical and is or": (r" && (?!.*range)", " || "),
    "remainder is bitwise and": (r" % (?=[\w(])", " & "),
    "shift to the right goes left": (r" >> ", " << "),
    "break continues": (r"^(\t+)break$", r"\1continue"),
    "fallthrough does not": (r"^\t+fallthrough$", ""),
    "deferred at once": (r"^(\t+)defer println", r"\1println"),
    "append copies": (r"append\((\w+), ", r"append(\1[:len(\1):len(\1)], "),
    "swap loses a value": (r"^(\t+)([\w.\[\]&]+), ([\w.\[\]&]+) = \3, \2$", r"\1\2, \3 = \3, \3"),
    "constant is off by one": (r"\b7\b", "8"),
    "nil is not nil": (r" == nil", " != nil"),
    "length is one more": (r"\blen\((\w+)\)", r"(len(\1)+1)"),
}
SEEDS = range(24)


def main(difftest):
    failures = []
    deterministic(failures)
    covering(failures)
    sensitive(difftest, failures)
    for failure in failures:
        print(f"self-test: {failure}")
    print(f"difftest: self-test {'failed' if failures else 'passed'}")
    return 1 if failures else 0


def digest(seeds):
    return hashlib.sha256("".join(program.generate(seed).text() for seed in seeds).encode()).hexdigest()


def deterministic(failures):
    script = "import selftest; print(selftest.digest(range(20)))"
    for hashes in ("1", "2"):
        other = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True,
                               cwd=os.path.dirname(os.path.abspath(__file__)), env=dict(os.environ, PYTHONHASHSEED=hashes))
        if other.stdout.strip() != digest(range(20)):
            failures.append("a seed makes another program in another process")


def covering(failures):
    counts = collections.Counter()
    for seed in range(600):
        counts.update(program.generate(seed).counts)
    for rule in EXPRESSIONS + STATEMENTS + DECLARATIONS:
        if not counts[rule.name]:
            failures.append(f"600 programs have no: {rule.name}")


def with_fault(original, pattern, replacement):
    """The program with every match in the statements of the seed replaced, or None without a match."""
    changes = 0

    def copied(statements):
        nonlocal changes
        made = []
        for statement in statements:
            parts = []
            for part in statement.parts:
                if isinstance(part, list):
                    parts.append(copied(part))
                else:
                    text, times = re.subn(pattern, replacement, part if pattern[0] != "^" else "\t" + part)
                    changes += times
                    parts.append(text.removeprefix("\t"))
            made.append(Stmt(*parts))
        return made

    body = copied(original.body)
    return Program(original.seed, original.head, body, original.counts) if changes else None


def sensitive(difftest, failures):
    programs = [program.generate(seed) for seed in SEEDS]
    seen = collections.Counter()
    with tempfile.TemporaryDirectory() as scratch:
        binary, refused = golang.Go(scratch).build(programs)
        for seed, errors in refused.items():
            failures.append(f"Go refuses the program of seed {seed}: {errors}")
        for each in programs:
            expected = difftest.run_go(binary, each.seed)
            got = difftest.run_gossamer(each.text(), scratch)
            if got != expected:
                failures.append(f"seed {each.seed} differs already")
                continue
            altered = difftest.Outcome(expected.status, expected.output[:-2] + b"?\n")
            if got in (altered, difftest.Outcome(expected.status + 1, expected.output)):
                failures.append(f"seed {each.seed}: an altered outcome is not seen")
            for fault, (pattern, replacement) in FAULTS.items():
                wrong = with_fault(each, pattern, replacement)
                if wrong is None:
                    continue
                outcome = difftest.run_gossamer(wrong.text(), scratch, timeout=3)  # it may not end
                if difftest.is_rejected(outcome):
                    continue
                seen[fault, outcome != expected] += 1
    for fault in FAULTS:
        print(f"injected fault: {fault:32} seen in {seen[fault, True]:3} of {seen[fault, True] + seen[fault, False]:3} programs")
        if not seen[fault, True]:
            failures.append(f"no program shows the fault: {fault}")
    reduces(difftest, programs, failures)


def reduces(difftest, programs, failures):
    """A fault that Gossamer has if a certain constant is printed: the reducer must find the one statement."""
    original = programs[0]
    with tempfile.TemporaryDirectory() as scratch:
        def faulty(candidate):
            wrong = with_fault(candidate, *FAULTS["constant is off by one"])
            if wrong is None:
                return False
            right, other = (difftest.run_gossamer(each.text(), scratch, timeout=3) for each in (candidate, wrong))
            return right.status != 1 and other.status != 1 and right != other
        if not faulty(original):
            failures.append("the program to reduce shows no difference")
            return
        smaller = reduce.reduced(original, faulty, seconds=120)
    print(f"reduced from {size(original.body)} statements to {size(smaller.body)}")
    if size(smaller.body) * 2 > size(original.body) or not faulty_still(smaller):
        failures.append("the reducer leaves more than half")


def faulty_still(candidate):
    return with_fault(candidate, *FAULTS["constant is off by one"]) is not None
