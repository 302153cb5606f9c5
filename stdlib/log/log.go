// Package log writes lines, each with a prefix and the time if wanted. The standard logger writes to standard error.
package log

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"sync"
	"time"
)

// What a line begins with, in this order; Lmsgprefix moves the prefix to just before the message.
const (
	Ldate         = 1 << iota     // 2009/01/23
	Ltime                         // 01:23:23
	Lmicroseconds                 // 01:23:23.123123, instead of Ltime
	Llongfile                     // /a/b/c/d.go:23
	Lshortfile                    // d.go:23, instead of Llongfile
	LUTC                          // date and time in UTC
	Lmsgprefix                    // the prefix before the message
	LstdFlags     = Ldate | Ltime // of the standard logger
)

// Logger writes lines to a writer, one Write a line; several goroutines may use it.
type Logger struct {
	mu     sync.Mutex
	out    io.Writer
	prefix string
	flag   int
}

// New returns a Logger.
func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{out: out, prefix: prefix, flag: flag}
}

var std = New(os.Stderr, "", LstdFlags)

// Default returns the standard logger.
func Default() *Logger { return std }

// pad appends n in decimal with at least the given number of digits.
func pad(line []byte, n, digits int) []byte {
	for limit := 10; digits > 1; digits, limit = digits-1, limit*10 {
		if n < limit {
			for ; digits > 1; digits-- {
				line = append(line, '0')
			}
			break
		}
	}
	return strconv.AppendInt(line, int64(n), 10)
}

// header appends what stands before the message.
func (l *Logger) header(line []byte, now time.Time, file string, lineNumber int) []byte {
	if l.flag&Lmsgprefix == 0 {
		line = append(line, l.prefix...)
	}
	if l.flag&(Ldate|Ltime|Lmicroseconds) != 0 {
		if l.flag&LUTC != 0 {
			now = now.UTC()
		}
		if l.flag&Ldate != 0 {
			year, month, day := now.Date()
			line = append(pad(line, year, 4), '/')
			line = append(pad(line, int(month), 2), '/')
			line = append(pad(line, day, 2), ' ')
		}
		if l.flag&(Ltime|Lmicroseconds) != 0 {
			hour, minute, second := now.Clock()
			line = append(pad(line, hour, 2), ':')
			line = append(pad(line, minute, 2), ':')
			line = pad(line, second, 2)
			if l.flag&Lmicroseconds != 0 {
				line = pad(append(line, '.'), now.Nanosecond()/1000, 6)
			}
			line = append(line, ' ')
		}
	}
	if l.flag&(Lshortfile|Llongfile) != 0 {
		if l.flag&Lshortfile != 0 {
			for i := len(file) - 1; i >= 0; i-- {
				if file[i] == '/' {
					file = file[i+1:]
					break
				}
			}
		}
		line = append(line, file...)
		line = append(line, ':')
		line = strconv.AppendInt(line, int64(lineNumber), 10)
		line = append(line, ": "...)
	}
	if l.flag&Lmsgprefix != 0 {
		line = append(line, l.prefix...)
	}
	return line
}

// Output writes a line; calldepth tells whose file and line it shows, 1 being the caller of Output.
func (l *Logger) Output(calldepth int, s string) error {
	return l.output(calldepth+1, s)
}

func (l *Logger) output(depth int, s string) error {
	var now time.Time
	var file string
	var line int
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.out == io.Discard {
		return nil
	}
	if l.flag&(Ldate|Ltime|Lmicroseconds) != 0 {
		now = time.Now()
	}
	if l.flag&(Lshortfile|Llongfile) != 0 {
		var ok bool
		if _, file, line, ok = runtime.Caller(depth); !ok {
			file, line = "???", 0
		}
	}
	text := l.header(make([]byte, 0, 32+len(s)), now, file, line)
	text = append(text, s...)
	if len(s) == 0 || s[len(s)-1] != '\n' {
		text = append(text, '\n')
	}
	_, err := l.out.Write(text)
	return err
}

// Print writes a line as fmt.Print does.
func (l *Logger) Print(v ...any) { l.output(2, fmt.Sprint(v...)) }

// Printf writes a line as fmt.Printf does.
func (l *Logger) Printf(format string, v ...any) { l.output(2, fmt.Sprintf(format, v...)) }

// Println writes a line as fmt.Println does.
func (l *Logger) Println(v ...any) { l.output(2, fmt.Sprintln(v...)) }

// Fatal is Print and os.Exit(1).
func (l *Logger) Fatal(v ...any) {
	l.output(2, fmt.Sprint(v...))
	os.Exit(1)
}

// Fatalf is Printf and os.Exit(1).
func (l *Logger) Fatalf(format string, v ...any) {
	l.output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

// Fatalln is Println and os.Exit(1).
func (l *Logger) Fatalln(v ...any) {
	l.output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print and a panic with the message.
func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.output(2, s)
	panic(s)
}

// Panicf is Printf and a panic with the message.
func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.output(2, s)
	panic(s)
}

// Panicln is Println and a panic with the message.
func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.output(2, s)
	panic(s)
}

// Flags returns the flags.
func (l *Logger) Flags() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.flag
}

// SetFlags sets the flags.
func (l *Logger) SetFlags(flag int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.flag = flag
}

// Prefix returns the prefix.
func (l *Logger) Prefix() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.prefix
}

// SetPrefix sets the prefix.
func (l *Logger) SetPrefix(prefix string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.prefix = prefix
}

// Writer returns where the lines go.
func (l *Logger) Writer() io.Writer {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.out
}

// SetOutput sets where the lines go.
func (l *Logger) SetOutput(w io.Writer) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.out = w
}
