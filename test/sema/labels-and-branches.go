// RUN: %errorcheck %s
package main

func main() {
	break // ERROR "break is not in a loop, switch, or select"
	continue // ERROR "continue is not in a loop"
	for {
		func() {
			break // ERROR "break is not in a loop, switch, or select"
		}()
	}
L1:
	for {
		break L1
		continue L2 // ERROR "continue label not defined: L2"
	}
L2: // ERROR "label L2 defined and not used"
	{
		goto L3 // ERROR "label L3 not defined"
	}
L4:
	if true {
		continue L4 // ERROR "invalid continue label L4"
		break L4 // ERROR "invalid break label L4"
	}
	goto L5 // ERROR "goto L5 jumps over declaration of x at .*:27:4"
	x := 1
	_ = x
L5:
	goto L6 // ERROR "goto L6 jumps into block starting at .*:31:2"
	{
	L6:
	}
L5: // ERROR "label L5 already defined at .*:29:1"
	goto Missing // ERROR "label Missing not defined"
unused: // ERROR "label unused defined and not used"
}
