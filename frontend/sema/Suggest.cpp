// "Did you mean": a note beside gc's message, with the correction.
#include "frontend/sema/Checker-internal.h"

namespace gossamer::sema {

namespace {

Range rangeOf(const ast::Ident* id) {
  return {id->pos, id->pos.advanced(static_cast<uint32_t>(id->name.view().size()))};
}

} // namespace

void CheckerImpl::suggestName(Diagnostic& d, ast::Ident* e) {
  std::vector<std::string_view> names;
  for (Scope* s = env_.scope; s; s = s->parent)
    for (Object* o : s->all())
      if (!o->name.isBlank() && o->name) names.push_back(o->name.view());
  std::string_view best = nearestName(e->name.view(), names);
  if (best.empty()) return;
  // The misspelt declaration is meant: it is used after all, as far as this mistake goes.
  d.note(Pos(), text("did you mean ", best, "?")).fix(rangeOf(e), std::string(best));
}

void CheckerImpl::suggestPackageMember(Diagnostic& d, ast::Ident* e, Package* pkg) {
  if (!pkg->scope) return;
  std::vector<std::string_view> names;
  for (Object* o : pkg->scope->all())
    if (o->isExported()) names.push_back(o->name.view());
  std::string_view best = nearestName(e->name.view(), names);
  if (!best.empty()) d.note(Pos(), text("did you mean ", best, "?")).fix(rangeOf(e), std::string(best));
}

void CheckerImpl::suggestMember(Diagnostic& d, ast::Ident* sel, Type* t) {
  std::vector<std::string_view> names;
  std::vector<Type*> work{t};
  for (size_t i = 0; i < work.size() && i < 64; i++) {
    Type* x = unalias(work[i]);
    if (auto* p = cast<Pointer>(x)) x = unalias(p->elem);
    auto add = [&](Object* o) {
      if (o->isExported() || o->pkg == env_.pkg) names.push_back(o->name.view());
    };
    if (auto* n = cast<Named>(x))
      for (Object* m : methodsOf(n)) add(m);
    Type* u = under(x);
    if (auto* s = cast<Struct>(u)) {
      for (Object* f : s->fields) {
        add(f);
        if (f->isEmbedded && f->type) work.push_back(f->type);
      }
    } else if (auto* iface = cast<Interface>(u)) {
      for (Object* m : typeSet(iface).methods) add(m);
    }
  }
  std::string_view best = nearestName(sel->name.view(), names);
  if (!best.empty()) d.note(Pos(), text("did you mean ", best, "?")).fix(rangeOf(sel), std::string(best));
}

} // namespace gossamer::sema
