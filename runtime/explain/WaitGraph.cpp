#include "runtime/explain/WaitGraph.h"

#include "gossamer/Host.h"
#include "runtime/chan/Channel.h"
#include "runtime/sched/Vm.h"
#include "runtime/sync/LockHolders.h"
#include "runtime/sync/Mutex.h"
#include "runtime/sync/WaitGroup.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace gossamer {
namespace {

// Following everything that many goroutines reach takes time and memory; the words get no better by it.
constexpr size_t kMostExplored = 64;
constexpr size_t kMostObjects = 1'000'000; // for one goroutine
constexpr size_t kMostShown = 50;          // places
constexpr size_t kMostNamed = 8;           // goroutines in a sentence

/// The heap objects that can be reached from what is visited.
class Reach final : public RootVisitor {
public:
  explicit Reach(const Heap& heap) : heap_(heap) {}

  void visitPointer(const void* pointer) override {
    Heap::ObjectInfo object = heap_.findObject(pointer);
    if (!object.base || objects_.size() >= kMostObjects || !objects_.insert(object.base).second) return;
    if (!object.shape->noscan()) todo_.push_back(object);
  }
  void visitWords(const Slot* base, const uint64_t* map, size_t count) override {
    for (size_t i = 0; i < count; i++) visitWord(base + i, wordKindAt(map, i));
  }
  void visitShape(const void* base, size_t bytes, const Shape& shape) override {
    if (shape.noscan()) return;
    auto* words = static_cast<const Slot*>(base);
    for (size_t i = 0; i < bytes / sizeof(Slot); i++) visitWord(words + i, shape.kindOfWord(i));
  }
  void follow() {
    while (!todo_.empty()) {
      Heap::ObjectInfo object = todo_.back();
      todo_.pop_back();
      visitShape(object.base, object.size, *object.shape);
    }
  }
  bool contains(const void* address) const { return objects_.contains(heap_.findObject(address).base); }

private:
  void visitWord(const Slot* word, WordKind kind) {
    if (kind == WordKind::Pointer) visitPointer(word->p);
    if (kind == WordKind::InterfaceType)
      if (auto* type = static_cast<const TypeInfo*>(word->p); type && type->has(kTypeDataPointer))
        visitPointer(word[1].p);
  }

  const Heap& heap_;
  std::unordered_set<const void*> objects_;
  std::vector<Heap::ObjectInfo> todo_;
};

bool waitsForLock(const Goroutine& g) {
  return g.status == GStatus::Waiting &&
         (g.waitReason == WaitReason::MutexLock || g.waitReason == WaitReason::RWMutexLock ||
          g.waitReason == WaitReason::RWMutexRLock);
}

/// The lock that a goroutine waits for: RWMutex's waiters wait at words of it.
const void* lockOf(const Goroutine& g) {
  auto* word = static_cast<const char*>(g.node.object);
  if (g.waitReason == WaitReason::RWMutexLock) return word - offsetof(RWMutex, waitingWriters);
  if (g.waitReason == WaitReason::RWMutexRLock) return word - offsetof(RWMutex, waitingReaders);
  return word;
}

std::string listOf(std::vector<uint64_t> ids) {
  std::string text = ids.size() == 1 ? "goroutine " : "goroutines ";
  size_t shown = std::min(ids.size(), kMostNamed);
  for (size_t i = 0; i < shown; i++) {
    if (i > 0) text += i + 1 == ids.size() ? " and " : ", ";
    text += std::to_string(ids[i]);
  }
  if (shown < ids.size()) text += " and " + std::to_string(ids.size() - shown) + " more";
  return text;
}

/// The words about one set of waiting goroutines.
class Explanation {
public:
  Explanation(Vm& vm, std::span<Goroutine* const> waiting) : vm_(vm), waiting_(waiting) {
    for (Goroutine* g : vm.scheduler().all()) alive_[g->id] = g;
    size_t explored = std::min(waiting.size(), kMostExplored);
    for (size_t i = 0; i < explored; i++) {
      Reach& reach = reaches_.emplace_back(vm.heap());
      reach.visitPointer(waiting[i]->entry);
      vm.executor().visitStack(*waiting[i], reach);
      reach.follow();
    }
  }

