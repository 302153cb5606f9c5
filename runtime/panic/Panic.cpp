#include "runtime/panic/Panic.h"

#include "runtime/object/String.h"

#include <charconv>
#include <cinttypes>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace gossamer {
namespace {

/// Writes the string into the value of type `type` at `to`; false if there is no place for it.
bool fillText(const TypeInfo* type, void* to, const String& text) {
  if (type->kind == Kind::String) {
    std::memcpy(to, &text, sizeof text);
    return true;
  }
  if (type->kind != Kind::Struct) return false;
  for (const TypeField& f : type->underlying->fields)
    if (f.type->kind == Kind::String) return fillText(f.type, static_cast<char*>(to) + f.offset, text);
  return false;
}

Interface stringValue(AllocCache& alloc, const TypeInfo* stringType, std::string_view text) {
  auto* box = static_cast<String*>(alloc.newObject(stringType));
  *box = newString(alloc, text);
  return {stringType, Slot::ofPointer(box)};
}

/// The shortest decimal that reads back, as strconv.FormatFloat(v, 'g', -1, …): exponents below -4 and from 6 on are written
/// out.
template <class T> std::string shortest(T value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
  char buffer[64];
  auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
  std::string text(buffer, end.ptr);
  int exponent = std::atoi(text.c_str() + text.find('e') + 1);
  if (exponent < -4 || exponent >= 6) return text;
  end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
  return std::string(buffer, end.ptr);
}

/// Go 1.18 and later indent what follows a newline, so that a value cannot fake lines of the report.
std::string indented(std::string_view text) {
  std::string out;
  for (char c : text) {
    out += c;
    if (c == '\n') out += '\t';
  }
  return out;
}

std::string hex(uint64_t v) {
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "0x%" PRIx64, v);
  return buffer;
}

std::string inParts(const std::string& re, const std::string& im) {
  return "(" + re + (im[0] == '+' || im[0] == '-' ? "" : "+") + im + "i)";
}

} // namespace

std::string printedFloat(double value) { return shortest(value); }
std::string printedFloat32(float value) { return shortest(value); }
std::string printedComplex(double re, double im) { return inParts(shortest(re), shortest(im)); }
std::string printedComplex64(float re, float im) { return inParts(shortest(re), shortest(im)); }

Interface panicValue(AllocCache& alloc, RuntimeTypes* types, const TypeInfo* stringType, const Trap& trap) {
  TrapCarrier carrier = carrierOf(trap.code);
  if (carrier == TrapCarrier::GoValue) return {static_cast<const TypeInfo*>(trap.value[0]), Slot::ofPointer(trap.value[1])};
  std::string text = errorText(trap);
  const TypeInfo* type = carrier == TrapCarrier::GoString || !types ? nullptr : types->errorType(carrier);
  if (!type) return stringValue(alloc, stringType, text);
  bool isPointer = type->kind == Kind::Pointer;
  const TypeInfo* held = isPointer ? type->underlying->elem : type;
  void* object = alloc.newObject(held);
  fillText(held, object, newString(alloc, text));
  if (isPointer || !type->isDirect()) return {type, Slot::ofPointer(object)};
  return {type, loadCanonical(object, held->size, held->extension())};
}

std::string describePanicValue(const Interface& value) {
  if (value.isNil()) return "nil";
  const TypeInfo* type = value.type;
  std::string text;
  bool isQuoted = false, isBracketed = false;
  switch (type->kind) {
  case Kind::Bool: text = value.data.u ? "true" : "false"; break;
  case Kind::Float64: text = printedFloat(value.data.f); break;
  case Kind::Float32: text = printedFloat32(value.data.asFloat32()); break;
  case Kind::Complex64: {
    float parts[2];
    std::memcpy(parts, &value.data, sizeof parts);
    text = printedComplex64(parts[0], parts[1]);
    isBracketed = true;
    break;
  }
  case Kind::Complex128: {
    double parts[2];
    std::memcpy(parts, value.data.p, sizeof parts);
    text = printedComplex(parts[0], parts[1]);
    isBracketed = true;
    break;
  }
  case Kind::String:
    text = indented(static_cast<const String*>(value.data.p)->view());
    isQuoted = type->isNamed();
    break;
  default:
    if (isSignedInt(type->kind))
      text = std::to_string(value.data.i);
    else if (isUnsignedInt(type->kind))
      text = std::to_string(value.data.u);
    else
      return "(" + std::string(type->string) + ") " + hex(value.data.u);
  }
  // A predeclared type has a name but no package.
  if (type->pkgPath.empty()) return text;
  if (isBracketed) return std::string(type->string) + text;
  return std::string(type->string) + (isQuoted ? "(\"" + text + "\")" : "(" + text + ")");
}

std::string describePanics(const PanicRecord* newest) {
  std::string out;
  const PanicRecord* older = newest->next;
  // A panic raised again with the value just recovered is told once.
  if (older) {
    out = describePanics(older);
    if (older->repanicked) return out;
  }
  if (newest->isGoexit) return out;
  if (!out.empty()) out += '\t';
  out += "panic: " + (newest->hasText ? indented(newest->text) : describePanicValue(newest->value));
  if (newest->repanicked)
    out += " [recovered, repanicked]";
  else if (newest->recovered)
    out += " [recovered]";
  out += '\n';
  if (!newest->signal.empty()) out += newest->signal + "\n";
  return out;
}

} // namespace gossamer
