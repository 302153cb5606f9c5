package regexp

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ReplaceAllString replaces the matches by repl, in which $1 and ${name} stand for groups as with Expand.
func (re *Regexp) ReplaceAllString(src, repl string) string {
	slots := 2
	if strings.Contains(repl, "$") {
		slots = 2 * len(re.names)
	}
	out, changed := re.replace(src, slots, func(b []byte, found []int) []byte { return re.expand(b, repl, src, found) })
	if !changed {
		return src
	}
	return string(out)
}

// ReplaceAllLiteralString replaces the matches by repl as it is.
func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	out, changed := re.replace(src, 2, func(b []byte, found []int) []byte { return append(b, repl...) })
	if !changed {
		return src
	}
	return string(out)
}

// ReplaceAllStringFunc replaces each match by what repl makes of it.
func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	out, changed := re.replace(src, 2, func(b []byte, found []int) []byte {
		return append(b, repl(src[found[0]:found[1]])...)
	})
	if !changed {
		return src
	}
	return string(out)
}

// ReplaceAll is ReplaceAllString for bytes; the result is a copy in any case.
func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	slots := 2
	if strings.Contains(textOf(repl), "$") {
		slots = 2 * len(re.names)
	}
	template, text := string(repl), textOf(src)
	out, changed := re.replace(text, slots, func(b []byte, found []int) []byte {
		return re.expand(b, template, text, found)
	})
	return ownBytes(out, changed, src)
}

// ReplaceAllLiteral is ReplaceAllLiteralString for bytes.
func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	out, changed := re.replace(textOf(src), 2, func(b []byte, found []int) []byte { return append(b, repl...) })
	return ownBytes(out, changed, src)
}

// ReplaceAllFunc is ReplaceAllStringFunc for bytes.
func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	out, changed := re.replace(textOf(src), 2, func(b []byte, found []int) []byte {
		return append(b, repl(src[found[0]:found[1]])...)
	})
	return ownBytes(out, changed, src)
}

func ownBytes(out []byte, changed bool, src []byte) []byte {
	if !changed {
		return append([]byte(nil), src...)
	}
	return out
}

// replace copies src, with what add appends in the place of each match. Matches may be empty, but not right behind another.
func (re *Regexp) replace(src string, slots int, add func(b []byte, found []int) []byte) (out []byte, changed bool) {
	copied := 0 // src up to here is in out or replaced
	for pos := 0; pos <= len(src); {
		found := re.search(src, pos, slots)
		if found == nil {
			break
		}
		out = append(out, src[copied:found[0]]...)
		if found[1] > copied || found[0] == 0 {
			out = add(out, found)
			changed = true
		}
		copied = found[1]
		_, size := utf8.DecodeRuneInString(src[pos:])
		switch {
		case pos+size > found[1]:
			pos += size
		case pos+1 > found[1]: // at the end
			pos++
		default:
			pos = found[1]
		}
	}
	if !changed {
		return nil, false
	}
	return append(out, src[copied:]...), true
}

// ExpandString appends template to dst, with $name and ${name} replaced by the groups of a match in src, whose positions
// are in match. A name is as long as letters, digits and underscores go; $$ is a dollar.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	return re.expand(dst, template, src, match)
}

// Expand is ExpandString for bytes.
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.expand(dst, string(template), textOf(src), match)
}

func (re *Regexp) expand(dst []byte, template, src string, match []int) []byte {
	for {
		before, after, ok := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !ok {
			return dst
		}
		if rest, ok := strings.CutPrefix(after, "$"); ok {
			dst = append(dst, '$')
			template = rest
			continue
		}
		name, rest, ok := groupName(after)
		if !ok { // a dollar that means nothing
			dst = append(dst, '$')
			template = after
			continue
		}
		template = rest
		add := func(group int) {
			if 2*group+1 < len(match) && match[2*group] >= 0 {
				dst = append(dst, src[match[2*group]:match[2*group+1]]...)
			}
		}
		if number, isNumber := groupNumber(name); isNumber {
			add(number)
			continue
		}
		for group, its := range re.names {
			if its == name && 2*group+1 < len(match) && match[2*group] >= 0 {
				add(group)
				break
			}
		}
	}
}

// groupName reads a name, perhaps in braces, from the beginning of s.
func groupName(s string) (name, rest string, ok bool) {
	inside, braced := strings.CutPrefix(s, "{")
	end := strings.IndexFunc(inside, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_'
	})
	if end < 0 {
		end = len(inside)
	}
	name, rest = inside[:end], inside[end:]
	if name == "" {
		return "", s, false
	}
	if braced {
		rest, ok = strings.CutPrefix(rest, "}")
		return name, rest, ok
	}
	return name, rest, true
}

// groupNumber reads a name that is a number.
func groupNumber(name string) (int, bool) {
	if strings.Trim(name, "0123456789") != "" || name[0] == '0' && len(name) > 1 {
		return 0, false
	}
	n, err := strconv.Atoi(name)
	return n, err == nil && n < 1e8
}
