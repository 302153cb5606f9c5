// Package tabwriter aligns text in columns: a filter that turns tabs into padding.
//
// Text consists of cells that tabs end; what follows the last tab of a line is in no column. The cells at the same place of
// adjacent lines are a column, and all are made as wide as the widest. The text is held back until it is known how wide
// its columns are, so Flush must be called at the end.
package tabwriter

import (
	"io"
	"unicode/utf8"
)

// Flags of a Writer.
const (
	FilterHTML          uint = 1 << iota // tags have no width, entities that of one character
	StripEscape                          // leave out the Escape bytes around escaped text
	AlignRight                           // text goes to the right of its cell
	DiscardEmptyColumns                  // columns of empty cells that vertical tabs end are left out
	TabIndent                            // padding of empty cells at a line's beginning is tabs
	Debug                                // a bar between columns
)

// Escape brackets text that is taken as it is, tabs and newlines included. No UTF-8 text contains this byte.
const Escape = '\xff'

// A cell is a piece of a line.
type cell struct {
	text  []byte
	width int  // in characters
	hard  bool // a horizontal tab ends it
}

// A Writer aligns what is written to it and writes it to another Writer.
type Writer struct {
	output   io.Writer
	minwidth int
	tabwidth int
	padding  int
	padchar  byte
	flags    uint

	lines   [][]cell // the last is not yet complete
	current cell     // the cell being read; its width counts text only up to counted
	counted int
	ending  byte // what ends the escape, tag or entity being read; 0: none is

	widths []int // while writing: of the columns to the left
	out    []byte
}

// NewWriter returns a Writer; the parameters are those of Init.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init makes w write to output. Cells are at least minwidth wide, padding included; padding is added to the widest text of a
// column. If padchar is a tab, widths are multiples of tabwidth and text is aligned left.
func (w *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if padchar == '\t' {
		flags &^= AlignRight
	}
	*w = Writer{output: output, minwidth: minwidth, tabwidth: tabwidth, padding: padding, padchar: padchar, flags: flags}
	w.reset()
	return w
}

// reset forgets the text.
func (w *Writer) reset() {
	w.lines = append(w.lines[:0], nil)
	w.current, w.counted, w.ending = cell{}, 0, 0
	w.widths = w.widths[:0]
}

// Write takes text. The errors are those of the underlying Writer.
func (w *Writer) Write(buf []byte) (n int, err error) {
	begin := 0 // of what has not been put into a cell
	for i, c := range buf {
		if w.ending != 0 {
			if c == w.ending {
				end := i + 1
				if c == Escape && w.flags&StripEscape != 0 {
					end = i
				}
				w.add(buf[begin:end])
				begin = i + 1
				w.endEscape()
			}
			continue
		}
		switch c {
		case '\t', '\v', '\n', '\f':
			w.add(buf[begin:i])
			begin = i + 1
			w.count()
			w.endCell(c == '\t')
			if c == '\t' || c == '\v' {
				break
			}
			// A line of one cell has no column: the lines before it do not depend on what comes.
			complete := len(w.lines[len(w.lines)-1]) == 1 || c == '\f'
			w.lines = append(w.lines, nil)
			if !complete {
				break
			}
			if err := w.flush(); err != nil {
				return begin, err
			}
			if c == '\f' && w.flags&Debug != 0 {
				if err := w.emit([]byte("---\n")); err != nil {
					return begin, err
				}
			}
		case Escape, '<', '&':
			if c != Escape && w.flags&FilterHTML == 0 {
				break
			}
			w.add(buf[begin:i])
			begin = i
			w.count()
			w.ending = map[byte]byte{Escape: Escape, '<': '>', '&': ';'}[c]
			if c == Escape && w.flags&StripEscape != 0 {
				begin++
			}
		}
	}
	w.add(buf[begin:])
	return len(buf), nil
}

// Flush writes what has been held back.
func (w *Writer) Flush() error { return w.flush() }

func (w *Writer) flush() error {
	if len(w.current.text) > 0 {
		if w.ending != 0 {
			w.endEscape()
		}
		w.endCell(false)
	}
	w.format(0, len(w.lines))
	w.reset()
	out := w.out
	w.out = w.out[:0]
	return w.emit(out)
}

// emit writes to the underlying Writer.
func (w *Writer) emit(text []byte) error {
	if len(text) == 0 {
		return nil
	}
	n, err := w.output.Write(text)
	if err == nil && n != len(text) {
		err = io.ErrShortWrite
	}
	return err
}

func (w *Writer) add(text []byte) { w.current.text = append(w.current.text, text...) }

// count adds the characters read to the width of the cell.
func (w *Writer) count() {
	w.current.width += utf8.RuneCount(w.current.text[w.counted:])
	w.counted = len(w.current.text)
}

func (w *Writer) endEscape() {
	switch w.ending {
	case Escape:
		w.count()
		if w.flags&StripEscape == 0 {
			w.current.width -= 2
		}
	case ';':
		w.current.width++
	}
	w.counted = len(w.current.text)
	w.ending = 0
}

func (w *Writer) endCell(hard bool) {
	w.current.hard = hard
	last := len(w.lines) - 1
	w.lines[last] = append(w.lines[last], w.current)
	w.current, w.counted = cell{}, 0
}

// format writes the lines [from, to), for which the widths of the columns up to the present one are known. Each run of lines
// that have the next column too is formatted for itself once its width is known.
func (w *Writer) format(from, to int) {
	column := len(w.widths)
	has := func(i int) bool { return column < len(w.lines[i])-1 }
	for i := from; i < to; i++ {
		if !has(i) {
			continue
		}
		w.writeLines(from, i)
		begin, width, discard := i, w.minwidth, w.flags&DiscardEmptyColumns != 0
		for ; i < to && has(i); i++ {
			c := w.lines[i][column]
			width = max(width, c.width+w.padding)
			discard = discard && c.width == 0 && !c.hard
		}
		if discard {
			width = 0
		}
		w.widths = append(w.widths, width)
		w.format(begin, i)
		w.widths = w.widths[:column]
		from = i
	}
	w.writeLines(from, to)
}

func (w *Writer) writeLines(from, to int) {
	for i := from; i < to; i++ {
		indenting := w.flags&TabIndent != 0
		for j, c := range w.lines[i] {
			if j > 0 && w.flags&Debug != 0 {
				w.out = append(w.out, '|')
			}
			empty := len(c.text) == 0
			indenting = indenting && empty
			left := w.flags&AlignRight == 0 || empty
			if left {
				w.out = append(w.out, c.text...)
			}
			if j < len(w.widths) {
				w.pad(c.width, w.widths[j], indenting)
			}
			if !left {
				w.out = append(w.out, c.text...)
			}
		}
		if i+1 < len(w.lines) {
			w.out = append(w.out, '\n')
		}
	}
}

// pad fills a cell that has text of some width.
func (w *Writer) pad(used, width int, tabs bool) {
	char, n := w.padchar, width-used
	if tabs || char == '\t' {
		if w.tabwidth == 0 {
			return // tabs that lead nowhere
		}
		char = '\t'
		width = (width + w.tabwidth - 1) / w.tabwidth * w.tabwidth
		n = (width - used + w.tabwidth - 1) / w.tabwidth
	}
	for range n {
		w.out = append(w.out, char)
	}
}
