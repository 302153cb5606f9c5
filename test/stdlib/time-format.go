// Layouts, as String and in parts, of times in several zones; compared with real Go.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"time"
)

func main() {
	zone := time.FixedZone("EST", -5*3600)
	t := time.Date(2009, time.November, 10, 23, 4, 5, 67890000, time.UTC)
	for _, layout := range []string{
		time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z,
		time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano,
		time.DateTime, time.DateOnly, time.TimeOnly, time.Layout, "__2 002 _2 06 1 January pm ,000 .999 -07:00:00", "Janet Mondays",
	} {
		fmt.Println(t.In(zone).Format(layout))
	}
	// CHECK: Tue Nov 10 18:04:05 2009
	// CHECK-NEXT: Tue Nov 10 18:04:05 EST 2009
	// CHECK-NEXT: Tue Nov 10 18:04:05 -0500 2009
	// CHECK-NEXT: 10 Nov 09 18:04 EST
	// CHECK-NEXT: 10 Nov 09 18:04 -0500
	// CHECK-NEXT: Tuesday, 10-Nov-09 18:04:05 EST
	// CHECK-NEXT: Tue, 10 Nov 2009 18:04:05 EST
	// CHECK-NEXT: Tue, 10 Nov 2009 18:04:05 -0500
	// CHECK-NEXT: 2009-11-10T18:04:05-05:00
	// CHECK-NEXT: 2009-11-10T18:04:05.06789-05:00
	// CHECK-NEXT: 6:04PM
	// CHECK-NEXT: Nov 10 18:04:05
	// CHECK-NEXT: Nov 10 18:04:05.067
	// CHECK-NEXT: Nov 10 18:04:05.067890
	// CHECK-NEXT: Nov 10 18:04:05.067890000
	// CHECK-NEXT: 2009-11-10 18:04:05
	// CHECK-NEXT: 2009-11-10
	// CHECK-NEXT: 18:04:05
	// CHECK-NEXT: 11/10 06:04:05PM '09 -0500
	// CHECK-NEXT: 314 314 10 09 11 November pm ,067 .067 -05:00:00
	// CHECK-NEXT: Janet Tuesdays

	fmt.Println(t, t.In(zone), time.Time{})
	// CHECK-NEXT: 2009-11-10 23:04:05.06789 +0000 UTC 2009-11-10 18:04:05.06789 -0500 EST 0001-01-01 00:00:00 +0000 UTC
	fmt.Printf("%#v %#v\n", t, t.In(zone))
	// CHECK-NEXT: time.Date(2009, time.November, 10, 23, 4, 5, 67890000, time.UTC) time.Date(2009, time.November, 10, 18, 4, 5, 67890000, time.Location("EST"))
	text, err := t.MarshalJSON()
	fmt.Println(string(text), err) // CHECK-NEXT: "2009-11-10T23:04:05.06789Z" <nil>
	year, week := t.ISOWeek()
	fmt.Println(t.Weekday(), t.YearDay(), year, week, t.Unix(), t.UnixMilli()) // CHECK-NEXT: Tuesday 314 2009 46 1257894245 1257894245067
	fmt.Println(time.Month(13), time.Weekday(-1))                              // CHECK-NEXT: %!Month(13) %!Weekday(18446744073709551615)
}
