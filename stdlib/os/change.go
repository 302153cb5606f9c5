package os

import (
	"io"
	"io/fs"
	"syscall"
	"time"
)

// Link makes newname another name of the file oldname.
func Link(oldname, newname string) error {
	if err := syscall.Link(oldname, newname); err != nil {
		return &LinkError{"link", oldname, newname, err}
	}
	return nil
}

// Chown changes who owns a file; -1 leaves the user or the group as it is.
func Chown(name string, uid, gid int) error {
	if err := syscall.Chown(name, uid, gid); err != nil {
		return &PathError{Op: "chown", Path: name, Err: err}
	}
	return nil
}

// Lchown is Chown that does not follow a symbolic link.
func Lchown(name string, uid, gid int) error {
	if err := syscall.Lchown(name, uid, gid); err != nil {
		return &PathError{Op: "lchown", Path: name, Err: err}
	}
	return nil
}

// Chown is the function Chown for an open file.
func (f *File) Chown(uid, gid int) error {
	if err := f.check("chown"); err != nil {
		return err
	}
	return f.wrap("chown", syscall.Chown(f.name, uid, gid))
}

// Chtimes changes when a file was used and changed last; a zero time leaves it as it is.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	nanos := func(t time.Time) int64 {
		if t.IsZero() {
			return syscall.LeaveTime
		}
		return t.UnixNano()
	}
	if err := syscall.SetTimes(name, nanos(atime), nanos(mtime)); err != nil {
		return &PathError{Op: "chtimes", Path: name, Err: err}
	}
	return nil
}

// Getgroups returns the groups the process belongs to beside its own.
func Getgroups() ([]int, error) {
	gids, err := syscall.Getgroups()
	return gids, NewSyscallError("getgroups", err)
}

// CopyFS copies the files of a file system into the directory dir, which is made if it is not there. No file is
// overwritten.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := dir + "/" + path
		switch d.Type() {
		case ModeDir:
			return MkdirAll(target, 0777)
		case ModeSymlink:
			link, err := fs.ReadLink(fsys, path)
			if err != nil {
				return err
			}
			return Symlink(link, target)
		case 0:
			return copyFile(target, fsys, path)
		}
		return &PathError{Op: "CopyFS", Path: path, Err: ErrInvalid}
	})
}

func copyFile(target string, fsys fs.FS, path string) error {
	from, err := fsys.Open(path)
	if err != nil {
		return err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return err
	}
	to, err := OpenFile(target, O_CREATE|O_EXCL|O_WRONLY, 0666|info.Mode()&0777)
	if err != nil {
		return err
	}
	if _, err := io.Copy(to, from); err != nil {
		to.Close()
		return &PathError{Op: "Copy", Path: target, Err: err}
	}
	return to.Close()
}
