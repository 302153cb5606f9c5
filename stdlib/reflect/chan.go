package reflect

import "unsafe"

// Values pass through channels as whole slots of memory (newSlots), into which the other side may write while we are
// blocked.

// Send sends x on a channel.
func (v Value) Send(x Value) {
	v.checkChan(SendDir, "reflect.Value.Send", "reflect: send on recv-only channel")
	chanSend(v.word(), v.outgoing(x, "reflect.Value.Send", "reflect.Value.Send"))
}

// TrySend sends x if that does not block.
func (v Value) TrySend(x Value) bool {
	v.checkChan(SendDir, "reflect.Value.TrySend", "reflect: send on recv-only channel")
	return chanTrySend(v.word(), v.outgoing(x, "reflect.Value.TrySend", "reflect.Value.Send"))
}

// Recv receives from a channel; ok is false if it was closed.
func (v Value) Recv() (x Value, ok bool) {
	v.checkChan(RecvDir, "reflect.Value.Recv", "reflect: recv on send-only channel")
	elem := typeElem(v.typ)
	slots := newSlots(elem)
	received := new(uintptr)
	chanRecv(v.word(), slots, received)
	return incoming(elem, slots), *received != 0
}

// TryRecv receives if that does not block; else x is the zero Value.
func (v Value) TryRecv() (x Value, ok bool) {
	v.checkChan(RecvDir, "reflect.Value.TryRecv", "reflect: recv on send-only channel")
	elem := typeElem(v.typ)
	slots := newSlots(elem)
	done, ok := chanTryRecv(v.word(), slots)
	if !done {
		return Value{}, false
	}
	return incoming(elem, slots), ok
}

// Close closes a channel.
func (v Value) Close() {
	v.mustBe(Chan, "reflect.Value.Close")
	v.mustBeExported("reflect.Value.Close")
	if ChanDir(v.typ.chanDir)&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	chanClose(v.word())
}

func (v Value) checkChan(dir ChanDir, method, complaint string) {
	v.mustBe(Chan, method)
	v.mustBeExported(method)
	if ChanDir(v.typ.chanDir)&dir == 0 {
		panic(complaint)
	}
}

func (v Value) outgoing(x Value, method, context string) unsafe.Pointer {
	x.mustBeExported(method)
	elem := typeElem(v.typ)
	x = x.assignTo(elem, context)
	slots := newSlots(elem)
	storeSlots(elem, slots, x.address())
	return slots
}

// incoming makes a Value of slots that nobody else uses any more. Slots of a scalar hold its bytes first.
func incoming(t *rtype, slots unsafe.Pointer) Value {
	if t.pointerShaped() {
		return Value{t, *(*unsafe.Pointer)(slots), 0}
	}
	return Value{t, slots, flagIndirect}
}
