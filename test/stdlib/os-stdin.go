// RUN: printf 'one\ntwo words\nlast' | %gossamer run %s | FileCheck %s
// RUN: sh -c 'sleep 0.2; echo one; sleep 0.1; printf "two words\nlast"' | %gossamer run %s | FileCheck %s
package main

import (
	"bufio"
	"fmt"
	"os"
	"time"
)

func main() {
	// Other goroutines run while one waits for input.
	ticks := make(chan int)
	go func() {
		for i := 0; i < 3; i++ {
			time.Sleep(time.Millisecond)
			ticks <- i
		}
		close(ticks)
	}()
	lines := make(chan string)
	go func() {
		in := bufio.NewScanner(os.Stdin)
		for in.Scan() {
			lines <- in.Text()
		}
		close(lines)
	}()
	n := 0
	for range ticks {
		n++
	}
	fmt.Println("ticks", n)
	for line := range lines {
		fmt.Printf("%q\n", line)
	}
}

// CHECK: ticks 3
// CHECK-NEXT: "one"
// CHECK-NEXT: "two words"
// CHECK-NEXT: "last"
