// run -t 1

// FAILS hang

package main

import "time"

func main() { time.Sleep(time.Hour) }
