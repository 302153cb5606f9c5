// Package time provides functionality for measuring and displaying time.
package time

import "math/bits"

// A Time represents an instant in time with nanosecond precision. The zero value is January 1, year 1, 00:00:00 UTC.
//
// A Time holds both a wall clock reading and, if it comes from Now, a monotonic clock reading, which subtraction and comparison
// use when both times have one.
type Time struct {
	// As GoTime in runtime/sched/Timer.h. With bit 63 of wall set, bits 30 to 62 are the seconds since 1900 and ext is the monotonic
	// reading in nanoseconds; else ext is the seconds since year 1. Bits 0 to 29 are the nanoseconds within the second.
	wall uint64
	ext  int64

	// Where the time is shown; nil is UTC, and never &utcLocation.
	loc *Location
}

const (
	hasMonotonic = 1 << 63
	nanosMask    = 1<<30 - 1
	nanosBits    = 30
)

// now reads both clocks: nanoseconds since the Unix epoch, and since the program's start.
func now() (wall, monotonic int64)

// Now returns the current local time.
func Now() Time {
	wall, monotonic := now()
	sec, nsec := floorDivide(wall, int64(Second))
	since1900 := sec + (secondsTo1970 - secondsTo1900)
	if since1900>>33 != 0 {
		return Time{uint64(nsec), sec + secondsTo1970, Local}
	}
	return Time{hasMonotonic | uint64(since1900)<<nanosBits | uint64(nsec), monotonic, Local}
}

// seconds since year 1.
func (t *Time) seconds() int64 {
	if t.wall&hasMonotonic != 0 {
		return secondsTo1900 + int64(t.wall<<1>>(nanosBits+1))
	}
	return t.ext
}

func (t *Time) nanos() int64 { return int64(t.wall & nanosMask) }

// dropMonotonic makes t a time without a monotonic reading.
func (t *Time) dropMonotonic() {
	if t.wall&hasMonotonic != 0 {
		t.ext = t.seconds()
		t.wall &= nanosMask
	}
}

// setLocation sets where t is shown; as every change of place it drops the monotonic reading.
func (t *Time) setLocation(loc *Location) {
	if loc == &utcLocation {
		loc = nil
	}
	t.dropMonotonic()
	t.loc = loc
}

// local returns the seconds since year 1 of t's presented time.
func (t *Time) local() int64 {
	sec := t.seconds()
	if l := t.loc; l != nil {
		_, offset, _, _, _ := l.lookup(sec - secondsTo1970)
		sec += int64(offset)
	}
	return sec
}

// localDay returns the day number of t's presented time, and the second of that day.
func (t *Time) localDay() (day, second int64) { return floorDivide(t.local(), secondsPerDay) }

// After reports whether the time instant t is after u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before reports whether the time instant t is before u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Compare compares the time instant t with u: -1 if t is before u, +1 if it is after, else 0.
func (t Time) Compare(u Time) int {
	a, b := t.ext, u.ext
	if t.wall&u.wall&hasMonotonic == 0 {
		a, b = t.seconds(), u.seconds()
		if a == b {
			a, b = t.nanos(), u.nanos()
		}
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return +1
	}
	return 0
}

// Equal reports whether t and u represent the same time instant.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// IsZero reports whether t represents January 1, year 1, 00:00:00 UTC.
func (t Time) IsZero() bool { return t.seconds() == 0 && t.nanos() == 0 }

// Date returns the year, month, and day in which t occurs.
func (t Time) Date() (year int, month Month, day int) {
	n, _ := t.localDay()
	return civilDate(n)
}

// Year returns the year in which t occurs.
func (t Time) Year() int {
	year, _, _ := t.Date()
	return year
}

// Month returns the month of the year specified by t.
func (t Time) Month() Month {
	_, month, _ := t.Date()
	return month
}

// Day returns the day of the month specified by t.
func (t Time) Day() int {
	_, _, day := t.Date()
	return day
}

// Weekday returns the day of the week specified by t.
func (t Time) Weekday() Weekday {
	n, _ := t.localDay()
	return weekdayOf(n)
}

func weekdayOf(day int64) Weekday {
	_, w := floorDivide(day+1, 7) // day 0 is a Monday
	return Weekday(w)
}

// ISOWeek returns the ISO 8601 year and week number in which t occurs. Week ranges from 1 to 53.
func (t Time) ISOWeek() (year, week int) {
	n, _ := t.localDay()
	// A week belongs to the year of its Thursday.
	_, fromMonday := floorDivide(n, 7)
	thursday := n - fromMonday + 3
	year, _, _ = civilDate(thursday)
	return year, int(thursday-dayNumber(int64(year), January, 1))/7 + 1
}

