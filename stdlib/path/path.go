// Package path works on slash-separated paths, such as those of URLs and of package io/fs.
package path

import (
	"errors"
	"unicode/utf8"
)

// Clean returns the shortest path that means the same by the rules of names alone.
func Clean(path string) string {
	if path == "" {
		return "."
	}
	rooted := path[0] == '/'
	out := make([]byte, 0, len(path))
	if rooted {
		out = append(out, '/')
	}
	floor := len(out) // ".." does not take away anything before this
	for begin := 0; begin < len(path); {
		end := begin
		for end < len(path) && path[end] != '/' {
			end++
		}
		element := path[begin:end]
		begin = end + 1
		switch {
		case element == "" || element == ".":
		case element != "..":
			if len(out) > 0 && out[len(out)-1] != '/' {
				out = append(out, '/')
			}
			out = append(out, element...)
		case len(out) > floor:
			cut := len(out) - 1
			for cut > floor && out[cut] != '/' {
				cut--
			}
			out = out[:cut]
		case !rooted:
			if len(out) > 0 {
				out = append(out, '/')
			}
			out = append(out, ".."...)
			floor = len(out)
		}
	}
	if len(out) == 0 {
		return "."
	}
	return string(out)
}

// Split cuts a path behind its last slash.
func Split(path string) (dir, file string) {
	i := lastSlash(path)
	return path[:i+1], path[i+1:]
}

func lastSlash(path string) int {
	i := len(path) - 1
	for i >= 0 && path[i] != '/' {
		i--
	}
	return i
}

// Join puts elements together with slashes and cleans the result; empty ones count for nothing.
func Join(elem ...string) string {
	joined := ""
	for _, e := range elem {
		if e == "" {
			continue
		}
		if joined != "" {
			joined += "/"
		}
		joined += e
	}
	if joined == "" {
		return ""
	}
	return Clean(joined)
}

// Ext returns the suffix from the last dot of the last element on.
func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

// Base returns the last element, without trailing slashes.
func Base(path string) string {
	if path == "" {
		return "."
	}
	for len(path) > 0 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	if path == "" {
		return "/"
	}
	return path[lastSlash(path)+1:]
}

// Dir returns all but the last element, cleaned.
func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}

// IsAbs reports whether the path begins at the root.
func IsAbs(path string) bool { return len(path) > 0 && path[0] == '/' }

// ErrBadPattern means that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Match reports whether name matches a shell pattern: '*' stands for any run of characters but slashes, '?' for one of
// them, '[a-z]' or '[^a-z]' for one of a class, and '\\' takes the next character as it is.
func Match(pattern, name string) (matched bool, err error) {
	// After a star everything that follows it is tried at each later place; only the last star needs trying again,
	// since what an earlier one could take instead the last one can take as well.
	starPattern, starName := -1, 0
	p, n := 0, 0
	for p < len(pattern) || n < len(name) {
		if p < len(pattern) && pattern[p] == '*' {
			for p < len(pattern) && pattern[p] == '*' {
				p++
			}
			starPattern, starName = p, n
			continue
		}
		if p < len(pattern) && n < len(name) {
			next, width, ok, err := matchOne(pattern[p:], name[n:])
			if err != nil {
				return false, err
			}
			if ok {
				p, n = p+next, n+width
				continue
			}
		}
		// A slash cannot be given to the star.
		if starPattern < 0 || starName >= len(name) || name[starName] == '/' {
			return false, checkPattern(pattern[p:])
		}
		starName++ // by bytes, as Go does, though a class may then match the middle of a character
		p, n = starPattern, starName
	}
	return true, nil
}

// checkPattern finds errors in the part of a pattern that matching did not come to.
func checkPattern(pattern string) error {
	for len(pattern) > 0 {
		if pattern[0] == '*' {
			pattern = pattern[1:]
			continue
		}
		next, _, _, err := matchOne(pattern, "a")
		if err != nil {
			return err
		}
		pattern = pattern[next:]
	}
	return nil
}

// matchOne matches the pattern's first item, which is not a star, against the name's first character. It returns how
// many bytes of pattern and name they take.
func matchOne(pattern, name string) (next, width int, ok bool, err error) {
	char, width := utf8.DecodeRuneInString(name)
	switch pattern[0] {
	case '?':
		return 1, width, char != '/', nil
	case '[':
		next, ok, err = matchClass(pattern, char)
		return next, width, ok, err
	case '\\':
		if len(pattern) == 1 {
			return 0, 0, false, ErrBadPattern
		}
		return 2, 1, pattern[1] == name[0], nil
	}
	return 1, 1, pattern[0] == name[0], nil
}

// matchClass matches a bracketed class, which pattern begins with.
func matchClass(pattern string, char rune) (next int, ok bool, err error) {
	i := 1
	negated := i < len(pattern) && pattern[i] == '^'
	if negated {
		i++
	}
	for ranges := 0; ; ranges++ {
		if i < len(pattern) && pattern[i] == ']' && ranges > 0 {
			return i + 1, ok != negated, nil
		}
		low, width, err := classChar(pattern[i:])
		if err != nil {
			return 0, false, err
		}
		i += width
		high := low
		if i < len(pattern) && pattern[i] == '-' {
			if high, width, err = classChar(pattern[i+1:]); err != nil {
				return 0, false, err
			}
			i += 1 + width
		}
		if low <= char && char <= high {
			ok = true
		}
	}
}

// classChar reads one character of a class. A class must go on behind it.
func classChar(pattern string) (char rune, width int, err error) {
	if len(pattern) == 0 || pattern[0] == '-' || pattern[0] == ']' {
		return 0, 0, ErrBadPattern
	}
	escaped := 0
	if pattern[0] == '\\' {
		escaped = 1
		if len(pattern) == 1 {
			return 0, 0, ErrBadPattern
		}
	}
	char, width = utf8.DecodeRuneInString(pattern[escaped:])
	width += escaped
	if char == utf8.RuneError && width == 1+escaped || width == len(pattern) {
		return 0, 0, ErrBadPattern
	}
	return char, width, nil
}
