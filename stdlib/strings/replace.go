package strings

import "io"

// Replacer replaces strings by others. It may be used by several goroutines.
type Replacer struct {
	oldnew []string
}

// NewReplacer takes pairs of old and new strings. At each place of the input the first pair whose old string
// occurs there counts; replacements do not overlap. It panics if the number of arguments is odd.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	return &Replacer{append([]string(nil), oldnew...)}
}

// Replace returns s with all replacements made.
func (r *Replacer) Replace(s string) string { return replacePairs(s, r.oldnew) }

// WriteString writes s to w with all replacements made.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	return io.WriteString(w, r.Replace(s))
}

func replacePairs(s string, oldnew []string) string
