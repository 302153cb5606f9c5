package time

// Layouts for use in Time.Format and time.Parse. The reference time they show is
//
//	Mon Jan 2 15:04:05 MST 2006
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// An element is a part of a layout that stands for a part of a time.
type element uint8

const (
	noElement        element = iota
	elemLongMonth            // January
	elemShortMonth           // Jan
	elemMonth                // 1
	elemMonth2               // 01
	elemLongDay              // Monday
	elemShortDay             // Mon
	elemDay                  // 2
	elemDaySpace             // _2
	elemDay2                 // 02
	elemYearDaySpace         // __2
	elemYearDay3             // 002
	elemHour24               // 15
	elemHour12               // 3
	elemHour12Two            // 03
	elemMinute               // 4
	elemMinute2              // 04
	elemSecond               // 5
	elemSecond2              // 05
	elemYear4                // 2006
	elemYear2                // 06
	elemPM                   // PM
	elemPm                   // pm
	elemZoneName             // MST
	elemOffset               // -07, -0700, -07:00 and so on, with Z or without: see offsetForm
	elemFraction0            // .000: that many digits
	elemFraction9            // .999: at most that many, without trailing zeros
)

// offsetForm says how a zone offset is written.
type offsetForm struct {
	z       bool // Z for an offset of zero
	minutes bool
	seconds bool
	colon   bool
}

// part is an element as it stands in a layout.
type part struct {
	element element
	begin   int // in the layout
	end     int
	offset  offsetForm // of elemOffset
	digits  int        // of a fraction
	comma   bool       // a fraction is written with a comma
}

// Words of a layout, longest first where one begins another.
var layoutWords = [...]struct {
	text    string
	element element
	offset  offsetForm
}{
	{"January", elemLongMonth, offsetForm{}},
	{"Jan", elemShortMonth, offsetForm{}},
	{"Monday", elemLongDay, offsetForm{}},
	{"Mon", elemShortDay, offsetForm{}},
	{"MST", elemZoneName, offsetForm{}},
	{"01", elemMonth2, offsetForm{}},
	{"02", elemDay2, offsetForm{}},
	{"03", elemHour12Two, offsetForm{}},
	{"04", elemMinute2, offsetForm{}},
	{"05", elemSecond2, offsetForm{}},
	{"06", elemYear2, offsetForm{}},
	{"002", elemYearDay3, offsetForm{}},
	{"15", elemHour24, offsetForm{}},
	{"1", elemMonth, offsetForm{}},
	{"2006", elemYear4, offsetForm{}},
	{"2", elemDay, offsetForm{}},
	{"__2", elemYearDaySpace, offsetForm{}},
	{"_2", elemDaySpace, offsetForm{}},
	{"3", elemHour12, offsetForm{}},
	{"4", elemMinute, offsetForm{}},
	{"5", elemSecond, offsetForm{}},
	{"PM", elemPM, offsetForm{}},
	{"pm", elemPm, offsetForm{}},
	{"-070000", elemOffset, offsetForm{minutes: true, seconds: true}},
	{"-07:00:00", elemOffset, offsetForm{minutes: true, seconds: true, colon: true}},
	{"-0700", elemOffset, offsetForm{minutes: true}},
	{"-07:00", elemOffset, offsetForm{minutes: true, colon: true}},
	{"-07", elemOffset, offsetForm{}},
	{"Z070000", elemOffset, offsetForm{z: true, minutes: true, seconds: true}},
	{"Z07:00:00", elemOffset, offsetForm{z: true, minutes: true, seconds: true, colon: true}},
	{"Z0700", elemOffset, offsetForm{z: true, minutes: true}},
	{"Z07:00", elemOffset, offsetForm{z: true, minutes: true, colon: true}},
	{"Z07", elemOffset, offsetForm{z: true}},
}

// mayBegin has the bytes an element begins with.
func mayBegin(c byte) bool {
	switch c {
	case 'J', 'M', '0', '1', '2', '_', '3', '4', '5', 'P', 'p', '-', 'Z', '.', ',':
		return true
	}
	return false
}

// nextPart finds the first element of a layout at or after from; its element is noElement if there is none.
func nextPart(layout string, from int) part {
	for i := from; i < len(layout); i++ {
		if !mayBegin(layout[i]) {
			continue
		}
		if c := layout[i]; c == '.' || c == ',' {
			if p := fractionAt(layout, i); p.element != noElement {
				return p
			}
			continue
		}
		for w := range layoutWords {
			word := &layoutWords[w]
			text := word.text
			if !hasPrefixAt(layout, i, text) {
				continue
			}
			end := i + len(text)
			switch word.element {
			case elemShortMonth, elemShortDay:
				if end < len(layout) && 'a' <= layout[end] && layout[end] <= 'z' {
					continue // "Janet"
				}
			case elemDaySpace:
				if hasPrefixAt(layout, i+1, "2006") {
					return part{element: elemYear4, begin: i + 1, end: i + 5}
				}
			}
			return part{element: word.element, begin: i, end: end, offset: word.offset}
		}
	}
	return part{begin: len(layout), end: len(layout)}
}

func hasPrefixAt(s string, i int, prefix string) bool {
	return len(s)-i >= len(prefix) && s[i:i+len(prefix)] == prefix
}

// fractionAt reads a run of 0s or 9s behind the point at i; no digit may follow it.
func fractionAt(layout string, i int) part {
	j := i + 1
	if j >= len(layout) || layout[j] != '0' && layout[j] != '9' {
		return part{}
	}
	digit := layout[j]
	for j < len(layout) && layout[j] == digit {
		j++
	}
	if isDigitAt(layout, j) {
		return part{}
	}
	p := part{element: elemFraction0, begin: i, end: j, digits: j - i - 1, comma: layout[i] == ','}
	if digit == '9' {
		p.element = elemFraction9
	}
	return p
}
