// Names of instances of generic types.
#include "frontend/lower/TypeReps.h"

#include <utility>

namespace gossamer::lower {

// A type's name with the arguments it was made with; those of the function around it come first.
void TypeReps::writeInstanceName(std::string& out, sema::Named* named) {
  out += named->obj->name.view();
  if (named->typeArgs.empty() && named->outerArgs.empty()) return;
  std::string_view before = "[";
  auto write = [&](std::span<sema::Type*> args) {
    for (sema::Type* arg : args) {
      out += std::exchange(before, ",");
      writeArgument(out, arg);
    }
  };
  write(named->outerArgs);
  if (!named->outerArgs.empty()) before = ";";
  write(named->typeArgs);
  out += ']';
}

// As gc names type arguments: packages by their paths, types declared in functions numbered.
void TypeReps::writeArgument(std::string& out, sema::Type* type) {
  type = sema::unalias(type);
  auto list = [&](std::span<sema::Object*> vars, bool variadic) {
    for (size_t i = 0; i < vars.size(); i++) {
      if (i) out += ", ";
      sema::Type* t = context_.typeOf(vars[i]);
      auto* slice = variadic && i + 1 == vars.size() ? sema::as<sema::Slice>(t) : nullptr;
      if (slice) out += "...";
      writeArgument(out, slice ? slice->elem : t);
    }
  };
  auto signature = [&](sema::Signature* s) {
    out += '(';
    list(s->params->vars, s->variadic);
    out += ')';
    if (s->results->size() == 0) return;
    bool single = s->results->size() == 1;
    out += single ? " " : " (";
    list(s->results->vars, false);
    if (!single) out += ')';
  };
  auto qualified = [&](const sema::Object* o) {
    if (!o->isExported() && o->pkg) {
      out += o->pkg->path;
      out += '.';
    }
    out += o->name.view();
  };
  switch (type->kind) {
  case sema::TypeKind::Named: {
    auto* named = static_cast<sema::Named*>(type);
    if (!named->obj->pkg) break;
    out += named->obj->pkg->path;
    out += '.';
    writeInstanceName(out, named);
    if (uint32_t number = named->origin->localNumber) {
      out += "·";
      out += std::to_string(number);
    }
    return;
  }
  case sema::TypeKind::Pointer:
    out += '*';
    return writeArgument(out, static_cast<sema::Pointer*>(type)->elem);
  case sema::TypeKind::Slice: out += "[]"; return writeArgument(out, static_cast<sema::Slice*>(type)->elem);
  case sema::TypeKind::Array:
    out += '[' + std::to_string(static_cast<sema::Array*>(type)->length) + ']';
    return writeArgument(out, static_cast<sema::Array*>(type)->elem);
  case sema::TypeKind::Map:
    out += "map[";
    writeArgument(out, static_cast<sema::Map*>(type)->key);
    out += ']';
    return writeArgument(out, static_cast<sema::Map*>(type)->elem);
  case sema::TypeKind::Chan: {
    auto* chan = static_cast<sema::Chan*>(type);
    out += chan->dir == ast::ChanDir::Receive ? "<-chan "
           : chan->dir == ast::ChanDir::Send  ? "chan<- "
                                              : "chan ";
    auto* inner = sema::cast<sema::Chan>(sema::unalias(chan->elem));
    bool wrapped = chan->dir == ast::ChanDir::Both && inner && inner->dir == ast::ChanDir::Receive;
    if (wrapped) out += '(';
    writeArgument(out, chan->elem);
    if (wrapped) out += ')';
    return;
  }
  case sema::TypeKind::Signature: out += "func"; return signature(static_cast<sema::Signature*>(type));
  case sema::TypeKind::Struct: {
    auto* s = static_cast<sema::Struct*>(type);
    if (s->fields.empty()) break;
    for (size_t i = 0; i < s->fields.size(); i++) {
      out += i ? "; " : "struct { ";
      if (!s->fields[i]->isEmbedded) {
        qualified(s->fields[i]);
        out += ' ';
      }
      writeArgument(out, context_.typeOf(s->fields[i]));
      if (!s->tag(i).empty()) out += ' ' + quoteTag(s->tag(i));
    }
    out += " }";
    return;
  }
  case sema::TypeKind::Interface: {
    std::span<sema::Object*> methods = sema::typeSet(static_cast<sema::Interface*>(type)).methods;
    if (methods.empty()) break;
    for (size_t i = 0; i < methods.size(); i++) {
      out += i ? "; " : "interface { ";
      qualified(methods[i]);
      if (auto* s = sema::cast<sema::Signature>(context_.typeOf(methods[i]))) signature(s);
    }
    out += " }";
    return;
  }
  default: break;
  }
  out += info(type)->string;
}

} // namespace gossamer::lower
