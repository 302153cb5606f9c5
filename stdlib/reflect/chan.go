package reflect

import "unsafe"

// Values pass through channels as whole slots of memory (newSlots), into which the other side may write while we are
// blocked.

// Send sends x on a channel.
func (v Value) Send(x Value) {
	v.checkChan(SendDir, "reflect.Value.Send", "reflect: send on recv-only channel")
	chanSend(v.word(), v.outgoing(x, "reflect.Value.Send"))
}

// TrySend sends x if that does not block.
func (v Value) TrySend(x Value) bool {
	v.checkChan(SendDir, "reflect.Value.TrySend", "reflect: send on recv-only channel")
	return chanTrySend(v.word(), v.outgoing(x, "reflect.Value.TrySend"))
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

func (v Value) outgoing(x Value, method string) unsafe.Pointer {
	x.mustBeExported(method)
	elem := typeElem(v.typ)
	x = x.assignTo(elem, method)
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

// A SelectDir is what a case of Select does.
type SelectDir int

const (
	_ SelectDir = iota
	SelectSend
	SelectRecv
	SelectDefault
)

// A SelectCase is one case of Select.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// selectCase is how the VM takes a case; see SelectCase in runtime/chan/Select.h.
type selectCase struct {
	channel unsafe.Pointer
	slots   unsafe.Pointer
	receive bool
}

// Select does what a select statement with these cases does.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	var list []selectCase
	var places []int
	fallback := -1
	for i, c := range cases {
		switch c.Dir {
		case SelectDefault:
			if fallback >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
			fallback = i
		case SelectSend:
			if !c.Chan.IsValid() {
				continue // like a nil channel: never ready
			}
			c.Chan.checkChan(SendDir, "reflect.Select", "reflect.Select: SendDir case using recv-only channel")
			if !c.Send.IsValid() {
				panic("reflect.Select: SendDir case missing Send value")
			}
			list = append(list, selectCase{c.Chan.word(), c.Chan.outgoing(c.Send, "reflect.Select"), false})
			places = append(places, i)
		case SelectRecv:
			if c.Send.IsValid() {
				panic("reflect.Select: RecvDir case has Send value")
			}
			if !c.Chan.IsValid() {
				continue
			}
			c.Chan.checkChan(RecvDir, "reflect.Select", "reflect.Select: RecvDir case using send-only channel")
			list = append(list, selectCase{c.Chan.word(), newSlots(typeElem(c.Chan.typ)), true})
			places = append(places, i)
		default:
			panic("reflect.Select: invalid Dir")
		}
	}
	result := new([2]int)
	result[1] = 0
	chanSelect(list, fallback >= 0, result)
	if result[0] < 0 {
		return fallback, Value{}, false
	}
	chosen = places[result[0]]
	if cases[chosen].Dir == SelectRecv {
		recv = incoming(typeElem(cases[chosen].Chan.typ), list[result[0]].slots)
		recvOK = result[1] != 0
	}
	return chosen, recv, recvOK
}

// newSlots returns zeroed memory for a value in the form it has in a frame.
func newSlots(t *rtype) unsafe.Pointer

// storeSlots turns a value in memory into that form.
func storeSlots(t *rtype, slots, from unsafe.Pointer)
func chanSend(c, slots unsafe.Pointer)
func chanTrySend(c, slots unsafe.Pointer) bool
func chanRecv(c, slots unsafe.Pointer, ok *uintptr)
func chanTryRecv(c, slots unsafe.Pointer) (done, ok bool)
func chanClose(c unsafe.Pointer)

// chanSelect writes the index of the case and, for a receive, whether a value came.
func chanSelect(cases []selectCase, hasDefault bool, result *[2]int)
