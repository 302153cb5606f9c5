// RUN: %gossamer dump --tokens %s | FileCheck %s
package p
var a = "plain" + "esc \a\b\f\n\r\t\v\\\" \x41\101\u00e9\U0001F600" + `raw \n
two lines` + "日本語"
var b = []rune{'a', '\'', '"', '\\', '\000', '\xff', '\u12e4', '\U00101234', '本'}

// CHECK: 2:1	keyword package
// CHECK-NEXT: 2:9	name p
// CHECK-NEXT: 2:10	newline
// CHECK-NEXT: 3:1	keyword var
// CHECK-NEXT: 3:5	name a
// CHECK-NEXT: 3:7	=
// CHECK-NEXT: 3:9	string "plain"
// CHECK-NEXT: 3:17	+
// CHECK-NEXT: 3:19	string "esc \a\b\f\n\r\t\v\\\" \x41\101\u00e9\U0001F600"
// CHECK-NEXT: 3:69	+
// CHECK-NEXT: 3:71	string `raw \n\ntwo lines`
// CHECK-NEXT: 4:12	+
// CHECK-NEXT: 4:14	string "日本語"
// CHECK-NEXT: 4:25	newline
// CHECK-NEXT: 5:1	keyword var
// CHECK-NEXT: 5:5	name b
// CHECK-NEXT: 5:7	=
// CHECK-NEXT: 5:9	[
// CHECK-NEXT: 5:10	]
// CHECK-NEXT: 5:11	name rune
// CHECK-NEXT: 5:15	{
// CHECK-NEXT: 5:16	rune 'a'
// CHECK-NEXT: 5:19	comma
// CHECK-NEXT: 5:21	rune '\''
// CHECK-NEXT: 5:25	comma
// CHECK-NEXT: 5:27	rune '"'
// CHECK-NEXT: 5:30	comma
// CHECK-NEXT: 5:32	rune '\\'
// CHECK-NEXT: 5:36	comma
// CHECK-NEXT: 5:38	rune '\000'
// CHECK-NEXT: 5:44	comma
// CHECK-NEXT: 5:46	rune '\xff'
// CHECK-NEXT: 5:52	comma
// CHECK-NEXT: 5:54	rune '\u12e4'
// CHECK-NEXT: 5:62	comma
// CHECK-NEXT: 5:64	rune '\U00101234'
// CHECK-NEXT: 5:76	comma
// CHECK-NEXT: 5:78	rune '本'
// CHECK-NEXT: 5:83	}
// CHECK-NEXT: 5:84	newline
// CHECK-NEXT: {{[0-9]+}}:1 EOF
