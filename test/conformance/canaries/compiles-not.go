// compile

// FAILS rejected

package p

var x int = "a string"
