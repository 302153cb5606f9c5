#include "frontend/sema/TypeContext.h"

#include <algorithm>

#include <unordered_set>
#include <vector>

namespace gossamer::sema {

namespace {

struct Writer {
  std::string& out;
  const Package* from;
  bool names = true; // of parameters and results
  const PlaceWriter* places = nullptr;
  int depth = 0;
  size_t limit = out.size() + (1 << 14);

  void qualify(const Package* pkg) {
    if (!pkg || pkg == from) return;
    // Two packages of one name in sight: the path tells them apart.
    bool ambiguous = from && from->name == pkg->name;
    if (from && !ambiguous) ambiguous = hasNamesake(pkg);
    if (ambiguous) {
      out += '"';
      out += pkg->path;
      out += '"';
    } else {
      out += pkg->name.view();
    }
    out += '.';
  }

  // Whether another package that `from` needs, directly or not, has the same name.
  bool hasNamesake(const Package* pkg) const {
    std::vector<const Package*> open{from};
    std::unordered_set<const Package*> seen{from};
    while (!open.empty()) {
      const Package* next = open.back();
      open.pop_back();
      if (next != pkg && next->name == pkg->name) return true;
      for (const Package* imported : next->imports)
        if (seen.insert(imported).second) open.push_back(imported);
    }
    return false;
  }

  void name(const Object* o) {
    qualify(o->pkg);
    out += o->name.view();
  }

  void list(std::span<Type* const> types) {
    out += '[';
    for (size_t i = 0; i < types.size(); i++) {
      if (i > 0) out += ", ";
      type(types[i]);
    }
    out += ']';
  }

  void typeParams(std::span<TypeParam* const> params) {
    out += '[';
    for (size_t i = 0; i < params.size(); i++) {
      if (i > 0) out += params[i - 1]->bound == params[i]->bound ? ", " : " ";
      out += params[i]->obj->name.view();
      if (i + 1 == params.size() || params[i + 1]->bound != params[i]->bound) {
        out += ' ';
        if (params[i]->bound) type(params[i]->bound);
        if (i + 1 < params.size()) out += ',';
      }
    }
    out += ']';
  }

  void tuple(const Tuple* t, bool variadic) {
    out += '(';
    for (size_t i = 0; t && i < t->size(); i++) {
      if (i > 0) out += ", ";
      const Object* v = t->vars[i];
      if (v->name && names) {
        out += v->name.view();
        out += ' ';
      }
      if (variadic && i + 1 == t->size()) {
        if (auto* s = cast<Slice>(v->type)) {
          out += "...";
          type(s->elem);
        } else { // append([]byte, string...)
          type(v->type);
          out += "...";
        }
      } else {
        type(v->type);
      }
    }
    out += ')';
  }

  void signature(const Signature* s) {
    if (!s->typeParams.empty()) typeParams(s->typeParams);
    tuple(s->params, s->variadic);
    size_t n = s->results ? s->results->size() : 0;
    if (n == 0) return;
    out += ' ';
    if (n == 1 && (!names || !s->results->vars[0]->name)) type(s->results->vars[0]->type);
    else tuple(s->results, false);
  }

  void quoted(std::string_view tag) {
    out += '"';
    for (char c : tag) {
      if (c == '"' || c == '\\') out += '\\';
      if (c == '\n') out += "\\n";
      else out += c;
    }
    out += '"';
  }

  void term(const UnionTerm& t) {
    if (t.tilde) out += '~';
    type(t.type);
  }

  void type(Type* t) {
    if (!t) {
      out += "<nil>";
      return;
    }
    // Only anonymous types can nest without end, through an interface's methods; types made of one another can be of any
    // size all the same.
    if (depth > 50 || out.size() > limit) {
      if (!out.ends_with("...")) out += "...";
      return;
    }
    depth++;
    write(t);
    depth--;
  }