  std::string sentence(Goroutine& g) {
    switch (g.waitReason) {
    case WaitReason::ChanReceiveNil: return "It receives from a nil channel, which blocks for ever.";
    case WaitReason::ChanSendNil: return "It sends on a nil channel, which blocks for ever.";
    case WaitReason::SelectNoCases: return "A select without cases blocks for ever.";
    case WaitReason::ChanReceive: return "It waits to receive from " + channel(g) + reachers(g);
    case WaitReason::ChanSend: return "It waits to send on " + channel(g) + reachers(g);
    case WaitReason::Select:
      if (!g.select) return "All channels of its select are nil, which blocks for ever.";
      return "It waits in a select on " + std::to_string(g.select->count) + " channels" + reachers(g);
    case WaitReason::MutexLock: return "It waits for a sync.Mutex" + holders(g);
    case WaitReason::RWMutexLock:
    case WaitReason::RWMutexRLock: return "It waits for a sync.RWMutex" + holders(g);
    case WaitReason::WaitGroupWait: {
      int64_t counter = static_cast<const WaitGroup*>(g.node.object)->counter;
      return "It waits for a sync.WaitGroup whose counter is " + std::to_string(counter) + " and" +
             reachers(g);
    }
    case WaitReason::CondWait: return "It waits for a sync.Cond" + reachers(g);
    default: return "It is in " + std::string(waitReasonText(g.waitReason)) + ".";
    }
  }

  /// Those of the waiting goroutines whose going on would let g go on: edges of the wait-for graph.
  std::vector<uint64_t> waitsFor(Goroutine& g) {
    std::vector<uint64_t> ids;
    if (waitsForLock(g)) {
      for (uint64_t id : holdersOf(g))
        if (alive_.contains(id)) ids.push_back(id);
      if (!ids.empty()) return ids;
    }
    for (size_t i = 0; i < reaches_.size(); i++) {
      if (waiting_[i] == &g) continue;
      bool reaches = false;
      forEachWaitedObject(g, [&](const void* object) { reaches = reaches || reaches_[i].contains(object); });
      if (reaches) ids.push_back(waiting_[i]->id);
    }
    return ids;
  }

  std::string cycles() {
    std::string text;
    std::unordered_map<uint64_t, std::vector<uint64_t>> edges;
    for (Goroutine* g : waiting_.subspan(0, reaches_.size())) edges[g->id] = waitsFor(*g);
    std::unordered_set<uint64_t> done;
    for (Goroutine* g : waiting_.subspan(0, reaches_.size())) {
      std::vector<uint64_t> path;
      uint64_t at = g->id;
      while (!done.contains(at) && std::find(path.begin(), path.end(), at) == path.end()) {
        path.push_back(at);
        auto next = edges.find(at);
        if (next == edges.end() || next->second.size() != 1) break; // with several, any of them would do
        at = next->second[0];
      }
      auto start = std::find(path.begin(), path.end(), at);
      bool closes = start != path.end() && edges[path.back()].size() == 1 && edges[path.back()][0] == at;
      if (closes && path.end() - start > 1 && !done.contains(at)) {
        text += "They wait in a circle: ";
        for (auto it = start; it != path.end(); ++it) text += "goroutine " + std::to_string(*it) + " for ";
        text += "goroutine " + std::to_string(at) + ".\n";
      }
      done.insert(path.begin(), path.end());
    }
    return text;
  }

private:
  static std::string channel(const Goroutine& g) {
    auto* c = static_cast<const Channel*>(g.node.object);
    std::string text = "chan " + std::string(c->elem->string);
    if (c->timer) return "the " + text + " of a timer that is stopped and";
    if (c->capacity == 0) return "a " + text;
    return (g.node.isSend ? "a full " : "an empty ") + text + " of capacity " + std::to_string(c->capacity);
  }

  std::string reachers(Goroutine& g) {
    if (waiting_.size() > kMostExplored) return ", and nobody who could wake it can run.";
    std::vector<uint64_t> ids = waitsFor(g);
    std::erase_if(ids, [&](uint64_t id) { return isPeer(*alive_[id], g); });
    if (ids.empty()) return " that nobody else can reach any more.";
    return " that only " + listOf(ids) + " can reach, " + (ids.size() == 1 ? "which waits" : "which wait") +
           " as well.";
  }

  /// Waits for the same thing in the same way.
  static bool isPeer(const Goroutine& a, const Goroutine& b) {
    return a.waitReason == b.waitReason && a.pc == b.pc && !a.select && !b.select &&
           a.node.object == b.node.object;
  }

  std::span<const uint64_t> holdersOf(const Goroutine& g) {
    return vm_.extension<LockHolders>().of(lockOf(g));
  }

  std::string holders(Goroutine& g) {
    std::span<const uint64_t> ids = holdersOf(g);
    if (ids.empty()) return reachers(g);
    if (std::find(ids.begin(), ids.end(), g.id) != ids.end()) return " that it has locked itself.";
    if (!alive_.contains(ids[0]))
      return " that goroutine " + std::to_string(ids[0]) + " had locked when it ended.";
    return " that " + listOf({ids.begin(), ids.end()}) + (ids.size() == 1 ? " has" : " have") + " locked.";
  }

  Vm& vm_;
  std::span<Goroutine* const> waiting_;
  std::unordered_map<uint64_t, Goroutine*> alive_;
  std::vector<Reach> reaches_; // of the first goroutines of waiting_
};

} // namespace

