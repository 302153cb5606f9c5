package fs

// ReadLinkFS is a file system with symbolic links.
type ReadLinkFS interface {
	FS

	// ReadLink returns what a symbolic link points at.
	ReadLink(name string) (string, error)

	// Lstat describes a file; of a symbolic link it describes the link.
	Lstat(name string) (FileInfo, error)
}

// ReadLink returns what a symbolic link points at, if the file system has such.
func ReadLink(fsys FS, name string) (string, error) {
	if fsys, ok := fsys.(ReadLinkFS); ok {
		return fsys.ReadLink(name)
	}
	return "", &PathError{Op: "readlink", Path: name, Err: ErrInvalid}
}

// Lstat describes a file; of a symbolic link it describes the link, if the file system can tell.
func Lstat(fsys FS, name string) (FileInfo, error) {
	if fsys, ok := fsys.(ReadLinkFS); ok {
		return fsys.Lstat(name)
	}
	return Stat(fsys, name)
}
