// Package exec runs other programs. There is no shell: arguments are passed as they are.
package exec

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// ErrWaitDelay is what Wait gives for a program that ended well but left its pipes open for longer than WaitDelay.
var ErrWaitDelay = errors.New("exec: WaitDelay expired before I/O complete")

// ExitError is the failure of a program that ran.
type ExitError struct {
	*os.ProcessState

	// Stderr is the beginning and end of what it wrote to standard error, if Output did not have it elsewhere.
	Stderr []byte
}

func (e *ExitError) Error() string { return e.ProcessState.String() }

// A Cmd is a program to run. It can run only once.
type Cmd struct {
	Path string   // of the program; the only field that must be set
	Args []string // the first is the name it sees; empty: just the path
	Env  []string // nil: this process's; of a variable set twice the last counts
	Dir  string   // to run in; "": this process's

	// Standard input, output and error; nil is the null device. A *os.File is handed on; anything else is copied by a
	// goroutine, for which Wait waits. If Stdout and Stderr are the same, only one goroutine writes to it at a time.
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer

	ExtraFiles  []*os.File // descriptors 3, 4, …
	SysProcAttr *syscall.SysProcAttr

	Process      *os.Process      // once started
	ProcessState *os.ProcessState // once waited for
	Err          error            // of LookPath; Start gives it

	// With CommandContext: what is called when the context is done, by default Process.Kill.
	Cancel func() error

	// How long Wait waits, after the context is done or the process has ended, for what holds it up; 0: for ever.
	WaitDelay time.Duration

	ctx        context.Context
	childFiles []*os.File     // handed on and closed here once it has started
	ownFiles   []io.Closer    // our ends of pipes, to be closed by Wait
	copies     []func() error // to be run while it runs
	copyErrors chan error
	interrupt  chan error // what became of watching the context; nil if it is not watched
	ended      chan struct{}
	started    bool
	finished   bool
}

// Command returns a Cmd that runs a program, searched for by LookPath if its name has no slash.
func Command(name string, arg ...string) *Cmd {
	c := &Cmd{Path: name, Args: append([]string{name}, arg...)}
	if filepath.Base(name) == name {
		path, err := LookPath(name)
		if path != "" {
			c.Path = path
		}
		c.Err = err
	}
	return c
}

// CommandContext is Command with a context whose end kills the program.
func CommandContext(ctx context.Context, name string, arg ...string) *Cmd {
	if ctx == nil {
		panic("nil Context")
	}
	c := Command(name, arg...)
	c.ctx = ctx
	c.Cancel = func() error { return c.Process.Kill() }
	return c
}

// String describes the command for people.
func (c *Cmd) String() string {
	if c.Err != nil {
		return strings.Join(c.Args, " ")
	}
	words := []string{c.Path}
	if len(c.Args) > 1 {
		words = append(words, c.Args[1:]...)
	}
	return strings.Join(words, " ")
}

// Environ returns the environment the program gets.
func (c *Cmd) Environ() []string {
	env, _ := c.environ()
	return env
}

func (c *Cmd) environ() (env []string, err error) {
	env = c.Env
	if env == nil {
		env = os.Environ()
		if c.Dir != "" {
			if dir, failed := filepath.Abs(c.Dir); failed != nil {
				err = failed
			} else {
				env = append(env, "PWD="+dir)
			}
		}
	}
	return lastOfEach(env, &err), err
}

// lastOfEach drops all but the last of the entries for one variable.
func lastOfEach(env []string, err *error) []string {
	last := make(map[string]int, len(env))
	for i, entry := range env {
		if name, _, ok := strings.Cut(entry, "="); ok && name != "" {
			last[name] = i
		}
	}
	kept := make([]string, 0, len(env))
	for i, entry := range env {
		if strings.IndexByte(entry, 0) >= 0 {
			*err = errors.New("exec: environment variable contains NUL")
			continue
		}
		name, _, ok := strings.Cut(entry, "=")
		if !ok && entry == "" {
			continue
		}
		if !ok || name == "" || last[name] == i {
			kept = append(kept, entry)
		}
	}
	return kept
}

