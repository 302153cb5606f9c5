"""Runs one test as its kind says and judges what came of it."""
import os
import re
import shutil
import tempfile
from dataclasses import dataclass

import messages
import packages
from applicability import missing_import
from recipe import imports_of, read

# A program may end by os.Exit with a status it computes or with 0; that it ran to this call shows only in the status.
MAY_EXIT = re.compile(r"os\.Exit\((?!\s*[1-9])")


@dataclass
class Verdict:
    state: str  # passed, failed, not applicable
    failure: str = ""  # rejected, panicked, fatal, exited, output, messages, hang, crash, unlowered
    cause: str = ""  # a line
    detail: str = ""


PASSED = Verdict("passed")


def failed(failure, cause, detail=""):
    return Verdict("failed", failure, " ".join(cause.split())[:200], detail)


def first_line(text, *starts):
    lines = [line for line in text.splitlines() if line.strip()]
    return next((line for line in lines if line.startswith(starts)), lines[0] if lines else "no output")


def stopped_early(ended):
    """The verdict on a command that did not get as far as having a result; None if it did."""
    if ended.timed_out:
        return failed("hang", "did not end in time", ended.text)
    if ended.crash:
        return failed("crash", ended.crash, ended.text)
    return None


def rejected(ended):
    found = messages.messages_in(ended.text)
    return failed("rejected", found[0].text.splitlines()[0] if found else first_line(ended.text), ended.text)


def with_short_names(text, operand):
    """Messages name the files as the command was given them; the suite's expressions expect the names alone."""
    folder = operand if os.path.isdir(operand) else os.path.dirname(operand)
    return re.sub(rf"(^|[ \t]){re.escape(folder)}/", r"\1", text, flags=re.MULTILINE) if folder else text


