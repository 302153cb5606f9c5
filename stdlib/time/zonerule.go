package time

// POSIX TZ rules such as "CET-1CEST,M3.5.0,M10.5.0/3", which say how a zone goes on after the last known transition.

// A ruleDay is the moment of a change within a year.
type ruleDay struct {
	kind           byte // 'J': Julian day without 29 February, 'D': zero-based day, 'M': month, week, weekday
	day, week, mon int
	secondsIntoDay int
}

// lookupRule finds the zone at a Unix time by a rule; lastTransition is the last moment the location's table knows.
func lookupRule(rule string, lastTransition, sec int64) (z zone, start, end int64, ok bool) {
	standard, rest, ok := ruleZone(rule)
	if !ok {
		return z, 0, 0, false
	}
	if rest == "" || rest[0] == ',' {
		return standard, lastTransition, endOfTime, true
	}
	name, rest, ok := ruleName(rest)
	if !ok {
		return z, 0, 0, false
	}
	summer := zone{name, standard.offset + secondsPerHour, true}
	if rest != "" && rest[0] != ',' {
		west, after, ok := ruleOffset(rest)
		if !ok {
			return z, 0, 0, false
		}
		summer.offset, rest = -west, after
	}
	if rest == "" {
		rest = ",M3.2.0,M11.1.0" // as POSIX leaves open and everybody has it
	}
	begin, rest, ok := ruleChange(rest)
	if !ok {
		return z, 0, 0, false
	}
	finish, rest, ok := ruleChange(rest)
	if !ok || rest != "" {
		return z, 0, 0, false
	}

	day, _ := floorDivide(sec+secondsTo1970, secondsPerDay)
	year, _, _ := civilDate(day)
	// The changes of this year, in Unix time. Each is told in the local time before it.
	change := func(year int, toSummer bool) int64 {
		if toSummer {
			return begin.inYear(year) - int64(standard.offset)
		}
		return finish.inYear(year) - int64(summer.offset)
	}
	toSummer, toStandard := change(year, true), change(year, false)
	first, second, between, around := toSummer, toStandard, summer, standard
	northern := toSummer < toStandard
	if !northern {
		first, second, between, around = toStandard, toSummer, standard, summer
	}
	switch {
	case sec < first:
		return around, change(year-1, !northern), first, true
	case sec >= second:
		return around, second, change(year+1, northern), true
	}
	return between, first, second, true
}

// ruleZone reads a name and an offset.
func ruleZone(s string) (z zone, rest string, ok bool) {
	if z.name, rest, ok = ruleName(s); !ok {
		return z, rest, false
	}
	west, rest, ok := ruleOffset(rest)
	z.offset = -west
	return z, rest, ok
}

// ruleName reads an abbreviation: three letters or more, or anything between < and >.
func ruleName(s string) (name, rest string, ok bool) {
	if s != "" && s[0] == '<' {
		for i := 1; i < len(s); i++ {
			if s[i] == '>' {
				return s[1:i], s[i+1:], true
			}
		}
		return "", "", false
	}
	i := 0
	for i < len(s) && s[i] != '+' && s[i] != '-' && s[i] != ',' && (s[i] < '0' || s[i] > '9') {
		i++
	}
	return s[:i], s[i:], i >= 3
}

// ruleOffset reads [+-]hh[:mm[:ss]] in seconds.
func ruleOffset(s string) (seconds int, rest string, ok bool) {
	sign := 1
	if s != "" && (s[0] == '+' || s[0] == '-') {
		if s[0] == '-' {
			sign = -1
		}
		s = s[1:]
	}
	unit := secondsPerHour
	limit := 24 * 7
	for {
		var n int
		if n, s, ok = ruleNumber(s, 0, limit); !ok {
			return 0, "", false
		}
		seconds += n * unit
		unit /= 60
		limit = 59
		if unit == 0 || s == "" || s[0] != ':' {
			return sign * seconds, s, true
		}
		s = s[1:]
	}
}

func ruleNumber(s string, least, most int) (n int, rest string, ok bool) {
	i := 0
	for ; isDigitAt(s, i); i++ {
		if n = n*10 + int(s[i]-'0'); n > most {
			return 0, "", false
		}
	}
	return n, s[i:], i > 0 && n >= least
}

// ruleChange reads ",date[/time]".
func ruleChange(s string) (d ruleDay, rest string, ok bool) {
	if len(s) < 2 || s[0] != ',' {
		return d, "", false
	}
	s = s[1:]
	switch {
	case s[0] == 'J':
		d.kind = 'J'
		d.day, s, ok = ruleNumber(s[1:], 1, 365)
	case s[0] == 'M':
		d.kind = 'M'
		if d.mon, s, ok = ruleNumber(s[1:], 1, 12); !ok || s == "" || s[0] != '.' {
			return d, "", false
		}
		if d.week, s, ok = ruleNumber(s[1:], 1, 5); !ok || s == "" || s[0] != '.' {
			return d, "", false
		}
		d.day, s, ok = ruleNumber(s[1:], 0, 6)
	default:
		d.kind = 'D'
		d.day, s, ok = ruleNumber(s, 0, 365)
	}
	if !ok {
		return d, "", false
	}
	d.secondsIntoDay = 2 * secondsPerHour
	if s != "" && s[0] == '/' {
		d.secondsIntoDay, s, ok = ruleOffset(s[1:])
	}
	return d, s, ok
}

// inYear returns the change as a Unix time, as if its local time were UTC.
func (d ruleDay) inYear(year int) int64 {
	var day int64
	switch d.kind {
	case 'J':
		day = dayNumber(int64(year), January, d.day)
		if isLeap(year) && d.day >= 60 {
			day++
		}
	case 'D':
		day = dayNumber(int64(year), January, d.day+1)
	case 'M':
		first := dayNumber(int64(year), Month(d.mon), 1)
		ahead := (d.day - int(weekdayOf(first)) + 7) % 7
		ahead += 7 * (d.week - 1)
		if ahead >= daysIn(Month(d.mon), year) { // the fifth is the last
			ahead -= 7
		}
		day = first + int64(ahead)
	}
	return day*secondsPerDay + int64(d.secondsIntoDay) - secondsTo1970
}