// Run starts the program and waits for it. The error is nil if it ran and its exit code is zero, an *ExitError if it ran and
// failed.
func (c *Cmd) Run() error {
	if err := c.Start(); err != nil {
		return err
	}
	return c.Wait()
}

// Start starts the program; Wait must follow.
func (c *Cmd) Start() error {
	if c.started {
		return errors.New("exec: already started")
	}
	c.started = true
	err := c.start()
	for _, f := range c.childFiles {
		f.Close()
	}
	c.childFiles = nil
	if err != nil {
		c.closeOwn()
	}
	return err
}

func (c *Cmd) start() error {
	if c.Path == "" && c.Err == nil {
		c.Err = errors.New("exec: no command")
	}
	if c.Err != nil {
		return c.Err
	}
	if c.Cancel != nil && c.ctx == nil {
		return errors.New("exec: command with a non-nil Cancel was not created with CommandContext")
	}
	if c.ctx != nil {
		select {
		case <-c.ctx.Done():
			return c.ctx.Err()
		default:
		}
	}
	files, err := c.standardFiles()
	if err != nil {
		return err
	}
	env, err := c.environ()
	if err != nil {
		return err
	}
	args := c.Args
	if len(args) == 0 {
		args = []string{c.Path}
	}
	attr := &os.ProcAttr{Dir: c.Dir, Files: append(files, c.ExtraFiles...), Env: env, Sys: c.SysProcAttr}
	if c.Process, err = os.StartProcess(c.Path, args, attr); err != nil {
		return err
	}
	c.copyErrors = make(chan error, len(c.copies))
	for _, work := range c.copies {
		go func() { c.copyErrors <- work() }()
	}
	if c.ctx != nil && c.ctx.Done() != nil && (c.Cancel != nil || c.WaitDelay != 0) {
		c.ended = make(chan struct{})
		c.interrupt = make(chan error, 1)
		go func() { c.interrupt <- c.watch() }()
	}
	return nil
}

// watch waits for the end of the process or of the context, which ends the process, and returns what Wait is to say of it.
func (c *Cmd) watch() error {
	select {
	case <-c.ended:
		return nil
	case <-c.ctx.Done():
	}
	var err error
	if c.Cancel != nil {
		switch failed := c.Cancel(); {
		case failed == nil:
			err = c.ctx.Err()
		case errors.Is(failed, os.ErrProcessDone): // it ended by itself
		default:
			err = failed
		}
	}
	if c.WaitDelay == 0 {
		return err
	}
	timer := time.NewTimer(c.WaitDelay)
	defer timer.Stop()
	select {
	case <-c.ended:
		return err
	case <-timer.C:
	}
	if c.Process.Kill() == nil && err == nil {
		err = c.ctx.Err()
	}
	return err
}

// Wait waits for the end of the program and of the copying to and from it. The error is that of Run.
func (c *Cmd) Wait() error {
	if c.Process == nil {
		return errors.New("exec: not started")
	}
	if c.finished {
		return errors.New("exec: Wait was already called")
	}
	c.finished = true
	state, err := c.Process.Wait()
	if err == nil && !state.Success() {
		err = &ExitError{ProcessState: state}
	}
	c.ProcessState = state
	if c.interrupt != nil {
		close(c.ended)
		if interrupted := <-c.interrupt; err == nil { // how the process ended says more
			err = interrupted
		}
	}
	if failed := c.awaitCopies(); err == nil {
		err = failed
	}
	c.closeOwn()
	return err
}

// awaitCopies waits for the copying, at most WaitDelay if that is set, and returns its first error.
func (c *Cmd) awaitCopies() (err error) {
	var expired <-chan time.Time
	if c.WaitDelay != 0 {
		timer := time.NewTimer(c.WaitDelay)
		defer timer.Stop()
		expired = timer.C
	}
	for range c.copies {
		select {
		case failed := <-c.copyErrors:
			if err == nil {
				err = failed
			}
		case <-expired:
			c.closeOwn() // ends the copying
			if err == nil {
				err = ErrWaitDelay
			}
			return err
		}
	}
	return err
}
