// errorcheck -0

// FAILS messages

package p

var a int = "wrong"
