// RUN: %errorcheck %s
package main

import (
	"fmt"
	"os" // ERROR "\"os\" imported and not used"
	str "strings" // ERROR "\"strings\" imported as str and not used"
	_ "time"
)

func main() { fmt.Println() }
