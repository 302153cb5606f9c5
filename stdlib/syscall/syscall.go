// Package syscall is the door to the host: every call here is one call of its Host interface, which may refuse it.
package syscall

const (
	O_RDONLY   = 0x0
	O_WRONLY   = 0x1
	O_RDWR     = 0x2
	O_CREAT    = 0x40
	O_EXCL     = 0x80
	O_TRUNC    = 0x200
	O_APPEND   = 0x400
	O_NONBLOCK = 0x800
	O_SYNC     = 0x101000
	O_CLOEXEC  = 0x80000
)

const (
	S_IFMT   = 0xf000
	S_IFIFO  = 0x1000
	S_IFCHR  = 0x2000
	S_IFDIR  = 0x4000
	S_IFBLK  = 0x6000
	S_IFREG  = 0x8000
	S_IFLNK  = 0xa000
	S_IFSOCK = 0xc000
	S_ISUID  = 0x800
	S_ISGID  = 0x400
	S_ISVTX  = 0x200
)

// The standard streams.
var (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

// A Timespec is a moment in seconds and nanoseconds since the Unix epoch.
type Timespec struct {
	Sec  int64
	Nsec int64
}

func (ts *Timespec) Unix() (sec int64, nsec int64) { return ts.Sec, ts.Nsec }
func (ts *Timespec) Nano() int64                   { return ts.Sec*1e9 + ts.Nsec }

// A Stat_t holds what the host tells of a file.
type Stat_t struct {
	Dev  uint64
	Ino  uint64
	Mode uint32
	Size int64
	Mtim Timespec
}

// result turns what a native gave into Go's pair of value and error.
func result(n int, errno Errno) (int, error) {
	if errno != 0 {
		return n, errno
	}
	return n, nil
}

func failure(errno Errno) error {
	if errno != 0 {
		return errno
	}
	return nil
}

// Names reach the host as C strings, so a NUL in one would silently shorten it.
func validName(name string) bool {
	for i := 0; i < len(name); i++ {
		if name[i] == 0 {
			return false
		}
	}
	return true
}

func Open(path string, mode int, perm uint32) (fd int, err error) {
	if !validName(path) {
		return -1, EINVAL
	}
	return result(open(path, mode|O_CLOEXEC, perm))
}

func Close(fd int) error { return failure(closeFile(fd)) }

func Read(fd int, p []byte) (n int, err error) { return result(read(fd, p)) }

func Write(fd int, p []byte) (n int, err error) { return result(write(fd, p)) }

func Pread(fd int, p []byte, offset int64) (n int, err error) { return result(pread(fd, p, offset)) }

func Pwrite(fd int, p []byte, offset int64) (n int, err error) { return result(pwrite(fd, p, offset)) }

// WriteString writes the bytes of s without copying them first.
func WriteString(fd int, s string) (n int, err error) { return result(writeString(fd, s)) }

func Seek(fd int, offset int64, whence int) (off int64, err error) {
	position, errno := seek(fd, offset, whence)
	return position, failure(errno)
}

func Ftruncate(fd int, length int64) error { return failure(ftruncate(fd, length)) }

func Stat(path string, st *Stat_t) error {
	if !validName(path) {
		return EINVAL
	}
	return failure(stat(path, true, st))
}

func Lstat(path string, st *Stat_t) error {
	if !validName(path) {
		return EINVAL
	}
	return failure(stat(path, false, st))
}

func Fstat(fd int, st *Stat_t) error { return failure(fstat(fd, st)) }

func Mkdir(path string, mode uint32) error {
	if !validName(path) {
		return EINVAL
	}
	return failure(mkdir(path, mode))
}

func Unlink(path string) error {
	if !validName(path) {
		return EINVAL
	}
	return failure(remove(path, false))
}

func Rmdir(path string) error {
	if !validName(path) {
		return EINVAL
	}
	return failure(remove(path, true))
}

func Rename(from, to string) error {
	if !validName(from) || !validName(to) {
		return EINVAL
	}
	return failure(rename(from, to))
}

func Chmod(path string, mode uint32) error {
	if !validName(path) {
		return EINVAL
	}
	return failure(chmod(path, mode))
}

func Symlink(target, link string) error {
	if !validName(target) || !validName(link) {
		return EINVAL
	}
	return failure(symlink(target, link))
}

func Link(target, link string) error {
	if !validName(target) || !validName(link) {
		return EINVAL
	}
	return failure(hardLink(target, link))
}

// Chown changes who owns a file; -1 leaves the user or the group as it is.
func Chown(path string, uid, gid int) error {
	if !validName(path) {
		return EINVAL
	}
	return failure(chown(path, uid, gid, true))
}

// Lchown is Chown that does not follow a symbolic link.
func Lchown(path string, uid, gid int) error {
	if !validName(path) {
		return EINVAL
	}
	return failure(chown(path, uid, gid, false))
}

// LeaveTime as a time says that it stays as it is.
const LeaveTime = -1 << 63

// SetTimes sets the times of access and modification in nanoseconds since the Unix epoch.
func SetTimes(path string, access, modification int64) error {
	if !validName(path) {
		return EINVAL
	}
	return failure(setTimes(path, access, modification))
}

// Getgroups returns the groups the process belongs to beside its own.
func Getgroups() (gids []int, err error) {
	for {
		gid, count := groupAt(len(gids))
		if len(gids) >= count {
			return gids, nil
		}
		gids = append(gids, gid)
	}
}

// ReadLink returns what a symbolic link points at.
func ReadLink(path string) (string, error) {
	if !validName(path) {
		return "", EINVAL
	}
	target, errno := readLink(path)
	return target, failure(errno)
}

// ReadDirectory returns the names in a directory in no particular order, without "." and "..".
func ReadDirectory(path string) ([]string, error) {
	if !validName(path) {
		return nil, EINVAL
	}
	joined, errno := readDirectory(path)
	if errno != 0 {
		return nil, errno
	}
	return split(joined), nil
}

// split takes apart a list of strings that each end with a NUL, the form in which natives hand over lists.
func split(joined string) []string {
	count := 0
	for i := 0; i < len(joined); i++ {
		if joined[i] == 0 {
			count++
		}
	}
	list := make([]string, 0, count)
	begin := 0
	for i := 0; i < len(joined); i++ {
		if joined[i] == 0 {
			list = append(list, joined[begin:i])
			begin = i + 1
		}
	}
	return list
}

func Getwd() (string, error) {
	wd, errno := workingDirectory()
	return wd, failure(errno)
}

func Chdir(path string) error {
	if !validName(path) {
		return EINVAL
	}
	return failure(changeDirectory(path))
}

// Hostname returns the name of the machine.
func Hostname() (string, error) {
	name, errno := hostname()
	return name, failure(errno)
}

// Arguments returns the program's name and arguments.
func Arguments() []string { return split(arguments()) }

func Getpagesize() int { return 4096 }

func Getpid() int
func Getppid() int
func Getuid() int
func Getgid() int
func Geteuid() int { return Getuid() }
func Getegid() int { return Getgid() }

// IsTerminal reports whether a descriptor is an interactive terminal.
func IsTerminal(fd int) bool

// Exit writes out what is buffered and ends the program at once.
func Exit(code int)

func open(path string, mode int, perm uint32) (int, Errno)
func closeFile(fd int) Errno
func read(fd int, p []byte) (int, Errno)
func write(fd int, p []byte) (int, Errno)
func writeString(fd int, s string) (int, Errno)
func pread(fd int, p []byte, offset int64) (int, Errno)
func pwrite(fd int, p []byte, offset int64) (int, Errno)
func seek(fd int, offset int64, whence int) (int64, Errno)
func ftruncate(fd int, length int64) Errno
func stat(path string, follow bool, st *Stat_t) Errno
func fstat(fd int, st *Stat_t) Errno
func mkdir(path string, mode uint32) Errno
func remove(path string, directory bool) Errno
func rename(from, to string) Errno
func chmod(path string, mode uint32) Errno
func symlink(target, link string) Errno
func hardLink(target, link string) Errno
func chown(path string, uid, gid int, follow bool) Errno
func setTimes(path string, access, modification int64) Errno
func groupAt(index int) (gid, count int)
func readLink(path string) (string, Errno)
func readDirectory(path string) (string, Errno)
func workingDirectory() (string, Errno)
func changeDirectory(path string) Errno
func hostname() (string, Errno)
func arguments() string
func environment() string
