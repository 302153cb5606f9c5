package regexp

import "io"

// The methods that find. Groups that are no part of the match are nil or "", their positions -1.

// bytesAt and stringAt return a group's text.
func bytesAt(b []byte, found []int, group int) []byte {
	if found[2*group] < 0 {
		return nil
	}
	return b[found[2*group]:found[2*group+1]:found[2*group+1]]
}

func stringAt(s string, found []int, group int) string {
	if found[2*group] < 0 {
		return ""
	}
	return s[found[2*group]:found[2*group+1]]
}

func allBytes(b []byte, found []int) [][]byte {
	groups := make([][]byte, len(found)/2)
	for i := range groups {
		groups[i] = bytesAt(b, found, i)
	}
	return groups
}

func allStrings(s string, found []int) []string {
	groups := make([]string, len(found)/2)
	for i := range groups {
		groups[i] = stringAt(s, found, i)
	}
	return groups
}

// groupSlots is the number of positions of all groups.
func (re *Regexp) groupSlots() int { return 2 * len(re.names) }

func (re *Regexp) FindReaderIndex(r io.RuneReader) (loc []int) { return re.search(readAll(r), 0, 2) }

func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int {
	return re.search(readAll(r), 0, re.groupSlots())
}

func (re *Regexp) FindIndex(b []byte) (loc []int) { return re.search(textOf(b), 0, 2) }

func (re *Regexp) FindSubmatchIndex(b []byte) []int {
	return re.search(textOf(b), 0, re.groupSlots())
}

func (re *Regexp) Find(b []byte) []byte {
	found := re.search(textOf(b), 0, 2)
	if found == nil {
		return nil
	}
	return bytesAt(b, found, 0)
}

func (re *Regexp) FindSubmatch(b []byte) [][]byte {
	found := re.search(textOf(b), 0, re.groupSlots())
	if found == nil {
		return nil
	}
	return allBytes(b, found)
}

func (re *Regexp) FindAll(b []byte, n int) [][]byte {
	var list [][]byte
	re.all(textOf(b), n, 2, func(found []int) { list = append(list, bytesAt(b, found, 0)) })
	return list
}

func (re *Regexp) FindAllIndex(b []byte, n int) [][]int {
	var list [][]int
	re.all(textOf(b), n, 2, func(found []int) { list = append(list, found) })
	return list
}

func (re *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte {
	var list [][][]byte
	re.all(textOf(b), n, re.groupSlots(), func(found []int) { list = append(list, allBytes(b, found)) })
	return list
}

func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	var list [][]int
	re.all(textOf(b), n, re.groupSlots(), func(found []int) { list = append(list, found) })
	return list
}

func (re *Regexp) FindStringIndex(s string) (loc []int) { return re.search(s, 0, 2) }

func (re *Regexp) FindStringSubmatchIndex(s string) []int {
	return re.search(s, 0, re.groupSlots())
}

func (re *Regexp) FindString(s string) string {
	found := re.search(s, 0, 2)
	if found == nil {
		return ""
	}
	return stringAt(s, found, 0)
}

func (re *Regexp) FindStringSubmatch(s string) []string {
	found := re.search(s, 0, re.groupSlots())
	if found == nil {
		return nil
	}
	return allStrings(s, found)
}

func (re *Regexp) FindAllString(s string, n int) []string {
	var list []string
	re.all(s, n, 2, func(found []int) { list = append(list, stringAt(s, found, 0)) })
	return list
}

func (re *Regexp) FindAllStringIndex(s string, n int) [][]int {
	var list [][]int
	re.all(s, n, 2, func(found []int) { list = append(list, found) })
	return list
}

func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	var list [][]string
	re.all(s, n, re.groupSlots(), func(found []int) { list = append(list, allStrings(s, found)) })
	return list
}

func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	var list [][]int
	re.all(s, n, re.groupSlots(), func(found []int) { list = append(list, found) })
	return list
}
