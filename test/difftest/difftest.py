"""Differential testing: random programs, run by Gossamer and by real Go, must print the same and end alike.

A program is a pure function of its seed, which is its number: a run takes the seeds base, base+1, ... Every program runs as is;
a part of them also under the modes that must not change anything (the verifier, other seeds of the scheduler, collection
at every few allocations). A difference is saved, reduced, with both outputs, and makes the exit status 1; so does a program that Go refuses.
usage: difftest.py [--count N] [--seed S] [--jobs N] [--stats] [--self-test] [--show SEED]   (see README.md)
"""
import argparse
import collections
import concurrent.futures
import functools
import os
import re
import subprocess
import sys
import tempfile
import time

import golang
import program
import reduce
import selftest
from rules import DECLARATIONS, EXPRESSIONS, STATEMENTS

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
GOSSAMER = os.environ.get("GOSSAMER", os.path.join(ROOT, "build", "dev", "bin", "gossamer"))
BATCH = 50
TIMEOUT = 30
TOO_LONG = 5  # seconds with real Go: the generator has misjudged what a program costs
MODES = [["--verify", "--seed=3"], ["--gc-stress=7"], ["--verify", "--gc-stress=3", "--seed=1"]]
MODE_EVERY = 8  # of so many programs one runs under one of the modes too
TRACE = re.compile(rb"\n*(goroutine \d+ \[.*|\[?signal SIG.*|runtime stack:.*)", re.DOTALL)

Outcome = collections.namedtuple("Outcome", "status output")


