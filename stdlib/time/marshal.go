package time

import "errors"

// Times as text, JSON and bytes.

// appendStrict appends RFC 3339, refusing what the format cannot say; what names the caller for the error.
func (t Time) appendStrict(b []byte, what string) ([]byte, error) {
	if year := t.Year(); year < 0 || year > 9999 {
		return nil, errors.New(what + ": year outside of range [0,9999]")
	}
	if _, offset := t.Zone(); offset <= -24*secondsPerHour || offset >= 24*secondsPerHour {
		return nil, errors.New(what + ": timezone hour outside of range [0,23]")
	}
	return t.AppendFormat(b, RFC3339Nano), nil
}

// MarshalJSON implements json.Marshaler: a quoted string in the RFC 3339 format.
func (t Time) MarshalJSON() ([]byte, error) {
	b, err := t.appendStrict([]byte{'"'}, "Time.MarshalJSON")
	if err != nil {
		return nil, err
	}
	return append(b, '"'), nil
}

// UnmarshalJSON implements json.Unmarshaler.
func (t *Time) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	parsed, err := Parse(RFC3339, string(data[1:len(data)-1]))
	*t = parsed
	return err
}

// AppendText implements encoding.TextAppender.
func (t Time) AppendText(b []byte) ([]byte, error) { return t.appendStrict(b, "Time.AppendText") }

// MarshalText implements encoding.TextMarshaler: the RFC 3339 format.
func (t Time) MarshalText() ([]byte, error) { return t.appendStrict(nil, "Time.MarshalText") }

// UnmarshalText implements encoding.TextUnmarshaler.
func (t *Time) UnmarshalText(data []byte) error {
	parsed, err := Parse(RFC3339, string(data))
	*t = parsed
	return err
}

// The binary form: a version, seconds since year 1, nanoseconds, the offset in minutes (-1: UTC), all big-endian; version 2 adds a byte
// for the seconds of the offset.
const (
	binaryMinutes = 1
	binarySeconds = 2
)

// AppendBinary implements encoding.BinaryAppender.
func (t Time) AppendBinary(b []byte) ([]byte, error) {
	minutes, seconds := int64(-1), 0
	version := byte(binaryMinutes)
	if t.Location() != UTC {
		_, offset := t.Zone()
		if seconds = offset % 60; seconds != 0 {
			version = binarySeconds
		}
		minutes = int64(offset / 60)
		if minutes < -32768 || minutes == -1 || minutes > 32767 {
			return b, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
	}
	b = append(b, version)
	b = appendBigEndian(b, t.seconds(), 8)
	b = appendBigEndian(b, t.nanos(), 4)
	b = appendBigEndian(b, minutes, 2)
	if version == binarySeconds {
		b = append(b, byte(seconds))
	}
	return b, nil
}

func appendBigEndian(b []byte, n int64, bytes int) []byte {
	for shift := 8 * (bytes - 1); shift >= 0; shift -= 8 {
		b = append(b, byte(n>>uint(shift)))
	}
	return b
}

// MarshalBinary implements encoding.BinaryMarshaler.
func (t Time) MarshalBinary() ([]byte, error) { return t.AppendBinary(nil) }

// UnmarshalBinary implements encoding.BinaryUnmarshaler.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	version := data[0]
	length := 15
	switch version {
	case binaryMinutes:
	case binarySeconds:
		length++
	default:
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	if len(data) != length {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	r := zoneReader{data: data[1:]}
	sec, nsec, offset := r.number(8), r.number(4), int(r.number(2))*60
	if version == binarySeconds {
		offset += int(r.number(1)) & 0xFF // as Go does, though a negative one was written
	}
	*t = Time{uint64(nsec) & nanosMask, sec, nil}
	if offset == -60 {
		return nil
	}
	if _, local, _, _, _ := Local.lookup(t.Unix()); local == offset {
		t.setLocation(Local)
	} else {
		t.setLocation(FixedZone("", offset))
	}
	return nil
}

// GobEncode implements the gob.GobEncoder interface.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode implements the gob.GobDecoder interface.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }
