package exec

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strconv"
	"syscall"
)

// standardFiles makes what the program's descriptors 0, 1 and 2 are to be.
func (c *Cmd) standardFiles() ([]*os.File, error) {
	in, err := c.inputFile()
	if err != nil {
		return nil, err
	}
	out, err := c.outputFile(c.Stdout)
	if err != nil {
		return nil, err
	}
	if c.Stderr != nil && sameInterface(c.Stderr, c.Stdout) {
		return []*os.File{in, out, out}, nil
	}
	diagnostics, err := c.outputFile(c.Stderr)
	return []*os.File{in, out, diagnostics}, err
}

// sameInterface reports whether a == b; values that cannot be compared are not the same.
func sameInterface(a, b any) bool {
	defer func() { recover() }()
	return a == b
}

func (c *Cmd) null(flag int) (*os.File, error) {
	f, err := os.OpenFile(os.DevNull, flag, 0)
	if err == nil {
		c.childFiles = append(c.childFiles, f)
	}
	return f, err
}

func (c *Cmd) inputFile() (*os.File, error) {
	if c.Stdin == nil {
		return c.null(os.O_RDONLY)
	}
	if f, ok := c.Stdin.(*os.File); ok {
		return f, nil
	}
	from, to, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.childFiles = append(c.childFiles, from)
	c.ownFiles = append(c.ownFiles, to)
	c.copies = append(c.copies, func() error {
		_, err := io.Copy(to, c.Stdin)
		if errors.Is(err, syscall.EPIPE) {
			err = nil // the program did not want all of it
		}
		if failed := to.Close(); err == nil {
			err = failed
		}
		return err
	})
	return from, nil
}

func (c *Cmd) outputFile(w io.Writer) (*os.File, error) {
	if w == nil {
		return c.null(os.O_WRONLY)
	}
	if f, ok := w.(*os.File); ok {
		return f, nil
	}
	from, to, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.childFiles = append(c.childFiles, to)
	c.ownFiles = append(c.ownFiles, from)
	c.copies = append(c.copies, func() error {
		_, err := io.Copy(w, from)
		from.Close()
		return err
	})
	return to, nil
}

func (c *Cmd) closeOwn() {
	for _, f := range c.ownFiles {
		f.Close()
	}
	c.ownFiles = nil
}

// Output runs the program and returns what it wrote to standard output.
func (c *Cmd) Output() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	var out bytes.Buffer
	c.Stdout = &out
	var diagnostics *excerpt
	if c.Stderr == nil {
		diagnostics = &excerpt{}
		c.Stderr = diagnostics
	}
	err := c.Run()
	if failed, ok := err.(*ExitError); ok && diagnostics != nil {
		failed.Stderr = diagnostics.bytes()
	}
	return out.Bytes(), err
}

// CombinedOutput runs the program and returns what it wrote to standard output and error.
func (c *Cmd) CombinedOutput() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	if c.Stderr != nil {
		return nil, errors.New("exec: Stderr already set")
	}
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	err := c.Run()
	return out.Bytes(), err
}

// pipeFor makes a pipe of which one end is handed on and the other is ours, closed by Wait.
func (c *Cmd) pipeFor(name string, taken bool) (from, to *os.File, err error) {
	if taken {
		return nil, nil, errors.New("exec: " + name + " already set")
	}
	if c.Process != nil {
		return nil, nil, errors.New("exec: " + name + "Pipe after process started")
	}
	return os.Pipe()
}

// StdinPipe returns what writes to the program's standard input. Close it to end that; Wait does so too.
func (c *Cmd) StdinPipe() (io.WriteCloser, error) {
	from, to, err := c.pipeFor("Stdin", c.Stdin != nil)
	if err != nil {
		return nil, err
	}
	c.Stdin = from
	c.childFiles = append(c.childFiles, from)
	c.ownFiles = append(c.ownFiles, to)
	return to, nil
}

// StdoutPipe returns what reads the program's standard output. Read all before calling Wait, which closes it.
func (c *Cmd) StdoutPipe() (io.ReadCloser, error) {
	from, to, err := c.pipeFor("Stdout", c.Stdout != nil)
	if err != nil {
		return nil, err
	}
	c.Stdout = to
	c.childFiles = append(c.childFiles, to)
	c.ownFiles = append(c.ownFiles, from)
	return from, nil
}

// StderrPipe is StdoutPipe for standard error.
func (c *Cmd) StderrPipe() (io.ReadCloser, error) {
	from, to, err := c.pipeFor("Stderr", c.Stderr != nil)
	if err != nil {
		return nil, err
	}
	c.Stderr = to
	c.childFiles = append(c.childFiles, to)
	c.ownFiles = append(c.ownFiles, from)
	return from, nil
}

// An excerpt keeps the beginning and the end of what is written to it.
type excerpt struct {
	first, last []byte
	omitted     int64
}

const excerptSide = 32 << 10

func (e *excerpt) Write(p []byte) (int, error) {
	n := len(p)
	taken := min(excerptSide-len(e.first), len(p))
	e.first = append(e.first, p[:taken]...)
	e.last = append(e.last, p[taken:]...)
	if over := len(e.last) - excerptSide; over > 0 {
		e.omitted += int64(over)
		e.last = append(e.last[:0], e.last[over:]...)
	}
	return n, nil
}

func (e *excerpt) bytes() []byte {
	all := append([]byte(nil), e.first...)
	if e.omitted > 0 {
		all = append(all, "\n... omitting "+strconv.FormatInt(e.omitted, 10)+" bytes ...\n"...)
	}
	return append(all, e.last...)
}
