// run

// PASSES

package main

import "os"

func main() { os.Exit(0) }
