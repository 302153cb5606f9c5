// Package bytes: parts of an argument share its memory, everything else is new.
#include "stdlib/Bytes.h"
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"
#include "stdlib/strings/Text.h"
#include "stdlib/unicode/Tables.h"

#include "runtime/sched/Vm.h"
#include "runtime/type/TypeTable.h"

namespace gossamer::stdlib {
namespace {

using text::Part;

// A slice of the given parts. Each ends its capacity where it ends, so that appending to it cannot overwrite
// the next; the last keeps that of the whole if asked.
enum class LastCapacity { Cut, Whole };

Slice newParts(NativeCall& call, Slice whole, const std::vector<Part>& parts, LastCapacity last) {
  TypeTable& types = call.vm.types();
  const TypeInfo* type = types.sliceOf(types.basic(Kind::Uint8));
  auto* to = static_cast<Slice*>(call.alloc.newArray(type, parts.size()));
  for (size_t i = 0; i < parts.size(); ++i) {
    auto length = static_cast<int64_t>(parts[i].end - parts[i].start);
    to[i] = {whole.ptr ? static_cast<char*>(whole.ptr) + parts[i].start : nullptr, length, length};
    if (i + 1 == parts.size() && last == LastCapacity::Whole)
      to[i].cap = whole.cap - static_cast<int64_t>(parts[i].start);
  }
  auto length = static_cast<int64_t>(parts.size());
  return {to, length, length};
}

int64_t compare(Slice a, Slice b) {
  auto order = a.view().compare(b.view());
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}
bool equal(Slice a, Slice b) {
  return a.view() == b.view();
}
int64_t count(Slice s, Slice part) {
  return text::count(s.view(), part.view());
}
bool equalFold(Slice a, Slice b) {
  return text::equalFold(a.view(), b.view());
}
Slice fields(NativeCall& call, Slice s) {
  return newParts(call, s, text::fields(s.view()), LastCapacity::Cut);
}
bool hasPrefix(Slice s, Slice prefix) {
  return s.view().starts_with(prefix.view());
}
bool hasSuffix(Slice s, Slice suffix) {
  return s.view().ends_with(suffix.view());
}
int64_t index(Slice s, Slice part) {
  return text::index(s.view(), part.view());
}
int64_t indexAny(Slice s, String runes) {
  return text::indexAny(s.view(), runes.view());
}
int64_t indexByte(Slice s, uint8_t byte) {
  return text::indexByte(s.view(), byte);
}
int64_t indexRune(Slice s, int32_t rune) {
  return text::indexRune(s.view(), rune);
}
int64_t lastIndex(Slice s, Slice part) {
  return text::lastIndex(s.view(), part.view());
}
int64_t lastIndexAny(Slice s, String runes) {
  return text::lastIndexAny(s.view(), runes.view());
}
int64_t lastIndexByte(Slice s, uint8_t byte) {
  return text::lastIndexByte(s.view(), byte);
}

// append([]byte(nil), s...): nil if there is nothing.
Slice copyOrNil(NativeCall& call, Slice s) {
  return s.len == 0 ? Slice{nullptr, 0, 0} : newByteSlice(call, s.view());
}

Status join(NativeCall& call, Results<Slice> out, Slice elements, Slice separator) {
  auto parts = elements.as<Slice>();
  if (parts.size() == 1) {
    out.set(copyOrNil(call, parts[0]));
    return Status::Ok;
  }
  int64_t total = 0;
  if (parts.size() > 1 &&
      __builtin_mul_overflow(separator.len, static_cast<int64_t>(parts.size()) - 1, &total))
    return call.panicString("bytes: Join output length overflow");
  for (const Slice& part : parts)
    if (__builtin_add_overflow(total, part.len, &total))
      return call.panicString("bytes: Join output length overflow");
  Slice joined = newByteSlice(call, total);
  char* to = static_cast<char*>(joined.ptr);
  auto put = [&to](const Slice& s) {
    if (s.len != 0) std::memcpy(to, s.ptr, static_cast<size_t>(s.len));
    to += s.len;
  };
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) put(separator);
    put(parts[i]);
  }
  out.set(joined);
  return Status::Ok;
}

