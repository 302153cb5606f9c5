package time

import "errors"

// A Duration represents the elapsed time between two instants as an int64 nanosecond count.
type Duration int64

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// Common durations.
const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

// String returns a string representing the duration in the form "72h3m0.5s". Durations less than one second use a
// smaller unit (milli-, micro-, or nanoseconds). The zero duration formats as 0s.
func (d Duration) String() string {
	// The longest is -2562047h47m16.854775808s. Digits are written from the back.
	var buf [32]byte
	w := len(buf)
	u := magnitude(d)

	if u < uint64(Second) {
		if u == 0 {
			return "0s"
		}
		w--
		buf[w] = 's'
		w--
		digits := 0
		switch {
		case u < uint64(Microsecond):
			buf[w] = 'n'
		case u < uint64(Millisecond):
			w-- // two bytes
			copy(buf[w:], "µ")
			digits = 3
		default:
			buf[w] = 'm'
			digits = 6
		}
		w, u = putFraction(buf[:w], u, digits)
		w = putInteger(buf[:w], u)
	} else {
		w--
		buf[w] = 's'
		w, u = putFraction(buf[:w], u, 9)
		w = putInteger(buf[:w], u%60)
		if u /= 60; u > 0 {
			w--
			buf[w] = 'm'
			w = putInteger(buf[:w], u%60)
			if u /= 60; u > 0 {
				w--
				buf[w] = 'h'
				w = putInteger(buf[:w], u)
			}
		}
	}
	if d < 0 {
		w--
		buf[w] = '-'
	}
	return string(buf[w:])
}

// magnitude returns |d|, also for the least duration.
func magnitude(d Duration) uint64 {
	if d < 0 {
		return -uint64(d)
	}
	return uint64(d)
}

// putFraction writes the last digits of u at the end of buf as ".123", without trailing zeros and without anything if there
// is nothing left. It returns where it begins and the digits before them.
func putFraction(buf []byte, u uint64, digits int) (int, uint64) {
	w := len(buf)
	any := false
	for ; digits > 0; digits-- {
		digit := u % 10
		u /= 10
		any = any || digit != 0
		if any {
			w--
			buf[w] = byte(digit) + '0'
		}
	}
	if any {
		w--
		buf[w] = '.'
	}
	return w, u
}

// putInteger writes u at the end of buf and returns where it begins.
func putInteger(buf []byte, u uint64) int {
	w := len(buf)
	for {
		w--
		buf[w] = byte(u%10) + '0'
		u /= 10
		if u == 0 {
			return w
		}
	}
}

// Nanoseconds returns the duration as an integer nanosecond count.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds returns the duration as an integer microsecond count.
func (d Duration) Microseconds() int64 { return int64(d / Microsecond) }

// Milliseconds returns the duration as an integer millisecond count.
func (d Duration) Milliseconds() int64 { return int64(d / Millisecond) }

// in splits before dividing: whole units are exact in a float64 where nanoseconds would not be.
func (d Duration) in(unit Duration) float64 {
	return float64(d/unit) + float64(d%unit)/float64(unit)
}

// Seconds returns the duration as a floating point number of seconds.
func (d Duration) Seconds() float64 { return d.in(Second) }

// Minutes returns the duration as a floating point number of minutes.
func (d Duration) Minutes() float64 { return d.in(Minute) }

// Hours returns the duration as a floating point number of hours.
func (d Duration) Hours() float64 { return d.in(Hour) }

// Truncate returns the result of rounding d toward zero to a multiple of m. If m <= 0, it returns d unchanged.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round returns the result of rounding d to the nearest multiple of m, halfway values away from zero. If the result
// exceeds the range of a Duration, it returns the maximum (or minimum). If m <= 0, it returns d unchanged.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		r = -r
		if isLessThanHalf(r, m) {
			return d + r
		}
		if rounded := d - m + r; rounded < d {
			return rounded
		}
		return minDuration
	}
	if isLessThanHalf(r, m) {
		return d - r
	}
	if rounded := d + m - r; rounded > d {
		return rounded
	}
	return maxDuration
}

