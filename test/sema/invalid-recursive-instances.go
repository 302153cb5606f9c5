// A type may contain itself by way of a type argument.
// RUN: %errorcheck %s
package p

type array[P any] [4]P
type record[P any] struct{ f P }
type pointer[P any] *P

type inArray array[inArray]                    // ERROR "invalid recursive type inArray"
type inRecord record[inRecord]                 // ERROR "invalid recursive type inRecord"
type twice record[record[array[twice]]]        // ERROR "invalid recursive type twice"
type field struct{ _ record[field] }           // ERROR "invalid recursive type field"
type behindPointer record[pointer[behindPointer]]
type list struct{ next pointer[record[list]] }
type other[P any] record[P]
type fine other[pointer[fine]]
type also struct{ a, b record[array[int]] }

var size = [len(inArray{})]int{}
