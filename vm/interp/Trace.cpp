// Traces and fatal reports, in gc's format.
#include "gossamer/Host.h"
#include "runtime/explain/WaitGraph.h"
#include "runtime/sched/Vm.h"
#include "runtime/sched/Worker.h"
#include "vm/interp/Interpreter.h"

#include <algorithm>
#include <cinttypes>
#include <cstdio>

namespace gossamer {
namespace {

// Of a deep stack gc shows these many frames at either end.
constexpr size_t kShownFrames = 50;
constexpr int64_t kNanosPerMinute = 60'000'000'000;

class TraceWriter {
public:
  explicit TraceWriter(std::string& out) : out_(out) {}

  void place(std::string_view file, uint32_t line, uint64_t offset) {
    out_ += '\t';
    out_ += file;
    out_ += ':' + std::to_string(line);
    if (offset) {
      char buffer[24];
      std::snprintf(buffer, sizeof buffer, " +0x%" PRIx64, offset);
      out_ += buffer;
    }
    out_ += '\n';
  }

  /// The lines of one frame, inlined calls first (they are the inner ones).
  void frame(const Function& f, const Word* pc) {
    SourcePosition at = f.positionAt(pc);
    std::string_view arguments = f.paramSlots ? "(...)\n" : "()\n";
    auto fileOf = [&](const SourcePosition& p) { return f.module ? f.module->fileName(p.file) : "?"; };
    while (at.inlined) {
      const InlineFrame& inner = f.inlineFrames[at.inlined - 1];
      out_ += inner.name + "(...)\n";
      place(fileOf(at), at.line, 0);
      at = inner.call;
    }
    out_ += f.name;
    out_ += arguments;
    uint64_t offset = f.containsPc(pc) ? static_cast<uint64_t>(pc - f.ownedCode.data()) * sizeof(Word) + 1 : 1;
    place(fileOf(at), at.line, offset);
  }

private:
  std::string& out_;
};

} // namespace

void Interpreter::appendTrace(const Goroutine& g, std::string& out) {
  bool isRunning = g.status == GStatus::Running;
  std::string state = isRunning                         ? "running"
                      : g.status == GStatus::Waiting ? std::string(waitReasonText(g.waitReason))
                                                      : "runnable";
  if (g.status == GStatus::Waiting && g.waitSince) {
    int64_t minutes = (vm_.clock().now() - g.waitSince) / kNanosPerMinute;
    if (minutes >= 1) state += ", " + std::to_string(minutes) + " minutes";
  }
  out += "goroutine " + std::to_string(g.id) + " [" + state + "]:\n";

  TraceWriter writer(out);
  auto isPanic = [&](const Function& f) { return &f == &panic_.function; };
  size_t total = 0;
  for (FrameWalk w(g.fp, g.pc); w.valid(); w.next())
    total += isShown(*w.frame().function()) || isPanic(*w.frame().function());
  size_t index = 0;
  for (FrameWalk w(g.fp, g.pc); w.valid(); w.next()) {
    const Function& f = *w.frame().function();
    if (!isShown(f) && !isPanic(f)) continue;
    size_t i = index++;
    if (total > 2 * kShownFrames && i >= kShownFrames && i < total - kShownFrames) {
      if (i == kShownFrames) out += "..." + std::to_string(total - 2 * kShownFrames) + " frames elided...\n";
      continue;
    }
    if (!isPanic(f)) {
      writer.frame(f, w.frame().pc);
      continue;
    }
    auto* p = static_cast<const PanicRecord*>(w.frame().fp[0].p);
    char buffer[80];
    std::snprintf(buffer, sizeof buffer, "panic({0x%" PRIx64 "?, 0x%" PRIx64 "?})\n",
                  reinterpret_cast<uint64_t>(p->value.type), p->value.data.u);
    out += buffer;
    writer.place("runtime/panic.go", 1, 1);
  }
  if (!g.createdPc) return;
  const Function* creator = module_.functionAt(g.createdPc);
  if (!creator) return;
  SourcePosition at = creator->positionAt(g.createdPc);
  const std::string& name = at.inlined ? creator->inlineFrames[at.inlined - 1].name : creator->name;
  out += "created by " + name + " in goroutine " + std::to_string(g.parentId) + "\n";
  writer.place(creator->module ? creator->module->fileName(at.file) : "?", at.line,
               static_cast<uint64_t>(g.createdPc - creator->ownedCode.data()) * sizeof(Word) + 1);
}

void Interpreter::reportFatal(Worker& worker, std::string_view message, TraceScope scope) {
  std::string out = "fatal error: ";
  out += message;
  out += '\n';
  Goroutine* current = worker.current();
  if (scope != TraceScope::None && current) {
    out += '\n';
    appendTrace(*current, out);
  }
  if (scope == TraceScope::All) {
    std::vector<Goroutine*> others;
    for (Goroutine* g : vm_.scheduler().all())
      if (g != current && !g->isSystem) others.push_back(g);
    std::sort(others.begin(), others.end(), [](const Goroutine* a, const Goroutine* b) { return a->id < b->id; });
    for (Goroutine* g : others) {
      out += '\n';
      appendTrace(*g, out);
    }
  }
  if (scope == TraceScope::All && vm_.options().explainWaits) {
    std::vector<Goroutine*> waiting;
    for (Goroutine* g : vm_.scheduler().all())
      if (g->status == GStatus::Waiting && !g->isSystem) waiting.push_back(g);
    std::sort(waiting.begin(), waiting.end(), [](const Goroutine* a, const Goroutine* b) { return a->id < b->id; });
    if (!waiting.empty()) out += '\n' + explainWaits(vm_, waiting, WithTraces::No);
  }
  vm_.reportCrash(out);
}

} // namespace gossamer
