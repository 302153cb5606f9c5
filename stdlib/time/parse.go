package time

// ParseError describes a problem parsing a time string.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

// Error returns the string representation of a ParseError.
func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) +
		" as " + quote(e.LayoutElem)
}

// quote puts s between quotation marks, escaping what is not printable ASCII byte by byte.
func quote(s string) string {
	const hex = "0123456789abcdef"
	b := make([]byte, 0, len(s)+2)
	b = append(b, '"')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c >= 0x80:
			b = append(b, '\\', 'x', hex[c>>4], hex[c&15])
		default:
			b = append(b, c)
		}
	}
	return string(append(b, '"'))
}

// Parse parses a formatted string and returns the time value it represents. In the absence of a time zone indicator, it
// returns a time in UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation is like Parse but interprets a time without zone, and zone abbreviations, as in the given location.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

// parsed is what has been read so far.
type parsed struct {
	year, month, day, yearDay int // month, day, yearDay: -1 if not given
	hour, min, sec, nsec      int
	am, pm                    bool // were given
	hasOffset                 bool
	offset                    int
	zoneUTC                   bool
	zoneName                  string
}

func parse(layout, value string, defaultLocation, local *Location) (Time, error) {
	v := parsed{month: -1, day: -1, yearDay: -1}
	rest := value
	done := 0
	fail := func(elem, at, message string) (Time, error) {
		return Time{}, &ParseError{layout, value, elem, at, message}
	}
	for {
		p := nextPart(layout, done)
		literal := layout[done:p.begin]
		elem := layout[p.begin:p.end]
		var ok bool
		if rest, ok = skipLiteral(rest, literal); !ok {
			return fail(literal, rest, "")
		}
		if p.element == noElement {
			if rest != "" {
				return fail("", rest, ": extra text: "+quote(rest))
			}
			break
		}
		done = p.end
		before := rest
		after, outOfRange, ok := v.read(p, layout, rest)
		rest = after
		if outOfRange != "" {
			return fail(elem, value, ": "+outOfRange+" out of range")
		}
		if !ok {
			return fail(elem, before, "")
		}
	}
	return v.time(layout, value, defaultLocation, local)
}

// skipLiteral passes over text that layout and value share, and returns what is left of the value, also when they differ. Spaces in the layout match any number in the value.
func skipLiteral(value, literal string) (rest string, ok bool) {
	for literal != "" {
		if literal[0] == ' ' {
			if value != "" && value[0] != ' ' {
				return value, false
			}
			literal = trimSpaces(literal)
			value = trimSpaces(value)
			continue
		}
		if value == "" || value[0] != literal[0] {
			return value, false
		}
		literal, value = literal[1:], value[1:]
	}
	return value, true
}

