// RUN: %vetcheck -lostcancel %s
package main

import (
	"context"
	"log"
	"os"
	"time"
)

var bg = context.Background()
var condition bool
var stored func()

func discarded() {
	_, _ = context.WithCancel(bg)                  // WANT 5 "the cancel function returned by context.WithCancel should be called, not discarded, to avoid a context leak"
	ctx, _ := context.WithTimeout(bg, time.Second) // WANT 7 "the cancel function returned by context.WithTimeout should be called, not discarded, to avoid a context leak"
	_ = ctx
	var _, _ = context.WithDeadline(bg, time.Now())       // WANT 9 "the cancel function returned by context.WithDeadline should be called, not discarded, to avoid a context leak"
	_, _ = context.WithCancelCause(bg)                    // WANT 5 "the cancel function returned by context.WithCancelCause should be called, not discarded, to avoid a context leak"
	_, _ = context.WithTimeoutCause(bg, time.Second, nil) // WANT 5 "the cancel function returned by context.WithTimeoutCause should be called, not discarded, to avoid a context leak"
	_, _ = context.WithDeadlineCause(bg, time.Now(), nil) // WANT 5 "the cancel function returned by context.WithDeadlineCause should be called, not discarded, to avoid a context leak"
}

func deferred() {
	ctx, cancel := context.WithCancel(bg)
	defer cancel()
	_ = ctx
}

func oneBranch() {
	ctx, cancel := context.WithCancel(bg) // WANT 2 "the cancel function is not used on all paths (possible context leak)"
	if condition {
		cancel()
	}
	_ = ctx
} // WANT 1 "this return statement may be reached without using the cancel var defined on line 32"

func returnsEarly() error {
	ctx, cancel := context.WithCancel(bg) // WANT 2 "the cancel function is not used on all paths (possible context leak)"
	if condition {
		return nil // WANT 3 "this return statement may be reached without using the cancel var defined on line 40"
	}
	defer cancel()
	return ctx.Err()
}

func neverUsed() {
	var cancel func()
	_, cancel = context.WithCancel(bg)
	_ = cancel
	ctx, cancel2 := context.WithCancel(bg) // WANT 2 "the cancel2 function is not used on all paths (possible context leak)"
	_ = ctx
	if false {
		cancel2()
	}
} // WANT 1 "this return statement may be reached without using the cancel2 var defined on line 52"

func returned() (context.Context, func()) {
	ctx, cancel := context.WithCancel(bg)
	return ctx, cancel
}

func namedBare() (ctx context.Context, cancel func()) {
	ctx, cancel = context.WithCancel(bg)
	return
}

func namedOther() (ctx context.Context, cancel func()) {
	ctx, cancel = context.WithCancel(bg) // WANT 2 "the cancel function is not used on all paths (possible context leak)"
	return bg, nil                       // WANT 2 "this return statement may be reached without using the cancel var defined on line 70"
}

func storedAway() {
	ctx, cancel := context.WithCancel(bg)
	stored = cancel
	_ = ctx
}

func inField() {
	var s struct{ cancel func() }
	_, s.cancel = context.WithCancel(bg)
}

func inGlobal() {
	_, stored = context.WithCancel(bg)
}

func capturedInLiteral() {
	ctx, cancel := context.WithCancel(bg)
	go func() {
		defer cancel()
	}()
	_ = ctx
}

func insideLiteral() {
	_ = func() {
		_, cancel := context.WithCancel(bg) // WANT 3 "the cancel function is not used on all paths (possible context leak)"
		if condition {
			return // WANT 4 "this return statement may be reached without using the cancel var defined on line 99"
		}
		cancel()
	}
}

func loops() {
	for i := 0; i < 3; i++ {
		_, cancel := context.WithCancel(bg) // WANT 3 "the cancel function is not used on all paths (possible context leak)"
		if i == 1 {
			continue
		}
		cancel()
	}
} // WANT 1 "this return statement may be reached without using the cancel var defined on line 109"

func loopLeft() {
	for {
		_, cancel := context.WithCancel(bg) // WANT 3 "the cancel function is not used on all paths (possible context leak)"
		if condition {
			break
		}
		cancel()
	}
} // WANT 1 "this return statement may be reached without using the cancel var defined on line 119"

