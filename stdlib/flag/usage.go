package flag

import (
	"fmt"
	"reflect"
	"strings"
)

// PrintDefaults prints every flag with its usage and, unless it is the zero value, its default.
func (f *FlagSet) PrintDefaults() {
	var failures []string
	f.VisitAll(func(flag *Flag) {
		var line strings.Builder
		line.WriteString("  -" + flag.Name)
		kind, usage := UnquoteUsage(flag)
		if kind != "" {
			line.WriteString(" " + kind)
		}
		if line.Len() <= len("  -x") {
			line.WriteString("\t") // short enough for one line
		} else {
			line.WriteString("\n    \t")
		}
		line.WriteString(strings.ReplaceAll(usage, "\n", "\n    \t"))
		zero, failure := isZero(flag)
		if failure != "" {
			failures = append(failures, failure)
		} else if !zero {
			verb := " (default %v)"
			if _, ok := flag.Value.(*stringValue); ok {
				verb = " (default %q)"
			}
			fmt.Fprintf(&line, verb, flag.DefValue)
		}
		fmt.Fprintln(f.Output(), line.String())
	})
	if len(failures) > 0 {
		fmt.Fprintln(f.Output())
		for _, failure := range failures {
			fmt.Fprintln(f.Output(), failure)
		}
	}
}

// isZero reports whether a flag's default reads as the zero value of its type, or how asking failed.
func isZero(flag *Flag) (zero bool, failure string) {
	t := reflect.TypeOf(flag.Value)
	pointee := t
	var v reflect.Value
	if t.Kind() == reflect.Pointer {
		pointee = t.Elem()
		v = reflect.New(pointee)
	} else {
		v = reflect.Zero(t)
	}
	defer func() {
		if e := recover(); e != nil {
			failure = fmt.Sprintf("panic calling String method on zero %v for flag %s: %v", pointee, flag.Name, e)
		}
	}()
	return flag.DefValue == v.Interface().(Value).String(), ""
}

// UnquoteUsage takes a name in back quotes out of a flag's usage; without one, the name tells the type, and is "" for
// bools.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	if before, rest, ok := strings.Cut(flag.Usage, "`"); ok {
		if name, after, ok := strings.Cut(rest, "`"); ok {
			return name, before + name + after
		}
	}
	switch v := flag.Value.(type) {
	case boolFlag:
		if v.IsBoolFlag() {
			return "", flag.Usage
		}
	case *durationValue:
		return "duration", flag.Usage
	case *float64Value:
		return "float", flag.Usage
	case *intValue, *int64Value:
		return "int", flag.Usage
	case *stringValue:
		return "string", flag.Usage
	case *uintValue, *uint64Value:
		return "uint", flag.Usage
	}
	return "value", flag.Usage
}
