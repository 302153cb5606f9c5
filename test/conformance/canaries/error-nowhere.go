// errorcheck

// FAILS messages

package p
