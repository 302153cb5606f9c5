// RUN: rm -rf %t && cp -r %stdlib %t && cp -r %S/inputs/library/. %t
// RUN: %vetcheck -sigchanyzer --stdlib=%t %s
package main

import (
	"os"
	"os/signal"
)

var global = make(chan os.Signal)

type holder struct{ c chan os.Signal }

func made() chan os.Signal { return make(chan os.Signal) }

func main() {
	unbuffered := make(chan os.Signal)
	signal.Notify(unbuffered, os.Interrupt) // WANT 2 "misuse of unbuffered os.Signal channel as argument to signal.Notify"
	buffered := make(chan os.Signal, 1)
	signal.Notify(buffered, os.Interrupt)
	var declared = make(chan os.Signal)
	signal.Notify(declared) // WANT 2 "misuse of unbuffered os.Signal channel as argument to signal.Notify"
	signal.Notify(make(chan os.Signal), os.Interrupt)
	signal.Notify((make(chan os.Signal)), os.Interrupt)
	signal.Notify(global) // WANT 2 "misuse of unbuffered os.Signal channel as argument to signal.Notify"
	signal.Notify(made())
	zero := make(chan os.Signal, 0)
	signal.Notify(zero)
	var later chan os.Signal
	later = make(chan os.Signal)
	signal.Notify(later)
	h := holder{make(chan os.Signal)}
	signal.Notify(h.c)
	notify := signal.Notify
	notify(unbuffered) // WANT 2 "misuse of unbuffered os.Signal channel as argument to signal.Notify"
	sendOnly := make(chan<- os.Signal)
	signal.Notify(sendOnly) // WANT 2 "misuse of unbuffered os.Signal channel as argument to signal.Notify"
	a, b := make(chan os.Signal), make(chan os.Signal, 1)
	signal.Notify(a) // WANT 2 "misuse of unbuffered os.Signal channel as argument to signal.Notify"
	signal.Notify(b)
	var c, d = make(chan os.Signal, 1), make(chan os.Signal)
	signal.Notify(c)
	signal.Notify(d) // WANT 2 "misuse of unbuffered os.Signal channel as argument to signal.Notify"
	e := make(chan os.Signal)
	e = make(chan os.Signal, 1)
	signal.Notify(e) // WANT 2 "misuse of unbuffered os.Signal channel as argument to signal.Notify"
	f := (make(chan os.Signal))
	signal.Notify(f)
	var g, k chan os.Signal = make(chan os.Signal), make(chan os.Signal)
	signal.Notify(g) // WANT 2 "misuse of unbuffered os.Signal channel as argument to signal.Notify"
	signal.Notify((k))
	type sig = os.Signal
	l := make(chan sig)
	signal.Notify(l) // WANT 2 "misuse of unbuffered os.Signal channel as argument to signal.Notify"
}