  void write(Type* t) {
    switch (t->kind) {
    case TypeKind::Basic: out += static_cast<Basic*>(t)->name; break;
    case TypeKind::Named: {
      auto* n = static_cast<Named*>(t);
      name(n->obj);
      if (!n->typeArgs.empty()) list(n->typeArgs);
      else if (!n->typeParams.empty()) typeParams(n->typeParams);
      break;
    }
    case TypeKind::Alias: {
      auto* a = static_cast<Alias*>(t);
      name(a->obj);
      if (!a->typeArgs.empty()) list(a->typeArgs);
      else if (!a->typeParams.empty()) typeParams(a->typeParams);
      break;
    }
    case TypeKind::TypeParam: {
      auto* p = static_cast<TypeParam*>(t);
      out += p->obj->name.view();
      if (p->misleading && places) {
        out += " /* with ";
        out += p->obj->name.view();
        out += " declared at ";
        (*places)(out, p->obj->pos);
        out += " */";
      }
      break;
    }
    case TypeKind::Pointer:
      out += '*';
      type(static_cast<Pointer*>(t)->elem);
      break;
    case TypeKind::Slice:
      out += "[]";
      type(static_cast<Slice*>(t)->elem);
      break;
    case TypeKind::Array:
      out += '[';
      out += std::to_string(static_cast<Array*>(t)->length);
      out += ']';
      type(static_cast<Array*>(t)->elem);
      break;
    case TypeKind::Map:
      out += "map[";
      type(static_cast<Map*>(t)->key);
      out += ']';
      type(static_cast<Map*>(t)->elem);
      break;
    case TypeKind::Chan: {
      auto* c = static_cast<Chan*>(t);
      bool paren = false;
      switch (c->dir) {
      case ChanDir::Send: out += "chan<- "; break;
      case ChanDir::Receive: out += "<-chan "; break;
      case ChanDir::Both: {
        out += "chan ";
        auto* inner = cast<Chan>(c->elem); // chan (<-chan T) must not read as (chan<-) chan T
        paren = inner && inner->dir == ChanDir::Receive;
        break;
      }
      }
      if (paren) out += '(';
      type(c->elem);
      if (paren) out += ')';
      break;
    }
    case TypeKind::Signature:
      out += "func";
      signature(static_cast<Signature*>(t));
      break;
    case TypeKind::Tuple: tuple(static_cast<Tuple*>(t), false); break;
    case TypeKind::Struct: {
      auto* s = static_cast<Struct*>(t);
      out += "struct{";
      for (size_t i = 0; i < s->fields.size(); i++) {
        if (i > 0) out += "; ";
        if (!s->fields[i]->isEmbedded) {
          out += s->fields[i]->name.view();
          out += ' ';
        }
        type(s->fields[i]->type);
        if (!s->tag(i).empty()) {
          out += ' ';
          quoted(s->tag(i));
        }
      }
      out += '}';
      break;
    }
    case TypeKind::Interface: {
      auto* i = static_cast<Interface*>(t);
      if (i->implicit && i->methods.empty() && i->embeddeds.size() == 1) { // a constraint literal
        type(i->embeddeds[0]);
        break;
      }
      if (i->methods.empty() && i->embeddeds.empty()) {
        // `any` prints as written: it is an Alias node; a literal says interface{}.
        out += "interface{}";
        break;
      }
      out += "interface{";
      bool first = true;
      std::vector<Object*> methods(i->methods.begin(), i->methods.end());
      std::sort(methods.begin(), methods.end(), methodLess);
      for (Object* m : methods) {
        if (!first) out += "; ";
        first = false;
        out += m->name.view();
        if (auto* s = cast<Signature>(m->type)) signature(s);
      }
      for (Type* e : i->embeddeds) {
        if (!first) out += "; ";
        first = false;
        type(e);
      }
      out += '}';
      break;
    }
    case TypeKind::Union: {
      auto* u = static_cast<Union*>(t);
      for (size_t i = 0; i < u->terms.size(); i++) {
        if (i > 0) out += " | ";
        term(u->terms[i]);
      }
      break;
    }
    }
  }
};

} // namespace

void writeType(std::string& out, Type* t, const Package* from, const PlaceWriter* places) {
  Writer{out, from, true, places}.type(t);
}

void writeSignature(std::string& out, const Signature* s, const Package* from) {
  Writer{out, from, false}.signature(s);
}

std::string typeString(Type* t, const Package* from) {
  std::string out;
  writeType(out, t, from);
  return out;
}

} // namespace gossamer::sema
