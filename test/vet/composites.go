// RUN: %vetcheck -composites %s
package main

import (
	"bufio"
	"os"
	"sync"
	"time"
	"unicode"
)

type own struct{ a, b int }

func main() {
	_ = own{1, 2}
	_ = os.PathError{"op", "path", nil}  // WANT 6 "os.PathError struct literal uses unkeyed fields"
	_ = &os.PathError{"op", "path", nil} // WANT 7 "os.PathError struct literal uses unkeyed fields"
	_ = os.PathError{Op: "op"}
	_ = bufio.ReadWriter{nil, nil}                               // WANT 6 "bufio.ReadWriter struct literal uses unkeyed fields"
	_ = []os.PathError{{"op", "path", nil}}                      // WANT 21 "os.PathError struct literal uses unkeyed fields"
	_ = []*os.PathError{{"op", "path", nil}}                     // WANT 22 "*os.PathError struct literal uses unkeyed fields"
	_ = map[string]os.LinkError{"x": {"op", "path", "new", nil}} // WANT 35 "os.LinkError struct literal uses unkeyed fields"
	_ = sync.Mutex{}
	_ = time.Time{}
	_ = unicode.Range16{1, 2, 1}
	_ = unicode.RangeTable{nil, nil, 0} // WANT 6 "unicode.RangeTable struct literal uses unkeyed fields"
	_ = []unicode.Range16{{1, 2, 3}}
}