func trimSpaces(s string) string {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

// read takes one element off value. outOfRange names a field whose number cannot be.
func (v *parsed) read(p part, layout, value string) (rest, outOfRange string, ok bool) {
	rest = value
	switch p.element {
	case elemYear4:
		if len(value) < 4 || !isDigitAt(value, 0) {
			return rest, "", false
		}
		v.year, ok = number(value[:4])
		return value[4:], "", ok
	case elemYear2:
		if len(value) < 2 {
			return rest, "", false
		}
		if v.year, ok = signedNumber(value[:2]); v.year >= 69 {
			v.year += 1900
		} else {
			v.year += 2000
		}
		return value[2:], "", ok
	case elemLongMonth, elemShortMonth:
		v.month, rest, ok = lookupName(monthNames[:], value, p.element == elemShortMonth)
		v.month++
		return rest, "", ok
	case elemMonth, elemMonth2:
		v.month, rest, ok = oneOrTwoDigits(value, p.element == elemMonth2)
		return rest, outside(ok, "month", v.month, 1, 12), ok
	case elemLongDay, elemShortDay:
		_, rest, ok = lookupName(dayNames[:], value, p.element == elemShortDay)
		return rest, "", ok
	case elemDay, elemDaySpace, elemDay2:
		if p.element == elemDaySpace && value != "" && value[0] == ' ' {
			value = value[1:]
		}
		// Whether the month has that day is seen when the year is known.
		v.day, rest, ok = oneOrTwoDigits(value, p.element == elemDay2)
		return rest, "", ok
	case elemYearDaySpace, elemYearDay3:
		if p.element == elemYearDaySpace {
			for i := 0; i < 2 && value != "" && value[0] == ' '; i++ {
				value = value[1:]
			}
		}
		v.yearDay, rest, ok = upToThreeDigits(value, p.element == elemYearDay3)
		return rest, "", ok
	case elemHour24:
		v.hour, rest, ok = oneOrTwoDigits(value, false)
		return rest, outside(ok, "hour", v.hour, 0, 23), ok
	case elemHour12, elemHour12Two:
		v.hour, rest, ok = oneOrTwoDigits(value, p.element == elemHour12Two)
		return rest, outside(ok, "hour", v.hour, 0, 12), ok
	case elemMinute, elemMinute2:
		v.min, rest, ok = oneOrTwoDigits(value, p.element == elemMinute2)
		return rest, outside(ok, "minute", v.min, 0, 59), ok
	case elemSecond, elemSecond2:
		v.sec, rest, ok = oneOrTwoDigits(value, p.element == elemSecond2)
		if outOfRange = outside(ok, "second", v.sec, 0, 59); !ok || outOfRange != "" {
			return rest, outOfRange, ok
		}
		// A fraction may follow though the layout has none there.
		if len(rest) >= 2 && (rest[0] == '.' || rest[0] == ',') && isDigitAt(rest, 1) {
			if next := nextPart(layout, p.end); next.element == elemFraction0 || next.element == elemFraction9 {
				return rest, "", true
			}
			n := 2
			for isDigitAt(rest, n) {
				n++
			}
			v.nsec, outOfRange, ok = fraction(rest[:n])
			rest = rest[n:]
		}
		return rest, outOfRange, ok
	case elemPM, elemPm:
		if len(value) < 2 {
			return rest, "", false
		}
		word, am, pm := value[:2], "AM", "PM"
		if p.element == elemPm {
			am, pm = "am", "pm"
		}
		v.am = v.am || word == am
		v.pm = v.pm || word == pm
		return value[2:], "", word == am || word == pm
	case elemOffset:
		return v.readOffset(p.offset, value)
	case elemZoneName:
		if hasPrefixAt(value, 0, "UTC") {
			v.zoneUTC = true
			return value[3:], "", true
		}
		n := zoneNameLength(value)
		if n == 0 {
			return rest, "", false
		}
		v.zoneName = value[:n]
		return value[n:], "", true
	case elemFraction0:
		n := 1 + p.digits
		if len(value) < n {
			return rest, "", false
		}
		v.nsec, outOfRange, ok = fraction(value[:n])
		return value[n:], outOfRange, ok
	case elemFraction9:
		if len(value) < 2 || value[0] != '.' && value[0] != ',' || !isDigitAt(value, 1) {
			return rest, "", true // may be left out
		}
		n := 1
		for isDigitAt(value, n) {
			n++
		}
		v.nsec, outOfRange, ok = fraction(value[:n])
		return value[n:], outOfRange, ok
	}
	return rest, "", false
}

func outside(ok bool, name string, n, least, most int) string {
	if ok && (n < least || n > most) {
		return name
	}
	return ""
}

// readOffset reads Z or ±hh, ±hhmm, ±hh:mm and so on.
func (v *parsed) readOffset(form offsetForm, value string) (rest, outOfRange string, ok bool) {
	if form.z && value != "" && value[0] == 'Z' {
		v.zoneUTC = true
		return value[1:], "", true
	}
	length := 3
	for _, more := range [...]bool{form.minutes, form.seconds} {
		if more {
			length += 2
			if form.colon {
				length++
			}
		}
	}
	if len(value) < length {
		return value, "", false
	}
	// Colons first, then the numbers as far as they are some: one that is too large is told even if the rest is malformed.
	var fields [3]int
	ok = true
	step := 2
	if form.colon {
		step++
		for i := 3; i < length; i += step {
			if value[i] != ':' {
				return value, "", false
			}
		}
	}
	for i := 0; ok && 1+i*step < length; i++ {
		fields[i], _, ok = oneOrTwoDigits(value[1+i*step:1+i*step+2], true)
	}
	if fields[0] > 24 {
		outOfRange = "time zone offset hour"
	}
	if fields[1] > 60 {
		outOfRange = "time zone offset minute"
	}
	if fields[2] > 60 {
		outOfRange = "time zone offset second"
	}
	if outOfRange != "" {
		return value, outOfRange, true
	}
	if !ok {
		return value, "", false
	}
	sign := 1
	switch value[0] {
	case '-':
		sign = -1
	case '+':
	default:
		return value, "", false
	}
	v.hasOffset = true
	v.offset = sign * ((fields[0]*60+fields[1])*60 + fields[2])
	return value[length:], "", true
}

// time makes a Time of what was read.
func (v *parsed) time(layout, value string, defaultLocation, local *Location) (Time, error) {
	if v.pm && v.hour < 12 {
		v.hour += 12
	} else if v.am && v.hour == 12 {
		v.hour = 0
	}
	dayFailure := func(message string) (Time, error) {
		return Time{}, &ParseError{layout, value, "", value, message}
	}
	if v.yearDay >= 0 {
		length := 365
		if isLeap(v.year) {
			length++
		}
		if v.yearDay < 1 || v.yearDay > length {
			return dayFailure(": day-of-year out of range")
		}
		_, month, day := civilDate(dayNumber(int64(v.year), January, v.yearDay))
		if v.month >= 0 && v.month != int(month) {
			return dayFailure(": day-of-year does not match month")
		}
		if v.day >= 0 && v.day != day {
			return dayFailure(": day-of-year does not match day")
		}
		v.month, v.day = int(month), day
	} else {
		if v.month < 0 {
			v.month = int(January)
		}
		if v.day < 0 {
			v.day = 1
		}
	}
	if v.day < 1 || v.day > daysIn(Month(v.month), v.year) {
		return dayFailure(": day out of range")
	}

	date := func(loc *Location) Time {
		return Date(v.year, Month(v.month), v.day, v.hour, v.min, v.sec, v.nsec, loc)
	}
	switch {
	case v.zoneUTC:
		return date(UTC), nil
	case v.hasOffset:
		t := date(UTC)
		t.ext -= int64(v.offset)
		// The local zone if it has that offset (and name) then; else one made for it.
		name, offset, _, _, _ := local.lookup(t.Unix())
		if offset == v.offset && (v.zoneName == "" || name == v.zoneName) {
			t.setLocation(local)
		} else {
			t.setLocation(FixedZone(v.zoneName, v.offset))
		}
		return t, nil
	case v.zoneName != "":
		t := date(UTC)
		if offset, ok := local.offsetOfName(v.zoneName, t.Unix()); ok {
			t.ext -= int64(offset)
			t.setLocation(local)
			return t, nil
		}
		// Unknown: an offset of zero under that name, but GMT+3 tells its own.
		offset := 0
		if len(v.zoneName) > 3 && v.zoneName[:3] == "GMT" {
			if n, ok := number(v.zoneName[4:]); ok {
				offset = n * secondsPerHour
				if v.zoneName[3] == '-' {
					offset = -offset
				}
			}
		}
		t.ext -= int64(offset)
		t.setLocation(FixedZone(v.zoneName, offset))
		return t, nil
	}
	return date(defaultLocation), nil
}

// number reads a text of digits only; none is 0.
func number(s string) (n int, ok bool) {
	for i := 0; i < len(s); i++ {
		if !isDigitAt(s, i) {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// signedNumber reads digits with or without a sign.
func signedNumber(s string) (n int, ok bool) {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		n, ok = number(s[1:])
		if s[0] == '-' {
			n = -n
		}
		return n, ok
	}
	return number(s)
}

// oneOrTwoDigits reads a number of two digits, or of one if two are not asked for.
func oneOrTwoDigits(s string, two bool) (n int, rest string, ok bool) {
	if !isDigitAt(s, 0) {
		return 0, s, false
	}
	if !isDigitAt(s, 1) {
		if two {
			return 0, s, false
		}
		return int(s[0] - '0'), s[1:], true
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), s[2:], true
}

func upToThreeDigits(s string, three bool) (n int, rest string, ok bool) {
	i := 0
	for ; i < 3 && isDigitAt(s, i); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n, s[i:], i == 3 || i > 0 && !three
}

// fraction reads a point and digits as nanoseconds; digits beyond the ninth are dropped.
func fraction(s string) (nsec int, outOfRange string, ok bool) {
	if s[0] != '.' && s[0] != ',' {
		return 0, "", false
	}
	if len(s) > 10 {
		s = s[:10]
	}
	if nsec, ok = signedNumber(s[1:]); !ok {
		return 0, "", false
	}
	if nsec < 0 {
		return 0, "fractional second", true
	}
	for i := len(s); i < 10; i++ {
		nsec *= 10
	}
	return nsec, "", true
}

// lookupName finds the name that s begins with, in any case.
func lookupName(names []string, s string, short bool) (index int, rest string, ok bool) {
	for i, name := range names {
		if short {
			name = name[:3]
		}
		if len(s) >= len(name) && equalFold(s[:len(name)], name) {
			return i, s[len(name):], true
		}
	}
	return -1, s, false
}

// equalFold compares two ASCII strings of the same length without regard to case.
func equalFold(a, b string) bool {
	for i := 0; i < len(a); i++ {
		if a[i] != b[i] {
			x, y := a[i]|0x20, b[i]|0x20
			if x != y || x < 'a' || x > 'z' {
				return false
			}
		}
	}
	return true
}

// zoneNameLength returns how long the zone abbreviation is that value begins with, 0 if there is none: three to five capital
// letters (those of four or five end in T), a few exceptions, or a signed number.
func zoneNameLength(value string) int {
	if len(value) < 3 {
		return 0
	}
	if hasPrefixAt(value, 0, "ChST") || hasPrefixAt(value, 0, "MeST") {
		return 4
	}
	if hasPrefixAt(value, 0, "GMT") {
		return 3 + signedHoursLength(value[3:])
	}
	if value[0] == '+' || value[0] == '-' {
		if n := signedHoursLength(value); n > 0 {
			return n
		}
		return 0
	}
	letters := 0
	for letters < 6 && letters < len(value) && 'A' <= value[letters] && value[letters] <= 'Z' {
		letters++
	}
	switch letters {
	case 3:
		return 3
	case 4:
		if value[3] == 'T' || value[:4] == "WITA" {
			return 4
		}
	case 5:
		if value[4] == 'T' {
			return 5
		}
	}
	return 0
}

// signedHoursLength returns the length of a sign and hours from 0 to 23 at the beginning of s, else 0.
func signedHoursLength(s string) int {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0
	}
	i, n := 1, 0
	for ; isDigitAt(s, i); i++ {
		if n = n*10 + int(s[i]-'0'); n > 23 {
			return 0
		}
	}
	if i == 1 {
		return 0
	}
	return i
}
