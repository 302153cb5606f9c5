// RUN: %gossamer dump --tokens %s | FileCheck %s
package p

func f() {
	x++ // after a comment
	return /* a comment
	of two lines */ 1
	a := b + /* none here
	*/ c
	if x { y } // no semicolon before the brace
	break; continue
	g(1,
		2,
	)
}
var last = 1

// CHECK: 2:1	keyword package
// CHECK-NEXT: 2:9	name p
// CHECK-NEXT: 2:10	newline
// CHECK-NEXT: 4:1	keyword func
// CHECK-NEXT: 4:6	name f
// CHECK-NEXT: 4:7	(
// CHECK-NEXT: 4:8	)
// CHECK-NEXT: 4:10	{
// CHECK-NEXT: 5:2	name x
// CHECK-NEXT: 5:3	++
// CHECK-NEXT: 5:24	newline
// CHECK-NEXT: 6:2	keyword return
// CHECK-NEXT: 6:9	newline
// CHECK-NEXT: 7:18	int 1
// CHECK-NEXT: 7:19	newline
// CHECK-NEXT: 8:2	name a
// CHECK-NEXT: 8:4	:=
// CHECK-NEXT: 8:7	name b
// CHECK-NEXT: 8:9	+
// CHECK-NEXT: 9:5	name c
// CHECK-NEXT: 9:6	newline
// CHECK-NEXT: 10:2	keyword if
// CHECK-NEXT: 10:5	name x
// CHECK-NEXT: 10:7	{
// CHECK-NEXT: 10:9	name y
// CHECK-NEXT: 10:11	}
// CHECK-NEXT: 10:45	newline
// CHECK-NEXT: 11:2	keyword break
// CHECK-NEXT: 11:7	semicolon
// CHECK-NEXT: 11:9	keyword continue
// CHECK-NEXT: 11:17	newline
// CHECK-NEXT: 12:2	name g
// CHECK-NEXT: 12:3	(
// CHECK-NEXT: 12:4	int 1
// CHECK-NEXT: 12:5	comma
// CHECK-NEXT: 13:3	int 2
// CHECK-NEXT: 13:4	comma
// CHECK-NEXT: 14:2	)
// CHECK-NEXT: 14:3	newline
// CHECK-NEXT: 15:1	}
// CHECK-NEXT: 15:2	newline
// CHECK-NEXT: 16:1	keyword var
// CHECK-NEXT: 16:5	name last
// CHECK-NEXT: 16:10	=
// CHECK-NEXT: 16:12	int 1
// CHECK-NEXT: 16:13	newline
// CHECK-NEXT: {{[0-9]+}}:1 EOF
