"""The list of known failures: a line each, `path: failure: reason`; # begins a comment."""
import os

HEAD = """# Tests of Go's suite that fail, one a line: path: how it fails: why. `./dev conformance --update` rewrites the list and keeps
# the reasons; a test that fails in another way than it says here, or no longer, makes ./dev conformance fail.
"""


def load(path):
    known = {}
    for line in open(path, encoding="utf-8") if os.path.exists(path) else []:
        if line.strip() and not line.startswith("#"):
            name, failure, reason = (part.strip() for part in line.split(":", 2))
            known[name] = (failure, reason)
    return known


def compare(known, verdicts):
    """What the list does not say: a line for each path."""
    problems = {}
    for path, verdict in sorted(verdicts.items()):
        if verdict.state == "failed" and path not in known:
            problems[path] = (f"{path} fails ({verdict.failure}: {verdict.cause}) and is not a known failure")
        elif verdict.state == "failed" and known[path][0] != verdict.failure:
            problems[path] = (f"{path} fails otherwise than known ({verdict.failure}: {verdict.cause}; known: {known[path][0]})")
        elif verdict.state != "failed" and path in known:
            problems[path] = f"{path} is a known failure and now {verdict.state}"
    return problems


def update(path, known, verdicts):
    for name, verdict in verdicts.items():
        if verdict.state != "failed":
            known.pop(name, None)
        elif known.get(name, ("",))[0] != verdict.failure:
            known[name] = (verdict.failure, verdict.cause)
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEAD + "\n" + "".join(f"{name}: {failure}: {reason}\n" for name, (failure, reason) in sorted(known.items())))
