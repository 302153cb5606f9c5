package time

// String returns the time formatted as "2006-01-02 15:04:05.999999999 -0700 MST". A time with a monotonic clock reading has
// "m=±<value>" behind it, in seconds.
func (t Time) String() string {
	b := t.AppendFormat(nil, "2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMonotonic != 0 {
		b = append(b, " m="...)
		sign := byte('+')
		u := uint64(t.ext)
		if t.ext < 0 {
			sign = '-'
			u = -u
		}
		b = append(b, sign)
		b = appendPadded(b, int64(u/uint64(Second)), 1, '0')
		b = append(b, '.')
		b = appendPadded(b, int64(u%uint64(Second)), 9, '0')
	}
	return string(b)
}

// GoString returns a string representation of the Time value as Go source code, as printed by %#v.
func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	b := append([]byte(nil), "time.Date("...)
	b = appendPadded(b, int64(year), 1, '0')
	if January <= month && month <= December {
		b = append(b, ", time."...)
		b = append(b, month.String()...)
	}
	for _, n := range [...]int{day, hour, min, sec, t.Nanosecond()} {
		b = append(b, ", "...)
		b = appendPadded(b, int64(n), 1, '0')
	}
	b = append(b, ", "...)
	switch loc := t.Location(); loc {
	case UTC:
		b = append(b, "time.UTC"...)
	case Local:
		b = append(b, "time.Local"...)
	default:
		b = append(b, "time.Location("...)
		b = append(b, quote(loc.name)...)
		b = append(b, ')')
	}
	return string(append(b, ')'))
}

// Format returns a textual representation of the time value formatted according to the layout.
func (t Time) Format(layout string) string {
	return string(t.AppendFormat(make([]byte, 0, len(layout)+10), layout))
}

// AppendFormat is like Format but appends the textual representation to b.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	name, offset := t.Zone()
	day, second := floorDivide(t.seconds()+int64(offset), secondsPerDay)
	year, month, dayOfMonth := civilDate(day)
	hour, minute := int(second/secondsPerHour), second%secondsPerHour/secondsPerMinute
	second %= secondsPerMinute

	done := 0
	for {
		p := nextPart(layout, done)
		b = append(b, layout[done:p.begin]...)
		done = p.end
		switch p.element {
		case noElement:
			return b
		case elemYear4:
			b = appendPadded(b, int64(year), 4, '0')
		case elemYear2:
			b = appendPadded(b, int64(max(year, -year)%100), 2, '0')
		case elemLongMonth:
			b = append(b, month.String()...)
		case elemShortMonth:
			b = append(b, month.String()[:3]...)
		case elemMonth:
			b = appendPadded(b, int64(month), 1, '0')
		case elemMonth2:
			b = appendPadded(b, int64(month), 2, '0')
		case elemLongDay:
			b = append(b, weekdayOf(day).String()...)
		case elemShortDay:
			b = append(b, weekdayOf(day).String()[:3]...)
		case elemDay:
			b = appendPadded(b, int64(dayOfMonth), 1, '0')
		case elemDaySpace:
			b = appendPadded(b, int64(dayOfMonth), 2, ' ')
		case elemDay2:
			b = appendPadded(b, int64(dayOfMonth), 2, '0')
		case elemYearDaySpace, elemYearDay3:
			pad := byte('0')
			if p.element == elemYearDaySpace {
				pad = ' '
			}
			b = appendPadded(b, day-dayNumber(int64(year), January, 1)+1, 3, pad)
		case elemHour24:
			b = appendPadded(b, int64(hour), 2, '0')
		case elemHour12:
			b = appendPadded(b, int64(hour12(hour)), 1, '0')
		case elemHour12Two:
			b = appendPadded(b, int64(hour12(hour)), 2, '0')
		case elemMinute:
			b = appendPadded(b, minute, 1, '0')
		case elemMinute2:
			b = appendPadded(b, minute, 2, '0')
		case elemSecond:
			b = appendPadded(b, second, 1, '0')
		case elemSecond2:
			b = appendPadded(b, second, 2, '0')
		case elemPM:
			if hour >= 12 {
				b = append(b, "PM"...)
			} else {
				b = append(b, "AM"...)
			}
		case elemPm:
			if hour >= 12 {
				b = append(b, "pm"...)
			} else {
				b = append(b, "am"...)
			}
		case elemOffset:
			b = appendOffset(b, offset, p.offset)
		case elemZoneName:
			if name != "" {
				b = append(b, name...)
			} else {
				b = appendOffset(b, offset, offsetForm{minutes: true})
			}
		case elemFraction0, elemFraction9:
			b = appendFraction(b, t.nanos(), p)
		}
	}
}

func hour12(hour int) int {
	if hour %= 12; hour != 0 {
		return hour
	}
	return 12
}

// appendPadded appends n with at least width digits; the sign comes before the padding.
func appendPadded(b []byte, n int64, width int, pad byte) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	var buf [20]byte
	w := putInteger(buf[:], uint64(n))
	for i := len(buf) - w; i < width; i++ {
		b = append(b, pad)
	}
	return append(b, buf[w:]...)
}

func appendOffset(b []byte, offset int, form offsetForm) []byte {
	if form.z && offset == 0 {
		return append(b, 'Z')
	}
	// The sign is that of the whole minutes; seconds alone show their own.
	if offset/secondsPerMinute < 0 {
		b = append(b, '-')
		offset = -offset
	} else {
		b = append(b, '+')
	}
	minutes := offset / secondsPerMinute
	b = appendPadded(b, int64(minutes/60), 2, '0')
	if form.minutes {
		if form.colon {
			b = append(b, ':')
		}
		b = appendPadded(b, int64(minutes%60), 2, '0')
	}
	if form.seconds {
		if form.colon {
			b = append(b, ':')
		}
		b = appendPadded(b, int64(offset%secondsPerMinute), 2, '0')
	}
	return b
}

func appendFraction(b []byte, nanos int64, p part) []byte {
	var digits [9]byte
	for i := len(digits) - 1; i >= 0; i-- {
		digits[i] = byte(nanos%10) + '0'
		nanos /= 10
	}
	n := min(p.digits, len(digits))
	if p.element == elemFraction9 {
		for n > 0 && digits[n-1] == '0' {
			n--
		}
		if n == 0 {
			return b
		}
	}
	point := byte('.')
	if p.comma {
		point = ','
	}
	b = append(b, point)
	return append(b, digits[:n]...)
}
