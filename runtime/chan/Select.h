// select.
//
// The interpreter fills an array of cases in source order (in its own memory: copied when the goroutine
// blocks) and calls select. Among the ready cases the Policy chooses uniformly. Blocking takes nodes from the
// processor's cache. Channels that are nil never become ready; no cases at all and no default blocks for
// ever.
#pragma once

#include "runtime/chan/Channel.h"

#include <cstdint>
#include <span>

namespace gossamer {

enum class SelectDir : uint8_t { Send, Recv };

struct SelectCase {
  Channel* channel;
  Slot* elem; ///< send: the value's slots. Receive: where the value goes, or null
  SelectDir dir;
};

/// What select chose when there was a default and no case was ready.
constexpr int64_t kSelectDefault = -1;

enum class SelectDefault : uint8_t { Absent, Present };

/// Writes the chosen case's index (kSelectDefault for the default) to *index and, for a receive, "ok" to *ok
/// (may be null): at once (Ok), or before the goroutine goes on (Park). Panics "send on closed channel" if
/// that case is chosen. The cases' elem slots must stay put while it is parked; the array itself need not.
Status select(Worker& worker, std::span<const SelectCase> cases, SelectDefault hasDefault, Slot* index,
              Slot* ok, Trap& trap);

} // namespace gossamer
