// Package embed gives programs the files that //go:embed directives name. The compiler reads them.
package embed

import (
	"errors"
	"io"
	"io/fs"
	"time"
)

// FS holds embedded files and the folders above them. It never changes; any number of goroutines may use it.
type FS struct {
	tree *tree
}

type tree struct {
	files map[string]*file // by path; folders too, the root as "."
}

var (
	errIsDirectory  = errors.New("is a directory")
	errNotDirectory = errors.New("not a directory")
)

// newFS is called by the initialisation of a variable of type FS. The index has a line for each file, "SIZE PATH"; the data of all
// files follow one another in the same order.
func newFS(index, data string) FS {
	t := &tree{files: map[string]*file{".": {path: ".", directory: true}}}
	for len(index) > 0 {
		size, at := 0, 0
		for ; index[at] != ' '; at++ {
			size = size*10 + int(index[at]-'0')
		}
		end := at + 1
		for index[end] != '\n' {
			end++
		}
		t.add(&file{path: index[at+1 : end], data: data[:size]})
		index, data = index[end+1:], data[size:]
	}
	return FS{t}
}

// newBytes is called by that of a variable of bytes.
func newBytes(data string) []byte { return []byte(data) }

// add puts a file into its folder, which is made if it is not there yet.
func (t *tree) add(f *file) {
	for {
		t.files[f.path] = f
		above := "."
		if name := f.Name(); len(name) < len(f.path) {
			above = f.path[:len(f.path)-len(name)-1]
		}
		folder := t.files[above]
		known := folder != nil
		if !known {
			folder = &file{path: above, directory: true}
		}
		folder.insert(f)
		if known {
			return
		}
		f = folder
	}
}

func (f FS) find(name string) (*file, error) {
	if f.tree == nil && name == "." {
		return &file{path: ".", directory: true}, nil
	}
	if f.tree != nil && fs.ValidPath(name) {
		if found := f.tree.files[name]; found != nil {
			return found, nil
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// Open opens a file or folder for reading. Files can also be read from any place: they are io.Seekers and io.ReaderAts.
func (f FS) Open(name string) (fs.File, error) {
	found, err := f.find(name)
	if err != nil {
		return nil, err
	}
	if found.directory {
		return &openDir{f: found}, nil
	}
	return &openFile{f: found}, nil
}

// ReadDir lists a folder in the order of the names.
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	found, err := f.find(name)
	if err != nil {
		return nil, err
	}
	if !found.directory {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errNotDirectory}
	}
	return append([]fs.DirEntry{}, found.entries...), nil
}

// ReadFile returns a copy of a file's content.
func (f FS) ReadFile(name string) ([]byte, error) {
	found, err := f.find(name)
	if err != nil {
		return nil, err
	}
	if found.directory {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errIsDirectory}
	}
	return []byte(found.data), nil
}

// A file is an embedded file or folder: its own fs.FileInfo and fs.DirEntry.
type file struct {
	path      string
	data      string
	directory bool
	entries   []fs.DirEntry // of a folder, by name
}

func (f *file) insert(entry *file) {
	low, high := 0, len(f.entries)
	for low < high {
		middle := (low + high) / 2
		if f.entries[middle].Name() < entry.Name() {
			low = middle + 1
		} else {
			high = middle
		}
	}
	f.entries = append(f.entries, entry)
	copy(f.entries[low+1:], f.entries[low:])
	f.entries[low] = entry
}

func (f *file) Name() string {
	at := len(f.path)
	for at > 0 && f.path[at-1] != '/' {
		at--
	}
	return f.path[at:]
}

func (f *file) Size() int64                { return int64(len(f.data)) }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return f.directory }
func (f *file) Sys() any                   { return nil }
func (f *file) Type() fs.FileMode          { return f.Mode().Type() }
func (f *file) Info() (fs.FileInfo, error) { return f, nil }
func (f *file) String() string             { return fs.FormatFileInfo(f) }

func (f *file) Mode() fs.FileMode {
	if f.directory {
		return fs.ModeDir | 0555
	}
	return 0444
}

type openFile struct {
	f      *file
	offset int64
}

func (o *openFile) Close() error               { return nil }
func (o *openFile) Stat() (fs.FileInfo, error) { return o.f, nil }

func (o *openFile) Read(b []byte) (int, error) {
	if o.offset >= o.f.Size() {
		return 0, io.EOF
	}
	n := copy(b, o.f.data[o.offset:])
	o.offset += int64(n)
	return n, nil
}

func (o *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += o.offset
	case io.SeekEnd:
		offset += o.f.Size()
	}
	if offset < 0 || offset > o.f.Size() {
		return 0, &fs.PathError{Op: "seek", Path: o.f.path, Err: fs.ErrInvalid}
	}
	o.offset = offset
	return offset, nil
}

func (o *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > o.f.Size() {
		return 0, &fs.PathError{Op: "read", Path: o.f.path, Err: fs.ErrInvalid}
	}
	n := copy(b, o.f.data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

type openDir struct {
	f    *file
	read int // how many entries have been handed out
}

func (d *openDir) Close() error               { return nil }
func (d *openDir) Stat() (fs.FileInfo, error) { return d.f, nil }

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.f.path + "/", Err: errIsDirectory}
}

func (d *openDir) ReadDir(n int) ([]fs.DirEntry, error) {
	rest := d.f.entries[d.read:]
	if n > 0 && len(rest) == 0 {
		return nil, io.EOF
	}
	if n > 0 && n < len(rest) {
		rest = rest[:n]
	}
	d.read += len(rest)
	return append([]fs.DirEntry{}, rest...), nil
}
