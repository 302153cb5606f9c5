// os: links, owners and times of files, file systems with links. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 54d6d87abecf557fb1a69c605f8e2e892238a1a75987a184e8cc5791b38ecc26
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	dir, _ := os.MkdirTemp("", "os")
	defer os.RemoveAll(dir)
	show := func(args ...any) {
		fmt.Print(strings.ReplaceAll(fmt.Sprintln(args...), dir, "DIR"))
	}
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	os.WriteFile(a, []byte("text"), 0o640)
	show(os.Link(a, b), os.Link(a, b), os.Link(dir+"/none", b+"2"))
	x, _ := os.Stat(a)
	y, _ := os.Stat(b)
	show(os.SameFile(x, y))
	when := time.Date(2001, 2, 3, 4, 5, 6, 789, time.UTC)
	show(os.Chtimes(a, when, when), os.Chtimes(dir+"/none", when, when))
	x, _ = os.Stat(a)
	show(x.ModTime().UTC())
	show(os.Chtimes(a, time.Now(), time.Time{}))
	x, _ = os.Stat(a)
	show(x.ModTime().UTC())
	old := time.Unix(-5, 5)
	os.Chtimes(a, old, old)
	x, _ = os.Stat(a)
	show(x.ModTime().UTC())
	show(os.Chown(a, os.Getuid(), os.Getgid()), os.Chown(a, -1, -1), os.Lchown(dir+"/none", 1, 1), os.Chown(dir+"/none", -1, -1))
	f, _ := os.Open(a)
	show(f.Chown(-1, -1), f.Close(), f.Chown(-1, -1))
	groups, err := os.Getgroups()
	show(len(groups), err)

	os.Symlink("a", filepath.Join(dir, "link"))
	os.MkdirAll(filepath.Join(dir, "sub", "deep"), 0o755)
	os.WriteFile(filepath.Join(dir, "sub", "deep", "f"), []byte("deep"), 0o755)
	fsys := os.DirFS(dir)
	link, err := fs.ReadLink(fsys, "link")
	show(link, err)
	link, err = fs.ReadLink(fsys, "a")
	show(link, err)
	info, err := fs.Lstat(fsys, "link")
	show(info.Mode(), err)
	_, err = fs.Lstat(fsys, "none")
	show(err)
	_, err = fs.ReadLink(nothing{}, "x")
	show(err)
	_, err = fs.Lstat(nothing{}, "x")
	show(err)
	copied, _ := os.MkdirTemp("", "os")
	defer os.RemoveAll(copied)
	show(os.CopyFS(copied, fsys))
	filepath.WalkDir(copied, func(path string, d fs.DirEntry, err error) error {
		info, _ := d.Info()
		text, _ := os.ReadFile(path)
		show(strings.TrimPrefix(path, copied), info.Mode(), string(text), err)
		return nil
	})
	show(strings.ReplaceAll(fmt.Sprint(os.CopyFS(copied, fsys)), copied, "COPY"), errors.Is(os.CopyFS(copied, fsys), fs.ErrExist))
	show(filepath.HasPrefix("a/b", "a"))
}

type nothing struct{}

func (nothing) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}
