"""Compares what gossamer prints with what real Go prints, for every valid program of the tests and examples.

Programs whose outcome is meant to vary carry `// ORACLE: skip (reason)`; standard output and exit status must agree otherwise.
usage: oracle.py [filter]
"""
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
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
                    runs = folder == "examples" or re.search(r"// RUN:.*(%matrix|%gossamer run) %s", text)
                    if runs and "func main()" in text:
                        yield path, text


def compare(path, text):
    skip = SKIP.search(text)
    if skip:
        return path, "skipped", skip.group(1)
    environment = dict(os.environ, GOFLAGS="-mod=mod", GO111MODULE="off", TZ="UTC")
    with tempfile.TemporaryDirectory() as scratch:
        binary = os.path.join(scratch, "program")
        built = subprocess.run(["go", "build", "-o", binary, path], capture_output=True, text=True, env=environment)
        if built.returncode:
            return path, "differs", "real Go rejects it:\n" + built.stderr
        outcomes = []
        for command in ([binary], [GOSSAMER, "run", path]):
            try:
                done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=environment, timeout=120)
                outcomes.append((done.returncode, done.stdout))
            except subprocess.TimeoutExpired:
                outcomes.append(("timeout", b""))
    if outcomes[0] == outcomes[1]:
        return path, "agrees", ""
    return path, "differs", f"go: {outcomes[0]}\ngossamer: {outcomes[1]}"


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    if subprocess.run(["sh", "-c", "command -v go"], capture_output=True).returncode:
        print("oracle: skipped, there is no Go on this machine")
        return
    counts = {"agrees": 0, "differs": 0, "skipped": 0}
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for path, outcome, reason in pool.map(lambda each: compare(*each), programs(wanted)):
            counts[outcome] += 1
            if outcome != "agrees":
                print(f"{outcome}: {os.path.relpath(path, ROOT)}: {reason}")
    print(f"oracle: {counts['agrees']} agree, {counts['differs']} differ, {counts['skipped']} skipped")
    sys.exit(1 if counts["differs"] else 0)


main()
