// Package fs defines what a file system is to a Go program: the interfaces that os and embedders' own file systems meet.
package fs

import (
	"internal/oserror"
	"time"
)

// An FS opens files by slash-separated names that satisfy ValidPath.
type FS interface {
	Open(name string) (File, error)
}

// A File is an open file of an FS.
type File interface {
	Stat() (FileInfo, error)
	Read([]byte) (int, error)
	Close() error
}

// A DirEntry is one name in a directory.
type DirEntry interface {
	Name() string
	IsDir() bool
	Type() FileMode
	Info() (FileInfo, error)
}

// A ReadDirFile is a directory whose entries can be read.
type ReadDirFile interface {
	File
	ReadDir(n int) ([]DirEntry, error)
}

// Optional abilities of an FS.
type (
	ReadDirFS interface {
		FS
		ReadDir(name string) ([]DirEntry, error)
	}
	ReadFileFS interface {
		FS
		ReadFile(name string) ([]byte, error)
	}
	StatFS interface {
		FS
		Stat(name string) (FileInfo, error)
	}
	GlobFS interface {
		FS
		Glob(pattern string) ([]string, error)
	}
	SubFS interface {
		FS
		Sub(dir string) (FS, error)
	}
)

// The errors that failures of any file system match with errors.Is.
var (
	ErrInvalid    = oserror.ErrInvalid
	ErrPermission = oserror.ErrPermission
	ErrExist      = oserror.ErrExist
	ErrNotExist   = oserror.ErrNotExist
	ErrClosed     = oserror.ErrClosed
)

// A FileInfo describes a file.
type FileInfo interface {
	Name() string
	Size() int64
	Mode() FileMode
	ModTime() time.Time
	IsDir() bool
	Sys() any
}

// A FileMode holds a file's kind and permissions, in the same bits on every system.
type FileMode uint32

const (
	ModeDir FileMode = 1 << (31 - iota)
	ModeAppend
	ModeExclusive
	ModeTemporary
	ModeSymlink
	ModeDevice
	ModeNamedPipe
	ModeSocket
	ModeSetuid
	ModeSetgid
	ModeCharDevice
	ModeSticky
	ModeIrregular

	ModeType = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular

	ModePerm FileMode = 0777
)

// The letters of String, for the bits from the highest down.
const modeLetters = "dalTLDpSugct?"

func (m FileMode) String() string {
	text := make([]byte, 0, len(modeLetters)+9)
	for i := 0; i < len(modeLetters); i++ {
		if m&(1<<uint(31-i)) != 0 {
			text = append(text, modeLetters[i])
		}
	}
	if len(text) == 0 {
		text = append(text, '-')
	}
	const permissions = "rwxrwxrwx"
	for i := 0; i < len(permissions); i++ {
		letter := byte('-')
		if m&(1<<uint(8-i)) != 0 {
			letter = permissions[i]
		}
		text = append(text, letter)
	}
	return string(text)
}

func (m FileMode) IsDir() bool     { return m&ModeDir != 0 }
func (m FileMode) IsRegular() bool { return m&ModeType == 0 }
func (m FileMode) Perm() FileMode  { return m & ModePerm }
func (m FileMode) Type() FileMode  { return m & ModeType }

// A PathError says which operation on which file failed, and why.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }
func (e *PathError) Unwrap() error { return e.Err }

// Timeout reports whether the cause is a timeout.
func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// ValidPath reports whether name is one an FS must accept: elements joined by single slashes, none of them empty, "." or
// "..", or "." alone.
func ValidPath(name string) bool {
	if name == "." {
		return true
	}
	begin := 0
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		element := name[begin:i]
		if element == "" || element == "." || element == ".." {
			return false
		}
		begin = i + 1
	}
	return validUTF8(name)
}
