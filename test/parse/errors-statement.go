// RUN: %errorcheck %s
package p

func f() {
	x y          // ERROR "syntax error: unexpected name y at end of statement"
	x, y += 1    // ERROR "unexpected \+=, expected := or = or comma"
	if {         // ERROR "missing condition in if statement"
	}
	if x := 1 {  // ERROR "cannot use x := 1 as value"
	}
	if x = 1 {   // ERROR "cannot use assignment x = 1 as value"
	}
	if x {
	} else y     // ERROR "else must be followed by if or statement block"
	if var x = 1; x { // ERROR "var declaration not allowed in if initializer"
	}
	for i in xs { // ERROR "unexpected name in, expected {"
	}
	for i := 0; i < 1 { // ERROR "unexpected {, expected semicolon or newline"
	}
	for i := 0; i < 1; i := 2 { // ERROR "cannot declare in post statement of for loop"
	}
	switch {
		x        // ERROR "unexpected name x, expected case or default or }"
	}
	switch {
	case 1 2:    // ERROR "unexpected literal 2, expected :"
		y z      // ERROR "unexpected name z at end of statement"
	}
	select x {   // ERROR "missing { after select clause"
	}
	go {         // ERROR "unexpected {, expected expression"
	}
	goto 1       // ERROR "unexpected literal 1, expected name"
	x = a[]      // ERROR "unexpected \], expected operand"
	x = a[1 2]   // ERROR "unexpected literal 2, expected comma, : or \]"
	x = g(1 2)   // ERROR "unexpected literal 2 in argument list; possibly missing comma or \)"
	x = y.type   // ERROR "unexpected keyword type, expected name or \("
	x = y
	x = T{a 1}   // ERROR "unexpected literal 1 in composite literal; possibly missing comma or }"
	x = (1 2)    // ERROR "unexpected literal 2, expected \)"
	x = []int{
		1,
		2        // ERROR "unexpected newline in composite literal; possibly missing comma or }"
	}
	func g() {}  // ERROR "unexpected name g, expected \("
	else {}      // ERROR "unexpected keyword else, expected }"
}
