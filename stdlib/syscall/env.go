package syscall

import "sync"

// The program's own copy of the environment, read when it is first asked for. Variables keep the order in which they
// were first set, as Environ shows them; an unset one leaves a hole.
var env struct {
	sync.RWMutex
	loaded  bool
	entries []string       // "NAME=value", or "" where one was unset
	index   map[string]int // by name, into entries
}

func loadEnv() {
	env.Lock()
	defer env.Unlock()
	if env.loaded {
		return
	}
	env.loaded = true
	env.index = make(map[string]int)
	env.entries = split(environment())
	for i, entry := range env.entries {
		for j := 0; j < len(entry); j++ {
			if entry[j] == '=' {
				name := entry[:j]
				if _, twice := env.index[name]; twice {
					env.entries[i] = "" // the first one counts
				} else {
					env.index[name] = i
				}
				break
			}
		}
	}
}

func readEnv() {
	env.RLock()
	if !env.loaded {
		env.RUnlock()
		loadEnv()
		env.RLock()
	}
}

func Getenv(key string) (value string, found bool) {
	if len(key) == 0 {
		return "", false
	}
	readEnv()
	defer env.RUnlock()
	i, ok := env.index[key]
	if !ok {
		return "", false
	}
	return env.entries[i][len(key)+1:], true
}

func Setenv(key, value string) error {
	if len(key) == 0 {
		return EINVAL
	}
	for i := 0; i < len(key); i++ {
		if key[i] == '=' || key[i] == 0 {
			return EINVAL
		}
	}
	if !validName(value) {
		return EINVAL
	}
	loadEnv()
	env.Lock()
	defer env.Unlock()
	entry := key + "=" + value
	if i, ok := env.index[key]; ok {
		env.entries[i] = entry
		return nil
	}
	env.index[key] = len(env.entries)
	env.entries = append(env.entries, entry)
	return nil
}

func Unsetenv(key string) error {
	loadEnv()
	env.Lock()
	defer env.Unlock()
	if i, ok := env.index[key]; ok {
		env.entries[i] = ""
		delete(env.index, key)
	}
	return nil
}

func Clearenv() {
	loadEnv()
	env.Lock()
	defer env.Unlock()
	env.entries = nil
	env.index = make(map[string]int)
}

func Environ() []string {
	readEnv()
	defer env.RUnlock()
	list := make([]string, 0, len(env.entries))
	for _, entry := range env.entries {
		if entry != "" {
			list = append(list, entry)
		}
	}
	return list
}
