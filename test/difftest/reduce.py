"""Delta debugging over the statements of a program's tree: halves, quarters, ... of every body, then bodies in place of what held them."""
import copy
import time

from tree import Program, Stmt, size

SECONDS = 120


def reduced(program, still_differs, seconds=SECONDS):
    """The smallest program found in the time for which `still_differs` holds."""
    deadline = time.monotonic() + seconds
    best = program
    while True:
        before = size(best.body)
        best = cut_once(best, still_differs, deadline)
        if size(best.body) == before or time.monotonic() > deadline:
            return best


def lists_of(statements):
    """Every body of the tree, outermost first, as a path of indices; longer ones before shorter ones of the same depth."""
    level, found = [((), statements)], []
    while level:
        level.sort(key=lambda item: -size(item[1]))
        found += [path for path, _ in level]
        level = [((*path, at, part), statement.parts[part]) for path, body in level for at, statement in enumerate(body)
                 for part in range(len(statement.parts)) if isinstance(statement.parts[part], list)]
    return found


def body_at(statements, path):
    for at, part in zip(path[::2], path[1::2]):
        statements = statements[at].parts[part]
    return statements


def changed(program, path, start, stop, replacement):
    body = copy.deepcopy(program.body)
    body_at(body, path)[start:stop] = replacement
    return Program(program.seed, program.head, body, program.counts)


def cut_once(best, still_differs, deadline):
    """One pass over all bodies."""
    position = 0
    while time.monotonic() < deadline:
        paths = lists_of(best.body)
        if position >= len(paths):
            return best
        path = paths[position]
        best = cut_body(best, path, still_differs, deadline)
        position += 1
    return best


def cut_body(best, path, still_differs, deadline):
    chunk = len(body_at(best.body, path))
    while chunk:
        at = len(body_at(best.body, path))
        while at > 0 and time.monotonic() < deadline:
            start = max(0, at - chunk)
            candidate = changed(best, path, start, at, [])
            if still_differs(candidate):
                best = candidate
            elif chunk == 1:
                best = flattened(best, path, start, still_differs)
            at = start
        chunk //= 2
    return best


def flattened(best, path, at, still_differs):
    """A statement replaced by what its bodies contain."""
    statement = body_at(best.body, path)[at]
    inside = [Stmt("{", body, "}") for body in statement.bodies() if body]
    if not path or not inside or statement.parts[0] == "{" and len(statement.parts) == 3:
        return best
    candidate = changed(best, path, at, at + 1, copy.deepcopy(inside))
    return candidate if still_differs(candidate) else best
