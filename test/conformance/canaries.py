"""Tests of the driver itself: programs whose verdict is known, in the form of Go's suite.

`// FAILS how` and `// PASSES` say what must come of each file in canaries/. A program that does nothing and succeeds, in
gossamer's place, must pass none of those in which there is something to run or to report.
"""
import os
import re

from applicability import Library
from command import Gossamer
from kinds import run_test
from recipe import all_recipes

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "canaries")
WANTED = re.compile(r"^// (?:FAILS (\w+)|PASSES)$", re.MULTILINE)
NOTHING = "/bin/true"


class NothingMissing(Library):
    def __init__(self):  # canaries import what has always been there
        self.missing = set()


def problems(gossamer):
    """A line for each canary whose verdict is not the one it names."""
    found = []
    idle = Gossamer(NOTHING, gossamer.seconds)
    recipes = list(all_recipes(FOLDER))
    if not recipes:
        return ["there are no canaries in " + FOLDER]
    for recipe in recipes:
        wanted = WANTED.search(recipe.text)
        verdict = run_test(recipe, FOLDER, gossamer, NothingMissing())
        got = verdict.failure if verdict.state == "failed" else verdict.state
        if not wanted or got != (wanted[1] or "passed"):
            found.append(f"{recipe.path}: {got} ({verdict.cause}), expected {wanted[0] if wanted else 'to say what'}")
        must_act = recipe.kind.startswith(("run", "build")) and recipe.kind != "build" or recipe.wants_error
        if must_act and run_test(recipe, FOLDER, idle, NothingMissing()).state == "passed":
            found.append(f"{recipe.path}: passed with {NOTHING} in gossamer's place")
    return found