std::vector<Goroutine*> blockedForEver(Vm& vm) {
  std::vector<Goroutine*> stuck = vm.scheduler().findStuck();
  std::unordered_map<uint64_t, Goroutine*> lockWaiters;
  for (Goroutine* g : vm.scheduler().all())
    if (waitsForLock(*g)) lockWaiters[g->id] = g;
  auto& holders = vm.extension<LockHolders>();
  std::unordered_set<uint64_t> known;
  for (Goroutine* g : stuck) known.insert(g->id);
  auto add = [&](Goroutine* g) {
    if (known.insert(g->id).second) stuck.push_back(g);
  };
  // Circles of mutexes: each has one holder, so each waiter one way to go.
  for (auto [id, first] : lockWaiters) {
    std::vector<Goroutine*> path;
    Goroutine* at = first;
    while (at && std::find(path.begin(), path.end(), at) == path.end()) {
      path.push_back(at);
      std::span<const uint64_t> of = holders.of(lockOf(*at));
      auto next = of.size() == 1 ? lockWaiters.find(of[0]) : lockWaiters.end();
      at = next == lockWaiters.end() ? nullptr : next->second;
    }
    if (at) std::for_each(std::find(path.begin(), path.end(), at), path.end(), add);
  }
  // Whoever waits for what they hold.
  for (bool more = true; more;) {
    more = false;
    for (auto [id, g] : lockWaiters) {
      if (known.contains(id)) continue;
      std::span<const uint64_t> of = holders.of(lockOf(*g));
      if (!std::any_of(of.begin(), of.end(), [&](uint64_t holder) { return known.contains(holder); }))
        continue;
      add(g);
      more = true;
    }
  }
  std::sort(stuck.begin(), stuck.end(), [](const Goroutine* a, const Goroutine* b) { return a->id < b->id; });
  return stuck;
}

std::string explainWaits(Vm& vm, std::span<Goroutine* const> waiting, WithTraces traces) {
  Explanation explanation(vm, waiting);
  // Those that wait and were started at one place and of which the same can be said are shown once.
  std::map<std::tuple<std::string, const uint64_t*, const uint64_t*>, std::vector<Goroutine*>> places;
  std::vector<std::vector<Goroutine*>*> order;
  for (Goroutine* g : waiting) {
    std::vector<Goroutine*>& place = places[{explanation.sentence(*g), g->pc, g->createdPc}];
    if (place.empty()) order.push_back(&place);
    place.push_back(g);
  }
  std::string out;
  size_t shown = std::min(order.size(), kMostShown);
  for (size_t i = 0; i < shown; i++) {
    const std::vector<Goroutine*>& place = *order[i];
    if (traces == WithTraces::Yes) {
      out += '\n';
      vm.executor().appendTrace(*place[0], out);
    } else {
      out += "goroutine " + std::to_string(place[0]->id) + ": ";
    }
    out += explanation.sentence(*place[0]) + "\n";
    if (place.size() == 1) continue;
    std::vector<uint64_t> others;
    for (size_t k = 1; k < place.size(); k++) others.push_back(place[k]->id);
    out += (others.size() == 1 ? "So does " : "So do ") + listOf(others) + ".\n";
  }
  if (shown < order.size()) out += "\nand at " + std::to_string(order.size() - shown) + " other places\n";
  if (std::string cycles = explanation.cycles(); !cycles.empty()) out += "\n" + cycles;
  return out;
}

namespace {

/// Rounds that goroutines which can run are given to come to rest: one that never does must not keep the
/// program.
constexpr uint32_t kMostRounds = 100;

/// Of the goroutine whose turn it is when everybody else has had one.
bool settle(Worker& worker, Goroutine& g) {
  Scheduler& scheduler = worker.scheduler();
  if (scheduler.hasRunnable() && ++g.node.caseIndex < kMostRounds) {
    g.onResume = settle;
    g.status = GStatus::Runnable;
    scheduler.enqueueGlobal(&g);
    return false;
  }
  std::string report = leakReport(worker.vm());
  if (report.empty()) return true;
  worker.vm().host().flush();
  worker.vm().host().write(2, report.data(), report.size());
  return true;
}

} // namespace

Status reportLeaks(NativeCall& call) {
  call.g->node.caseIndex = 0;
  call.g->onResume = settle;
  return Status::Yield;
}

std::string leakReport(Vm& vm) {
  std::vector<Goroutine*> stuck = blockedForEver(vm);
  if (stuck.empty()) return {};
  std::string out = "gossamer: ";
  out += stuck.size() == 1 ? "a goroutine is blocked for ever"
                           : std::to_string(stuck.size()) + " goroutines are blocked for ever";
  return out + "\n" + explainWaits(vm, stuck, WithTraces::Yes);
}

} // namespace gossamer
