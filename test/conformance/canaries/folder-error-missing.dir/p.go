package p

var a int = 1 // ERROR "cannot use"
