#include "frontend/lower/EscapeGraph.h"

#include <algorithm>

namespace gossamer {

void EscapeGraph::clear() {
  edges_.clear();
  roots_.clear();
  work_.clear();
  leaks_.clear();
  walk_ = 0;
  parents_.assign(1, UINT32_MAX);
  locs_.assign(1, {});
  locs_[kHeap].escapes = true;
}

uint32_t EscapeGraph::addFunction(uint32_t parent) {
  parents_.push_back(parent);
  return uint32_t(parents_.size() - 1);
}

EscapeGraph::Loc EscapeGraph::add(uint32_t function, uint32_t depth) {
  locs_.push_back({.function = function, .depth = depth});
  return Loc(locs_.size() - 1);
}

EscapeGraph::Loc EscapeGraph::addResult(uint32_t index) {
  Loc loc = add(0, 0);
  locs_[loc].result = int32_t(index);
  return loc;
}

EscapeGraph::Loc EscapeGraph::addParameter(uint32_t index) {
  Loc loc = add(0, 0);
  locs_[loc].parameter = int32_t(index);
  return loc;
}

void EscapeGraph::flow(Loc dst, Loc src, int derefs) {
  if (src == kHeap || (dst == src && derefs >= 0)) return;
  if (dst == kHeap && derefs < 0) locs_[src].escapes = true;
  edges_.push_back({src, derefs, locs_[dst].firstEdge});
  locs_[dst].firstEdge = uint32_t(edges_.size());
}

void EscapeGraph::solve() {
  for (Loc loc = 0; loc < locs_.size(); loc++) {
    locs_[loc].queued = true;
    roots_.push_back(loc);
  }
  for (size_t next = 0; next < roots_.size(); next++) {
    Loc root = roots_[next];
    locs_[root].queued = false;
    if (locs_[root].firstEdge) walkFrom(root);
  }
}

void EscapeGraph::walkFrom(Loc root) {
  walk_++;
  locs_[root].seenBy = walk_;
  locs_[root].distance = 0;
  work_.assign(1, root);
  while (!work_.empty()) {
    Loc loc = work_.back();
    work_.pop_back();
    Location& l = locs_[loc];
    int distance = l.distance;
    if (distance < 0) { // the address of l reaches root
      distance = 0;
      if (!l.escapes && outlives(locs_[root], l)) {
        l.escapes = true;
        if (!l.queued) {
          l.queued = true;
          roots_.push_back(loc);
        }
      }
    }
    if (l.parameter >= 0 && loc != root) recordLeak(locs_[root], l, distance);
    for (uint32_t e = l.firstEdge; e; e = edges_[e - 1].next) {
      const Edge& edge = edges_[e - 1];
      Location& src = locs_[edge.src];
      int d = std::min(distance + edge.derefs, 8);
      if (src.seenBy == walk_ && src.distance <= d) continue;
      src.seenBy = walk_;
      src.distance = d;
      work_.push_back(edge.src);
    }
  }
}

bool EscapeGraph::outlives(const Location& holder, const Location& held) const {
  if (holder.escapes || holder.result >= 0) return true;
  if (holder.function == held.function) return holder.depth < held.depth;
  // A variable of a literal does not survive the call that made it, the variables around it do.
  for (uint32_t f = parents_[held.function]; f != UINT32_MAX; f = parents_[f])
    if (f == holder.function) return true;
  return false;
}

void EscapeGraph::recordLeak(const Location& root, const Location& parameter, int derefs) {
  if (!root.escapes && root.result < 0) return;
  int32_t result = root.escapes ? -1 : root.result;
  for (Leak& leak : leaks_) {
    if (leak.parameter == uint32_t(parameter.parameter) && leak.result == result) {
      leak.derefs = std::min<uint8_t>(leak.derefs, uint8_t(derefs));
      return;
    }
  }
  leaks_.push_back({uint32_t(parameter.parameter), result, uint8_t(derefs)});
}

uint8_t EscapeGraph::leakToHeap(uint32_t parameter) const {
  for (const Leak& leak : leaks_)
    if (leak.parameter == parameter && leak.result < 0) return leak.derefs;
  return kNoLeak;
}

uint8_t EscapeGraph::leakToResult(uint32_t parameter, uint32_t result) const {
  for (const Leak& leak : leaks_)
    if (leak.parameter == parameter && leak.result == int32_t(result)) return leak.derefs;
  return kNoLeak;
}

} // namespace gossamer
