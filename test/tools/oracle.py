"""Compares what gossamer prints with what real Go prints, for every valid program of the tests and examples.

Programs whose outcome is meant to vary carry `// ORACLE: skip (reason)`; standard output and exit status must agree otherwise.
Without a Go on the machine nothing is compared; a program named as a file is still run and must succeed.
usage: oracle.py [FILE.go | filter]
"""
import concurrent.futures
import difflib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ATTEMPTS = 4  # programs that measure real time disagree on a busy machine, with themselves too
SKIP = re.compile(r"// ORACLE: skip \((.+)\)")
GOSSAMER = os.environ.get("GOSSAMER", os.path.join(ROOT, "build", "dev", "bin", "gossamer"))


def programs(wanted):
    for folder in ("test", "examples"):
        for where, folders, files in os.walk(os.path.join(ROOT, folder)):
            folders[:] = [name for name in folders if name not in ("inputs", "embed")]
            for name in sorted(files):
                path = os.path.join(where, name)
                if name.endswith(".go") and wanted in path:
                    text = open(path, encoding="utf-8", errors="replace").read()
                    runs = folder == "examples" or re.search(r"// RUN:.*(%matrix|%oracle|%gossamer run) %s", text)
                    if runs and "func main()" in text:
                        yield path, text


def outcome_of(command, environment):
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                               env=environment, start_new_session=True)
    try:
        output = process.communicate(timeout=120)[0]
        return process.returncode, output
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # with what it has started, which holds the pipe open
        process.communicate()
        return "timeout", b""


def compare(path, text):
    skip = SKIP.search(text)
    if skip:
        return path, "skipped", skip.group(1)
    environment = dict(os.environ, GOFLAGS="-mod=mod", GO111MODULE="off", TZ="UTC",
                       GODEBUG="panicnil=0,asynctimerchan=0")  # what a module of the newest Go gets
    with tempfile.TemporaryDirectory() as scratch:
        binary = os.path.join(scratch, "program")
        built = subprocess.run(["go", "build", "-o", binary, path], capture_output=True, text=True, env=environment)
        if built.returncode:
            return path, "differs", "real Go rejects it:\n" + built.stderr
        for _ in range(ATTEMPTS):
            outcomes = [outcome_of(command, environment) for command in ([binary], [GOSSAMER, "run", path])]
            if outcomes[0] == outcomes[1]:
                return path, "agrees", ""
    texts = [outcome[1].decode(errors="replace").splitlines() for outcome in outcomes]
    lines = list(difflib.unified_diff(*texts, "go", "gossamer", lineterm="", n=0))[:20]
    return path, "differs", "\n".join([f"exit status {outcomes[0][0]} and {outcomes[1][0]}", *lines])


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    names_file = os.path.isfile(wanted)
    if not shutil.which("go"):
        print("oracle: skipped, there is no Go on this machine")
        sys.exit(subprocess.run([GOSSAMER, "run", wanted], stdout=subprocess.DEVNULL).returncode if names_file else 0)
    chosen = [(wanted, open(wanted, encoding="utf-8").read())] if names_file else programs(wanted)
    counts = {"agrees": 0, "differs": 0, "skipped": 0}
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for path, outcome, reason in pool.map(lambda each: compare(*each), chosen):
            counts[outcome] += 1
            if outcome != "agrees":
                print(f"{outcome}: {os.path.relpath(path, ROOT)}: {reason}")
    print(f"oracle: {counts['agrees']} agree, {counts['differs']} differ, {counts['skipped']} skipped")
    sys.exit(1 if counts["differs"] else 0)


main()
