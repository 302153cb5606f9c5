// rundir

// PASSES

package ignored
