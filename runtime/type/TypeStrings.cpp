#include "runtime/type/TypeTable-internal.h"

namespace gossamer {
namespace {

std::string_view lastElement(std::string_view path) {
  size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

} // namespace

std::string quoteTag(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\t': out += "\\t"; break;
    case '\r': out += "\\r"; break;
    default:
      if (byte < 0x20 || byte == 0x7f) {
        constexpr char kHex[] = "0123456789abcdef";
        out += {'\\', 'x', kHex[byte >> 4], kHex[byte & 15]};
      } else {
        out += c;
      }
    }
  }
  return out + '"';
}

std::string structString(std::span<const TypeField> fields) {
  if (fields.empty()) return "struct {}";
  std::string out = "struct {";
  const char* separator = " ";
  for (const TypeField& field : fields) {
    out += separator;
    separator = "; ";
    if (!field.embedded) {
      out += field.name;
      out += ' ';
    }
    out += field.type->string;
    if (!field.tag.empty()) out += ' ' + quoteTag(field.tag);
  }
  return out + " }";
}

std::string funcString(const TypeInfo& type, bool withKeyword) {
  std::string out = withKeyword ? "func(" : "(";
  for (size_t i = 0; i < type.params.size(); ++i) {
    if (i > 0) out += ", ";
    if (type.isVariadic() && i + 1 == type.params.size()) {
      out += "...";
      out += type.params[i]->elem->string;
    } else {
      out += type.params[i]->string;
    }
  }
  out += ')';
  if (type.results.size() == 1) {
    out += ' ';
    out += type.results[0]->string;
  } else if (type.results.size() > 1) {
    const char* separator = " (";
    for (const TypeInfo* result : type.results) {
      out += separator;
      separator = ", ";
      out += result->string;
    }
    out += ')';
  }
  return out;
}

std::string interfaceString(std::span<const InterfaceMethod> methods) {
  if (methods.empty()) return "interface {}";
  std::string out = "interface {";
  const char* separator = " ";
  for (const InterfaceMethod& method : methods) {
    out += separator;
    separator = "; ";
    if (!method.pkgPath.empty()) {
      out += lastElement(method.pkgPath);
      out += '.';
    }
    out += method.name;
    out += funcString(*method.type, false);
  }
  return out + " }";
}

std::string chanString(const TypeInfo* elem, ChanDir dir) {
  std::string out = dir == ChanDir::Receive ? "<-chan " : dir == ChanDir::Send ? "chan<- " : "chan ";
  // chan (<-chan T) would read as (chan<-) chan T.
  if (dir == ChanDir::Both && elem->string.starts_with("<-")) {
    out += '(';
    out += elem->string;
    return out + ')';
  }
  out += elem->string;
  return out;
}

} // namespace gossamer
