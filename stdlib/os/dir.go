package os

import (
	"errors"
	"io"
	"io/fs"
	"sort"
	"syscall"
)

type dirEntry struct {
	dir  string
	info *fileInfo
}

func (e *dirEntry) Name() string   { return e.info.name }
func (e *dirEntry) IsDir() bool    { return e.info.IsDir() }
func (e *dirEntry) Type() FileMode { return e.info.Mode().Type() }
func (e *dirEntry) String() string { return fs.FormatDirEntry(e) }

func (e *dirEntry) Info() (FileInfo, error) { return Lstat(e.dir + "/" + e.info.name) }

func readEntries(dir string) ([]DirEntry, error) {
	names, err := syscall.ReadDirectory(dir)
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	entries := make([]DirEntry, 0, len(names))
	for _, name := range names {
		info, err := Lstat(dir + "/" + name)
		if IsNotExist(err) {
			continue // removed meanwhile
		}
		if err != nil {
			return entries, err
		}
		entries = append(entries, &dirEntry{dir, info.(*fileInfo)})
	}
	return entries, nil
}

// ReadDir returns a directory's entries sorted by name.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

// ReadDir returns the directory's next n entries, all of them if n is not positive.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	if !f.entriesSet {
		entries, err := readEntries(f.name)
		if err != nil {
			return nil, f.wrap("readdirent", cause(err))
		}
		f.entries, f.entriesSet = entries, true
	}
	list := f.entries
	if n > 0 {
		if len(list) == 0 {
			return nil, io.EOF
		}
		list = list[:min(n, len(list))]
	}
	f.entries = f.entries[len(list):]
	if list == nil {
		list = []DirEntry{}
	}
	return list, nil
}

// Readdir is ReadDir with whole descriptions.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	entries, err := f.ReadDir(n)
	list := make([]FileInfo, 0, len(entries))
	for _, e := range entries {
		if info, err := e.Info(); err == nil {
			list = append(list, info)
		}
	}
	return list, err
}

// Readdirnames is ReadDir with names only.
func (f *File) Readdirnames(n int) ([]string, error) {
	entries, err := f.ReadDir(n)
	list := make([]string, 0, len(entries))
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list, err
}

func Mkdir(name string, perm FileMode) error {
	if err := syscall.Mkdir(name, systemMode(perm)); err != nil {
		return &PathError{Op: "mkdir", Path: name, Err: err}
	}
	return nil
}

// MkdirAll makes a directory and those above it that are missing.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	if end > 1 {
		if err := MkdirAll(path[:end-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		if info, failed := Lstat(path); failed == nil && info.IsDir() {
			return nil // made by someone else meanwhile, or "x/."
		}
	}
	return err
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	err := syscall.Unlink(name)
	if err == nil {
		return nil
	}
	failed := syscall.Rmdir(name)
	if failed == nil {
		return nil
	}
	// Of the two errors the one that tells more: rmdir's unless it only says that this is no directory.
	if failed != syscall.ENOTDIR {
		err = failed
	}
	return &PathError{Op: "remove", Path: name, Err: err}
}

// RemoveAll removes a file or a whole tree; it is no error if there is none.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if n := len(path); path[n-1] == '.' && (n == 1 || path[n-2] == '/') {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	err := Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	info, failed := Lstat(path)
	if IsNotExist(failed) {
		return nil
	}
	if failed != nil || !info.IsDir() {
		return err
	}
	names, failed := syscall.ReadDirectory(path)
	if failed != nil {
		return &PathError{Op: "openfdat", Path: path, Err: failed}
	}
	var first error
	for _, name := range names {
		if err := RemoveAll(path + "/" + name); err != nil && first == nil {
			first = err
		}
	}
	if err := Remove(path); err != nil && !IsNotExist(err) && first == nil {
		first = err
	}
	return first
}

func Rename(oldpath, newpath string) error {
	// A file may not take a directory's place, though the system's words would be less clear.
	if info, err := Lstat(newpath); err == nil && info.IsDir() {
		if from, err := Lstat(oldpath); err == nil && !from.IsDir() {
			return &LinkError{"rename", oldpath, newpath, syscall.EEXIST}
		}
	}
	if err := syscall.Rename(oldpath, newpath); err != nil {
		return &LinkError{"rename", oldpath, newpath, err}
	}
	return nil
}

func Symlink(oldname, newname string) error {
	if err := syscall.Symlink(oldname, newname); err != nil {
		return &LinkError{"symlink", oldname, newname, err}
	}
	return nil
}

