// Who waits for whom, and who can never go on: the words behind `gossamer run --leaks`.
//
// blockedForEver() are the goroutines that Scheduler::findStuck() finds, and those that wait in a cycle of
// locks each of which the next one holds (as long as VmOptions::explainWaits keeps account), also where
// package variables reach the locks; with them whoever waits for a lock that one of them holds. No goroutine
// that could still go on is among them, unless it counts on somebody unlocking a lock that somebody else has
// locked.
//
// Thread safety: with the world stopped, at a safepoint of the running goroutine (rule S1 of the scheduler).
// Both allocate nothing in the Go heap; blockedForEver runs a collection.
#pragma once

#include "runtime/base/Native.h"

#include <span>
#include <string>
#include <vector>

namespace gossamer {

struct Goroutine;
class Vm;

std::vector<Goroutine*> blockedForEver(Vm& vm);

enum class WithTraces : bool { No, Yes };

/// For each of these waiting goroutines what it waits for and why nobody wakes it: a paragraph behind its
/// trace, or a line. Those that wait at the same place are shown once. Cycles of goroutines that wait for
/// each other come last.
std::string explainWaits(Vm& vm, std::span<Goroutine* const> waiting, WithTraces traces);

/// What is printed at the end of a run: empty if nobody is blocked for ever.
std::string leakReport(Vm& vm);

/// A native leaf that lets the other goroutines run until they block (a hundred turns each at most), and then
/// prints the report on the host's standard error.
Status reportLeaks(NativeCall& call);

} // namespace gossamer
