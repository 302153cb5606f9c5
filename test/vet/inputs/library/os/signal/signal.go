// Package signal: what a program must see of it to type-check.
package signal

import "os"

func Notify(c chan<- os.Signal, sig ...os.Signal) {}
