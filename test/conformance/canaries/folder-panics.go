// rundir

// FAILS panicked

package ignored