def run(command, timeout=TIMEOUT):
    """How a program ended: status, and what it printed without a trace of goroutines, which is not compared."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=timeout)
    except subprocess.TimeoutExpired as late:
        return Outcome("timeout", late.stdout or b"")
    return Outcome(done.returncode, TRACE.sub(b"\n", done.stdout))


def run_gossamer(text, scratch, mode=(), timeout=TIMEOUT):
    path = os.path.join(scratch, "program.go")
    with open(path, "w") as out:
        out.write(text)
    return run([GOSSAMER, "run", *mode, path], timeout)


def run_go(binary, seed):
    outcome = run([binary, str(seed)])
    return Outcome(outcome.status, golang.in_main(outcome.output))


class Difference:
    def __init__(self, program, mode, expected, got):
        self.program, self.mode, self.expected, self.got = program, mode, expected, got

    def kind(self):
        """What differences with one cause are likely to have in common: the first line that differs."""
        ours, theirs = self.got.output.split(b"\n"), self.expected.output.split(b"\n")
        for mine, other in zip(ours, theirs):
            if mine != other:
                return f"{other[:100]!r} became {mine[:140]!r}"
        return f"status {self.expected.status} became {self.got.status}, {len(theirs)} lines became {len(ours)}"


def batch(seeds, scale, every_mode):
    """Compares the programs of some seeds: (differences, refused, counts of constructs, seconds by part)."""
    spent = collections.Counter()
    mark = time.process_time()
    programs = [program.generate(seed, scale) for seed in seeds]
    spent["generating"] = time.process_time() - mark
    counts = collections.Counter()
    for each in programs:
        counts.update(each.counts)
    differences = []
    with tempfile.TemporaryDirectory() as scratch:
        mark = time.monotonic()
        binary, refused = golang.Go(scratch).build(programs)
        spent["building with Go"] = time.monotonic() - mark
        for each in programs:
            if each.seed in refused:
                continue
            mark = time.monotonic()
            expected = run_go(binary, each.seed)
            took = time.monotonic() - mark
            spent["running with Go"] += took
            if took > TOO_LONG:
                refused[each.seed] = f"it runs for {took:.0f} s"
                continue
            modes = [[]]
            if every_mode:
                modes += MODES
            elif each.seed % MODE_EVERY == 1:
                modes.append(MODES[each.seed // MODE_EVERY % len(MODES)])
            mark = time.monotonic()
            for mode in modes:
                got = run_gossamer(each.text(), scratch, mode)
                if got != expected:
                    differences.append(Difference(each, mode, expected, got))
                    break
            spent["running with Gossamer"] += time.monotonic() - mark
    return differences, refused, counts, spent


def save(difference, folder, reduced=None):
    where = os.path.join(folder, str(difference.program.seed))
    os.makedirs(where, exist_ok=True)
    files = {"program.go": difference.program.text().encode(), "go.out": difference.expected.output,
             "gossamer.out": difference.got.output,
             "status": f"go {difference.expected.status}, gossamer {difference.got.status}, mode {difference.mode}\n".encode()}
    if reduced is not None:
        files["reduced.go"] = reduced.text().encode()
    for name, content in files.items():
        with open(os.path.join(where, name), "wb") as out:
            out.write(content)
    return where


def is_rejected(outcome):
    return outcome.status == 1 and b"program.go:" in outcome.output.split(b"\n")[0]


def still_differs(candidate, difference):
    """Whether a changed program is valid and its outcomes differ in the same way; Gossamer is asked first, since it is quick."""
    if not any(statement.parts[1:2] == ["func Run() {"] for statement in candidate.body):
        return False
    with tempfile.TemporaryDirectory() as scratch:
        got = run_gossamer(candidate.text(), scratch, difference.mode)
        if is_rejected(got) != is_rejected(difference.got):
            return False
        binary, refused = golang.Go(scratch).build([candidate])
        return not refused and run_go(binary, candidate.seed) != got


def report_stats(counts, total):
    print(f"{'construct':60} {'times':>9} {'a program':>10}")
    for name, times in sorted(counts.items(), key=lambda item: -item[1]):
        print(f"{name:60} {times:9} {times / total:10.2f}")
    missing = {rule.name for rule in EXPRESSIONS + STATEMENTS + DECLARATIONS} - set(counts)
    for name in sorted(missing):
        print(f"never generated: {name}")
    return missing


def main():
    parser = argparse.ArgumentParser(prog="./dev difftest", description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=500, help="how many programs (500)")
    parser.add_argument("--seed", type=int, help="the first one's seed (by the clock)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many batches at a time")
    parser.add_argument("--scale", type=float, default=1.0, help="size of the programs (1)")
    parser.add_argument("--every-mode", action="store_true", help="run every program under every mode")
    parser.add_argument("--keep", default=os.path.join(ROOT, "build", "difftest"), help="folder for differences")
    parser.add_argument("--reduce", type=int, default=3, help="how many differences to reduce (3)")
    parser.add_argument("--stats", action="store_true", help="count what the programs contain")
    parser.add_argument("--self-test", action="store_true", help="check the tool itself")
    parser.add_argument("--show", type=int, metavar="SEED", help="print the program of a seed")
    options = parser.parse_args()
    if options.show is not None:
        print(program.generate(options.show, options.scale).text(), end="")
        return 0
    if not golang.available():
        print("difftest: skipped, there is no Go on this machine")
        return 0
    if options.self_test:
        return selftest.main(sys.modules[__name__])
    base = options.seed if options.seed is not None else int(time.time()) % 1_000_000
    print(f"difftest: seeds {base} to {base + options.count - 1}", flush=True)
    started = time.monotonic()
    seeds = list(range(base, base + options.count))
    parts = [seeds[at:at + BATCH] for at in range(0, len(seeds), BATCH)]
    counts, spent, found, refused = collections.Counter(), collections.Counter(), [], {}
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        for differences, rejected, constructs, seconds in pool.map(batch, parts, [options.scale] * len(parts),
                                                                   [options.every_mode] * len(parts)):
            counts.update(constructs)
            spent.update(seconds)
            refused.update(rejected)
            for each in differences:
                print(f"differs: seed {each.program.seed} {' '.join(each.mode)}: {each.kind()}", flush=True)
                save(each, options.keep)
            found += differences
    for seed, errors in sorted(refused.items()):
        print(f"no program to compare: seed {seed}: {errors.strip().splitlines()[0]}")
    kinds = {}
    for each in found:
        kinds.setdefault(each.kind(), each)
    for each in list(kinds.values())[:options.reduce]:
        smaller = reduce.reduced(each.program, functools.partial(still_differs, difference=each))
        print(f"reduced: {save(each, options.keep, smaller)}/reduced.go", flush=True)
    missing = report_stats(counts, options.count) if options.stats else ()
    seconds = time.monotonic() - started
    print(f"difftest: {options.count - len(refused)} compared, {len(found)} differ, {len(refused)} faults of the generator; {seconds:.0f} s, "
          f"{options.count / seconds:.1f} programs/s with {options.jobs} jobs (" +
          ", ".join(f"{part} {time:.0f} s" for part, time in spent.items()) + ")")
    return 1 if found or refused or missing else 0


if __name__ == "__main__":
    sys.exit(main())