Status repeat(NativeCall& call, Results<Slice> out, Slice s, int64_t times) {
  if (times < 0) return call.panicString("bytes: negative Repeat count");
  int64_t total = 0;
  if (__builtin_mul_overflow(s.len, times, &total) || static_cast<uint64_t>(total) > kMaxAlloc)
    return call.panicString("bytes: Repeat output length overflow");
  if (!mayMake(call, total)) return Status::Panic;
  Slice repeated = newByteSlice(call, total);
  char* to = static_cast<char*>(repeated.ptr);
  if (total != 0) std::memcpy(to, s.ptr, static_cast<size_t>(s.len));
  for (int64_t done = s.len; done < total;) { // doubling what is there
    int64_t more = std::min(done, total - done);
    std::memcpy(to + done, to, static_cast<size_t>(more));
    done += more;
  }
  out.set(repeated);
  return Status::Ok;
}

Status replace(NativeCall& call, Results<Slice> out, Slice s, Slice from, Slice to, int64_t limit) {
  if (limit == 0 || (from.len != 0 && text::index(s.view(), from.view()) < 0)) {
    out.set(copyOrNil(call, s));
    return Status::Ok;
  }
  if (!mayMake(call, replacedLength(s.view(), from.view(), to.view(), limit))) return Status::Panic;
  out.set(newByteSlice(call, text::replace(s.view(), from.view(), to.view(), limit)));
  return Status::Ok;
}

Slice split(NativeCall& call, Slice s, Slice separator, int64_t keep, int64_t limit) {
  if (limit == 0) return {nullptr, 0, 0};
  auto last = separator.len == 0 ? LastCapacity::Cut : LastCapacity::Whole;
  return newParts(call, s, text::split(s.view(), separator.view(), keep, limit), last);
}

template <int32_t (*convert)(int32_t)> Slice converted(NativeCall& call, Slice s) {
  std::string out;
  return newByteSlice(call, text::convertRunes(s.view(), convert, out) ? out : s.view());
}

Slice toValidUtf8(NativeCall& call, Slice s, Slice replacement) {
  std::string out;
  return newByteSlice(call, text::toValid(s.view(), replacement.view(), out) ? out : s.view());
}

std::tuple<int64_t, int64_t> bounds(Part part) {
  return {static_cast<int64_t>(part.start), static_cast<int64_t>(part.end)};
}
std::tuple<int64_t, int64_t> trimmed(Slice s, String set, bool left, bool right) {
  return bounds(text::trim(s.view(), set.view(), left, right));
}
std::tuple<int64_t, int64_t> trimmedSpace(Slice s) {
  return bounds(text::trimSpace(s.view()));
}

} // namespace

GOSSAMER_NATIVES(bytes, {"bytes.Compare", leaf<compare>}, {"bytes.Equal", leaf<equal>},
                 {"bytes.Count", leaf<count>}, {"bytes.EqualFold", leaf<equalFold>},
                 {"bytes.Fields", leaf<fields>}, {"bytes.HasPrefix", leaf<hasPrefix>},
                 {"bytes.HasSuffix", leaf<hasSuffix>}, {"bytes.Index", leaf<index>},
                 {"bytes.IndexAny", leaf<indexAny>}, {"bytes.IndexByte", leaf<indexByte>},
                 {"bytes.IndexRune", leaf<indexRune>}, {"bytes.Join", leaf<join>},
                 {"bytes.LastIndex", leaf<lastIndex>}, {"bytes.LastIndexAny", leaf<lastIndexAny>},
                 {"bytes.LastIndexByte", leaf<lastIndexByte>}, {"bytes.Repeat", leaf<repeat>},
                 {"bytes.Replace", leaf<replace>}, {"bytes.split", leaf<split>},
                 {"bytes.ToLower", leaf<converted<unicode::toLower>>},
                 {"bytes.ToUpper", leaf<converted<unicode::toUpper>>},
                 {"bytes.ToTitle", leaf<converted<unicode::toTitle>>},
                 {"bytes.ToValidUTF8", leaf<toValidUtf8>}, {"bytes.trimmed", leaf<trimmed>},
                 {"bytes.trimmedSpace", leaf<trimmedSpace>});

} // namespace gossamer::stdlib
