// errorcheck

// FAILS messages

package p

var a int = "wrong" // ERROR "cannot use" "undefined"
