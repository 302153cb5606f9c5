// errorcheckdir

// FAILS messages

package ignored
