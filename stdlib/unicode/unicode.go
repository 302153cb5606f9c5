// Package unicode knows the properties of characters, by Unicode 15.
//
// The functions ask compact tables of the VM. The variables that are RangeTables are made from the same tables, each
// only in programs that name it.
package unicode

const (
	MaxRune         = '\U0010FFFF' // the largest code point
	ReplacementChar = '\uFFFD'     // stands for what cannot be represented
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
)

// Version is the edition of Unicode the data are from.
const Version = "15.0.0"

// Indices into CaseRange.Delta, and values for To.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower as a delta says that the range alternates upper and lower case.
const UpperLower = MaxRune + 1

// RangeTable is a set of code points, as sorted ranges that do not overlap.
type RangeTable struct {
	R16         []Range16
	R32         []Range32 // from 0x10000 on
	LatinOffset int       // the number of entries of R16 with Hi <= MaxLatin1
}

// Range16 is every Stride-th code point from Lo to Hi.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// Range32 is every Stride-th code point from Lo to Hi.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

type d [MaxCase]rune

// CaseRange tells what to add to the code points from Lo to Hi for each case.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

// SpecialCase is the case mapping of a language where it differs from the general one.
type SpecialCase []CaseRange

// Is reports whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool {
	c := uint32(r)
	if c < 0x10000 {
		ranges := rangeTab.R16
		lo, hi := 0, len(ranges)
		for lo < hi {
			mid := (lo + hi) / 2
			if uint32(ranges[mid].Hi) < c {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		if lo == len(ranges) {
			return false
		}
		found := ranges[lo]
		from := uint32(found.Lo)
		return c >= from && (found.Stride == 1 || (c-from)%uint32(found.Stride) == 0)
	}
	ranges := rangeTab.R32
	lo, hi := 0, len(ranges)
	for lo < hi {
		mid := (lo + hi) / 2
		if ranges[mid].Hi < c {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(ranges) {
		return false
	}
	found := ranges[lo]
	return c >= found.Lo && (found.Stride == 1 || (c-found.Lo)%found.Stride == 0)
}

// In reports whether r is in one of the tables.
func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

// IsOneOf is In with the tables in a slice.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, table := range ranges {
		if Is(table, r) {
			return true
		}
	}
	return false
}

// IsControl reports whether r is a control character.
func IsControl(r rune) bool { return uint32(r) < 0x20 || 0x7F <= r && r < 0xA0 }

// IsDigit reports whether r is a decimal digit.
func IsDigit(r rune) bool

// IsGraphic reports whether r is a letter, mark, number, punctuation, symbol or space.
func IsGraphic(r rune) bool

// IsLetter reports whether r is a letter.
func IsLetter(r rune) bool

// IsLower reports whether r is a lower-case letter.
func IsLower(r rune) bool

// IsMark reports whether r is a mark.
func IsMark(r rune) bool

// IsNumber reports whether r is a number.
func IsNumber(r rune) bool

// IsPrint is IsGraphic with no space but ' '.
func IsPrint(r rune) bool

// IsPunct reports whether r is punctuation.
func IsPunct(r rune) bool

// IsSpace reports whether r has Unicode's property White_Space.
func IsSpace(r rune) bool

// IsSymbol reports whether r is a symbol.
func IsSymbol(r rune) bool

// IsTitle reports whether r is a title-case letter.
func IsTitle(r rune) bool

// IsUpper reports whether r is an upper-case letter.
func IsUpper(r rune) bool

// SimpleFold returns the next rune among those equal to r but for case: the least that is greater than r, or the least
// of all. A rune without others, or no code point at all, gives itself.
func SimpleFold(r rune) rune

// To converts r to UpperCase, LowerCase or TitleCase; another case gives ReplacementChar.
func To(_case int, r rune) rune {
	switch _case {
	case UpperCase:
		return ToUpper(r)
	case LowerCase:
		return ToLower(r)
	case TitleCase:
		return ToTitle(r)
	}
	return ReplacementChar
}

// ToUpper returns r in upper case.
func ToUpper(r rune) rune

// ToLower returns r in lower case.
func ToLower(r rune) rune

// ToTitle returns r in title case.
func ToTitle(r rune) rune

// ToUpper returns r in the language's upper case.
func (special SpecialCase) ToUpper(r rune) rune { return special.convert(UpperCase, r) }

// ToLower returns r in the language's lower case.
func (special SpecialCase) ToLower(r rune) rune { return special.convert(LowerCase, r) }

// ToTitle returns r in the language's title case.
func (special SpecialCase) ToTitle(r rune) rune { return special.convert(TitleCase, r) }

func (special SpecialCase) convert(_case int, r rune) rune {
	for i := range special {
		c := &special[i]
		if uint32(r) < c.Lo || uint32(r) > c.Hi {
			continue
		}
		delta := c.Delta[_case]
		if delta <= MaxRune {
			return r + delta
		}
		// Alternating: the first of each pair is upper case, and title case goes with it.
		if _case == LowerCase {
			return rune(c.Lo) + ((r - rune(c.Lo)) | 1)
		}
		return rune(c.Lo) + ((r - rune(c.Lo)) &^ 1)
	}
	return To(_case, r)
}
