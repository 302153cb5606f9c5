package atomic

// A Value provides an atomic load and store of a consistently typed value. The zero value for a Value returns nil from
// Load. Once Store has been called, a Value must not be copied.
type Value struct {
	v any
}

// Load returns the value set by the most recent Store, or nil if there has been none.
func (v *Value) Load() (val any)

// Store sets the value of v to val. It panics if val is nil or of another concrete type than the values before.
func (v *Value) Store(val any)

// Swap stores new into v and returns the previous value, or nil if there was none. It panics as Store does.
func (v *Value) Swap(new any) (old any)

// CompareAndSwap executes the compare-and-swap operation for v. It panics if new is nil, if old is of another type than new, or
// if new is of another type than the values before, and if old is of a type that cannot be compared.
func (v *Value) CompareAndSwap(old, new any) (swapped bool)
