// RUN: %vetcheck -timeformat %s
package main

import "time"

const layout = "2006-02-01"

func main() {
	t := time.Now()
	_ = t.Format("2006-02-01") // WANT 16 "2006-02-01 should be 2006-01-02"
	_ = t.Format("2006-01-02")
	_ = t.Format(layout)                // WANT 15 "2006-02-01 should be 2006-01-02"
	_ = t.Format("x 2006-02-01 15:04")  // WANT 18 "2006-02-01 should be 2006-01-02"
	_, _ = time.Parse("2006-02-01", "") // WANT 21 "2006-02-01 should be 2006-01-02"
	_, _ = time.Parse(layout, "")       // WANT 20 "2006-02-01 should be 2006-01-02"
	_ = t.AppendFormat(nil, layout)
	_, _ = time.ParseInLocation(layout, "", time.UTC)
	_ = "2006-02-01"
	s := "2006-02-01"
	_ = t.Format(s)
	_ = (&t).Format("2006-02-01") // WANT 19 "2006-02-01 should be 2006-01-02"
}
