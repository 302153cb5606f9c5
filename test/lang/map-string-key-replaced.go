// Assigning to an entry replaces its key, as gc does: the bytes of the older string are not kept alive by the map.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"strings"
	"unsafe"
)

func main() {
	first, second := strings.Clone("key"), strings.Clone("key")
	m := map[string]int{first: 1}
	m[second]++
	for k, v := range m {
		fmt.Println(k, v, unsafe.StringData(k) == unsafe.StringData(second)) // CHECK: key 2 true
	}
	any := map[any]int{first: 1}
	any[second] = 3
	for k, v := range any {
		fmt.Println(k, v, unsafe.StringData(k.(string)) == unsafe.StringData(second)) // CHECK-NEXT: key 3 true
	}
}
