"""Compares a compiler's messages with the comments that want them.

`// ERROR "rx" "rx2"` (also GC_ERROR) wants, for each regular expression in turn, messages on its line that match; what
one takes the next does not see. `// ERRORAUTO "rx"` wants a message without a place, which Gossamer never gives. A line
with `////` wants nothing. LINE, LINE+n and LINE-n in an expression stand for file:line. Every message in these files must
have been wanted.
"""
import os
import re
from dataclasses import dataclass

WANTED = re.compile(r"// (?:GC_)?ERROR(AUTO)? (.*)")
QUOTED = re.compile(r'"([^"]*)"')
LINE = re.compile(r"LINE(?:([+-])(\d+))?")
MESSAGE = re.compile(r"^(?P<file>[^\s:][^:]*):(?P<line>\d+)(?::\d+)?: (?P<text>.*)$")


@dataclass(eq=False)
class Message:
    file: str
    line: int
    text: str

    def __str__(self):
        return f"{self.file}:{self.line}: {self.text.splitlines()[0]}"


def messages_in(text):
    found = []
    for line in text.splitlines():
        match = MESSAGE.match(line)
        if match:
            found.append(Message(os.path.basename(match["file"]), int(match["line"]), match["text"]))
        elif line.startswith("\t") and found:
            found[-1].text += "\n" + line
    return found


def wanted_in(file, text):
    """(line, expression, is without a place) for everything the comments of a file want."""
    wanted = []
    for number, line in enumerate(text.split("\n"), 1):
        match = None if "////" in line else WANTED.search(line)
        if match:
            def place(found, number=number):
                return f"{file}:{number + int((found[1] or '+') + (found[2] or '0'))}"
            wanted += [(number, LINE.sub(place, quoted), bool(match[1])) for quoted in QUOTED.findall(match[2])]
    return wanted


def compare(output, sources):
    """What is wrong with the messages in `output`, a line each, given the texts of the sources by file name."""
    left = messages_in(output)
    problems = []
    for file, text in sources.items():
        for number, expression, placeless in wanted_in(file, text):
            here = [] if placeless else [each for each in left if (each.file, each.line) == (file, number)]
            matching = [each for each in here if re.search(expression, each.text)]
            if not here:
                problems.append(f"{file}:{number}: missing: {expression}")
            elif not matching:
                problems.append(f"{file}:{number}: no match for {expression!r} in {here[0].text.splitlines()[0]!r}")
            left = [each for each in left if each not in matching]
    return problems + [f"unexpected: {each}" for each in left if each.file in sources]
