// RUN: %errorcheck %s
package p

import x                  // ERROR "missing import path"
import 1                  // ERROR "import path must be a string"

var x int y               // ERROR "unexpected name y after top level declaration"
var x := 1                // ERROR "unexpected :=, expected ="
var 1                     // ERROR "unexpected literal 1, expected name"
var c <-cahn int          // ERROR "unexpected name cahn, expected keyword chan"
var (
	a int b int           // ERROR "unexpected name b in grouped declaration; possibly missing semicolon or newline or \)"
)
type T struct {
	a int, b int          // ERROR "unexpected comma in struct type; possibly missing semicolon or newline or }"
	1                     // ERROR "unexpected literal 1, expected field name or embedded type"
	(U)                   // ERROR "cannot parenthesize embedded type"
}
type I interface {
	m() n()               // ERROR "unexpected \( in interface type; possibly missing semicolon or newline or }"
	int | }               // ERROR "unexpected }, expected ~ term or type"
type U                    // ERROR "unexpected newline in type declaration"
type F func[P any]()      // ERROR "function type must have no type parameters"
func (t T) m[P any]() {}  // ERROR "method must have no type parameters"
func f[]() {}             // ERROR "empty type parameter list"
func f[T any, U]() {}     // ERROR "missing type constraint"
func f(a int b int) {}    // ERROR "unexpected name b in parameter list; possibly missing comma or \)"
func f(a int, []string) {} // ERROR "missing parameter name"
func f(a ...interfacce{}) {} // ERROR "unexpected { in parameter list; possibly missing comma or \)"
func f() {}
foo                       // ERROR "non-declaration statement outside function body"
func f() -> int {}        // ERROR "unexpected - after top level declaration"
func f()
{                         // ERROR "unexpected semicolon or newline before {"
}
import "fmt"              // ERROR "imports must appear before other declarations"
