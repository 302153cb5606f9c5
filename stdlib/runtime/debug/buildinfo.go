package debug

import (
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"
)

// BuildInfo describes the modules a program was built from.
type BuildInfo struct {
	GoVersion string
	Path      string
	Main      Module
	Deps      []*Module
	Settings  []BuildSetting
}

// A Module is a module of a program.
type Module struct {
	Path    string
	Version string
	Sum     string
	Replace *Module
}

// A BuildSetting is a choice of the build.
type BuildSetting struct {
	Key, Value string
}

// ReadBuildInfo describes the running program as one given by its files: nothing is recorded about its modules.
func ReadBuildInfo() (info *BuildInfo, ok bool) {
	return &BuildInfo{
		GoVersion: runtime.Version(),
		Path:      "command-line-arguments",
		Settings:  []BuildSetting{{"-compiler", runtime.Compiler}, {"GOARCH", runtime.GOARCH}, {"GOOS", runtime.GOOS}},
	}, true
}

// String returns the lines that ParseBuildInfo reads.
func (bi *BuildInfo) String() string {
	var b strings.Builder
	if bi.GoVersion != "" {
		b.WriteString("go\t" + bi.GoVersion + "\n")
	}
	if bi.Path != "" {
		b.WriteString("path\t" + bi.Path + "\n")
	}
	if bi.Main != (Module{}) {
		bi.Main.write(&b, "mod")
	}
	for _, dep := range bi.Deps {
		dep.write(&b, "dep")
	}
	for _, s := range bi.Settings {
		key, value := s.Key, s.Value
		if mustQuoteKey(key) {
			key = strconv.Quote(key)
		}
		if mustQuoteValue(value) {
			value = strconv.Quote(value)
		}
		b.WriteString("build\t" + key + "=" + value + "\n")
	}
	return b.String()
}

func (m *Module) write(b *strings.Builder, word string) {
	b.WriteString(word + "\t" + m.Path + "\t" + m.Version)
	if m.Replace == nil {
		b.WriteString("\t" + m.Sum + "\n")
		return
	}
	b.WriteByte('\n')
	m.Replace.write(b, "=>")
	b.WriteByte('\n')
}

const quotedInValues = " \t\r\n\"`"

func mustQuoteKey(key string) bool     { return key == "" || strings.ContainsAny(key, "="+quotedInValues) }
func mustQuoteValue(value string) bool { return strings.ContainsAny(value, quotedInValues) }

// ParseBuildInfo reads what String has written.
func ParseBuildInfo(data string) (bi *BuildInfo, err error) {
	bi = new(BuildInfo)
	var last *Module // which a replacement belongs to
	for number := 1; ; number++ {
		line, rest, ok := strings.Cut(data, "\n")
		if !ok {
			return bi, nil // what is behind the last line's end does not count
		}
		data = rest
		if last, err = bi.parseLine(line, last); err != nil {
			return nil, fmt.Errorf("could not parse Go build info: line %d: %w", number, err)
		}
	}
}

func (bi *BuildInfo) parseLine(line string, last *Module) (*Module, error) {
	word, rest, _ := strings.Cut(line, "\t")
	columns := strings.Split(rest, "\t")
	if len(word) == len(line) {
		return last, nil // no column: no line of ours
	}
	switch word {
	case "path":
		bi.Path = rest
	case "mod":
		return &bi.Main, bi.Main.parse(columns)
	case "dep":
		dep := new(Module)
		bi.Deps = append(bi.Deps, dep)
		return dep, dep.parse(columns)
	case "=>":
		if len(columns) != 3 {
			return nil, fmt.Errorf("expected 3 columns for replacement; got %d", len(columns))
		}
		if last == nil {
			return nil, errors.New("replacement with no module on previous line")
		}
		last.Replace = new(Module)
		return nil, last.Replace.parse(columns)
	case "build":
		setting, err := parseSetting(rest)
		if err != nil {
			return nil, err
		}
		bi.Settings = append(bi.Settings, setting)
	}
	return last, nil
}

func (m *Module) parse(columns []string) error {
	if len(columns) != 2 && len(columns) != 3 {
		return fmt.Errorf("expected 2 or 3 columns; got %d", len(columns))
	}
	m.Path, m.Version = columns[0], columns[1]
	if len(columns) == 3 {
		m.Sum = columns[2]
	}
	return nil
}

func isQuote(s string) bool { return s != "" && (s[0] == '"' || s[0] == '`') }

func parseSetting(text string) (s BuildSetting, err error) {
	value := ""
	switch {
	case text == "":
		return s, errors.New("build line missing '='")
	case text[0] == '=':
		return s, errors.New("build line with missing key")
	case isQuote(text):
		quoted, err := strconv.QuotedPrefix(text)
		if err != nil {
			return s, errors.New("invalid quoted key in build line")
		}
		value = text[len(quoted):]
		if value == "" {
			return s, errors.New("build line missing '=' after quoted key")
		}
		if value[0] != '=' {
			return s, fmt.Errorf("unexpected character after quoted key: %q", value[0])
		}
		s.Key, _ = strconv.Unquote(quoted)
		value = value[1:]
	default:
		ok := false
		if s.Key, value, ok = strings.Cut(text, "="); !ok {
			return s, errors.New("build line missing '=' after key")
		}
		if mustQuoteKey(s.Key) {
			return s, fmt.Errorf("unquoted key %q must be quoted", s.Key)
		}
	}
	s.Value = value
	if isQuote(value) {
		if s.Value, err = strconv.Unquote(value); err != nil {
			return s, errors.New("invalid quoted value in build line")
		}
	} else if mustQuoteValue(value) {
		return s, fmt.Errorf("unquoted value %q must be quoted", value)
	}
	return s, nil
}