func Readlink(name string) (string, error) {
	target, err := syscall.ReadLink(name)
	if err != nil {
		return "", &PathError{Op: "readlink", Path: name, Err: err}
	}
	return target, nil
}

func Chmod(name string, mode FileMode) error {
	if err := syscall.Chmod(name, systemMode(mode)); err != nil {
		return &PathError{Op: "chmod", Path: name, Err: err}
	}
	return nil
}

// Truncate changes the size of a file.
func Truncate(name string, size int64) error {
	f, err := OpenFile(name, O_WRONLY, 0)
	if err != nil {
		return &PathError{Op: "truncate", Path: name, Err: cause(err)}
	}
	defer f.Close()
	return f.Truncate(size)
}

func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// CreateTemp makes a new file; its name is the pattern with random digits for the last '*', or behind it.
func CreateTemp(dir, pattern string) (*File, error) {
	prefix, suffix, err := temporary(&dir, pattern, "createtemp")
	if err != nil {
		return nil, err
	}
	for try := 0; ; try++ {
		f, err := OpenFile(prefix+randomDigits()+suffix, O_RDWR|O_CREATE|O_EXCL, 0600)
		if !IsExist(err) || try > 10000 {
			return f, err
		}
	}
}

// MkdirTemp makes a new directory, named as by CreateTemp.
func MkdirTemp(dir, pattern string) (string, error) {
	prefix, suffix, err := temporary(&dir, pattern, "mkdirtemp")
	if err != nil {
		return "", err
	}
	for try := 0; ; try++ {
		name := prefix + randomDigits() + suffix
		err := Mkdir(name, 0700)
		if err == nil {
			return name, nil
		}
		if !IsExist(err) || try > 10000 {
			return "", err
		}
	}
}

var errPatternHasSeparator = errors.New("pattern contains path separator")

func temporary(dir *string, pattern, op string) (prefix, suffix string, err error) {
	if *dir == "" {
		*dir = TempDir()
	}
	star := -1
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '/':
			return "", "", &PathError{Op: op, Path: pattern, Err: errPatternHasSeparator}
		case '*':
			star = i
		}
	}
	prefix = pattern
	if star >= 0 {
		prefix, suffix = pattern[:star], pattern[star+1:]
	}
	if (*dir)[len(*dir)-1] != '/' {
		prefix = "/" + prefix
	}
	return *dir + prefix, suffix, nil
}

func randomDigits() string {
	n := random()
	var digits [10]byte
	at := len(digits)
	for {
		at--
		digits[at] = byte('0' + n%10)
		if n /= 10; n == 0 {
			return string(digits[at:])
		}
	}
}

// random returns an unpredictable number.
func random() uint32

// DirFS returns the tree below dir as a file system.
func DirFS(dir string) fs.FS { return dirFS(dir) }

type dirFS string

func (d dirFS) full(op, name string) (string, error) {
	if !fs.ValidPath(name) {
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	if d == "" {
		return "", &PathError{Op: op, Path: name, Err: errors.New("os: DirFS with empty root")}
	}
	return string(d) + "/" + name, nil
}

func (d dirFS) Open(name string) (fs.File, error) {
	full, err := d.full("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(full)
	if err != nil {
		err.(*PathError).Path = name // callers know nothing of our directory
		return nil, err
	}
	return f, nil
}

func (d dirFS) ReadLink(name string) (string, error) {
	full, err := d.full("readlink", name)
	if err != nil {
		return "", err
	}
	return Readlink(full)
}

func (d dirFS) Lstat(name string) (FileInfo, error) {
	full, err := d.full("lstat", name)
	if err != nil {
		return nil, err
	}
	info, err := Lstat(full)
	if err != nil {
		err.(*PathError).Path = name
		return nil, err
	}
	return info, nil
}

func (d dirFS) ReadFile(name string) ([]byte, error) {
	full, err := d.full("readfile", name)
	if err != nil {
		return nil, err
	}
	data, err := ReadFile(full)
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return data, err
}

func (d dirFS) ReadDir(name string) ([]DirEntry, error) {
	full, err := d.full("readdir", name)
	if err != nil {
		return nil, err
	}
	entries, err := ReadDir(full)
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return entries, err
}

func (d dirFS) Stat(name string) (FileInfo, error) {
	full, err := d.full("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := Stat(full)
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return info, err
}
