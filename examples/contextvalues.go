// Request-scoped values in a context: keys of an unexported type, reached only through functions.
package main

import (
	"context"
	"fmt"
)

type key int

const (
	userKey key = iota
	traceKey
)

func withUser(ctx context.Context, user string) context.Context {
	return context.WithValue(ctx, userKey, user)
}

func user(ctx context.Context) string {
	name, ok := ctx.Value(userKey).(string)
	if !ok {
		return "nobody"
	}
	return name
}

func handle(ctx context.Context) {
	fmt.Printf("%v asks, trace %v, int key sees %v\n", user(ctx), ctx.Value(traceKey), ctx.Value(0))
}

func main() {
	ctx := context.WithValue(context.Background(), traceKey, 42)
	handle(ctx)
	handle(withUser(ctx, "jane"))
	fmt.Println(withUser(context.Background(), "x"))
}

// Output:
// nobody asks, trace 42, int key sees <nil>
// jane asks, trace 42, int key sees <nil>
// context.Background.WithValue(main.key, x)
