// RUN: %vetcheck -stringintconv %s
package main

type myString string
type myInt int
type myRune rune
type myByte byte

func main() {
	i := 65
	var i64 int64
	var r rune
	var b byte
	var u uint
	var mi myInt
	var mr myRune
	var mb myByte
	_ = string(i)   // WANT 6 "conversion from int to string yields a string of one rune, not a string of digits"
	_ = string(i64) // WANT 6 "conversion from int64 to string yields a string of one rune, not a string of digits"
	_ = string(r)
	_ = string(b)
	_ = string(u)  // WANT 6 "conversion from uint to string yields a string of one rune, not a string of digits"
	_ = string(mi) // WANT 6 "conversion from myInt (int) to string yields a string of one rune, not a string of digits"
	_ = string(mr)
	_ = string(mb)
	_ = string(65) // WANT 6 "conversion from untyped int to string yields a string of one rune, not a string of digits"
	_ = string('x')
	const k = 65
	_ = string(k)   // WANT 6 "conversion from untyped int to string yields a string of one rune, not a string of digits"
	_ = myString(i) // WANT 6 "conversion from int to myString (string) yields a string of one rune, not a string of digits"
	_ = (string)(i)
	_ = string(i + 1) // WANT 6 "conversion from int to string yields a string of one rune, not a string of digits"
	_ = string(rune(i))
	_ = string([]byte{1})
	type alias = string
	_ = alias(i) // WANT 6 "conversion from int to alias (string) yields a string of one rune, not a string of digits"
	_ = myString(r)
	_ = string(uintptr(1)) // WANT 6 "conversion from uintptr to string yields a string of one rune, not a string of digits"
	type local int16
	_ = string(local(1)) // WANT 6 "conversion from local (int16) to string yields a string of one rune, not a string of digits"
}

func generic[T int | string, U ~string, V rune | byte](t T, v V) {
	_ = string(t) // WANT 6 "conversion from int (in T) to string yields a string of one rune, not a string of digits"
	_ = string(v)
	_ = U(65) // WANT 6 "conversion from int to string (in U) yields a string of one rune, not a string of digits"
	i := 3
	_ = U(i) // WANT 6 "conversion from int to string (in U) yields a string of one rune, not a string of digits"
}
