package time

import (
	"errors"
	"sync"
)

// A Location maps time instants to the zone in use at that time: the offsets of a geographical area.
type Location struct {
	name        string
	zones       []zone
	transitions []transition // in order; the zone before the first is firstZone
	firstZone   int
	rule        string // a POSIX TZ rule for the time after the last transition, or ""
}

// A zone is an offset with its name, such as CEST.
type zone struct {
	name   string
	offset int // seconds east of UTC
	isDST  bool
}

// A transition is the moment from which on a zone holds.
type transition struct {
	when int64 // Unix time
	zone uint8
}

const (
	beginningOfTime = -1 << 63
	endOfTime       = 1<<63 - 1
)

var (
	utcLocation   = Location{name: "UTC"}
	localLocation Location
	localOnce     sync.Once
)

// UTC represents Universal Coordinated Time (UTC).
var UTC *Location = &utcLocation

// Local represents the system's local time zone: that of the TZ environment variable, else of /etc/localtime, else UTC.
var Local *Location = &localLocation

// readZoneFile returns the contents of a file of the system's time zone database.
func readZoneFile(path string) (data []byte, ok bool)

// environment returns a variable of the host's environment.
func environment(name string) (value string, ok bool)

// loaded returns l ready for use: nil is UTC, Local is read on first use.
func (l *Location) loaded() *Location {
	if l == nil {
		return &utcLocation
	}
	if l == &localLocation {
		localOnce.Do(loadLocal)
	}
	return l
}

// String returns a descriptive name for the time zone information, as given to LoadLocation or FixedZone.
func (l *Location) String() string { return l.loaded().name }

// FixedZone returns a Location that always uses the given zone name and offset (seconds east of UTC).
func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zones: []zone{{name, offset, false}}}
}

// lookup returns the zone in use at a Unix time and from when (inclusive) to when (exclusive) it is.
func (l *Location) lookup(sec int64) (name string, offset int, start, end int64, isDST bool) {
	l = l.loaded()
	if len(l.zones) == 0 {
		return "UTC", 0, beginningOfTime, endOfTime, false
	}
	// The first transition after sec.
	low, high := 0, len(l.transitions)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if l.transitions[middle].when <= sec {
			low = middle + 1
		} else {
			high = middle
		}
	}
	z := &l.zones[l.firstZone]
	start, end = beginningOfTime, endOfTime
	if low > 0 {
		z = &l.zones[l.transitions[low-1].zone]
		start = l.transitions[low-1].when
	}
	if low < len(l.transitions) {
		end = l.transitions[low].when
	} else if l.rule != "" {
		if found, from, to, ok := lookupRule(l.rule, start, sec); ok {
			return found.name, found.offset, from, to, found.isDST
		}
	}
	return z.name, z.offset, start, end, z.isDST
}

// offsetOfName returns the offset of the zone that this abbreviation means at a local time given as if it were UTC.
func (l *Location) offsetOfName(name string, unix int64) (offset int, ok bool) {
	l = l.loaded()
	// One abbreviation may have stood for several offsets; prefer the one that was valid then.
	for i := range l.zones {
		z := &l.zones[i]
		if z.name == name {
			if now, offset, _, _, _ := l.lookup(unix - int64(z.offset)); now == name {
				return offset, true
			}
		}
	}
	for i := range l.zones {
		if l.zones[i].name == name {
			return l.zones[i].offset, true
		}
	}
	return 0, false
}

var errLocation = errors.New("time: invalid location name")

var zoneDirectories = [...]string{
	"/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/usr/lib/locale/TZ/", "/etc/zoneinfo/",
}

// LoadLocation returns the Location with the given name of the IANA Time Zone database. "" and "UTC" give UTC, "Local" gives
// Local.
func LoadLocation(name string) (*Location, error) {
	if name == "" || name == "UTC" {
		return UTC, nil
	}
	if name == "Local" {
		return Local, nil
	}
	if !isZoneName(name) {
		return nil, errLocation
	}
	if l := findZone(name); l != nil {
		return l, nil
	}
	return nil, errors.New("unknown time zone " + name)
}

// isZoneName reports whether name stays inside the database's folder.
func isZoneName(name string) bool {
	if name[0] == '/' || name[0] == '\\' {
		return false
	}
	for i := 0; i < len(name); i++ {
		if hasPrefixAt(name, i, "..") {
			return false
		}
	}
	return true
}

func findZone(name string) *Location {
	if root, ok := environment("ZONEINFO"); ok && root != "" {
		if l := readZone(root+"/"+name, name); l != nil {
			return l
		}
	}
	for _, directory := range zoneDirectories {
		if l := readZone(directory+name, name); l != nil {
			return l
		}
	}
	return nil
}

func readZone(path, name string) *Location {
	data, ok := readZoneFile(path)
	if !ok {
		return nil
	}
	l, err := LoadLocationFromTZData(name, data)
	if err != nil {
		return nil
	}
	return l
}

func loadLocal() {
	var l *Location
	tz, set := environment("TZ")
	switch {
	case !set:
		l = readZone("/etc/localtime", "Local")
	case tz != "":
		if tz[0] == ':' {
			tz = tz[1:]
		}
		if tz != "" && tz[0] == '/' {
			if l = readZone(tz, tz); l != nil && tz == "/etc/localtime" {
				l.name = "Local"
			}
		} else if tz != "" && tz != "UTC" && isZoneName(tz) {
			l = findZone(tz)
		}
	}
	if l == nil {
		localLocation.name = "UTC"
		return
	}
	localLocation = *l
}