// Clock returns the hour, minute, and second within the day specified by t.
func (t Time) Clock() (hour, min, sec int) {
	_, s := t.localDay()
	return int(s / secondsPerHour), int(s % secondsPerHour / secondsPerMinute), int(s % secondsPerMinute)
}

// Hour returns the hour within the day specified by t, in the range [0, 23].
func (t Time) Hour() int {
	hour, _, _ := t.Clock()
	return hour
}

// Minute returns the minute offset within the hour specified by t, in the range [0, 59].
func (t Time) Minute() int {
	_, min, _ := t.Clock()
	return min
}

// Second returns the second offset within the minute specified by t, in the range [0, 59].
func (t Time) Second() int {
	_, _, sec := t.Clock()
	return sec
}

// Nanosecond returns the nanosecond offset within the second specified by t, in the range [0, 999999999].
func (t Time) Nanosecond() int { return int(t.nanos()) }

// YearDay returns the day of the year specified by t, in the range [1, 366].
func (t Time) YearDay() int {
	n, _ := t.localDay()
	year, _, _ := civilDate(n)
	return int(n-dayNumber(int64(year), January, 1)) + 1
}

// Add returns the time t+d.
func (t Time) Add(d Duration) Time {
	sec := int64(d / Second)
	nsec := t.nanos() + int64(d%Second)
	if nsec >= int64(Second) {
		sec++
		nsec -= int64(Second)
	} else if nsec < 0 {
		sec--
		nsec += int64(Second)
	}
	if t.wall&hasMonotonic != 0 {
		since1900 := int64(t.wall<<1>>(nanosBits+1)) + sec
		monotonic := t.ext + int64(d)
		if since1900>>33 == 0 && (monotonic > t.ext) == (d > 0) {
			t.wall = hasMonotonic | uint64(since1900)<<nanosBits | uint64(nsec)
			t.ext = monotonic
			return t
		}
		t.dropMonotonic() // one of the two does not fit
	}
	t.wall = uint64(nsec)
	t.ext = addSaturating(t.ext, sec)
	return t
}

func addSaturating(a, b int64) int64 {
	sum := a + b
	if (sum > a) == (b > 0) {
		return sum
	}
	if b > 0 {
		return 1<<63 - 1
	}
	return -1<<63 + 1
}

// Sub returns the duration t-u, or the maximum or minimum duration if it does not fit.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&hasMonotonic != 0 {
		d := Duration(t.ext - u.ext)
		if d < 0 && t.ext > u.ext {
			return maxDuration
		}
		if d > 0 && t.ext < u.ext {
			return minDuration
		}
		return d
	}
	d := Duration(t.seconds()-u.seconds())*Second + Duration(t.nanos()-u.nanos())
	// Wrapped round if adding it does not lead back to t.
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

// Since returns the time elapsed since t.
func Since(t Time) Duration { return Now().Sub(t) }

// Until returns the duration until t.
func Until(t Time) Duration { return t.Sub(Now()) }

// AddDate returns the time corresponding to adding the given number of years, months, and days to t. It normalizes its
// result as Date does.
func (t Time) AddDate(years, months, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nanos()), t.Location())
}

// Truncate returns the result of rounding t down to a multiple of d (since the zero time). For d <= 0 it only strips the
// monotonic clock reading.
func (t Time) Truncate(d Duration) Time {
	t.dropMonotonic()
	if d <= 0 {
		return t
	}
	return t.Add(-t.remainder(d))
}

