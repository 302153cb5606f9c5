"""What a run of the suite says: a table by folder and kind, the kinds' percentages, reasons, failures."""
from collections import Counter


def counts_of(verdicts, key):
    rows = {}
    for recipe, verdict in verdicts:
        rows.setdefault(key(recipe), Counter())[verdict.state] += 1
    return rows


def share(counter):
    applicable = counter["passed"] + counter["failed"]
    return f"{100 * counter['passed'] / applicable:.1f} %" if applicable else "–"


def row(name, kind, counter):
    return f"{name:24} {kind:20} {counter['passed']:7} {counter['failed']:7} {counter['not applicable']:7}  {share(counter):>8}"


def table(verdicts):
    lines = [f"{'folder':24} {'kind':20} {'passed':>7} {'failed':>7} {'n/a':>7}  {'of those that apply'}"]
    lines += [row(*key, counter) for key, counter in sorted(counts_of(verdicts, lambda r: (r.folder, r.kind)).items())]
    lines.append("")
    lines += [row("all", kind, counter) for kind, counter in sorted(counts_of(verdicts, lambda r: r.kind).items())]
    total = counts_of(verdicts, lambda r: "").get("", Counter())
    return "\n".join([*lines, "", row("all", "all", total)])


def reasons(verdicts):
    counter = Counter(verdict.cause for _, verdict in verdicts if verdict.state == "not applicable")
    return "\n".join(f"{count:6}  {reason}" for reason, count in sorted(counter.items(), key=lambda each: (-each[1], each[0])))


def failures(verdicts):
    return "\n".join(f"{recipe.path} ({recipe.kind}): {verdict.failure}: {verdict.cause}"
                     for recipe, verdict in verdicts if verdict.state == "failed")
