#include "frontend/vet/TypeText.h"

#include <utility>

namespace gossamer::vet {
namespace {

using sema::TypeKind;

class Writer {
public:
  void type(sema::Type* t) {
    // Only anonymous types nest without end, through the methods of an interface, or grow beyond all measure.
    constexpr int kDeepest = 50;
    constexpr size_t kLongest = 10000;
    if (!t || depth_ > kDeepest || out_.size() > kLongest) {
      out_ += "...";
      return;
    }
    ++depth_;
    write(t);
    --depth_;
  }

  void signature(const sema::Signature& s) {
    tuple(s.params, s.variadic);
    size_t n = s.results ? s.results->size() : 0;
    if (n == 0) return;
    out_ += ' ';
    if (n == 1 && !s.results->vars[0]->name)
      type(s.results->at(0));
    else
      tuple(s.results, false);
  }

  std::string take() { return std::move(out_); }

private:
  void name(const sema::Object& object) {
    if (object.pkg) out_.append(object.pkg->path).append(1, '.');
    out_ += object.name.view();
  }

  void arguments(std::span<sema::Type* const> types) {
    if (types.empty()) return;
    out_ += '[';
    for (size_t i = 0; i < types.size(); ++i) {
      if (i) out_ += ',';
      type(types[i]);
    }
    out_ += ']';
  }

  void tuple(const sema::Tuple* t, bool variadic) {
    out_ += '(';
    for (size_t i = 0; t && i < t->size(); ++i) {
      if (i) out_ += ", ";
      if (t->vars[i]->name) out_.append(t->vars[i]->name.view()).append(1, ' ');
      auto* rest = variadic && i + 1 == t->size() ? sema::cast<sema::Slice>(t->at(i)) : nullptr;
      if (rest) out_ += "...";
      type(rest ? rest->elem : t->at(i));
    }
    out_ += ')';
  }

  void structure(const sema::Struct& s) {
    out_ += "struct{";
    for (size_t i = 0; i < s.fields.size(); ++i) {
      if (i) out_ += "; ";
      if (!s.fields[i]->isEmbedded) out_.append(s.fields[i]->name.view()).append(1, ' ');
      type(s.fields[i]->type);
      if (s.tag(i).empty()) continue;
      out_ += " \"";
      for (char c : s.tag(i)) {
        if (c == '"' || c == '\\') out_ += '\\';
        if (c == '\n')
          out_ += "\\n";
        else
          out_ += c;
      }
      out_ += '"';
    }
    out_ += '}';
  }

  void interface(const sema::Interface& i) {
    if (i.implicit && i.methods.empty() && i.embeddeds.size() == 1) return type(i.embeddeds[0]); // [T ~int]
    out_ += "interface{";
    bool first = true;
    auto separate = [&] { out_ += std::exchange(first, false) ? "" : "; "; };
    for (const sema::Object* method : i.methods) {
      separate();
      out_ += method->name.view();
      if (auto* s = sema::cast<sema::Signature>(method->type)) signature(*s);
    }
    for (sema::Type* embedded : i.embeddeds) {
      separate();
      type(embedded);
    }
    out_ += '}';
  }

  void channel(const sema::Chan& c) {
    auto* inner = sema::cast<sema::Chan>(c.elem); // chan (<-chan T) must not read as (chan<-) chan T
    bool parens = c.dir == sema::ChanDir::Both && inner && inner->dir == sema::ChanDir::Receive;
    out_ += c.dir == sema::ChanDir::Send ? "chan<- " : c.dir == sema::ChanDir::Receive ? "<-chan " : "chan ";
    if (parens) out_ += '(';
    type(c.elem);
    if (parens) out_ += ')';
  }

  void write(sema::Type* t) {
    switch (t->kind) {
    case TypeKind::Basic: out_ += static_cast<sema::Basic*>(t)->name; break;
    case TypeKind::Named: {
      auto* n = static_cast<sema::Named*>(t);
      name(*n->obj);
      arguments(n->typeArgs);
      if (n->typeArgs.empty() && !n->typeParams.empty()) parameters(n->typeParams);
      break;
    }
    case TypeKind::Alias:
      name(*static_cast<sema::Alias*>(t)->obj);
      arguments(static_cast<sema::Alias*>(t)->typeArgs);
      break;
    case TypeKind::TypeParam: out_ += static_cast<sema::TypeParam*>(t)->obj->name.view(); break;
    case TypeKind::Pointer:
      out_ += '*';
      type(static_cast<sema::Pointer*>(t)->elem);
      break;
    case TypeKind::Slice:
      out_ += "[]";
      type(static_cast<sema::Slice*>(t)->elem);
      break;
    case TypeKind::Array:
      out_ += "[" + std::to_string(static_cast<sema::Array*>(t)->length) + "]";
      type(static_cast<sema::Array*>(t)->elem);
      break;
    case TypeKind::Map:
      out_ += "map[";
      type(static_cast<sema::Map*>(t)->key);
      out_ += ']';
      type(static_cast<sema::Map*>(t)->elem);
      break;
    case TypeKind::Chan: channel(*static_cast<sema::Chan*>(t)); break;
    case TypeKind::Signature:
      out_ += "func";
      signature(*static_cast<sema::Signature*>(t));
      break;
    case TypeKind::Tuple: tuple(static_cast<sema::Tuple*>(t), false); break;
    case TypeKind::Struct: structure(*static_cast<sema::Struct*>(t)); break;
    case TypeKind::Interface: interface(*static_cast<sema::Interface*>(t)); break;
    case TypeKind::Union: {
      bool first = true;
      for (const sema::UnionTerm& term : static_cast<sema::Union*>(t)->terms) {
        out_ += std::exchange(first, false) ? "" : " | ";
        if (term.tilde) out_ += '~';
        type(term.type);
      }
      break;
    }
    }
  }

  void parameters(std::span<sema::TypeParam* const> params) {
    out_ += '[';
    for (size_t i = 0; i < params.size(); ++i) {
      if (i) out_ += ", ";
      out_.append(params[i]->obj->name.view()).append(1, ' ');
      type(params[i]->bound);
    }
    out_ += ']';
  }

  std::string out_;
  int depth_ = 0;
};

} // namespace

std::string typeText(sema::Type* type) {
  Writer writer;
  writer.type(type);
  return writer.take();
}

std::string signatureText(const sema::Signature& signature) {
  Writer writer;
  writer.signature(signature);
  return writer.take();
}

} // namespace gossamer::vet
