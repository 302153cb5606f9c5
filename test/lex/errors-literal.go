// RUN: %errorcheck %s
package p

var (
	_ = 089      // ERROR "invalid digit '8' in octal literal"
	_ = 0b12     // ERROR "invalid digit '2' in binary literal"
	_ = 0x       // ERROR "hexadecimal literal has no digits"
	_ = 1__2     // ERROR "'_' must separate successive digits"
	_ = 1e+      // ERROR "exponent has no digits"
	_ = 0x1.8    // ERROR "hexadecimal mantissa requires a 'p' exponent"
	_ = 1p3      // ERROR "'p' exponent requires hexadecimal mantissa"
	_ = 0b1e1    // ERROR "'e' exponent requires decimal mantissa"
	_ = 0o1.1    // ERROR "invalid radix point in octal literal"
	_ = ''       // ERROR "empty rune literal or unescaped '"
	_ = 'ab'     // ERROR "more than one character in rune literal"
	_ = "a\q"    // ERROR "unknown escape"
	_ = "\xg1"   // ERROR "invalid character 'g' in hexadecimal escape"
	_ = "\400"   // ERROR "octal escape value 256 > 255"
	_ = "\ud800" // ERROR "escape is invalid Unicode code point U\+D800"
	_ = 1 @      // ERROR "invalid character U\+0040 '@'"
)
