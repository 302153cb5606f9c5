// errorcheck

// FAILS messages

package p

var a int = "wrong"
var b int = 1 // ERROR "cannot use"
