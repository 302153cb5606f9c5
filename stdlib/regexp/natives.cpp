// Package regexp: running a program over a text, all threads side by side (Pike's method): time is
// proportional to the text's length times the program's.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include "runtime/object/Slice.h"
#include "runtime/object/String.h"

#include <cstring>
#include <string_view>

namespace gossamer::stdlib {
namespace {

// regexp.opcode
enum class Op : uint32_t { Match, Rune, Class, Split, Save, Assert, Fail };

// regexp.instruction
struct Instruction {
  Op op;
  uint32_t out, arg, count;
};

// regexp.machine
struct Machine {
  Slice code, ranges;
  String text, prefix;
  uint32_t start;
  bool longest, anchored;
  int64_t pos, slots;
  bool matched, began;
  Slice found, words;
};

constexpr int32_t kNone = -1;      // the rune beyond an end
constexpr int64_t kTurn = 1 << 18; // steps between which others may run

enum Condition : uint32_t {
  BeginLine = 1,
  EndLine = 2,
  BeginText = 4,
  EndText = 8,
  Boundary = 16,
  NoBoundary = 32
};

bool isWord(int32_t r) {
  return (r >= 'a' && r <= 'z') || (r >= 'A' && r <= 'Z') || (r >= '0' && r <= '9') || r == '_';
}

uint32_t conditionsBetween(int32_t before, int32_t after) {
  uint32_t holds = isWord(before) != isWord(after) ? Boundary : NoBoundary;
  if (before == kNone) holds |= BeginText | BeginLine;
  if (before == '\n') holds |= BeginLine;
  if (after == kNone) holds |= EndText | EndLine;
  if (after == '\n') holds |= EndLine;
  return holds;
}

struct Decoded {
  int32_t rune;
  int64_t width;
};

// As Go decodes: what is no UTF-8 is U+FFFD and one byte wide.
Decoded decode(std::string_view text, int64_t at) {
  auto left = static_cast<int64_t>(text.size()) - at;
  if (left <= 0) return {kNone, 0};
  auto byte = [&](int64_t i) { return static_cast<uint8_t>(text[static_cast<size_t>(at + i)]); };
  uint8_t first = byte(0);
  if (first < 0x80) return {first, 1};
  int64_t width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  constexpr Decoded kWrong{0xFFFD, 1};
  if (first < 0xC2 || first > 0xF4 || left < width) return kWrong;
  int32_t rune = first & (0xFF >> (width + 1));
  for (int64_t i = 1; i < width; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return kWrong;
    rune = rune << 6 | (byte(i) & 0x3F);
  }
  constexpr int32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (rune < kLeast[width] || rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000)) return kWrong;
  return {rune, width};
}

int32_t runeBefore(std::string_view text, int64_t at) {
  if (at == 0) return kNone;
  int64_t begin = at - 1;
  while (begin > 0 && at - begin < 4 &&
         (static_cast<uint8_t>(text[static_cast<size_t>(begin)]) & 0xC0) == 0x80)
    --begin;
  Decoded d = decode(text, begin);
  return begin + d.width == at ? d.rune : 0xFFFD;
}

// The threads at one position, in order of priority: a sparse set of instructions, with the positions noted
// so far.
struct Threads {
  uint64_t* sparse; // a word holds a place in `dense`
  uint64_t* dense;  // instruction
  int64_t* slots;   // those of thread i begin at i * the machine's slots
  uint64_t* size;

  bool has(uint32_t pc) const { return sparse[pc] < *size && dense[sparse[pc]] == pc; }
};

class Runner {
public:
  explicit Runner(Machine& m)
      : m_(m), code_(static_cast<const Instruction*>(m.code.ptr)),
        ranges_(static_cast<const int32_t*>(m.ranges.ptr)), text_(m.text.view()),
        slots_(static_cast<size_t>(m.slots)) {
    auto n = static_cast<size_t>(m.code.len);
    auto* word = static_cast<uint64_t*>(m.words.ptr);
    header_ = word;
    word += 8;
    for (size_t i = 0; i < 2; ++i) {
      lists_[i].size = header_ + i;
      lists_[i].sparse = word;
      lists_[i].dense = word + n;
      lists_[i].slots = reinterpret_cast<int64_t*>(word + 2 * n);
      word += n * (2 + slots_);
    }
    stack_ = word;
    scratch_ = reinterpret_cast<int64_t*>(word + 2 * (2 * n + 2));
    if (!m.began) {
      header_[0] = header_[1] = header_[2] = 0;
      m.began = true;
    }
  }

