"""Runs the Go distribution's own test suite with gossamer. README.md beside this file explains how and why.

usage: conformance.py [--goroot DIR] [--kind KIND] [--jobs N] [--seconds N] [--verbose] [--update] [FILTER...]
"""
import argparse
import concurrent.futures
import os
import shutil
import subprocess
import sys
import tempfile
import time

import canaries
import known
import report
from applicability import Library, reason_not_applicable, sources_of
from command import Gossamer
from kinds import Verdict, failed, run_test
from recipe import all_recipes, imports_of

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
MOST_RUN_AGAIN = 50
KNOWN = os.path.join(HERE, "known-failures.txt")


def arguments():
    parser = argparse.ArgumentParser(prog="./dev conformance", description="Runs the Go distribution's own test suite.")
    parser.add_argument("filters", nargs="*", metavar="FILTER", help="run only tests whose path contains one of these")
    parser.add_argument("--goroot", help="the Go tree (default: what go env GOROOT says)")
    parser.add_argument("--kind", help="run only tests of this kind, such as errorcheck")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="tests at a time (default: one for each processor)")
    parser.add_argument("--seconds", type=int, default=60, help="time limit of each command (default 60)")
    parser.add_argument("--verbose", action="store_true", help="say everything about each failure")
    parser.add_argument("--update", action="store_true", help="rewrite the list of known failures, keeping the reasons")
    parser.add_argument("--gossamer", default=os.environ.get("GOSSAMER", os.path.join(ROOT, "build", "dev", "bin", "gossamer")))
    return parser.parse_args()


def go_root(given):
    if not given and shutil.which("go"):
        given = subprocess.run(["go", "env", "GOROOT"], capture_output=True, text=True, check=True).stdout.strip()
    if not given or not os.path.isdir(os.path.join(given, "test")):
        sys.exit("conformance: there is no Go tree with a test folder here; --goroot DIR names one")
    return os.path.abspath(given)


class Progress:
    def __init__(self, total):
        self.total, self.done, self.failures = total, 0, 0
        self.shows = sys.stderr.isatty()

    def step(self, verdict):
        self.done += 1
        self.failures += verdict.state == "failed"
        if self.shows:
            print(f"\r{self.done}/{self.total}, {self.failures} failed ", end="" if self.done < self.total else "\r\033[K",
                  file=sys.stderr, flush=True)


def judge(recipe, suite, gossamer, library):
    reason = reason_not_applicable(recipe, suite, library)
    if reason:
        return Verdict("not applicable", cause=reason)
    try:
        return run_test(recipe, suite, gossamer, library)
    except (OSError, ValueError) as error:  # a folder that is not there, say: the test, not the driver, is at fault
        return failed("driver", f"{type(error).__name__}: {error}")


def run_all(recipes, suite, gossamer, library, jobs):
    progress = Progress(len(recipes))
    verdicts = []
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for recipe, verdict in zip(recipes, pool.map(lambda each: judge(each, suite, gossamer, library), recipes)):
            progress.step(verdict)
            verdicts.append((recipe, verdict))
    return verdicts


def main():
    options = arguments()
    started = time.monotonic()
    goroot = go_root(options.goroot)
    suite = os.path.join(goroot, "test")
    gossamer = Gossamer(os.path.abspath(options.gossamer), options.seconds, goroot)
    problems = canaries.problems(gossamer)
    if problems:
        sys.exit("conformance: the driver cannot be trusted:\n" + "\n".join(problems))
    recipes = [each for each in all_recipes(suite)
               if (not options.filters or any(part in each.path for part in options.filters))
               and options.kind in (None, each.kind)]
    imports = {path for recipe in recipes for text in sources_of(recipe, suite)[0].values() for path in imports_of(text)}
    with tempfile.TemporaryDirectory() as scratch:
        library = Library(gossamer, goroot, imports, scratch)
    verdicts = run_all(recipes, suite, gossamer, library, options.jobs)
    # What differs from the list is run again by itself: the others may have taken its time.
    listed = known.load(KNOWN)
    differing = known.compare(listed, {recipe.path: verdict for recipe, verdict in verdicts})
    if len(differing) <= MOST_RUN_AGAIN:
        verdicts = [(recipe, judge(recipe, suite, gossamer, library) if recipe.path in differing else verdict)
                    for recipe, verdict in verdicts]

    print(report.table(verdicts))
    print("\nnot applicable:\n" + report.reasons(verdicts))
    print("\nfailures:\n" + report.failures(verdicts))
    if options.verbose:
        for recipe, verdict in verdicts:
            if verdict.state == "failed":
                print(f"\n--- {recipe.path}\n{verdict.detail[:4000]}")
    by_path = {recipe.path: verdict for recipe, verdict in verdicts}
    if options.update:
        known.update(KNOWN, listed, by_path)
        differences = {}
    else:
        differences = known.compare(listed, by_path)
    print(f"\n{len(verdicts)} tests in {time.monotonic() - started:.0f} s")
    if differences:
        print(f"\nnot as {os.path.relpath(KNOWN, ROOT)} says:\n" + "\n".join(differences.values()))
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
