package reflect

import "unsafe"

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
			c.Chan.checkChan(SendDir, unknownMethod, "reflect.Select: SendDir case using recv-only channel")
			if !c.Send.IsValid() {
				panic("reflect.Select: SendDir case missing Send value")
			}
			list = append(list, selectCase{c.Chan.word(), c.Chan.outgoing(c.Send, unknownMethod, "reflect.Select"), false})
			places = append(places, i)
		case SelectRecv:
			if c.Send.IsValid() {
				panic("reflect.Select: RecvDir case has Send value")
			}
			if !c.Chan.IsValid() {
				continue
			}
			c.Chan.checkChan(RecvDir, unknownMethod, "reflect.Select: RecvDir case using send-only channel")
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
