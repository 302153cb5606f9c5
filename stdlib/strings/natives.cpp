// Package strings: results that are parts of an argument share its memory.
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

String partOf(String whole, Part part) {
  return {whole.ptr + part.start, static_cast<int64_t>(part.end - part.start)};
}

// A slice of the given parts; not nil even if there are none.
Slice newParts(NativeCall& call, String whole, const std::vector<Part>& parts) {
  const TypeInfo* type = call.vm.types().basic(Kind::String);
  auto* to = static_cast<String*>(call.alloc.newArray(type, parts.size()));
  for (size_t i = 0; i < parts.size(); ++i) to[i] = partOf(whole, parts[i]);
  auto length = static_cast<int64_t>(parts.size());
  return {to, length, length};
}

String clone(NativeCall& call, String s) {
  return newString(call.alloc, s.view());
}
int64_t compare(String a, String b) {
  auto order = a <=> b;
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}
bool contains(String s, String part) {
  return text::index(s.view(), part.view()) >= 0;
}
int64_t count(String s, String part) {
  return text::count(s.view(), part.view());
}
bool equalFold(String a, String b) {
  return text::equalFold(a.view(), b.view());
}
Slice fields(NativeCall& call, String s) {
  return newParts(call, s, text::fields(s.view()));
}
bool hasPrefix(String s, String prefix) {
  return s.view().starts_with(prefix.view());
}
bool hasSuffix(String s, String suffix) {
  return s.view().ends_with(suffix.view());
}
int64_t index(String s, String part) {
  return text::index(s.view(), part.view());
}
int64_t indexAny(String s, String runes) {
  return text::indexAny(s.view(), runes.view());
}
int64_t indexByte(String s, uint8_t byte) {
  return text::indexByte(s.view(), byte);
}
int64_t indexRune(String s, int32_t rune) {
  return text::indexRune(s.view(), rune);
}
int64_t lastIndex(String s, String part) {
  return text::lastIndex(s.view(), part.view());
}
int64_t lastIndexAny(String s, String runes) {
  return text::lastIndexAny(s.view(), runes.view());
}
int64_t lastIndexByte(String s, uint8_t byte) {
  return text::lastIndexByte(s.view(), byte);
}

