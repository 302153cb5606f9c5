// RUN: %vetcheck -unreachable %s
package main

import "os"

var condition bool

func work() {}

func afterReturn() int {
	return 1
	work() // WANT 2 "unreachable code"
	work()
	return 2
}

func afterPanic() {
	panic("x")
	work() // WANT 2 "unreachable code"
}

func afterExit() {
	os.Exit(1)
	work()
}

func endless() {
	for {
		work()
	}
	work() // WANT 2 "unreachable code"
}

func endlessWithBreak() {
	for {
		break
	}
	work()
}

func endlessWithInnerBreak() {
	for {
		switch {
		case condition:
			break
		}
	}
	work() // WANT 2 "unreachable code"
}

func labelledBreak() {
outer:
	for {
		for {
			break outer
		}
		work() // WANT 3 "unreachable code"
	}
	work()
}

func forTrue() {
	for true {
	}
	work()
}

func bothArms() int {
	if condition {
		return 1
	} else {
		return 2
	}
	return 3 // WANT 2 "unreachable code"
}

func chain(n int) {
	if n == 1 {
		return
	} else if n == 2 {
		panic(n)
	} else {
		for {
		}
	}
	work() // WANT 2 "unreachable code"
}

func oneArm() {
	if condition {
		return
	}
	work()
}

func switchAll(n int) {
	switch n {
	case 1:
		return
	default:
		return
	}
	work() // WANT 2 "unreachable code"
}

func switchNoDefault(n int) {
	switch n {
	case 1:
		return
	}
	work()
}

func switchBreak(n int) {
	switch n {
	case 1:
		if condition {
			break
		}
		return
	default:
		return
	}
	work()
}

func switchFallthrough(n int) {
	switch n {
	case 1:
		fallthrough
	case 2:
		return
	default:
		panic(1)
	}
	work() // WANT 2 "unreachable code"
}

func typeSwitchAll(x any) {
	switch x.(type) {
	case int:
		return
	default:
		return
	}
	work() // WANT 2 "unreachable code"
}

func selectForever() {
	select {}
	work() // WANT 2 "unreachable code"
}

func selectAll(a, b chan int) {
	select {
	case <-a:
		return
	case <-b:
		return
	}
	work() // WANT 2 "unreachable code"
}

func selectOne(a, b chan int) {
	select {
	case <-a:
		return
	case <-b:
	}
	work()
}

func gotoForward() {
	goto end
	work() // WANT 2 "unreachable code"
end:
	work()
}

func gotoBackward() {
again:
	work()
	goto again
	work() // WANT 2 "unreachable code"
}

func afterContinue() {
	for i := 0; i < 3; i++ {
		continue
		work() // WANT 3 "unreachable code"
	}
	for range 3 {
		break
		work() // WANT 3 "unreachable code"
	}
}

func inLiteral() {
	_ = func() {
		return
		work() // WANT 3 "unreachable code"
	}
	work()
}

func emptyAfter() {
	return

}

func labelNotTargeted() {
	return
loop: // WANT 1 "unreachable code"
	for {
		break loop
	}
}

func blockReturns() {
	{
		return
	}
	work() // WANT 2 "unreachable code"
}

func declarationAfter() {
	return
	var x int // WANT 2 "unreachable code"
	const c = 1
	_ = x
}

func twoStretches() {
	for {
		return
		work() // WANT 3 "unreachable code"
	}
	work() // WANT 2 "unreachable code"
	return
	work() // WANT 2 "unreachable code"
}

func nestedInDead() {
	return
	if condition { // WANT 2 "unreachable code"
		return
		work() // WANT 3 "unreachable code"
	}
	work()
}

func panicShadowed() {
	panic := func(int) {}
	panic(1)
	work()
}

func rangeLoop(list []int) {
	for range list {
		return
	}
	work()
}

func gotoFromDead() {
	return
	goto end // WANT 2 "unreachable code"
end:
	work()
}

func caseBodyAfterPanic(n int) {
	switch n {
	case 1:
		panic(1)
		work() // WANT 3 "unreachable code"
	case 2:
		return
		n++ // WANT 3 "unreachable code"
	}
}

func deadDefer() {
	return
	defer work() // WANT 2 "unreachable code"
}

func deadGo() {
	return
	go work() // WANT 2 "unreachable code"
}

func deadSend(c chan int) {
	return
	c <- 1 // WANT 2 "unreachable code"
}

func deadAssignment() {
	var x int
	return
	x = 1 // WANT 2 "unreachable code"
	_ = x
}

func deadFor() {
	return
	for i := 0; i < 1; i++ { // WANT 2 "unreachable code"
		return
		work() // WANT 3 "unreachable code"
	}
	return
	work() // WANT 2 "unreachable code"
}

func panicInExpression() {
	(panic)(1)
	work()
}

func deferredPanic() {
	defer panic(1)
	work()
}

func labelledContinue() {
outer:
	for {
		for {
			continue outer
		}
		work() // WANT 3 "unreachable code"
	}
	work() // WANT 2 "unreachable code"
}

func labelledSwitch() {
sw:
	switch {
	default:
		for {
			break sw
		}
	}
	work()
}

func elseOnly() {
	if condition {
	} else {
		return
		work() // WANT 3 "unreachable code"
	}
}

func main() {
	return
}
