// Package filepath works on the paths of files. On the systems we run on these are slash-separated, as in package path.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"sort"
	"strings"
	"syscall"
)

const (
	Separator     = os.PathSeparator
	ListSeparator = os.PathListSeparator
)

var (
	ErrBadPattern = path.ErrBadPattern
	SkipDir       = fs.SkipDir
	SkipAll       = fs.SkipAll
)

func Clean(name string) string             { return path.Clean(name) }
func Join(elem ...string) string           { return path.Join(elem...) }
func Split(name string) (dir, file string) { return path.Split(name) }
func Base(name string) string              { return path.Base(name) }
func Dir(name string) string               { return path.Dir(name) }
func Ext(name string) string               { return path.Ext(name) }

// HasPrefix reports whether p begins with prefix.
//
// Deprecated: it knows nothing of the elements of paths.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }

func IsAbs(name string) bool                   { return path.IsAbs(name) }
func ToSlash(name string) string               { return name }
func FromSlash(name string) string             { return name }
func VolumeName(name string) string            { return "" }
func Match(pattern, name string) (bool, error) { return path.Match(pattern, name) }

// IsLocal reports whether a path, taken as it is written, stays below the directory it is relative to.
func IsLocal(name string) bool {
	if name == "" || IsAbs(name) {
		return false
	}
	clean := Clean(name)
	return clean != ".." && !strings.HasPrefix(clean, "../")
}

// Localize turns a path of package io/fs into one of the system.
func Localize(name string) (string, error) {
	if !fs.ValidPath(name) || strings.IndexByte(name, 0) >= 0 {
		return "", errors.New("invalid path")
	}
	return name, nil
}

// SplitList splits a list of paths such as $PATH.
func SplitList(list string) []string {
	if list == "" {
		return []string{}
	}
	return strings.Split(list, string(rune(ListSeparator)))
}

// Abs returns a path that begins at the root.
func Abs(name string) (string, error) {
	if IsAbs(name) {
		return Clean(name), nil
	}
	wd, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(wd, name), nil
}

// Rel returns the path that leads from base to target.
func Rel(base, target string) (string, error) {
	from, to := Clean(base), Clean(target)
	if from == to {
		return ".", nil
	}
	if from == "." {
		from = ""
	}
	if IsAbs(from) != IsAbs(to) {
		return "", errors.New("Rel: can't make " + target + " relative to " + base)
	}
	// Drop the elements they share.
	for {
		a, restA, _ := strings.Cut(strings.TrimPrefix(from, "/"), "/")
		b, restB, _ := strings.Cut(strings.TrimPrefix(to, "/"), "/")
		if a != b || a == "" {
			break
		}
		from, to = restA, restB
	}
	from, to = strings.TrimPrefix(from, "/"), strings.TrimPrefix(to, "/")
	if to == "." {
		to = ""
	}
	if from == "" {
		return Clean(to), nil
	}
	var up []string
	for _, element := range strings.Split(from, "/") {
		if element == ".." {
			return "", errors.New("Rel: can't make " + target + " relative to " + base)
		}
		up = append(up, "..")
	}
	if to != "" {
		up = append(up, to)
	}
	return strings.Join(up, "/"), nil
}

// EvalSymlinks returns the path with symbolic links resolved.
func EvalSymlinks(name string) (string, error) {
	if name == "" {
		return "", nil
	}
	resolved := ""
	if IsAbs(name) {
		resolved = "/"
	}
	rest := name
	for links := 0; rest != ""; {
		var element string
		element, rest, _ = strings.Cut(strings.TrimLeft(rest, "/"), "/")
		switch {
		case element == "" || element == ".":
			continue
		case element == ".." && resolved != "" && Base(resolved) != "..":
			resolved = Dir(resolved)
			if resolved == "." {
				resolved = ""
			}
			continue
		}
		next := Join(resolved, element)
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			if !info.IsDir() && rest != "" {
				return "", syscall.ENOTDIR
			}
			resolved = next
			continue
		}
		if links++; links > 255 {
			return "", errors.New("EvalSymlinks: too many links")
		}
		target, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(target) {
			resolved = "/"
		}
		rest = target + "/" + rest
	}
	return Clean(resolved), nil
}

// A WalkFunc is called by Walk for each file and directory.
type WalkFunc func(path string, info fs.FileInfo, err error) error

// Walk visits the tree below root in lexical order, root included.
func Walk(root string, visit WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = visit(root, nil, err)
	} else {
		err = walk(root, info, visit)
	}
	return unlessSkipped(err)
}

func unlessSkipped(err error) error {
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(name string, info fs.FileInfo, visit WalkFunc) error {
	if !info.IsDir() {
		return visit(name, info, nil)
	}
	entries, failed := os.ReadDir(name)
	if err := visit(name, info, failed); failed != nil || err != nil {
		return err // SkipDir means this directory, whose caller knows
	}
	for _, entry := range entries {
		child := Join(name, entry.Name())
		info, err := os.Lstat(child)
		if err != nil {
			if err := visit(child, info, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err := walk(child, info, visit); err != nil {
			if err != SkipDir {
				return err
			}
			if !info.IsDir() {
				return nil // skips the rest of this directory
			}
		}
	}
	return nil
}

// WalkDir is Walk with directory entries, which need no system call each.
func WalkDir(root string, visit fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = visit(root, nil, err)
	} else {
		err = walkDir(root, fs.FileInfoToDirEntry(info), visit)
	}
	return unlessSkipped(err)
}

func walkDir(name string, entry fs.DirEntry, visit fs.WalkDirFunc) error {
	if err := visit(name, entry, nil); err != nil || !entry.IsDir() {
		if err == SkipDir && entry.IsDir() {
			err = nil
		}
		return err
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		if err = visit(name, entry, err); err != nil {
			if err == SkipDir {
				err = nil
			}
			return err
		}
	}
	for _, child := range entries {
		if err := walkDir(Join(name, child.Name()), child, visit); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

// Glob returns the files that match a pattern, sorted within each directory.
func Glob(pattern string) ([]string, error) {
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	if !strings.ContainsAny(pattern, `*?[\`) {
		if _, err := os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, last := Split(pattern)
	switch {
	case dir == "":
		dir = "."
	case dir != "/":
		dir = dir[:len(dir)-1]
	}
	dirs := []string{dir}
	if strings.ContainsAny(dir, `*?[\`) {
		var err error
		if dirs, err = Glob(dir); err != nil {
			return nil, err
		}
	}
	var matches []string
	for _, d := range dirs {
		info, err := os.Stat(d)
		if err != nil || !info.IsDir() {
			continue
		}
		f, err := os.Open(d)
		if err != nil {
			continue
		}
		names, _ := f.Readdirnames(-1)
		f.Close()
		sort.Strings(names)
		for _, name := range names {
			matched, err := Match(last, name)
			if err != nil {
				return matches, err
			}
			if matched {
				matches = append(matches, Join(d, name))
			}
		}
	}
	return matches, nil
}
