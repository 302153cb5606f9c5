package time

// Calendar arithmetic. Days are counted from 1 January of year 1 (a Monday) in the proleptic Gregorian calendar; seconds
// from midnight at its start.
//
// Years are taken to begin in March: leap days then come last, and months repeat a pattern of 153 days every five.

const (
	secondsPerMinute = 60
	secondsPerHour   = 60 * secondsPerMinute
	secondsPerDay    = 24 * secondsPerHour

	daysPer400Years = 365*400 + 97
	// From 1 March of year 0 to 1 January of year 1.
	marchToJanuary = 306

	// From 1 January of year 1 to those of 1900 and 1970.
	secondsTo1900 = 693595 * secondsPerDay
	secondsTo1970 = 719162 * secondsPerDay
)

// A Month specifies a month of the year (January = 1, ...).
type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var monthNames = [...]string{
	"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

// String returns the English name of the month ("January", "February", ...).
func (m Month) String() string {
	if January <= m && m <= December {
		return monthNames[m-1]
	}
	return "%!Month(" + decimal(uint64(m)) + ")"
}

// A Weekday specifies a day of the week (Sunday = 0, ...).
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var dayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// String returns the English name of the day ("Sunday", "Monday", ...).
func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return dayNames[d]
	}
	return "%!Weekday(" + decimal(uint64(d)) + ")"
}

func decimal(n uint64) string {
	var buf [20]byte
	return string(buf[putInteger(buf[:], n):])
}

// floorDivide returns the quotient rounded down and the remainder, which is not negative, for b > 0.
func floorDivide(a, b int64) (quotient, remainder int64) {
	quotient, remainder = a/b, a%b
	if remainder < 0 {
		quotient--
		remainder += b
	}
	return quotient, remainder
}

// civilDate returns the date of a day.
func civilDate(day int64) (year int, month Month, dayOfMonth int) {
	cycle, n := floorDivide(day+marchToJanuary, daysPer400Years)
	// Of the 400 years: take off the leap days that came before, then divide.
	y := (n - n/1460 + n/36524 - n/146096) / 365
	n -= 365*y + y/4 - y/100
	m := (5*n + 2) / 153 // from March
	dayOfMonth = int(n-(153*m+2)/5) + 1
	y += cycle * 400
	if m < 10 {
		return int(y), Month(m + 3), dayOfMonth
	}
	return int(y + 1), Month(m - 9), dayOfMonth
}

// dayNumber returns the day of a date; the day of the month may lie outside the month.
func dayNumber(year int64, month Month, dayOfMonth int) int64 {
	m := int64(month) - 3
	if m < 0 {
		m += 12
		year--
	}
	cycle, y := floorDivide(year, 400)
	return cycle*daysPer400Years + 365*y + y/4 - y/100 + (153*m+2)/5 + int64(dayOfMonth) - 1 - marchToJanuary
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(month Month, year int) int {
	switch month {
	case February:
		if isLeap(year) {
			return 29
		}
		return 28
	case April, June, September, November:
		return 30
	}
	return 31
}
