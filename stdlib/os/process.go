package os

import (
	"errors"
	"strconv"
	"sync"
	"syscall"
	"time"
)

// ProcAttr says how StartProcess starts a process.
type ProcAttr struct {
	Dir   string   // working directory; "": this one
	Env   []string // nil: this environment
	Files []*File  // its descriptors 0, 1, …; nil elements are closed
	Sys   *syscall.SysProcAttr
}

// A Process is a process started by StartProcess or found by FindProcess.
type Process struct {
	Pid int

	mu    sync.Mutex
	state processState
}

type processState int

const (
	running processState = iota
	done
	released
)

var errProcessReleased = errors.New("os: process already released")

// StartProcess starts the program name with the arguments argv, whose first is the name it sees.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	if attr.Sys == nil && attr.Dir != "" {
		// The error of a missing directory is better told from that of a missing program.
		if _, err := Stat(attr.Dir); err != nil {
			err.(*PathError).Op = "chdir"
			return nil, err
		}
	}
	system := &syscall.ProcAttr{Dir: attr.Dir, Env: attr.Env, Sys: attr.Sys}
	for _, f := range attr.Files {
		system.Files = append(system.Files, f.Fd())
	}
	pid, _, err := syscall.StartProcess(name, argv, system)
	if err != nil {
		return nil, &PathError{Op: "fork/exec", Path: name, Err: err}
	}
	return &Process{Pid: pid}, nil
}

// FindProcess returns a Process for any number; whether there is such a process shows when it is used.
func FindProcess(pid int) (*Process, error) {
	p := &Process{Pid: pid}
	if pid > 0 && syscall.Kill(pid, 0) == syscall.ESRCH {
		p.state = done
	}
	return p, nil
}

// usable returns why nothing can be done with the process, if so. mu is held.
func (p *Process) usable() error {
	switch {
	case p.state == done:
		return ErrProcessDone
	case p.Pid == -1 || p.state == released:
		return errProcessReleased
	case p.Pid == 0:
		return errors.New("os: process not initialized")
	}
	return nil
}

// Kill ends the process.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Signal tells the process something.
func (p *Process) Signal(sig Signal) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.usable(); err != nil {
		return err
	}
	s, ok := sig.(syscall.Signal)
	if !ok {
		return errors.New("os: unsupported signal type")
	}
	err := syscall.Kill(p.Pid, s)
	if err == syscall.ESRCH {
		return ErrProcessDone
	}
	return err
}

// Release says that the process will not be waited for.
func (p *Process) Release() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.state == running {
		p.state = released
	}
	p.Pid = -1
	return nil
}

// WithHandle calls f with a handle of the process if the system has such.
func (p *Process) WithHandle(f func(handle uintptr)) error { return ErrNoHandle }

// Wait waits for the end of the process, which this one must have started.
func (p *Process) Wait() (*ProcessState, error) {
	p.mu.Lock()
	pid, err := p.Pid, p.usable()
	p.mu.Unlock()
	if err == errProcessReleased {
		return nil, syscall.EINVAL
	}
	if err == ErrProcessDone {
		return nil, NewSyscallError("wait", syscall.ECHILD)
	}
	if err != nil {
		return nil, err
	}
	state := &ProcessState{pid: pid, used: new(syscall.Rusage)}
	if _, err := syscall.Wait4(pid, &state.status, 0, state.used); err != nil {
		return nil, NewSyscallError("wait", err)
	}
	p.mu.Lock()
	p.state = done
	p.mu.Unlock()
	return state, nil
}

// ProcessState says how a process ended.
type ProcessState struct {
	pid    int
	status syscall.WaitStatus
	used   *syscall.Rusage
}

func (p *ProcessState) Pid() int                  { return p.pid }
func (p *ProcessState) Exited() bool              { return p.status.Exited() }
func (p *ProcessState) Success() bool             { return p.status.ExitStatus() == 0 }
func (p *ProcessState) Sys() any                  { return p.status }
func (p *ProcessState) SysUsage() any             { return p.used }
func (p *ProcessState) UserTime() time.Duration   { return time.Duration(p.used.Utime.Nano()) }
func (p *ProcessState) SystemTime() time.Duration { return time.Duration(p.used.Stime.Nano()) }

// ExitCode returns the exit code, -1 if the process did not exit.
func (p *ProcessState) ExitCode() int {
	if p == nil {
		return -1
	}
	return p.status.ExitStatus()
}

func (p *ProcessState) String() string {
	if p == nil {
		return "<nil>"
	}
	text := ""
	switch status := p.status; {
	case status.Exited():
		text = "exit status " + strconv.Itoa(status.ExitStatus())
	case status.Signaled():
		text = "signal: " + status.Signal().String()
	case status.Stopped():
		text = "stop signal: " + status.StopSignal().String()
		if cause := status.TrapCause(); status.StopSignal() == syscall.SIGTRAP && cause != 0 {
			text += " (trap " + strconv.Itoa(cause) + ")"
		}
	case status.Continued():
		text = "continued"
	}
	if p.status.CoreDump() {
		text += " (core dumped)"
	}
	return text
}

// Pipe makes a pipe: what is written to w is read from r.
func Pipe() (r *File, w *File, err error) {
	var ends [2]int
	if err := syscall.Pipe(ends[:]); err != nil {
		return nil, nil, NewSyscallError("pipe2", err)
	}
	return NewFile(uintptr(ends[0]), "|0"), NewFile(uintptr(ends[1]), "|1"), nil
}
