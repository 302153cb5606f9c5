// Arithmetic on times and durations.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"math"
	"time"
)

func main() {
	t := time.Date(2024, time.January, 31, 12, 0, 0, 0, time.UTC)
	fmt.Println(t.AddDate(0, 1, 0).Format(time.DateOnly), t.AddDate(1, -11, 29).Format(time.DateOnly)) // CHECK: 2024-03-02 2024-03-31
	fmt.Println(time.Date(2023, 14, -5, 25, 61, -1, 0, time.UTC))                                      // CHECK-NEXT: 2024-01-27 02:00:59 +0000 UTC
	u := t.Add(90*time.Minute + time.Nanosecond)
	fmt.Println(u.Sub(t), t.Sub(u), t.Before(u), t.After(u), t.Equal(u), t.Compare(u))                 // CHECK-NEXT: 1h30m0.000000001s -1h30m0.000000001s true false false -1
	fmt.Println(u.Truncate(time.Hour).Format(time.TimeOnly), u.Round(time.Hour).Format(time.TimeOnly)) // CHECK-NEXT: 13:00:00 14:00:00
	far := time.Unix(1<<40, 0)
	fmt.Println(far.Sub(t), t.Sub(far))                                                    // CHECK-NEXT: 2562047h47m16.854775807s -2562047h47m16.854775808s
	fmt.Println(t.In(time.FixedZone("", 3600)).Equal(t), t.IsZero(), time.Time{}.IsZero()) // CHECK-NEXT: true false true

	for _, d := range []time.Duration{0, 1, 1100, 2200000, 3300000000, 5*time.Hour + 33*time.Second, -time.Millisecond, math.MinInt64} {
		fmt.Println(d, d.Round(time.Second), d.Truncate(time.Millisecond), d.Abs(), d.Seconds(), d.Hours())
	}
	// CHECK-NEXT: 0s 0s 0s 0s 0 0
	// CHECK-NEXT: 1ns 0s 0s 1ns 1e-09 2.777777777777778e-13
	// CHECK-NEXT: 1.1µs 0s 0s 1.1µs 1.1e-06 3.0555555555555557e-10
	// CHECK-NEXT: 2.2ms 0s 2ms 2.2ms 0.0022 6.111111111111111e-07
	// CHECK-NEXT: 3.3s 3s 3.3s 3.3s 3.3 0.0009166666666666666
	// CHECK-NEXT: 5h0m33s 5h0m33s 5h0m33s 5h0m33s 18033 5.009166666666666
	// CHECK-NEXT: -1ms 0s -1ms 1ms -0.001 -2.7777777777777776e-07
	// CHECK-NEXT: -2562047h47m16.854775808s -2562047h47m16.854775808s -2562047h47m16.854s 2562047h47m16.854775807s -9.223372036854776e+09 -2.5620477880152157e+06
	fmt.Printf("%v %d %T %.1f\n", 1500*time.Millisecond, time.Second, time.Second, time.Minute.Seconds()) // CHECK-NEXT: 1.5s 1000000000 time.Duration 60.0
}