  // True when the search is over.
  bool run() {
    Threads* now = &lists_[header_[2]];
    Threads* next = &lists_[1 - header_[2]];
    int64_t steps = 0;
    auto* found = static_cast<int64_t*>(m_.found.ptr);
    for (;;) {
      if (*now->size == 0) {
        if (m_.matched || (m_.anchored && m_.pos != 0)) return true;
        if (m_.prefix.len > 0) {
          size_t at = text_.find(m_.prefix.view(), static_cast<size_t>(m_.pos));
          if (at == std::string_view::npos) return true;
          m_.pos = static_cast<int64_t>(at);
        }
      }
      if (steps > kTurn) {
        header_[2] = static_cast<uint64_t>(now - lists_);
        return false;
      }
      Decoded here = decode(text_, m_.pos);
      if (!m_.matched) {
        for (size_t i = 0; i < slots_; ++i) scratch_[i] = -1;
        if (slots_ > 0) scratch_[0] = m_.pos;
        add(*now, m_.start, m_.pos, conditionsBetween(runeBefore(text_, m_.pos), here.rune));
      }
      int64_t behind = m_.pos + here.width;
      uint32_t conditions = conditionsBetween(here.rune, decode(text_, behind).rune);
      steps += static_cast<int64_t>(*now->size) + 1;
      for (size_t i = 0; i < *now->size; ++i) {
        const Instruction& in = code_[now->dense[i]];
        const int64_t* slots = now->slots + i * slots_;
        if (m_.longest && m_.matched && slots_ > 0 && slots[0] > found[0]) continue;
        if (in.op == Op::Match) {
          if (m_.longest && m_.matched && slots_ > 0 && found[1] >= m_.pos) continue;
          m_.matched = true;
          if (slots_ > 0) {
            std::memcpy(found, slots, slots_ * sizeof *slots);
            found[1] = m_.pos;
          }
          if (m_.longest) continue;
          break; // the rest has less priority
        }
        if (takes(in, here.rune)) {
          std::memcpy(scratch_, slots, slots_ * sizeof *slots);
          add(*next, in.out, behind, conditions);
        }
      }
      *now->size = 0;
      if (here.width == 0 || (m_.matched && slots_ == 0)) {
        *next->size = 0;
        return true;
      }
      m_.pos = behind;
      std::swap(now, next);
    }
  }

private:
  bool takes(const Instruction& in, int32_t rune) const {
    if (rune == kNone) return false;
    if (in.op == Op::Rune) return in.arg == static_cast<uint32_t>(rune);
    if (in.op != Op::Class) return false;
    const int32_t* pair = ranges_ + in.arg;
    if (in.count <= 8) {
      for (uint32_t i = 0; i < in.count; ++i, pair += 2)
        if (rune >= pair[0] && rune <= pair[1]) return true;
      return false;
    }
    uint32_t low = 0, high = in.count;
    while (low < high) {
      uint32_t middle = (low + high) / 2;
      if (rune < pair[2 * middle])
        high = middle;
      else if (rune > pair[2 * middle + 1])
        low = middle + 1;
      else
        return true;
    }
    return false;
  }

  // Adds the threads that begin at an instruction, with the positions in scratch_. The stack holds pairs: an
  // instruction to go on at, or a slot (plus kRestore) and the value it had.
  void add(Threads& list, uint32_t first, int64_t pos, uint32_t conditions) {
    constexpr uint64_t kRestore = uint64_t(1) << 40;
    uint64_t* top = stack_;
    auto push = [&](uint64_t what, int64_t value) {
      *top++ = what;
      *top++ = static_cast<uint64_t>(value);
    };
    push(first, 0);
    while (top != stack_) {
      top -= 2;
      if (top[0] >= kRestore) {
        scratch_[top[0] - kRestore] = static_cast<int64_t>(top[1]);
        continue;
      }
      auto pc = static_cast<uint32_t>(top[0]);
      while (!list.has(pc)) {
        size_t place = (*list.size)++;
        list.sparse[pc] = place;
        list.dense[place] = pc;
        const Instruction& in = code_[pc];
        if (in.op == Op::Split) {
          push(in.arg, 0);
        } else if (in.op == Op::Save) {
          if (in.arg < slots_) {
            push(kRestore + in.arg, scratch_[in.arg]);
            scratch_[in.arg] = pos;
          }
        } else if (in.op == Op::Assert) {
          if ((in.arg & conditions) != in.arg) break;
        } else {
          std::memcpy(list.slots + place * slots_, scratch_, slots_ * sizeof *scratch_);
          break;
        }
        pc = in.out;
      }
    }
  }

  Machine& m_;
  const Instruction* code_;
  const int32_t* ranges_;
  std::string_view text_;
  size_t slots_;
  uint64_t* header_;
  Threads lists_[2];
  uint64_t* stack_;
  int64_t* scratch_;
};

std::tuple<bool, bool> run(Machine* m) {
  bool finished = Runner(*m).run();
  return {finished && m->matched, finished};
}

} // namespace

GOSSAMER_NATIVES(regexp, {"regexp.(*machine).run", leaf<run>});

} // namespace gossamer::stdlib
