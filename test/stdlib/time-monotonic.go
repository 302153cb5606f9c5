// Now has a monotonic reading, which differences use and which a change of place drops.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"strings"
	"time"
)

func hasReading(t time.Time) bool { return strings.Contains(t.String(), " m=+") }

func main() {
	start := time.Now()
	time.Sleep(3 * time.Millisecond)
	d := time.Since(start)
	fmt.Println(d >= 3*time.Millisecond, d < 10*time.Second)                                             // CHECK: true true
	fmt.Println(hasReading(start), hasReading(start.Add(time.Hour)))                                     // CHECK-NEXT: true true
	fmt.Println(hasReading(start.UTC()), hasReading(start.Round(0)), hasReading(start.AddDate(0, 0, 1))) // CHECK-NEXT: false false false
	fmt.Println(start.Equal(start.Round(0)), start == start.Round(0))                                    // CHECK-NEXT: true false
	fmt.Println(time.Until(start) < 0, start.Location() == time.Local)                                   // CHECK-NEXT: true true
}
