"""Times the interpreter on bench/programs against Lua 5.4, luajit -joff and, where there is one, real Go.

All peers of a program run in turn in every round, so that a machine that drifts drifts for all; figures are CPU seconds of
the whole process (user + system), medians over the rounds, and ratios to ours of the same rounds. Each peer's output must
equal the others'. Before them: what a start costs (hello world with fmt), and how fast the frontend is (`check` and `run` of a
generated program, whose functions are each compiled and run once).
usage: run.py [--gossamer BINARY] [--rounds N] [--json FILE] [FILTER]
"""
import argparse
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "programs")


def cpu_seconds(command, stderr=None):
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"bench: {' '.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, output, usage.ru_maxrss / 1024


def peers_of(name, gossamer, scratch):
    source = os.path.join(HERE, name)
    peers = {"gossamer": [gossamer, "run", source + ".go"]}
    if os.path.exists(source + ".lua"):
        peers["lua"] = ["lua5.4", source + ".lua"]
        peers["luajit -joff"] = ["luajit", "-joff", source + ".lua"]
    if shutil.which("go"):
        binary = os.path.join(scratch, name)
        subprocess.run(["go", "build", "-o", binary, source + ".go"], check=True, env=dict(os.environ, GO111MODULE="off"))
        peers["go"] = [binary]
    return peers


def frontend(gossamer, rounds, scratch):
    """Start-up and compilation: medians of CPU time, the resident peak, and lines a second."""
    hello = os.path.join(scratch, "hello.go")
    with open(hello, "w") as out:
        out.write('package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello") }\n')
    generated = os.path.join(scratch, "generated.go")
    with open(generated, "w") as out:
        subprocess.run([sys.executable, os.path.join(os.path.dirname(HERE), "generate.py"), "100000"], stdout=out, check=True)
    with open(generated) as text:
        lines = sum(1 for _ in text)
    jobs = {"hello": ([gossamer, "run", hello], 10 * rounds), "check": ([gossamer, "check", generated], rounds),
            "compile": ([gossamer, "run", generated], rounds)}
    record = {}
    for name, (command, times) in jobs.items():
        runs = [cpu_seconds(command, subprocess.DEVNULL) for _ in range(times)]
        seconds, peak = statistics.median(run[0] for run in runs), max(run[2] for run in runs)
        record[name] = {"seconds": seconds, "peak_mb": peak}
        row = f"{name:10} {seconds * 1000:7.1f}ms {peak:8.1f}"
        if name != "hello":
            record[name]["lines_per_second"] = lines / seconds
            row += f"{lines / seconds:13,.0f} lines/s"
        print(row, flush=True)
    return record


def geometric_mean(values):
    return math.exp(sum(map(math.log, values)) / len(values))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gossamer", default="build/release/bin/gossamer")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json")
    parser.add_argument("filter", nargs="?", default="")
    options = parser.parse_args()
    names = sorted(file[:-3] for file in os.listdir(HERE) if file.endswith(".go") and options.filter in file)
    ratios = {"lua": [], "luajit -joff": [], "go": []}
    record = {}
    print(f"{'':10} {'gossamer':>9} {'peak MB':>8}" + "".join(f"{'/ ' + peer:>16}" for peer in ratios))
    with tempfile.TemporaryDirectory() as scratch:
        if not options.filter:
            record["frontend"] = frontend(options.gossamer, options.rounds, scratch)
        for name in names:
            peers = peers_of(name, options.gossamer, scratch)
            times = {peer: [] for peer in peers}
            for _ in range(options.rounds):
                outputs = {}
                for peer, command in peers.items():
                    seconds, outputs[peer], peak = cpu_seconds(command)
                    times[peer].append(max(seconds, 0.001))
                    if peer == "gossamer":
                        memory = peak
                if len(set(outputs.values())) != 1:
                    sys.exit(f"bench: {name}: the peers print different things: {outputs}")
            row = f"{name:10} {statistics.median(times['gossamer']):8.3f}s {memory:8.1f}"
            record[name] = {"seconds": statistics.median(times["gossamer"]), "peak_mb": memory}
            for peer, all_ratios in ratios.items():
                if peer in times:
                    ratio = statistics.median(a / b for a, b in zip(times["gossamer"], times[peer]))
                    record[name][peer] = ratio
                    if os.path.exists(os.path.join(HERE, name + ".lua")):
                        all_ratios.append(ratio)
                    row += f"{ratio:16.2f}"
                else:
                    row += f"{'':>16}"
            print(row, flush=True)
    print(f"{'mean*':10} {'':9} {'':8}" + "".join(f"{geometric_mean(r):16.2f}" if r else f"{'':>16}" for r in ratios.values()))
    print("* geometric mean of the programs that have a Lua twin; a ratio below 1 means gossamer is faster")
    if options.json:
        with open(options.json, "w") as out:
            json.dump(record, out, indent=1)


main()
