// Package os is what a program knows of and does to its surroundings, as far as the VM's host allows it.
package os

import "syscall"

// Args holds the program's name and arguments.
var Args = syscall.Arguments()

// Exit ends the program at once: deferred functions are not run.
func Exit(code int) { syscall.Exit(code) }

func Getenv(key string) string {
	value, _ := syscall.Getenv(key)
	return value
}

// LookupEnv returns a variable of the environment, and whether it is set.
func LookupEnv(key string) (string, bool) { return syscall.Getenv(key) }

func Setenv(key, value string) error { return NewSyscallError("setenv", syscall.Setenv(key, value)) }
func Unsetenv(key string) error      { return syscall.Unsetenv(key) }
func Clearenv()                      { syscall.Clearenv() }
func Environ() []string              { return syscall.Environ() }

// ExpandEnv replaces $var and ${var} by variables of the environment.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand replaces $var and ${var} by what mapping returns for var. A '$' that begins neither is dropped only together
// with the braces behind it.
func Expand(s string, mapping func(string) string) string {
	var out []byte
	done := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '$' || i+1 == len(s) {
			continue
		}
		out = append(out, s[done:i]...)
		name, width := variableName(s[i+1:])
		switch {
		case name != "":
			out = append(out, mapping(name)...)
		case width == 0:
			out = append(out, '$')
		}
		i += width
		done = i + 1
	}
	if done == 0 {
		return s
	}
	return string(append(out, s[done:]...))
}

// variableName reads the name behind a '$' and says how many bytes it takes, braces included. The name is "" if there is
// none; the width then covers what is malformed.
func variableName(s string) (name string, width int) {
	if s[0] == '{' {
		if len(s) > 2 && isSpecialVariable(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if isSpecialVariable(s[0]) {
		return s[:1], 1
	}
	i := 0
	for i < len(s) && isNameByte(s[i]) {
		i++
	}
	return s[:i], i
}

func isSpecialVariable(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

func isNameByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func Getpid() int      { return syscall.Getpid() }
func Getppid() int     { return syscall.Getppid() }
func Getuid() int      { return syscall.Getuid() }
func Geteuid() int     { return syscall.Geteuid() }
func Getgid() int      { return syscall.Getgid() }
func Getegid() int     { return syscall.Getegid() }
func Getpagesize() int { return syscall.Getpagesize() }

func Hostname() (name string, err error) {
	name, err = syscall.Hostname()
	return name, NewSyscallError("uname", err)
}

func Getwd() (dir string, err error) {
	dir, err = syscall.Getwd()
	return dir, NewSyscallError("getwd", err)
}

func Chdir(dir string) error {
	if err := syscall.Chdir(dir); err != nil {
		return &PathError{Op: "chdir", Path: dir, Err: err}
	}
	return nil
}

// Executable returns the path of what runs the program.
func Executable() (string, error) {
	path, err := syscall.ReadLink("/proc/self/exe")
	if err != nil {
		return "", &PathError{Op: "readlink", Path: "/proc/self/exe", Err: err}
	}
	return path, nil
}

func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", missing("$HOME is not defined")
}

func UserCacheDir() (string, error)  { return userDir("XDG_CACHE_HOME", ".cache") }
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", ".config") }

func userDir(variable, below string) (string, error) {
	if dir := Getenv(variable); dir != "" {
		if dir[0] != '/' {
			return "", missing("path in $" + variable + " is relative")
		}
		return dir, nil
	}
	home := Getenv("HOME")
	if home == "" {
		return "", missing("neither $" + variable + " nor $HOME are defined")
	}
	return home + "/" + below, nil
}

type missing string

func (m missing) Error() string { return string(m) }

// A Signal is something the system may tell a process.
type Signal interface {
	String() string
	Signal()
}

var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)
