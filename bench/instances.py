"""What an instance of a generic function costs: CPU time and memory of programs that call one instance N times against programs
that call N instances once each, types and calls being as many.
usage: instances.py [GOSSAMER [N]]
"""
import os
import subprocess
import sys
import tempfile

# Twelve lines with a loop, appends and a call of a func value; {extra} makes the code depend on the type itself.
FUNCTION = '''
func pick[T any](items []T, keep func(T) bool) []T {{
	var out []T
	for i, x := range items {{
		if i < 100 && keep(x) {{
			out = append(out, x)
		}} else if len(out) > 3 {{
			break
		}}
	}}
	for len(out) < len(items) {{
		var zero T
		out = append(out, zero)
	}}
{extra}	return out[:len(items)]
}}
'''
BY_TYPE = '''	if _, ok := any(out).(error); ok {
		return nil
	}
'''


def program(count, several, extra):
    lines = ["package main", FUNCTION.format(extra=extra)]
    for i in range(count):
        lines.append(f"type t{i} struct {{ a, b int; s string }}")
    for part in range(0, count, 50):
        lines.append(f"func part{part}() {{")
        for i in range(part, min(part + 50, count)):
            t = f"t{i if several else part}"
            lines.append(f"\tpick([]{t}{{{{}}, {{}}}}, func({t}) bool {{ return true }})")
        lines.append("}")
    calls = "\n".join(f"\tpart{p}()" for p in range(0, count, 50))
    return "\n".join(lines) + f"\nfunc main() {{\n{calls}\n}}\n"


def measure(gossamer, source):
    """Least CPU seconds and most KB of five runs."""
    with tempfile.NamedTemporaryFile("w", suffix=".go", delete=False) as file:
        file.write(source)
    try:
        seconds, kilobytes = [], []
        for _ in range(5):
            child = subprocess.Popen([gossamer, "run", file.name])
            _, status, usage = os.wait4(child.pid, 0)
            if status:
                raise SystemExit(f"instances: the program failed ({status})")
            seconds.append(usage.ru_utime + usage.ru_stime)
            kilobytes.append(usage.ru_maxrss)
        return min(seconds), min(kilobytes)
    finally:
        os.unlink(file.name)


def main():
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    gossamer = sys.argv[1] if len(sys.argv) > 1 else os.path.join(root, "build", "release", "bin", "gossamer")
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    for name, extra in (("shared", ""), ("by type", BY_TYPE)):
        one = measure(gossamer, program(count, False, extra))
        many = measure(gossamer, program(count, True, extra))
        instances = count - (count + 49) // 50
        print(f"{name:8} {(many[0] - one[0]) / instances * 1e6:7.1f} µs {(many[1] - one[1]) * 1024 / instances:7.0f} bytes an instance")


if __name__ == "__main__":
    main()
