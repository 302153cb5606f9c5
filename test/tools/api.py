"""Lists what the library lacks of the packages it has, or declares differently, as gossamer says of programs that use every
exported name (api.go writes them from real Go's sources). Without a Go on the machine nothing is listed.
usage: api.py KNOWN [PACKAGE...]: compares with the file KNOWN; exits 1 if they differ
"""
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile

TOOLS = os.path.dirname(os.path.abspath(__file__))
STDLIB = os.path.join(os.path.dirname(os.path.dirname(TOOLS)), "stdlib")
GOSSAMER = os.environ.get("GOSSAMER", os.path.join(os.path.dirname(STDLIB), "build", "dev", "bin", "gossamer"))
LEFT_OUT = {"syscall"}  # the host's door: of the system's calls it has what package os needs


def packages():
    for folder, _, files in os.walk(STDLIB):
        path = os.path.relpath(folder, STDLIB)
        if any(name.endswith(".go") for name in files) and "internal" not in path.split("/") and path not in LEFT_OUT:
            yield path


def missing(folder, path):
    program = os.path.join(folder, path.replace("/", "_") + ".go")
    done = subprocess.run([GOSSAMER, "check", "-e", program], capture_output=True, text=True, timeout=120)
    lines = set()
    for line in (done.stdout + done.stderr).splitlines():
        found = re.match(r"\S+?:\d+:\d+: (.*)", line)
        if found:
            text = re.sub(r"\b(\w+)_\d+\.", r"\1.", found.group(1))
            lines.add(f"{path}: {text}")
        elif not line.startswith("\t"):
            lines.add(f"{path}: {line}")
    return lines


def main():
    if not shutil.which("go"):
        print("api: skipped, there is no Go on this machine")
        return 0
    wanted = sys.argv[2:] or sorted(packages())
    with tempfile.TemporaryDirectory() as folder:
        made = subprocess.run(["go", "run", os.path.join(TOOLS, "api.go"), folder, *wanted], capture_output=True, text=True)
        if made.returncode or made.stderr:
            print(made.stderr)
            return 1
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            found = set().union(*pool.map(lambda path: missing(folder, path), wanted))
    with open(sys.argv[1], encoding="utf-8") as file:
        known = {line for line in file.read().splitlines() if line and not line.startswith("#")}
    known = {line for line in known if line.split(":")[0] in wanted}
    for line in sorted(found - known):
        print("not in the list:", line)
    for line in sorted(known - found):
        print("no longer so:", line)
    print(f"api: {len(wanted)} packages, {len(found)} differences")
    return 1 if found != known else 0


sys.exit(main())
