// Package structs has types that say, as blank fields, something about the struct they are in.
package structs

// HostLayout says that the struct is laid out as the host's C compiler would.
type HostLayout struct {
	_ hostLayout // keeps conversions from other empty structs out
}

type hostLayout struct{}
