// Where may a pointer end up? The graph behind escape analysis, free of any syntax.
//
// A *location* is a place that can hold pointers: a variable, a closure, an allocation site, a result, the heap. An edge
// `dst <- src` with a count says what dst may receive: count 0 is the value of src, 1 what src points to, 2 what that
// points to…, and -1 the address of src. A location *escapes* when its address may reach a location that lives longer:
// the heap, a result of the analysed function, a variable of an outer block (whose frame slots outlive the inner one's), or a
// variable of the function around the closure that declares it.
//
// `solve` walks backwards from every location with the smallest count on the way, once more from each location
// found to escape (whatever an escaping location holds escapes too). Parameters are told apart: for them the graph
// records how many times they are dereferenced at least before their value reaches the heap or a result; these tags let
// callers keep what they pass in their frames.
//
// Not thread-safe; no allocation in the VM's heap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gossamer {

class EscapeGraph {
public:
  using Loc = uint32_t;
  static constexpr Loc kHeap = 0;
  static constexpr uint8_t kNoLeak = 255;

  EscapeGraph() { clear(); }
  // As new, keeping the memory.
  void clear();

  // A function is told by its nesting: the analysed one is 0, a literal in it has its own number and a parent.
  uint32_t addFunction(uint32_t parent);
  Loc add(uint32_t function, uint32_t depth);
  // A result of the analysed function: lives longer than everything in it.
  Loc addResult(uint32_t index);
  // A parameter of the analysed function, whose leaks are wanted.
  Loc addParameter(uint32_t index);

  void flow(Loc dst, Loc src, int derefs);
  void solve();

  bool escapes(Loc loc) const { return locs_[loc].escapes; }
  size_t size() const { return locs_.size(); }

  // Least number of dereferences with which parameter `index` reaches the heap, or result `result`; kNoLeak if never.
  uint8_t leakToHeap(uint32_t parameter) const;
  uint8_t leakToResult(uint32_t parameter, uint32_t result) const;

private:
  struct Location {
    uint32_t firstEdge = 0; // index + 1 into edges_, 0: none
    uint32_t function = 0;
    uint32_t depth = 0;
    int32_t parameter = -1;
    int32_t result = -1;
    int32_t distance = 0;
    uint32_t seenBy = 0;
    bool escapes = false;
    bool queued = false;
  };
  struct Edge {
    Loc src;
    int32_t derefs;
    uint32_t next;
  };
  struct Leak {
    uint32_t parameter;
    int32_t result; // -1: the heap
    uint8_t derefs;
  };

  void walkFrom(Loc root);
  bool outlives(const Location& holder, const Location& held) const;
  void recordLeak(const Location& root, const Location& parameter, int derefs);

  std::vector<Location> locs_;
  std::vector<Edge> edges_;
  std::vector<uint32_t> parents_;
  std::vector<Loc> roots_;
  std::vector<Loc> work_;
  std::vector<Leak> leaks_;
  uint32_t walk_ = 0;
};

} // namespace gossamer
