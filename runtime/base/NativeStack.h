// How much of the host thread's stack is left, for the few recursions whose depth the program being run or compiled
// decides: each looks before it goes deeper, and gives up in its own way (a diagnostic, a Trap) while there is still room
// for what it calls.
//
// Thread safety: any thread; each is asked about its own stack. Takes a few instructions after the first call on a thread.
#pragma once

namespace gossamer {

/// Whether so little of this thread's stack is left (a quarter of it, at most 2 MB) that a recursion must stop.
bool nativeStackLow();

} // namespace gossamer
