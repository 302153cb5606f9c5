package sync

// A Pool is a set of temporary objects that may be individually saved and retrieved. What is stored may be dropped at any
// time; here a garbage collection drops what has not been used since the one before.
type Pool struct {
	_     noCopy
	mu    Mutex
	items []any
	spare []any  // items as they were at the last collection
	epoch uint32 // number of collections when the pool was last looked at

	// New, if set, makes a value when Get would otherwise return nil.
	New func() any
}

// collections returns how many garbage collections there have been.
func collections() uint32

// age moves items to spare, and drops spare, for the collections since the last call. mu is held.
func (p *Pool) age() {
	now := collections()
	if now == p.epoch {
		return
	}
	if now == p.epoch+1 {
		p.spare = p.items
	} else {
		p.spare = nil
	}
	p.items = nil
	p.epoch = now
}

// Put adds x to the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	p.mu.Lock()
	p.age()
	p.items = append(p.items, x)
	p.mu.Unlock()
}

// Get takes an arbitrary item from the pool; if it is empty, it returns what p.New makes, or nil.
func (p *Pool) Get() any {
	p.mu.Lock()
	p.age()
	from := &p.items
	if len(*from) == 0 {
		from = &p.spare
	}
	if n := len(*from); n > 0 {
		x := (*from)[n-1]
		(*from)[n-1] = nil
		*from = (*from)[:n-1]
		p.mu.Unlock()
		return x
	}
	p.mu.Unlock()
	if p.New == nil {
		return nil
	}
	return p.New()
}