class Test:
    def __init__(self, recipe, suite, gossamer, library, scratch):
        self.recipe = recipe
        self.suite = suite
        self.gossamer = gossamer
        self.library = library
        self.scratch = scratch
        self.folder = os.path.join(suite, recipe.base + ".dir")
        language = recipe.value_of("-lang")
        self.flags = ["--lang=" + language] if language else []
        # gc as the suite calls it takes functions without a body, the go command (which builds) and -complete do not.
        self.compile_flags = self.flags + (["--incomplete"] if "-complete" not in recipe.flags else [])

    def verdict(self):
        return getattr(self, self.recipe.kind)()

    # Programs

    def judge_run(self, ended, text):
        """A program passes if it returned from main (or exited by its own will) with status 0, having printed what is wanted."""
        early = stopped_early(ended)
        if early:
            return early
        if ended.how == "rejected":
            return rejected(ended)
        if ended.how == "panicked":
            return failed("panicked", first_line(ended.text, "panic: "), ended.text)
        if ended.how == "fatal":
            return failed("fatal", first_line(ended.text, "fatal error: "), ended.text)
        if ended.status != 0:
            return failed("exited", f"exit status {ended.status}: {first_line(ended.text)}", ended.text)
        if ended.how != "returned" and not (ended.how == "exited 0" and MAY_EXIT.search(text)):
            return failed("exited", f"main did not return ({ended.how or 'no report'})", ended.text)
        return self.judge_output(ended.output.replace(b"\r\n", b"\n"))

    def judge_output(self, output):
        path = os.path.join(self.suite, self.recipe.base + ".out")
        wanted = open(path, "rb").read() if os.path.exists(path) else b""
        if output == wanted:
            return PASSED
        got, want = output.decode("utf-8", "replace").splitlines(), wanted.decode("utf-8", "replace").splitlines()
        for number, (left, right) in enumerate(zip(got, want), 1):
            if left != right:
                return failed("output", f"line {number} is {left!r}, want {right!r}", "\n".join(got))
        extra = got[len(want):]
        if extra:
            return failed("output", f"line {len(want) + 1} is too many: {extra[0]!r}", "\n".join(got))
        return failed("output", f"line {len(got) + 1} is missing: {want[len(got)]!r}" if len(want) > len(got)
                      else "line ends differ", "\n".join(got))

    def run_program(self, operands, cwd, arguments=(), flags=None):
        return self.gossamer.run([*operands, *arguments], cwd, self.recipe.environment,
                                 self.flags if flags is None else flags, self.recipe.seconds)

    def run(self):
        ended = self.run_program([self.recipe.path], self.suite, self.recipe.arguments)
        return self.judge_run(ended, self.recipe.text)

    buildrun = run

    def generated(self):
        """The Go file that the test writes, or the verdict on why there is none."""
        ended = self.run_program([self.recipe.path], self.suite, self.recipe.arguments)
        verdict = stopped_early(ended)
        if not verdict and (ended.how != "returned" or ended.status != 0):
            verdict = self.judge_run(ended, "")
        if verdict:
            verdict.cause = "the generator: " + verdict.cause
            return None, verdict
        path = os.path.join(self.scratch, "tmp__.go")
        with open(path, "wb") as file:
            file.write(ended.output)
        missing = missing_import(imports_of(ended.text), self.library)
        return path, Verdict("not applicable", cause=missing) if missing else None

    def runoutput(self):
        path, verdict = self.generated()
        return verdict or self.judge_run(self.run_program([path], self.suite), read(path))

    # Compiling only

    def judge_lowered(self, ended):
        early = stopped_early(ended)
        if early or ended.status == 0:
            return early or PASSED
        found = messages.messages_in(ended.text)
        return rejected(ended) if found else failed("unlowered", first_line(ended.text), ended.text)

    def compile(self):
        return self.judge_lowered(self.gossamer.lower([self.recipe.path], self.suite, self.compile_flags))

    def build(self):
        return self.judge_lowered(self.gossamer.lower([self.recipe.path], self.suite, self.flags))

    # Messages

    def judge_messages(self, ended, operand, sources, wants_error):
        early = stopped_early(ended)
        if early:
            return early
        problems = messages.compare(with_short_names(ended.text, operand), sources)
        if not problems and wants_error and ended.status != 1:
            problems = [f"accepted (exit status {ended.status})"]
        if not problems and not wants_error and ended.status != 0:
            problems = ["rejected: " + first_line(ended.text)]
        return failed("messages", problems[0], "\n".join([*problems, "", ended.text])) if problems else PASSED

    def errorcheck(self):
        ended = self.gossamer.check([self.recipe.path], self.suite, self.compile_flags, "-e=0" not in self.recipe.flags)
        return self.judge_messages(ended, self.recipe.path, {os.path.basename(self.recipe.path): self.recipe.text},
                                   self.recipe.wants_error)

    errorcheckwithauto = errorcheck

    def errorcheckoutput(self):
        path, verdict = self.generated()
        return verdict or self.judge_messages(self.gossamer.check([path], self.suite, self.compile_flags), path,
                                              {"tmp__.go": read(path)}, self.recipe.wants_error)

    # Folders

    def module(self):
        found = packages.packages_of(self.folder, self.recipe.file_a_package)
        version = self.recipe.value_of("-lang").removeprefix("go") or "1.26"
        packages.lay_out(self.folder, found, self.scratch, version)
        return found

    def lower_each(self, found):
        for package in found:
            verdict = self.judge_lowered(self.gossamer.lower([package.folder], self.scratch, ["--incomplete"]))
            if verdict.state != "passed":
                return verdict
        return PASSED

    def compiledir(self):
        return self.lower_each(self.module())

    def check_each(self, found, position_of_error):
        """All packages in turn; the one at this position (from the end) must be rejected if the test wants an error."""
        for position, package in enumerate(found):
            wants_error = self.recipe.wants_error and position == len(found) + position_of_error
            sources = {name: read(os.path.join(package.folder, name)) for name in package.files}
            ended = self.gossamer.check([package.folder], self.scratch, ["--incomplete"])
            verdict = self.judge_messages(ended, package.folder, sources, wants_error)
            if verdict.state != "passed":
                return verdict
        return PASSED

    def errorcheckdir(self):
        return self.check_each(self.module(), -1)

    def errorcheckandrundir(self):
        found = self.module()
        verdict = self.check_each(found, -2)
        return verdict if verdict.state != "passed" else self.run_last(found)

    def run_last(self, found):
        text = "".join(read(os.path.join(found[-1].folder, name)) for name in found[-1].files)
        ended = self.run_program([found[-1].folder], self.scratch, self.recipe.arguments, flags=["--incomplete"])
        return self.judge_run(ended, text)

    def rundir(self):
        return self.run_last(self.module())

    def runindir(self):
        """The folder as it is, as a module of its own name."""
        name = os.path.basename(self.folder)
        root = os.path.join(self.scratch, name)
        shutil.copytree(self.folder, root)
        packages.write(os.path.join(root, "go.mod"), f"module {name}\n\ngo {self.recipe.module_version or '1.14'}\n")
        ended = self.run_program(["."], root)
        text = "".join(read(os.path.join(root, each)) for each in os.listdir(root) if each.endswith(".go"))
        return self.judge_run(ended, text)

    def go_files(self):
        return [os.path.join(self.folder, name) for name in sorted(os.listdir(self.folder)) if name.endswith(".go")]

    def builddir(self):
        return self.judge_lowered(self.gossamer.lower(self.go_files(), self.scratch))

    def buildrundir(self):
        return self.judge_run(self.run_program(self.go_files(), self.scratch), "".join(map(read, self.go_files())))


def run_test(recipe, suite, gossamer, library):
    with tempfile.TemporaryDirectory(prefix="gossamer-conformance-") as scratch:
        return Test(recipe, suite, gossamer, library, scratch).verdict()