Status join(NativeCall& call, Results<String> out, Slice elements, String separator) {
  auto parts = elements.as<String>();
  if (parts.size() <= 1) {
    out.set(parts.empty() ? String{nullptr, 0} : parts[0]);
    return Status::Ok;
  }
  int64_t total = 0;
  if (__builtin_mul_overflow(separator.len, static_cast<int64_t>(parts.size()) - 1, &total))
    return call.panicString("strings: Join output length overflow");
  for (const String& part : parts)
    if (__builtin_add_overflow(total, part.len, &total))
      return call.panicString("strings: Join output length overflow");
  if (!mayMake(call, total)) return Status::Panic;
  char* to = newStringBuffer(call.alloc, total);
  String joined{to, total};
  auto put = [&to](const String& s) {
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

Status repeat(NativeCall& call, Results<String> out, String s, int64_t times) {
  if (times < 0) return call.panicString("strings: negative Repeat count");
  int64_t total = 0;
  if (__builtin_mul_overflow(s.len, times, &total) || static_cast<uint64_t>(total) > kMaxAlloc)
    return call.panicString("strings: Repeat output length overflow");
  if (!mayMake(call, total)) return Status::Panic;
  if (total == 0) {
    out.set({nullptr, 0});
    return Status::Ok;
  }
  char* to = newStringBuffer(call.alloc, total);
  std::memcpy(to, s.ptr, static_cast<size_t>(s.len));
  for (int64_t done = s.len; done < total;) { // doubling what is there
    int64_t more = std::min(done, total - done);
    std::memcpy(to + done, to, static_cast<size_t>(more));
    done += more;
  }
  out.set({to, total});
  return Status::Ok;
}

Status replace(NativeCall& call, Results<String> out, String s, String from, String to, int64_t limit) {
  if (limit == 0 || from == to || (from.len != 0 && text::index(s.view(), from.view()) < 0)) {
    out.set(s);
    return Status::Ok;
  }
  if (!mayMake(call, replacedLength(s.view(), from.view(), to.view(), limit))) return Status::Panic;
  out.set(newString(call.alloc, text::replace(s.view(), from.view(), to.view(), limit)));
  return Status::Ok;
}

String replacePairs(NativeCall& call, String s, Slice oldnew) {
  auto strings = oldnew.as<String>();
  std::vector<std::pair<std::string_view, std::string_view>> pairs;
  for (size_t i = 0; i + 1 < strings.size(); i += 2)
    pairs.emplace_back(strings[i].view(), strings[i + 1].view());
  std::string replaced = text::replacePairs(s.view(), pairs);
  return replaced == s.view() ? s : newString(call.alloc, replaced);
}

Slice split(NativeCall& call, String s, String separator, int64_t keep, int64_t limit) {
  if (limit == 0) return {nullptr, 0, 0};
  return newParts(call, s, text::split(s.view(), separator.view(), keep, limit));
}

template <int32_t (*convert)(int32_t)> String converted(NativeCall& call, String s) {
  std::string out;
  return text::convertRunes(s.view(), convert, out) ? newString(call.alloc, out) : s;
}

String toValidUtf8(NativeCall& call, String s, String replacement) {
  std::string out;
  return text::toValid(s.view(), replacement.view(), out) ? newString(call.alloc, out) : s;
}

String trim(String s, String set) {
  return partOf(s, text::trim(s.view(), set.view(), true, true));
}
String trimLeft(String s, String set) {
  return partOf(s, text::trim(s.view(), set.view(), true, false));
}
String trimRight(String s, String set) {
  return partOf(s, text::trim(s.view(), set.view(), false, true));
}
String trimSpace(String s) {
  return partOf(s, text::trimSpace(s.view()));
}
String trimPrefix(String s, String prefix) {
  return hasPrefix(s, prefix) ? String{s.ptr + prefix.len, s.len - prefix.len} : s;
}
String trimSuffix(String s, String suffix) {
  return hasSuffix(s, suffix) ? String{s.ptr, s.len - suffix.len} : s;
}

} // namespace

GOSSAMER_NATIVES(strings, {"strings.Clone", leaf<clone>}, {"strings.Compare", leaf<compare>},
                 {"strings.Contains", leaf<contains>}, {"strings.Count", leaf<count>},
                 {"strings.EqualFold", leaf<equalFold>}, {"strings.Fields", leaf<fields>},
                 {"strings.HasPrefix", leaf<hasPrefix>}, {"strings.HasSuffix", leaf<hasSuffix>},
                 {"strings.Index", leaf<index>}, {"strings.IndexAny", leaf<indexAny>},
                 {"strings.IndexByte", leaf<indexByte>}, {"strings.IndexRune", leaf<indexRune>},
                 {"strings.Join", leaf<join>}, {"strings.LastIndex", leaf<lastIndex>},
                 {"strings.LastIndexAny", leaf<lastIndexAny>}, {"strings.LastIndexByte", leaf<lastIndexByte>},
                 {"strings.Repeat", leaf<repeat>}, {"strings.Replace", leaf<replace>},
                 {"strings.replacePairs", leaf<replacePairs>}, {"strings.split", leaf<split>},
                 {"strings.ToLower", leaf<converted<unicode::toLower>>},
                 {"strings.ToUpper", leaf<converted<unicode::toUpper>>},
                 {"strings.ToTitle", leaf<converted<unicode::toTitle>>},
                 {"strings.ToValidUTF8", leaf<toValidUtf8>}, {"strings.Trim", leaf<trim>},
                 {"strings.TrimLeft", leaf<trimLeft>}, {"strings.TrimRight", leaf<trimRight>},
                 {"strings.TrimSpace", leaf<trimSpace>}, {"strings.TrimPrefix", leaf<trimPrefix>},
                 {"strings.TrimSuffix", leaf<trimSuffix>});

} // namespace gossamer::stdlib