// Round returns the result of rounding t to the nearest multiple of d (since the zero time), halfway values up. For d <= 0
// it only strips the monotonic clock reading.
func (t Time) Round(d Duration) Time {
	t.dropMonotonic()
	if d <= 0 {
		return t
	}
	r := t.remainder(d)
	if isLessThanHalf(r, d) {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// remainder returns the time since the last multiple of d at or before t.
func (t *Time) remainder(d Duration) Duration {
	sec, nsec := t.seconds(), uint64(t.nanos())
	// Nanoseconds since the zero time take up to 94 bits. Before it, count backwards from it.
	negative := sec < 0
	if negative {
		sec = -sec
		if nsec != 0 {
			sec--
			nsec = uint64(Second) - nsec
		}
	}
	hi, lo := bits.Mul64(uint64(sec), uint64(Second))
	lo, carry := bits.Add64(lo, nsec, 0)
	r := Duration(bits.Rem64(hi+carry, lo, uint64(d)))
	if negative && r != 0 {
		return d - r
	}
	return r
}

// UTC returns t with the location set to UTC.
func (t Time) UTC() Time {
	t.setLocation(nil)
	return t
}

// Local returns t with the location set to local time.
func (t Time) Local() Time {
	t.setLocation(Local)
	return t
}

// In returns a copy of t representing the same time instant, but with the copy's location set to loc.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLocation(loc)
	return t
}

// Location returns the time zone information associated with t.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

// Zone computes the time zone in effect at time t, returning its abbreviated name and its offset in seconds east of UTC.
func (t Time) Zone() (name string, offset int) {
	name, offset, _, _, _ = t.loc.lookup(t.seconds() - secondsTo1970)
	return name, offset
}

// ZoneBounds returns the bounds of the time zone in effect at time t; a zero Time stands for the beginning or the end of time.
func (t Time) ZoneBounds() (start, end Time) {
	_, _, from, to, _ := t.loc.lookup(t.seconds() - secondsTo1970)
	if from != beginningOfTime {
		start = unixTime(from, 0)
		start.setLocation(t.loc)
	}
	if to != endOfTime {
		end = unixTime(to, 0)
		end.setLocation(t.loc)
	}
	return start, end
}

// IsDST reports whether the time in the configured location is in Daylight Savings Time.
func (t Time) IsDST() bool {
	_, _, _, _, isDST := t.loc.lookup(t.seconds() - secondsTo1970)
	return isDST
}

// Unix returns t as a Unix time, the number of seconds elapsed since January 1, 1970 UTC.
func (t Time) Unix() int64 { return t.seconds() - secondsTo1970 }

// UnixMilli returns t as a Unix time in milliseconds.
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + t.nanos()/1e6 }

// UnixMicro returns t as a Unix time in microseconds.
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + t.nanos()/1e3 }

// UnixNano returns t as a Unix time in nanoseconds; undefined outside the years 1678 to 2262.
func (t Time) UnixNano() int64 { return t.Unix()*1e9 + t.nanos() }

// unixTime makes the UTC time of a Unix time with 0 <= nsec < 1e9.
func unixTime(sec, nsec int64) Time { return Time{uint64(nsec), sec + secondsTo1970, nil} }

// Unix returns the local Time corresponding to the given Unix time; nsec may lie outside the range [0, 999999999].
func Unix(sec int64, nsec int64) Time {
	carry, nsec := floorDivide(nsec, int64(Second))
	t := unixTime(sec+carry, nsec)
	t.loc = Local
	return t
}

// UnixMilli returns the local Time corresponding to the given Unix time in milliseconds.
func UnixMilli(msec int64) Time {
	sec, rest := floorDivide(msec, 1e3)
	return Unix(sec, rest*1e6)
}

// UnixMicro returns the local Time corresponding to the given Unix time in microseconds.
func UnixMicro(usec int64) Time {
	sec, rest := floorDivide(usec, 1e6)
	return Unix(sec, rest*1e3)
}

// Date returns the Time corresponding to
//
//	yyyy-mm-dd hh:mm:ss + nsec nanoseconds
//
// in the appropriate zone for that time in the given location. The month, day, hour, min, sec, and nsec values may be outside
// their usual ranges and will be normalized.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	carry, m := floorDivide(int64(month)-1, 12)
	y := int64(year) + carry

	carry, ns := floorDivide(int64(nsec), int64(Second))
	s := int64(sec) + carry
	carry, s = floorDivide(s, secondsPerMinute)
	mi := int64(min) + carry
	carry, mi = floorDivide(mi, 60)
	h := int64(hour) + carry
	carry, h = floorDivide(h, 24)

	days := dayNumber(y, Month(m+1), 1) + int64(day) - 1 + carry
	unix := days*secondsPerDay + h*secondsPerHour + mi*secondsPerMinute + s - secondsTo1970

	// unix is still in local time. Look the offset up as if it were UTC; that may be on the wrong side of a transition, then the zone
	// it leads to decides.
	if loc != &utcLocation {
		_, offset, start, end, _ := loc.lookup(unix)
		if utc := unix - int64(offset); offset != 0 && (utc < start || utc >= end) {
			_, offset, _, _, _ = loc.lookup(utc)
		}
		unix -= int64(offset)
	}
	t := unixTime(unix, ns)
	t.setLocation(loc)
	return t
}
