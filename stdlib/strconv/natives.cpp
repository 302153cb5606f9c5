// Package strconv: numbers and literals.
#include "stdlib/Bytes.h"
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"
#include "stdlib/strconv/Number.h"
#include "stdlib/strconv/Quote.h"
#include "stdlib/unicode/Tables.h"

namespace gossamer::stdlib {
namespace {

using namespace gossamer::strconv;

std::tuple<int64_t, Verdict> parseIntNative(String text, int64_t base, int64_t bitSize) {
  ParsedInt parsed = parseInt(text.view(), base, bitSize);
  return {parsed.value, parsed.verdict};
}

std::tuple<uint64_t, Verdict> parseUintNative(String text, int64_t base, int64_t bitSize) {
  ParsedUint parsed = parseUint(text.view(), base, bitSize);
  return {parsed.value, parsed.verdict};
}

std::tuple<double, int64_t, Verdict> parseFloatNative(String text, int64_t bitSize) {
  ParsedFloat parsed = parseFloatPrefix(text.view(), bitSize);
  return {parsed.value, static_cast<int64_t>(parsed.length), parsed.verdict};
}

// The text of an integer.
struct IntegerText {
  char text[72];
  char* end;
  IntegerText(uint64_t magnitude, bool negative, int64_t base)
      : end(formatInteger(text, magnitude, negative, static_cast<unsigned>(base))) {}
  static IntegerText of(int64_t value, int64_t base) {
    uint64_t bits = static_cast<uint64_t>(value);
    return {value < 0 ? -bits : bits, value < 0, base};
  }
  std::string_view view() const { return {text, static_cast<size_t>(end - text)}; }
};

String itoa(NativeCall& call, int64_t value) {
  return newString(call.alloc, IntegerText::of(value, 10).view());
}
String formatInt(NativeCall& call, int64_t value, int64_t base) {
  return newString(call.alloc, IntegerText::of(value, base).view());
}
String formatUint(NativeCall& call, uint64_t value, int64_t base) {
  return newString(call.alloc, IntegerText(value, false, base).view());
}
Status appendInt(NativeCall& call, Results<Slice> out, Slice to, int64_t value, int64_t base) {
  return appendBytes(call, out, to, IntegerText::of(value, base).view());
}
Status appendUint(NativeCall& call, Results<Slice> out, Slice to, uint64_t value, int64_t base) {
  return appendBytes(call, out, to, IntegerText(value, false, base).view());
}

String formatFloatNative(NativeCall& call, double value, uint8_t format, int64_t precision, int64_t bitSize) {
  std::string text;
  formatFloat(text, value, static_cast<char>(format), precision, bitSize);
  return newString(call.alloc, text);
}
Status appendFloat(NativeCall& call, Results<Slice> out, Slice to, double value, uint8_t format,
                   int64_t precision, int64_t bitSize) {
  std::string text;
  formatFloat(text, value, static_cast<char>(format), precision, bitSize);
  return appendBytes(call, out, to, text);
}

Status appendQuotedNative(NativeCall& call, Results<Slice> out, Slice to, String text, uint8_t quote,
                          Keep keep) {
  std::string literal;
  appendQuoted(literal, text.view(), static_cast<char>(quote), keep);
  return appendBytes(call, out, to, literal);
}
Status appendQuotedRuneNative(NativeCall& call, Results<Slice> out, Slice to, int32_t rune, Keep keep) {
  std::string literal;
  appendQuotedRune(literal, rune, keep);
  return appendBytes(call, out, to, literal);
}
String quoted(NativeCall& call, String text, Keep keep) {
  std::string literal;
  appendQuoted(literal, text.view(), '"', keep);
  return newString(call.alloc, literal);
}
String quotedRune(NativeCall& call, int32_t rune, Keep keep) {
  std::string literal;
  appendQuotedRune(literal, rune, keep);
  return newString(call.alloc, literal);
}
bool canBackquoteNative(String text) {
  return canBackquote(text.view());
}

std::tuple<int32_t, bool, int64_t> unescapeNative(String text, uint8_t quote) {
  Unescaped escape = unescape(text.view(), static_cast<char>(quote));
  return {escape.value, escape.multibyte, static_cast<int64_t>(escape.length)};
}
int64_t literalLength(String text) {
  return static_cast<int64_t>(scanLiteral(text.view(), nullptr));
}
std::tuple<String, bool> unquoted(NativeCall& call, String text) {
  std::string value;
  size_t length = scanLiteral(text.view(), &value);
  if (length == 0 || length != text.view().size()) return {String{nullptr, 0}, false};
  return {newString(call.alloc, value), true};
}

} // namespace

GOSSAMER_NATIVES(strconv, {"strconv.parseInt", leaf<parseIntNative>},
                 {"strconv.parseUint", leaf<parseUintNative>},
                 {"strconv.parseFloatPrefix", leaf<parseFloatNative>}, {"strconv.Itoa", leaf<itoa>},
                 {"strconv.formatInt", leaf<formatInt>}, {"strconv.formatUint", leaf<formatUint>},
                 {"strconv.appendInt", leaf<appendInt>}, {"strconv.appendUint", leaf<appendUint>},
                 {"strconv.formatFloat", leaf<formatFloatNative>}, {"strconv.appendFloat", leaf<appendFloat>},
                 {"strconv.appendQuoted", leaf<appendQuotedNative>},
                 {"strconv.appendQuotedRune", leaf<appendQuotedRuneNative>}, {"strconv.quoted", leaf<quoted>},
                 {"strconv.quotedRune", leaf<quotedRune>}, {"strconv.CanBackquote", leaf<canBackquoteNative>},
                 {"strconv.IsPrint", leaf<unicode::isPrint>}, {"strconv.IsGraphic", leaf<unicode::isGraphic>},
                 {"strconv.unescape", leaf<unescapeNative>}, {"strconv.literalLength", leaf<literalLength>},
                 {"strconv.unquoted", leaf<unquoted>});

} // namespace gossamer::stdlib
