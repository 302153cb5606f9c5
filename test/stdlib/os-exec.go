// os/exec, os.Process, os.Pipe: output, errors, signals, contexts, programs at once. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 1aaa2b59ea3b85c8211555a856abea6ae180b28f9958b4495ad8b87c5cc25131
package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

func main() {
	out, err := exec.Command("echo", "hello", "wide  world").Output()
	fmt.Printf("%q %v\n", out, err)
	cmd := exec.Command("sh", "-c", "cat; echo $GREETING; echo problem >&2; pwd; exit 3")
	cmd.Env = []string{"PATH=/bin:/usr/bin", "GREETING=first", "GREETING=hi"}
	cmd.Dir = "/"
	cmd.Stdin = strings.NewReader("from input\n")
	out, err = cmd.Output()
	var failed *exec.ExitError
	fmt.Printf("%q %v %v\n", out, err, errors.As(err, &failed))
	fmt.Printf("%q %d %v %v %v\n", failed.Stderr, failed.ExitCode(), failed.Exited(), failed.Success(), failed.Sys().(syscall.WaitStatus).ExitStatus())
	out, err = exec.Command("sh", "-c", "echo a; echo b >&2; echo c").CombinedOutput()
	fmt.Printf("%q %v\n", out, err)

	// More than pipes hold, both ways at once.
	big := bytes.Repeat([]byte("0123456789abcdef"), 1<<15)
	cmd = exec.Command("cat")
	cmd.Stdin = bytes.NewReader(big)
	out, err = cmd.Output()
	fmt.Println(len(out), bytes.Equal(out, big), err)
	cmd = exec.Command("true") // does not read its input
	cmd.Stdin = bytes.NewReader(big)
	fmt.Println(cmd.Run())

	// Pipes, and several programs at once.
	upper := exec.Command("tr", "a-z", "A-Z")
	to, _ := upper.StdinPipe()
	from, _ := upper.StdoutPipe()
	fmt.Println(upper.Start())
	go func() {
		for i := range 3 {
			fmt.Fprintln(to, "line", i)
		}
		to.Close()
	}()
	for lines := bufio.NewScanner(from); lines.Scan(); {
		fmt.Println(lines.Text())
	}
	fmt.Println(upper.Wait(), upper.ProcessState, upper.ProcessState.Pid() == upper.Process.Pid)
	done := make(chan string)
	for i := range 4 {
		go func() {
			out, err := exec.Command("sh", "-c", fmt.Sprintf("sleep 0.05; echo %d", i)).Output()
			done <- fmt.Sprint(strings.TrimSpace(string(out)), err)
		}()
	}
	var results []string
	for range 4 {
		results = append(results, <-done)
	}
	slices.Sort(results)
	fmt.Println(results)

	// Ends by signal, context and hand.
	fmt.Println(exec.Command("sh", "-c", "kill -TERM $$").Run())
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	err = exec.CommandContext(ctx, "sleep", "20").Run()
	fmt.Println(err, ctx.Err())
	cancel()
	fmt.Println(exec.CommandContext(ctx, "sleep", "20").Run())
	cmd = exec.Command("sleep", "20")
	fmt.Println(cmd.Start(), cmd.Process.Kill(), cmd.Wait(), cmd.Process.Kill(), cmd.Wait(), cmd.Start())
	fmt.Println(cmd.ProcessState.ExitCode(), cmd.ProcessState.Sys().(syscall.WaitStatus).Signal())
	ctx, cancel = context.WithCancel(context.Background())
	cmd = exec.CommandContext(ctx, "sh", "-c", "trap 'echo caught; exit 0' TERM; echo ready; while :; do sleep 0.01; done")
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	from, _ = cmd.StdoutPipe()
	cmd.Start()
	lines := bufio.NewScanner(from)
	lines.Scan()
	fmt.Println(lines.Text())
	cancel()
	lines.Scan()
	fmt.Println(lines.Text(), cmd.Wait())

	// What cannot be run.
	for _, name := range []string{"no-such-program", "/no/such", "/etc/passwd", "/"} {
		err := exec.Command(name).Run()
		fmt.Println(err, errors.Is(err, exec.ErrNotFound), errors.Is(err, fs.ErrNotExist))
		_, err = exec.LookPath(name)
		fmt.Println(err)
	}
	cmd = exec.Command("true")
	cmd.Dir = "/no/such/place"
	fmt.Println(cmd.Run(), new(exec.Cmd).Run())
	fmt.Println(exec.Command("no-such", "a b", "c"), cmd.Wait())
	cmd = exec.Command("x")
	cmd.Env = []string{"a=1", "b=2", "a=3", "=x", "c", "bad\x00=1", ""}
	fmt.Printf("%q\n", cmd.Environ())

	dir, _ := os.MkdirTemp("", "exec")
	defer os.RemoveAll(dir)
	os.WriteFile(filepath.Join(dir, "tool"), []byte("#!/bin/sh\necho tool $0 $1\n"), 0o755)
	os.Setenv("PATH", dir+":"+os.Getenv("PATH"))
	path, err := exec.LookPath("tool")
	fmt.Println(path == filepath.Join(dir, "tool"), err)
	out, err = exec.Command("tool", "x").Output()
	fmt.Println(strings.ReplaceAll(string(out), dir, "DIR"), err)

	// Files handed on, and the parts underneath.
	f, _ := os.Create(filepath.Join(dir, "log"))
	cmd = exec.Command("sh", "-c", "echo to the file; echo extra >&3")
	extra, _ := os.Create(filepath.Join(dir, "extra"))
	cmd.Stdout, cmd.Stderr, cmd.ExtraFiles = f, f, []*os.File{extra}
	fmt.Println(cmd.Run())
	a, _ := os.ReadFile(f.Name())
	b, _ := os.ReadFile(extra.Name())
	fmt.Printf("%q %q\n", a, b)
	r, w, err := os.Pipe()
	go func() { w.WriteString("through a pipe"); w.Close() }()
	text, _ := io.ReadAll(r)
	fmt.Println(string(text), err, r.Name(), w.Name())
	r, w, _ = os.Pipe()
	r.Close()
	_, err = w.Write([]byte("x"))
	fmt.Println(errors.Is(err, syscall.EPIPE))
	p, err := os.StartProcess("/bin/sh", []string{"sh", "-c", "exit 7"}, &os.ProcAttr{Files: []*os.File{nil, os.Stdout, os.Stderr}})
	fmt.Println(err)
	state, err := p.Wait()
	fmt.Println(state, err, state.Exited(), state.ExitCode())
	_, err = p.Wait()
	fmt.Println(err)
	fmt.Println(p.Signal(syscall.Signal(0)), (*os.ProcessState)(nil), p.Release(), p.Kill())
	_, err = os.StartProcess("/no/such", nil, &os.ProcAttr{})
	fmt.Println(err)
	fmt.Println("before the child")
	cmd = exec.Command("echo", "the child")
	cmd.Stdout = os.Stdout
	cmd.Run()
	fmt.Println("after the child")
}
