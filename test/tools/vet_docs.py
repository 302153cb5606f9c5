"""Writes what the man page and the completions say about the analyzers of gossamer vet, from frontend/vet/Analyzers.def.

usage: vet_docs.py          writes
       vet_docs.py --check  fails if something would change
"""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ROW = re.compile(r'^GOSSAMER_ANALYZER\(\w+, "(\w+)", "(.*)"\)$', re.M)


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as source:
        return source.read()


def between(text, begin, end, new):
    """What stands between the line that holds `begin` and the next one that holds `end`."""
    pattern = re.compile(r"(^[^\n]*" + re.escape(begin) + r"[^\n]*\n).*?(^[^\n]*" + re.escape(end) + r")", re.S | re.M)
    replaced, count = pattern.subn(lambda match: match.group(1) + new + match.group(2), text)
    if count != 1:
        sys.exit(f"vet_docs: {count} places between {begin!r} and {end!r}")
    return replaced


def main():
    rows = ROW.findall(read("frontend/vet/Analyzers.def"))
    if not rows or [name for name, _ in rows] != sorted(name for name, _ in rows):
        sys.exit("vet_docs: the analyzers are not sorted by name")
    man = "".join(f".TP\n.B {name}\n{doc}\n" for name, doc in rows)
    bash = "".join(f"      --{name}\n" for name, _ in rows)
    zsh = "".join(f"    '--{name}[{doc.replace(chr(39), '')}]'\n" for name, doc in rows)
    files = {
        "docs/gossamer.1": between(read("docs/gossamer.1"), ".SH ANALYZERS", ".SH EXIT STATUS", man),
        "completions/gossamer.bash": between(read("completions/gossamer.bash"), "analyzers=(", "    )", bash),
        "completions/_gossamer": between(read("completions/_gossamer"), "analyzers=(", "  )", zsh),
    }
    for path, text in files.items():
        if text == read(path):
            continue
        if "--check" in sys.argv:
            sys.exit(f"vet_docs: {path} does not list the analyzers as Analyzers.def does; run test/tools/vet_docs.py")
        with open(os.path.join(ROOT, path), "w", encoding="utf-8") as out:
            out.write(text)


main()
