package syscall

// A WaitStatus says how a process ended, as the system encodes it.
type WaitStatus uint32

const (
	signalMask = 0x7F
	coreFlag   = 0x80
	stopped    = 0x7F
	continued  = 0xFFFF
)

func (w WaitStatus) Exited() bool    { return w&signalMask == 0 }
func (w WaitStatus) Signaled() bool  { return w&signalMask != stopped && w&signalMask != 0 }
func (w WaitStatus) Stopped() bool   { return w&0xFF == stopped }
func (w WaitStatus) Continued() bool { return w == continued }
func (w WaitStatus) CoreDump() bool  { return w.Signaled() && w&coreFlag != 0 }

// ExitStatus returns the exit code, -1 if the process did not exit.
func (w WaitStatus) ExitStatus() int {
	if !w.Exited() {
		return -1
	}
	return int(w>>8) & 0xFF
}

// Signal returns what killed the process, -1 if nothing did.
func (w WaitStatus) Signal() Signal {
	if !w.Signaled() {
		return -1
	}
	return Signal(w & signalMask)
}

// StopSignal returns what stopped the process, -1 if nothing did.
func (w WaitStatus) StopSignal() Signal {
	if !w.Stopped() {
		return -1
	}
	return Signal(w>>8) & 0xFF
}

// TrapCause returns what a traced process reports.
func (w WaitStatus) TrapCause() int {
	if w.StopSignal() != SIGTRAP {
		return -1
	}
	return int(w>>8) >> 8
}

// A Timeval is a moment or duration in seconds and microseconds.
type Timeval struct {
	Sec  int64
	Usec int64
}

func (tv *Timeval) Unix() (sec int64, nsec int64) { return tv.Sec, tv.Usec * 1000 }
func (tv *Timeval) Nano() int64                   { return tv.Sec*1e9 + tv.Usec*1000 }

// NsecToTimeval returns a duration in nanoseconds as a Timeval.
func NsecToTimeval(nsec int64) Timeval {
	usec := nsec % 1e9 / 1e3
	sec := nsec / 1e9
	if usec < 0 {
		usec += 1e6
		sec--
	}
	return Timeval{sec, usec}
}

// A Rusage is what a process has used, as far as the host tells.
type Rusage struct {
	Utime Timeval
	Stime Timeval
}

// SysProcAttr is what can be asked for a new process beyond ProcAttr.
type SysProcAttr struct {
	Setsid  bool // a session of its own
	Setpgid bool // the process group Pgid, its own if that is 0
	Pgid    int
}

// ProcAttr says how a process is started.
type ProcAttr struct {
	Dir   string    // working directory; "": this one
	Env   []string  // nil: this environment
	Files []uintptr // its descriptors 0, 1, …
	Sys   *SysProcAttr
}

// StartProcess starts the program argv0.
func StartProcess(argv0 string, argv []string, attr *ProcAttr) (pid int, handle uintptr, err error) {
	if attr == nil {
		attr = &ProcAttr{}
	}
	sys := attr.Sys
	if sys == nil {
		sys = &SysProcAttr{}
	}
	env := attr.Env
	if env == nil {
		env = Environ()
	}
	arguments, ok1 := join(argv)
	environment, ok2 := join(env)
	if !ok1 || !ok2 || !validName(argv0) || !validName(attr.Dir) {
		return 0, 0, EINVAL
	}
	files := make([]int, len(attr.Files))
	for i, fd := range attr.Files {
		files[i] = int(fd)
	}
	group := -1
	if sys.Setpgid {
		group = sys.Pgid
	}
	pid, errno := startProcess(argv0, arguments, environment, attr.Dir, files, sys.Setsid, group)
	return pid, 0, failure(errno)
}

// join is the opposite of split; false if an element contains a NUL.
func join(list []string) (string, bool) {
	var joined []byte
	for _, s := range list {
		if !validName(s) {
			return "", false
		}
		joined = append(append(joined, s...), 0)
	}
	return string(joined), true
}

// Wait4 waits for the end of a process that was started here.
func Wait4(pid int, wstatus *WaitStatus, options int, rusage *Rusage) (wpid int, err error) {
	if options != 0 || pid <= 0 {
		return -1, EINVAL // the host waits for one process at a time
	}
	end := new(processEnd)
	if _, errno := waitProcess(pid, end); errno != 0 {
		return -1, errno
	}
	if wstatus != nil {
		*wstatus = WaitStatus(end.status)
	}
	if rusage != nil {
		*rusage = Rusage{NsecToTimeval(end.userNanos), NsecToTimeval(end.systemNanos)}
	}
	return pid, nil
}

// Kill sends a signal.
func Kill(pid int, sig Signal) error { return failure(signalProcess(pid, int(sig))) }

// Pipe makes a pipe: what is written to p[1] is read from p[0].
func Pipe(p []int) error {
	if len(p) != 2 {
		return EINVAL
	}
	from, to, errno := pipe()
	p[0], p[1] = from, to
	return failure(errno)
}

type processEnd struct {
	status                 int
	userNanos, systemNanos int64
}

func startProcess(path, arguments, environment, directory string, files []int, session bool, group int) (int, Errno)
func waitProcess(pid int, out *processEnd) (int, Errno)
func signalProcess(pid, signal int) Errno
func pipe() (int, int, Errno)
