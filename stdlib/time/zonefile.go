package time

import "errors"

// Reading the binary files of the IANA time zone database (TZif, RFC 8536).

var errZoneData = errors.New("malformed time zone information")

// zoneReader takes big-endian numbers off data; failed says that it was too short.
type zoneReader struct {
	data   []byte
	failed bool
}

func (r *zoneReader) take(n int) []byte {
	if n < 0 || len(r.data) < n {
		r.failed = true
		r.data = nil
		return nil
	}
	taken := r.data[:n]
	r.data = r.data[n:]
	return taken
}

func (r *zoneReader) number(bytes int) int64 {
	var n uint64
	taken := r.take(bytes)
	for _, b := range taken {
		n = n<<8 | uint64(b)
	}
	shift := uint(64 - 8*bytes)
	return int64(n<<shift) >> shift
}

// zoneCounts is the second part of a header.
type zoneCounts struct {
	utFlags, stdFlags, leaps, times, types, chars int
}

func (r *zoneReader) header() (version byte, c zoneCounts) {
	magic := r.take(4)
	if string(magic) != "TZif" {
		r.failed = true
		return 0, c
	}
	head := r.take(16)
	if r.failed {
		return 0, c
	}
	version = head[0]
	for _, field := range [...]*int{&c.utFlags, &c.stdFlags, &c.leaps, &c.times, &c.types, &c.chars} {
		*field = int(r.number(4))
	}
	return version, c
}

// LoadLocationFromTZData returns a Location with the given name initialized from the IANA Time Zone database-formatted
// data.
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	r := zoneReader{data: data}
	version, c := r.header()
	width := 4
	if version >= '2' {
		// The same again follows with 8-byte times.
		r.take(c.times*5 + c.types*6 + c.chars + c.leaps*8 + c.stdFlags + c.utFlags)
		width = 8
		_, c = r.header()
	}
	times := zoneReader{data: r.take(c.times * width)}
	indices := r.take(c.times)
	types := zoneReader{data: r.take(c.types * 6)}
	names := r.take(c.chars)
	r.take(c.leaps*(width+4) + c.stdFlags + c.utFlags)
	if r.failed || c.types == 0 {
		return nil, errZoneData
	}

	l := &Location{name: name, zones: make([]zone, c.types), transitions: make([]transition, c.times)}
	for i := range l.zones {
		offset := types.number(4)
		rest := types.take(2)
		if int(rest[1]) >= len(names) {
			return nil, errZoneData
		}
		end := int(rest[1])
		for end < len(names) && names[end] != 0 {
			end++
		}
		l.zones[i] = zone{string(names[rest[1]:end]), int(offset), rest[0] != 0}
	}
	for i := range l.transitions {
		if int(indices[i]) >= len(l.zones) {
			return nil, errZoneData
		}
		l.transitions[i] = transition{times.number(width), indices[i]}
	}
	if n := len(r.data); n > 2 && r.data[0] == '\n' && r.data[n-1] == '\n' {
		l.rule = string(r.data[1 : n-1])
	}

	// Before the first transition: the first zone, unless that is summer time and a standard one comes first in use.
	if len(l.transitions) > 0 {
		l.firstZone = l.zoneBeforeTransitions()
	}
	return l, nil
}

func (l *Location) zoneBeforeTransitions() int {
	usedLater := false
	for _, t := range l.transitions {
		usedLater = usedLater || t.zone == 0
	}
	if !usedLater {
		return 0
	}
	// A summer time used first is preceded by the standard time listed before it.
	if first := int(l.transitions[0].zone); l.zones[first].isDST {
		for i := first - 1; i >= 0; i-- {
			if !l.zones[i].isDST {
				return i
			}
		}
	}
	for i := range l.zones {
		if !l.zones[i].isDST {
			return i
		}
	}
	return 0
}
