// errorcheck

// FAILS messages

package p

var a int = "wrong" // ERROR "cannot use"
var b int = "wrong"
