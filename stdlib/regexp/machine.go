package regexp

import (
	"io"
	"unicode/utf8"
	"unsafe"
)

// A machine runs a program over a text. It is reused; natives.cpp has the same layout.
type machine struct {
	code     []instruction
	ranges   []rune
	text     string
	prefix   string
	start    uint32
	longest  bool
	anchored bool
	pos      int // where the search begins, then where it goes on
	slots    int // positions wanted: 0 or 2 for each group
	matched  bool
	began    bool   // the words are laid out
	found    []int  // the positions of the match
	words    []uint // threads
}

// run goes on until there is a match, no match (false, true), or so much has been done that others should have their
// turn (false, false).
func (m *machine) run() (matched, finished bool)

// wordsFor returns how many words of memory a search takes.
func wordsFor(instructions, slots int) int {
	sparse := 2 * instructions
	threads := 2 * instructions * (1 + slots)
	stack := 2 * (2*instructions + 2)
	return 8 + sparse + threads + stack + slots
}

// search looks for a match in text from pos on and returns the positions of its groups, as many as slots says; nil if there is
// none. With no slots the result for a match is empty.
func (re *Regexp) search(text string, pos, slots int) []int {
	p := re.program
	if pos > len(text) || p.anchored && pos > 0 {
		return nil
	}
	m := re.take()
	defer re.give(m)
	m.code, m.ranges, m.start = p.code, p.ranges, p.start
	m.text, m.prefix, m.longest, m.anchored = text, p.prefix, re.longest, p.anchored
	m.pos, m.slots, m.matched, m.began = pos, slots, false, false
	m.found = make([]int, slots)
	if need := wordsFor(len(p.code), slots); len(m.words) < need {
		m.words = make([]uint, need)
	}
	for {
		matched, finished := m.run()
		if matched {
			return m.found
		}
		if finished {
			return nil
		}
	}
}

// take returns a machine that nobody uses.
func (re *Regexp) take() *machine {
	re.mu.Lock()
	defer re.mu.Unlock()
	n := len(re.machines)
	if n == 0 {
		return new(machine)
	}
	m := re.machines[n-1]
	re.machines = re.machines[:n-1]
	return m
}

func (re *Regexp) give(m *machine) {
	m.text, m.found = "", nil // they are not ours
	re.mu.Lock()
	re.machines = append(re.machines, m)
	re.mu.Unlock()
}

// textOf returns bytes as a string, which is only looked at while they do not change.
func textOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// readAll returns what a reader gives. A rune that was no UTF-8 becomes a byte that is none.
func readAll(r io.RuneReader) string {
	var text []byte
	for {
		c, size, err := r.ReadRune()
		if err != nil {
			return string(text)
		}
		if c == utf8.RuneError && size == 1 {
			text = append(text, 0xFF)
		} else {
			text = utf8.AppendRune(text, c)
		}
	}
}
