package fs

import (
	"errors"
	"io"
	"path"
	"sort"
	"unicode/utf8"
)

func validUTF8(s string) bool { return utf8.ValidString(s) }

// ReadDir returns a directory's entries sorted by name.
func ReadDir(fsys FS, name string) ([]DirEntry, error) {
	if fsys, ok := fsys.(ReadDirFS); ok {
		return fsys.ReadDir(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	dir, ok := file.(ReadDirFile)
	if !ok {
		return nil, &PathError{Op: "readdir", Path: name, Err: errors.New("not implemented")}
	}
	list, err := dir.ReadDir(-1)
	sort.Slice(list, func(i, j int) bool { return list[i].Name() < list[j].Name() })
	return list, err
}

// ReadFile returns a file's contents.
func ReadFile(fsys FS, name string) ([]byte, error) {
	if fsys, ok := fsys.(ReadFileFS); ok {
		return fsys.ReadFile(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// Stat describes a file.
func Stat(fsys FS, name string) (FileInfo, error) {
	if fsys, ok := fsys.(StatFS); ok {
		return fsys.Stat(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return file.Stat()
}

type infoEntry struct{ info FileInfo }

func (e infoEntry) Name() string            { return e.info.Name() }
func (e infoEntry) IsDir() bool             { return e.info.IsDir() }
func (e infoEntry) Type() FileMode          { return e.info.Mode().Type() }
func (e infoEntry) Info() (FileInfo, error) { return e.info, nil }
func (e infoEntry) String() string          { return FormatDirEntry(e) }

// FileInfoToDirEntry makes a DirEntry of what describes a file.
func FileInfoToDirEntry(info FileInfo) DirEntry {
	if info == nil {
		return nil
	}
	return infoEntry{info}
}

// FormatFileInfo shows a FileInfo on one line.
func FormatFileInfo(info FileInfo) string {
	text := info.Mode().String() + " "
	size := info.Size()
	digits := []byte{}
	magnitude := uint64(size)
	if size < 0 {
		text += "-"
		magnitude = -magnitude
	}
	for {
		digits = append(digits, byte('0'+magnitude%10))
		if magnitude /= 10; magnitude == 0 {
			break
		}
	}
	for i := len(digits) - 1; i >= 0; i-- {
		text += string(digits[i])
	}
	text += " " + info.ModTime().Format("2006-01-02 15:04:05") + " " + info.Name()
	if info.IsDir() {
		text += "/"
	}
	return text
}

// FormatDirEntry shows a DirEntry on one line.
func FormatDirEntry(entry DirEntry) string {
	mode := entry.Type().String()
	text := mode[:len(mode)-9] + " " + entry.Name() // a directory entry knows no permissions
	if entry.IsDir() {
		text += "/"
	}
	return text
}

// Two answers of a WalkDirFunc that are not failures.
var (
	SkipDir = errors.New("skip this directory")
	SkipAll = errors.New("skip everything and stop the walk")
)

// A WalkDirFunc is called by WalkDir for each file and directory.
type WalkDirFunc func(path string, entry DirEntry, err error) error

// WalkDir visits the tree below root in lexical order, root included.
func WalkDir(fsys FS, root string, visit WalkDirFunc) error {
	info, err := Stat(fsys, root)
	if err != nil {
		err = visit(root, nil, err)
	} else {
		err = walk(fsys, root, infoEntry{info}, visit)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(fsys FS, name string, entry DirEntry, visit WalkDirFunc) error {
	if err := visit(name, entry, nil); err != nil || !entry.IsDir() {
		if err == SkipDir && entry.IsDir() {
			err = nil
		}
		return err
	}
	entries, err := ReadDir(fsys, name)
	if err != nil {
		if err = visit(name, entry, err); err != nil {
			if err == SkipDir {
				err = nil
			}
			return err
		}
	}
	for _, child := range entries {
		if err := walk(fsys, path.Join(name, child.Name()), child, visit); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

// Glob returns the names that match a pattern of path.Match.
func Glob(fsys FS, pattern string) ([]string, error) {
	if fsys, ok := fsys.(GlobFS); ok {
		return fsys.Glob(pattern)
	}
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err := Stat(fsys, pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, last := path.Split(pattern)
	dir = path.Clean(dir)
	dirs := []string{dir}
	if hasMeta(dir) {
		var err error
		if dirs, err = Glob(fsys, dir); err != nil {
			return nil, err
		}
	}
	var matches []string
	for _, d := range dirs {
		entries, err := ReadDir(fsys, d)
		if err != nil {
			continue // what cannot be read matches nothing
		}
		for _, entry := range entries {
			matched, err := path.Match(last, entry.Name())
			if err != nil {
				return matches, err
			}
			if matched {
				matches = append(matches, path.Join(d, entry.Name()))
			}
		}
	}
	return matches, nil
}

func hasMeta(pattern string) bool {
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '*', '?', '[', '\\':
			return true
		}
	}
	return false
}

// Sub returns the part of a file system below dir.
func Sub(fsys FS, dir string) (FS, error) {
	if !ValidPath(dir) {
		return nil, &PathError{Op: "sub", Path: dir, Err: ErrInvalid}
	}
	if dir == "." {
		return fsys, nil
	}
	if fsys, ok := fsys.(SubFS); ok {
		return fsys.Sub(dir)
	}
	return &subFS{fsys, dir}, nil
}

type subFS struct {
	fsys FS
	dir  string
}

func (f *subFS) full(op, name string) (string, error) {
	if !ValidPath(name) {
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return path.Join(f.dir, name), nil
}

// relative takes our directory off the path of an error, since the caller does not know of it.
func (f *subFS) relative(err error) error {
	if e, ok := err.(*PathError); ok && len(e.Path) > len(f.dir) && e.Path[:len(f.dir)+1] == f.dir+"/" {
		e.Path = e.Path[len(f.dir)+1:]
	}
	return err
}

func (f *subFS) Open(name string) (File, error) {
	full, err := f.full("open", name)
	if err != nil {
		return nil, err
	}
	file, err := f.fsys.Open(full)
	return file, f.relative(err)
}

func (f *subFS) ReadDir(name string) ([]DirEntry, error) {
	full, err := f.full("read", name)
	if err != nil {
		return nil, err
	}
	list, err := ReadDir(f.fsys, full)
	return list, f.relative(err)
}

func (f *subFS) ReadFile(name string) ([]byte, error) {
	full, err := f.full("read", name)
	if err != nil {
		return nil, err
	}
	data, err := ReadFile(f.fsys, full)
	return data, f.relative(err)
}
