package reflect

import "unsafe"

// What only the VM knows and does; natives.cpp has it in the same order. Nothing here checks its arguments.

// Types.
func typeOf(i any) *rtype
func typeString(t *rtype) string
func typeName(t *rtype) string
func typePkgPath(t *rtype) string
func typeElem(t *rtype) *rtype
func typeKey(t *rtype) *rtype
func typeLen(t *rtype) int
func underlying(t *rtype) *rtype
func numField(t *rtype) int
func typeField(t *rtype, i int) (name, pkgPath, tag string, typ *rtype, offset uintptr, flags int)
func numIn(t *rtype) int
func numOut(t *rtype) int
func typeIn(t *rtype, i int) *rtype
func typeOut(t *rtype, i int) *rtype
func methodCounts(t *rtype) (exported, all int)
func methodNamed(t *rtype, name string) int // its index, -1 if there is none
func interfaceMethod(t *rtype, i int) (name, pkgPath string, typ *rtype)
func typeMethod(t *rtype, i int) (name string, typ *rtype, fn unsafe.Pointer)
func implements(t, u *rtype) bool
func pointerTo(t *rtype) *rtype
func sliceOf(t *rtype) *rtype
func arrayOf(length int, elem *rtype) *rtype
func mapOf(key, elem *rtype) *rtype
func chanOf(elem *rtype, dir int) *rtype
func funcOf(in, out []*rtype, variadic bool) *rtype
func structOf(fields []madeField) *rtype
func isIdentifierRune(r rune) (letter, digit bool)

// Values. Pointers are to memory form.
func unpack(i any) (*rtype, unsafe.Pointer)
func pack(t *rtype, at unsafe.Pointer, immutable bool) any
func packPointer(t *rtype, word unsafe.Pointer) any
func newObject(t *rtype) unsafe.Pointer
func newArray(elem *rtype, n int) unsafe.Pointer
func moveValue(t *rtype, to, from unsafe.Pointer)
func zeroValues(t *rtype, at unsafe.Pointer, n int)
func isZeroMemory(t *rtype, at unsafe.Pointer) bool
func zeroValue(t *rtype) unsafe.Pointer // never to be written
func equalValues(t *rtype, a, b unsafe.Pointer) bool
func fieldPlace(t *rtype, i int) (typ *rtype, offset uintptr, flags int)
func growSlice(elem *rtype, s *sliceHeader, extra int)
func copySlice(elem *rtype, to, from unsafe.Pointer, n int)
func swapValues(t *rtype, a, b, scratch unsafe.Pointer)

// Calls. callAdapter's function takes the closure to call, its arguments' slots and where to put its results' slots.
func callAdapter(results, params int) unsafe.Pointer
func makeFunc(t *rtype, handler func(frame unsafe.Pointer)) unsafe.Pointer
func bindMethod(t, receiver *rtype, method, slots unsafe.Pointer) unsafe.Pointer

// Maps.
func makeMap(t *rtype, hint int) unsafe.Pointer
func mapLen(m unsafe.Pointer) int
func mapFind(t *rtype, m, key unsafe.Pointer) unsafe.Pointer
func mapAssign(t *rtype, m, key, elem unsafe.Pointer)
func mapDelete(t *rtype, m, key unsafe.Pointer)
func mapClear(t *rtype, m unsafe.Pointer)
func mapIterNew(t *rtype, m unsafe.Pointer) unsafe.Pointer
func mapIterNext(iter unsafe.Pointer) (key, elem unsafe.Pointer)

// Slots and channels.
func makeChan(t *rtype, n int) unsafe.Pointer
func chanLen(c unsafe.Pointer) int
func chanCap(c unsafe.Pointer) int

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