func switches(n int) {
	_, cancel := context.WithCancel(bg) // WANT 2 "the cancel function is not used on all paths (possible context leak)"
	switch n {
	case 1:
		cancel()
	case 2:
		fallthrough
	case 3:
		cancel()
	}
} // WANT 1 "this return statement may be reached without using the cancel var defined on line 128"

func switchesAll(n int) {
	_, cancel := context.WithCancel(bg)
	switch n {
	case 1:
		cancel()
	default:
		cancel()
	}
}

func selects(a, b chan int) {
	_, cancel := context.WithCancel(bg) // WANT 2 "the cancel function is not used on all paths (possible context leak)"
	select {
	case <-a:
		cancel()
	case <-b:
	}
} // WANT 1 "this return statement may be reached without using the cancel var defined on line 150"

func selectsAll(a, b chan int) {
	_, cancel := context.WithCancel(bg)
	select {
	case <-a:
		cancel()
	case <-b:
		cancel()
	}
}

func panics() {
	_, cancel := context.WithCancel(bg)
	if condition {
		panic("no")
	}
	cancel()
}

func exits() {
	_, cancel := context.WithCancel(bg)
	if condition {
		os.Exit(1)
	}
	if !condition {
		log.Fatal("no")
	}
	cancel()
}

func die() {
	log.Fatalln("dead")
}

func dieSometimes() {
	if condition {
		die()
	}
}

func exitsOfOurOwn() {
	_, cancel := context.WithCancel(bg)
	if condition {
		die()
	}
	cancel()
}

func mayExit() {
	_, cancel := context.WithCancel(bg) // WANT 2 "the cancel function is not used on all paths (possible context leak)"
	if condition {
		dieSometimes()
		return // WANT 3 "this return statement may be reached without using the cancel var defined on line 206"
	}
	cancel()
}

func endless() {
	_, cancel := context.WithCancel(bg)
	for {
		if condition {
			cancel()
		}
	}
}

func gotos() {
	_, cancel := context.WithCancel(bg) // WANT 2 "the cancel function is not used on all paths (possible context leak)"
	if condition {
		goto end
	}
	cancel()
end:
} // WANT 1 "this return statement may be reached without using the cancel var defined on line 224"

func typeSwitch(x any) {
	_, cancel := context.WithCancel(bg) // WANT 2 "the cancel function is not used on all paths (possible context leak)"
	switch x.(type) {
	case int:
		cancel()
	case string:
		return // WANT 3 "this return statement may be reached without using the cancel var defined on line 233"
	}
}

func declared() {
	var ctx, cancel = context.WithCancel(bg) // WANT 6 "the cancel function is not used on all paths (possible context leak)"
	_ = ctx
	if condition {
		return // WANT 3 "this return statement may be reached without using the cancel var defined on line 243"
	}
	cancel()
}

func shadowed() {
	ctx, cancel := context.WithCancel(bg)
	if condition {
		ctx, cancel := context.WithCancel(ctx)
		_, _ = ctx, cancel
	}
	defer cancel()
}

func assignedAgain() {
	ctx, cancel := context.WithCancel(bg)
	ctx, cancel = context.WithCancel(ctx)
	defer cancel()
}

func conditionUses() {
	_, cancel := context.WithCancel(bg)
	if cancel != nil {
		return
	}
}

func shortCircuit() {
	_, cancel := context.WithCancel(bg)
	if condition && use(cancel) {
		return
	}
}

func use(f func()) bool { return f == nil }

func rangeBody(list []int) {
	_, cancel := context.WithCancel(bg) // WANT 2 "the cancel function is not used on all paths (possible context leak)"
	for range list {
		cancel()
	}
} // WANT 1 "this return statement may be reached without using the cancel var defined on line 283"

func deferredDiscard() {
	if ctx, cancel := context.WithTimeout(bg, 1); condition { // WANT 5 "the cancel function is not used on all paths (possible context leak)"
		_ = ctx
		cancel()
	}
} // WANT 1 "this return statement may be reached without using the cancel var defined on line 290"

var _, packageLevel = context.WithCancel(bg)

func main() {
}
