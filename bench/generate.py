"""Writes a Go program of about N lines that looks like people's code and whose main calls every function, so that running it
parses, checks and compiles all of it.
usage: generate.py N > program.go
"""
import sys

FUNCTION = '''
type record{i} struct {{
	name  string
	count int
	items []float64
	next  *record{i}
}}

// add{i} folds the values into the record and reports how many were positive.
func (r *record{i}) add{i}(values []float64, scale float64) (positive int, err error) {{
	if r == nil || len(values) == 0 {{
		return 0, errEmpty
	}}
	for index, v := range values {{
		switch {{
		case v > 0:
			positive++
			r.items = append(r.items, v*scale)
		case v == 0:
			continue
		default:
			r.count -= index % {k}
		}}
	}}
	for n := r; n != nil; n = n.next {{
		n.count += positive << 1
		if n.count > {i} && n.name != "stop{i}" {{
			break
		}}
	}}
	return positive, nil
}}

func work{i}(input map[string]int) int {{
	r := &record{i}{{name: "r{i}", items: make([]float64, 0, 4)}}
	r.next = &record{i}{{name: "stop{i}", count: {k}}}
	total := 0
	visit := func(key string, n int) {{
		total += n*{k} + len(key)
	}}
	for key, n := range input {{
		visit(key, n)
	}}
	if positive, err := r.add{i}([]float64{{1.5, 0, -2, {i}}}, 0.5); err == nil {{
		total += positive
	}}
	return total + r.count
}}
'''


def main():
    lines = int(sys.argv[1])
    out = ['package main\n\nimport "errors"\n\nvar errEmpty = errors.New("empty")\n']
    count = max(1, lines // (FUNCTION.count("\n") + 1))
    out += [FUNCTION.format(i=i, k=i % 7 + 2) for i in range(count)]
    out.append("\nfunc main() {\n\tinput := map[string]int{\"a\": 1, \"bc\": 2}\n\ttotal := 0\n")
    out += [f"\ttotal += work{i}(input)\n" for i in range(count)]
    out.append("\tprintln(total)\n}\n")
    sys.stdout.write("".join(out))


main()
