// Parsing times and durations, with the errors' words.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"time"
)

func main() {
	for _, c := range [][2]string{
		{time.RFC3339, "2006-01-02T15:04:05.25+07:00"},
		{time.ANSIC, "Mon Jan  2 15:04:05 2006"},
		{time.RFC1123, "Mon, 02 Jan 2006 15:04:05 MST"},
		{time.Kitchen, "12:07AM"},
		{"2006-002", "2024-366"},
		{time.DateOnly, "2023-02-29"},
		{time.DateOnly, "2023-13-01"},
		{time.DateTime, "2023-01-02 24:00:00"},
		{time.RFC3339, "yesterday"},
		{time.DateOnly, "2023-01-02 and more"},
		{time.RFC822Z, "02 Jan 06 15:04 +2500"},
	} {
		fmt.Println(time.Parse(c[0], c[1]))
	}
	// CHECK: 2006-01-02 15:04:05.25 +0700 +0700 <nil>
	// CHECK-NEXT: 2006-01-02 15:04:05 +0000 UTC <nil>
	// CHECK-NEXT: 2006-01-02 15:04:05 +0000 MST <nil>
	// CHECK-NEXT: 0000-01-01 00:07:00 +0000 UTC <nil>
	// CHECK-NEXT: 2024-12-31 00:00:00 +0000 UTC <nil>
	// CHECK-NEXT: 0001-01-01 00:00:00 +0000 UTC parsing time "2023-02-29": day out of range
	// CHECK-NEXT: 0001-01-01 00:00:00 +0000 UTC parsing time "2023-13-01": month out of range
	// CHECK-NEXT: 0001-01-01 00:00:00 +0000 UTC parsing time "2023-01-02 24:00:00": hour out of range
	// CHECK-NEXT: 0001-01-01 00:00:00 +0000 UTC parsing time "yesterday" as "2006-01-02T15:04:05Z07:00": cannot parse "yesterday" as "2006"
	// CHECK-NEXT: 0001-01-01 00:00:00 +0000 UTC parsing time "2023-01-02 and more": extra text: " and more"
	// CHECK-NEXT: 0001-01-01 00:00:00 +0000 UTC parsing time "02 Jan 06 15:04 +2500": time zone offset hour out of range

	for _, s := range []string{"1h15m30.918s", "-1.5h", "300ms", "2µs", "0", "+5s", ".5m", "", "3", "1x", "9223372036854775808ns", "."} {
		fmt.Println(time.ParseDuration(s))
	}
	// CHECK-NEXT: 1h15m30.918s <nil>
	// CHECK-NEXT: -1h30m0s <nil>
	// CHECK-NEXT: 300ms <nil>
	// CHECK-NEXT: 2µs <nil>
	// CHECK-NEXT: 0s <nil>
	// CHECK-NEXT: 5s <nil>
	// CHECK-NEXT: 30s <nil>
	// CHECK-NEXT: 0s time: invalid duration ""
	// CHECK-NEXT: 0s time: missing unit in duration "3"
	// CHECK-NEXT: 0s time: unknown unit "x" in duration "1x"
	// CHECK-NEXT: 0s time: invalid duration "9223372036854775808ns"
	// CHECK-NEXT: 0s time: invalid duration "."

	_, err := time.LoadLocation("Nowhere/Land")
	fmt.Println(err) // CHECK-NEXT: unknown time zone Nowhere/Land
}
