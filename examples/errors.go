// Errors travel with results to whoever knows what to do about them, and keep what caused them.
package main

import (
	"errors"
	"fmt"
	"strconv"
)

type result struct {
	input string
	value int
	err   error
}

var errNegative = errors.New("negative number")

func parse(input string) (int, error) {
	n, err := strconv.Atoi(input)
	if err != nil {
		return 0, fmt.Errorf("parse %q: %w", input, err)
	}
	if n < 0 {
		return 0, fmt.Errorf("parse %q: %w", input, errNegative)
	}
	return n, nil
}

func parseAll(inputs ...string) <-chan result {
	results := make(chan result)
	go func() {
		defer close(results)
		for _, input := range inputs {
			n, err := parse(input)
			results <- result{input, n, err}
		}
	}()
	return results
}

func main() {
	for r := range parseAll("7", "seven", "-7", "99999999999999999999") {
		var syntax *strconv.NumError
		switch {
		case r.err == nil:
			fmt.Println("ok:", r.value)
		case errors.Is(r.err, errNegative):
			fmt.Println("refused:", r.err)
		case errors.As(r.err, &syntax):
			fmt.Printf("not a number (%v): %v\n", syntax.Err, r.err)
		}
	}
}

// Output:
// ok: 7
// not a number (invalid syntax): parse "seven": strconv.Atoi: parsing "seven": invalid syntax
// refused: parse "-7": negative number
// not a number (value out of range): parse "99999999999999999999": strconv.Atoi: parsing "99999999999999999999": value out of range
