// errorcheck

// PASSES

package p

func f() int {
	var unused int // ERROR "declared and not used"
	return "a" + 1 // ERROR "mismatched types|cannot (use|convert)"
}