// isLessThanHalf reports whether r is less than half of m, both not negative.
func isLessThanHalf(r, m Duration) bool { return uint64(r)+uint64(r) < uint64(m) }

// Abs returns the absolute value of d, with the minimum becoming the maximum.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

// ParseDuration parses a duration string: a possibly signed sequence of decimal numbers, each with optional fraction and a
// unit suffix, such as "300ms", "-1.5h" or "2h45m". Valid units are "ns", "us" (or "µs"), "ms", "s", "m", "h".
func ParseDuration(s string) (Duration, error) {
	text := s
	negative := false
	if text != "" && (text[0] == '-' || text[0] == '+') {
		negative = text[0] == '-'
		text = text[1:]
	}
	if text == "0" {
		return 0, nil
	}
	invalid := func() (Duration, error) { return 0, errors.New("time: invalid duration " + quote(s)) }
	if text == "" {
		return invalid()
	}

	const limit = 1 << 63 // as a magnitude, for the minimum
	var total uint64
	for text != "" {
		if text[0] != '.' && !isDigitAt(text, 0) {
			return invalid()
		}
		whole, rest, ok := leadingInteger(text)
		if !ok {
			return invalid()
		}
		anyDigits := len(rest) != len(text)
		text = rest

		var fraction uint64
		scale := 1.0
		if text != "" && text[0] == '.' {
			text = text[1:]
			before := len(text)
			fraction, scale, text = leadingFraction(text)
			anyDigits = anyDigits || before != len(text)
		}
		if !anyDigits {
			return invalid()
		}

		end := 0
		for end < len(text) && text[end] != '.' && !isDigitAt(text, end) {
			end++
		}
		if end == 0 {
			return 0, errors.New("time: missing unit in duration " + quote(s))
		}
		unit := unitOf(text[:end])
		if unit == 0 {
			return 0, errors.New("time: unknown unit " + quote(text[:end]) + " in duration " + quote(s))
		}
		text = text[end:]

		if whole > limit/unit {
			return invalid()
		}
		part := whole * unit
		if fraction > 0 {
			// The product of a fraction of few digits fits a float64 well enough for nanoseconds.
			part += uint64(float64(fraction) * (float64(unit) / scale))
			if part > limit {
				return invalid()
			}
		}
		if total += part; total > limit {
			return invalid()
		}
	}
	if negative {
		return -Duration(total), nil
	}
	if total > limit-1 {
		return invalid()
	}
	return Duration(total), nil
}

func unitOf(name string) uint64 {
	switch name {
	case "ns":
		return uint64(Nanosecond)
	case "us", "µs", "μs": // micro sign, Greek mu
		return uint64(Microsecond)
	case "ms":
		return uint64(Millisecond)
	case "s":
		return uint64(Second)
	case "m":
		return uint64(Minute)
	case "h":
		return uint64(Hour)
	}
	return 0
}

// leadingInteger reads the digits s begins with. Not ok: more than 1<<63.
func leadingInteger(s string) (value uint64, rest string, ok bool) {
	i := 0
	for ; isDigitAt(s, i); i++ {
		if value > 1<<63/10 {
			return 0, s[i:], false
		}
		value = value*10 + uint64(s[i]-'0')
		if value > 1<<63 {
			return 0, s[i:], false
		}
	}
	return value, s[i:], true
}

// leadingFraction reads the digits of a fraction, as many as fit; the value is to be divided by scale.
func leadingFraction(s string) (value uint64, scale float64, rest string) {
	i := 0
	scale = 1
	full := false
	for ; isDigitAt(s, i); i++ {
		if full {
			continue
		}
		if value > (1<<63-1)/10 {
			full = true
			continue
		}
		next := value*10 + uint64(s[i]-'0')
		if next > 1<<63 {
			full = true
			continue
		}
		value = next
		scale *= 10
	}
	return value, scale, s[i:]
}

// isDigitAt reports whether s has a decimal digit at index i.
func isDigitAt(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }
