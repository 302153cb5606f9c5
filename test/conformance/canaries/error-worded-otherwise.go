// errorcheck

// FAILS messages

package p

var a int = "wrong" // ERROR "declared and not used"
