// Package sync provides basic synchronization primitives. Values containing the types defined here should not be copied.
package sync

// A Locker represents an object that can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// A Mutex is a mutual exclusion lock. The zero value is an unlocked mutex.
type Mutex struct {
	_  noCopy
	mu mutexWords
}

// mutexWords has the layout of Mutex in runtime/sync/Mutex.h.
type mutexWords struct {
	state uint32
	sema  uint32 // number of waiters
}

// noCopy marks, for go vet, a type whose values must not be copied.
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// Lock locks m. If the lock is already in use, the calling goroutine blocks until it is available.
func (m *Mutex) Lock()

// TryLock tries to lock m and reports whether it succeeded.
func (m *Mutex) TryLock() bool

// Unlock unlocks m. It is a fatal error if m is not locked.
func (m *Mutex) Unlock()

// A RWMutex is a reader/writer mutual exclusion lock. The zero value is an unlocked one. It has the layout of RWMutex in
// runtime/sync/Mutex.h.
type RWMutex struct {
	readers        uint32
	writer         uint32
	waitingWriters uint32
	waitingReaders uint32
}

// Lock locks rw for writing.
func (rw *RWMutex) Lock()

// TryLock tries to lock rw for writing and reports whether it succeeded.
func (rw *RWMutex) TryLock() bool

// Unlock unlocks rw for writing. It is a fatal error if it is not locked for writing.
func (rw *RWMutex) Unlock()

// RLock locks rw for reading.
func (rw *RWMutex) RLock()

// TryRLock tries to lock rw for reading and reports whether it succeeded.
func (rw *RWMutex) TryRLock() bool

// RUnlock undoes a single RLock call. It is a fatal error if rw is not locked for reading.
func (rw *RWMutex) RUnlock()

// RLocker returns a Locker whose methods call rw.RLock and rw.RUnlock.
func (rw *RWMutex) RLocker() Locker { return (*readLocker)(rw) }

type readLocker RWMutex

func (r *readLocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *readLocker) Unlock() { (*RWMutex)(r).RUnlock() }
