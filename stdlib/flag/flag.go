// Package flag parses flags of a command line: -name, -name=value, -name value (not for bools), with one dash or two. They
// end before the first argument that is none, or at "--".
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sort"
	"strings"
)

// ErrHelp is what Parse gives if -help or -h is used but not defined.
var ErrHelp = errors.New("flag: help requested")

// ErrorHandling says what Parse does when it fails.
type ErrorHandling int

const (
	ContinueOnError ErrorHandling = iota // return the error
	ExitOnError                          // os.Exit(2), or 0 where help was asked for
	PanicOnError                         // panic with the error
)

// A Flag is a flag that is defined.
type Flag struct {
	Name     string // as on the command line
	Usage    string // help
	Value    Value  // as set
	DefValue string // the default, as text for help
}

// A FlagSet is a set of flags that are defined. Names are unique in it.
type FlagSet struct {
	// Usage is called when parsing fails; if nil, the set's name and PrintDefaults are printed.
	Usage func()

	name     string
	parsed   bool
	defined  map[string]*Flag
	set      map[string]*Flag
	tooEarly map[string]string // names given to Set before they were defined, and where
	args     []string          // behind the flags
	handling ErrorHandling
	output   io.Writer // nil: standard error
}

// CommandLine is the set of the flags of the program's arguments, on which the functions of this package work.
var CommandLine = newCommandLine()

// Usage prints what the flags of the command line are; it is called when parsing them fails.
var Usage = func() {
	fmt.Fprintf(CommandLine.Output(), "Usage of %s:\n", os.Args[0])
	PrintDefaults()
}

func newCommandLine() *FlagSet {
	name := ""
	if len(os.Args) > 0 {
		name = os.Args[0]
	}
	return NewFlagSet(name, ExitOnError)
}

// In the variable's initializer this would be a cycle. The function looks at Usage when it is called: it may change.
func init() {
	CommandLine.Usage = func() { Usage() }
}

// NewFlagSet returns an empty set with a name for help and errors.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	return &FlagSet{name: name, handling: errorHandling}
}

// Init sets the name and the handling of errors.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name = name
	f.handling = errorHandling
}

// Name returns the set's name.
func (f *FlagSet) Name() string { return f.name }

// Output returns where help and errors go.
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

// SetOutput sets where help and errors go; nil stands for standard error.
func (f *FlagSet) SetOutput(output io.Writer) { f.output = output }

// ErrorHandling returns how errors are handled.
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.handling }

// VisitAll calls fn for every flag, by name.
func (f *FlagSet) VisitAll(fn func(*Flag)) { visit(f.defined, fn) }

// Visit calls fn for every flag that has been set, by name.
func (f *FlagSet) Visit(fn func(*Flag)) { visit(f.set, fn) }

func visit(flags map[string]*Flag, fn func(*Flag)) {
	names := make([]string, 0, len(flags))
	for name := range flags {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fn(flags[name])
	}
}

// Lookup returns the flag of that name, or nil.
func (f *FlagSet) Lookup(name string) *Flag { return f.defined[name] }

// Set sets the flag of that name.
func (f *FlagSet) Set(name, value string) error { return f.setAt(name, value, 2) }

// setAt sets a flag, or notes where that was tried too early: in the caller that many frames up.
func (f *FlagSet) setAt(name, value string, depth int) error {
	flag, ok := f.defined[name]
	if !ok {
		if _, file, line, ok := runtime.Caller(depth); ok {
			if f.tooEarly == nil {
				f.tooEarly = make(map[string]string)
			}
			f.tooEarly[name] = fmt.Sprintf("%s:%d", file, line)
		}
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	f.mark(flag)
	return nil
}

func (f *FlagSet) mark(flag *Flag) {
	if f.set == nil {
		f.set = make(map[string]*Flag)
	}
	f.set[flag.Name] = flag
}

// Var defines a flag whose value goes to value.
func (f *FlagSet) Var(value Value, name string, usage string) {
	if strings.HasPrefix(name, "-") {
		panic(f.complain("flag %q begins with -", name))
	}
	if strings.Contains(name, "=") {
		panic(f.complain("flag %q contains =", name))
	}
	if _, exists := f.defined[name]; exists {
		if f.name == "" {
			panic(f.complain("flag redefined: %s", name))
		}
		panic(f.complain("%s flag redefined: %s", f.name, name))
	}
	if where := f.tooEarly[name]; where != "" {
		panic(fmt.Sprintf("flag %s set at %s before being defined", name, where))
	}
	if f.defined == nil {
		f.defined = make(map[string]*Flag)
	}
	f.defined[name] = &Flag{name, usage, value, value.String()}
}

// complain prints a line and returns it.
func (f *FlagSet) complain(format string, args ...any) string {
	text := fmt.Sprintf(format, args...)
	fmt.Fprintln(f.Output(), text)
	return text
}

// Parse reads flags from the arguments, which do not include the program's name.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		more, err := f.parseOne()
		if err != nil {
			switch f.handling {
			case ExitOnError:
				if err == ErrHelp {
					os.Exit(0)
				}
				os.Exit(2)
			case PanicOnError:
				panic(err)
			}
			return err
		}
		if !more {
			return nil
		}
	}
}

// Parsed reports whether Parse has been called.
func (f *FlagSet) Parsed() bool { return f.parsed }

// parseOne reads one flag, if there is one.
func (f *FlagSet) parseOne() (found bool, err error) {
	if len(f.args) == 0 {
		return false, nil
	}
	word := f.args[0]
	if len(word) < 2 || word[0] != '-' {
		return false, nil
	}
	if word == "--" {
		f.args = f.args[1:]
		return false, nil
	}
	text := strings.TrimPrefix(word[1:], "-")
	if text == "" || text[0] == '-' || text[0] == '=' {
		return false, f.fail("bad flag syntax: %s", word)
	}
	f.args = f.args[1:]
	name, value, hasValue := strings.Cut(text, "=")
	flag, ok := f.defined[name]
	if !ok {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.fail("flag provided but not defined: -%s", name)
	}
	if b, ok := flag.Value.(boolFlag); ok && b.IsBoolFlag() {
		if !hasValue {
			err = b.Set("true")
			if err != nil {
				return false, f.fail("invalid boolean flag %s: %v", name, err)
			}
		} else if err = b.Set(value); err != nil {
			return false, f.fail("invalid boolean value %q for -%s: %v", value, name, err)
		}
	} else {
		if !hasValue {
			if len(f.args) == 0 {
				return false, f.fail("flag needs an argument: -%s", name)
			}
			value, f.args = f.args[0], f.args[1:]
		}
		if err = flag.Value.Set(value); err != nil {
			return false, f.fail("invalid value %q for flag -%s: %v", value, name, err)
		}
	}
	f.mark(flag)
	return true, nil
}

// fail prints what is wrong and the usage, and returns it as an error.
func (f *FlagSet) fail(format string, args ...any) error {
	text := f.complain(format, args...)
	f.usage()
	return errors.New(text)
}

func (f *FlagSet) usage() {
	if f.Usage != nil {
		f.Usage()
		return
	}
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

// NFlag returns how many flags have been set.
func (f *FlagSet) NFlag() int { return len(f.set) }

// Arg returns argument i behind the flags, or "".
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

// NArg returns the number of arguments behind the flags.
func (f *FlagSet) NArg() int { return len(f.args) }

// Args returns the arguments behind the flags.
func (f *FlagSet) Args() []string { return f.args }
