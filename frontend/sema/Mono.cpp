// Instantiations without end: func f[T any](x T) { f(&x) } needs f for T, *T, **T…
//
// Each use of a generic function or type passes types on to its parameters. The parameters are the vertices of a graph; an
// argument that mentions parameter A is an edge from A to the parameter it is given for, of weight 1 if the argument is
// built from A rather than A itself. A cycle in which types grow has a path as long as there are vertices: looked for by
// relaxing edges towards heavier paths.
#include "frontend/sema/Checker-internal.h"

#include <algorithm>

namespace gossamer::sema {

namespace {

// Calls f for the type parameters a type mentions, and for the types it mentions that are declared in generic functions.
void eachSource(Type* t, auto&& f) {
  for (TypeParam* p : typeParamsIn(t)) f(p);
}

} // namespace

void CheckerImpl::noteInstantiation(Pos pos, std::span<TypeParam* const> params, std::span<Type* const> args,
                                    std::span<ast::Expr* const> written) {
  for (size_t i = 0; i < params.size(); i++) {
    if (args[i]->kind == TypeKind::Basic || (args[i]->kind == TypeKind::Named && static_cast<Named*>(args[i])->typeArgs.empty() &&
                                             static_cast<Named*>(args[i])->outerParams.empty()))
      continue;
    Pos at = i < written.size() ? posOf(written[i]) : pos;
    eachSource(args[i], [&](TypeParam* p) {
      flows_.push_back({p, params[i], args[i], at, unalias(args[i]) == p ? 0u : 1u});
    });
    if (auto* n = cast<Named>(unalias(args[i])))
      for (TypeParam* p : n->origin->outerParams) flows_.push_back({p, params[i], args[i], at, 1u});
  }
}

bool CheckerImpl::instantiationCycles() {
  struct Vertex {
    TypeParam* param;
    uint32_t weight = 0, length = 0;
    size_t before = ~size_t{0}; // the edge the heaviest path comes by
  };
  std::vector<Vertex> vertices;
  std::unordered_map<TypeParam*, size_t> index;
  auto vertex = [&](TypeParam* p) {
    // A method has its own names for the parameters of its receiver's type.
    if (auto it = receiverParams_.find(p); it != receiverParams_.end()) p = it->second;
    auto [it, fresh] = index.emplace(p, vertices.size());
    if (fresh) vertices.push_back({p});
    return it->second;
  };
  struct Edge {
    size_t from, to;
    const Flow* flow;
  };
  std::vector<Edge> edges;
  for (const Flow& f : flows_) {
    size_t from = vertex(f.from);
    edges.push_back({from, vertex(f.to), &f});
  }
  for (bool again = true; again;) {
    again = false;
    for (size_t i = 0; i < edges.size(); i++) {
      Vertex &from = vertices[edges[i].from], &to = vertices[edges[i].to];
      uint32_t weight = from.weight + edges[i].flow->weight;
      if (weight <= to.weight) continue;
      to.before = i;
      to.length = from.length + 1;
      to.weight = weight;
      again = true;
      if (to.length < vertices.size()) continue;
      // Backwards along the path until a vertex turns up twice: it is on the cycle.
      std::vector<size_t> stack;
      std::vector<bool> seen(vertices.size());
      size_t at = edges[i].to;
      while (!seen[at] && vertices[at].before != ~size_t{0}) {
        stack.push_back(at);
        seen[at] = true;
        at = edges[vertices[at].before].from;
      }
      stack.erase(stack.begin(), std::find(stack.begin(), stack.end(), at));
      std::string message = "instantiation cycle:";
      for (size_t v : stack) {
        const Edge& e = edges[vertices[v].before];
        message += text("\n\t", this->at(e.flow->pos), ": ", vertices[e.to].param->obj, " instantiated as ", e.flow->argument);
      }
      report(vertices[at].param->obj->pos, DiagCode::Cycle, std::move(message));
      return true;
    }
  }
  return false;
}

namespace {

// Interfaces without a name that lead back to themselves through their methods.
struct AnonymousCycles {
  std::unordered_map<Interface*, bool> cyclic{};
  std::unordered_set<Struct*> seen{}; // structs looked at, or being

  bool interface(Interface* i) {
    for (Object* m : typeSet(i).methods)
      if (visit(m->type)) return true;
    return false;
  }

  bool tuple(Tuple* t) {
    return std::any_of(t->vars.begin(), t->vars.end(), [this](Object* v) { return visit(v->type); });
  }

  bool visit(Type* t) {
    if (!t || nativeStackLow()) return false;
    t = unalias(t);
    switch (t->kind) {
    case TypeKind::Pointer: return visit(static_cast<Pointer*>(t)->elem);
    case TypeKind::Slice: return visit(static_cast<Slice*>(t)->elem);
    case TypeKind::Array: return visit(static_cast<Array*>(t)->elem);
    case TypeKind::Chan: return visit(static_cast<Chan*>(t)->elem);
    case TypeKind::Map: return visit(static_cast<Map*>(t)->key) || visit(static_cast<Map*>(t)->elem);
    case TypeKind::Tuple: return tuple(static_cast<Tuple*>(t));
    case TypeKind::Signature: return tuple(static_cast<Signature*>(t)->params) || tuple(static_cast<Signature*>(t)->results);
    case TypeKind::Struct:
      if (!seen.insert(static_cast<Struct*>(t)).second) return false;
      for (Object* f : static_cast<Struct*>(t)->fields)
        if (visit(f->type)) return true;
      return false;
    case TypeKind::Interface: {
      auto* i = static_cast<Interface*>(t);
      auto [it, fresh] = cyclic.emplace(i, true);
      if (!fresh) return it->second;
      if (interface(i)) return true;
      cyclic[i] = false;
      return false;
    }
    default: return false;
    }
  }
};

} // namespace

void CheckerImpl::anonymousCycles() {
  AnonymousCycles search;
  for (auto [i, pos] : interfaces_) {
    if (!search.interface(i)) continue;
    error(pos, DiagCode::Cycle,
          "invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)");
    for (auto& [seen, cyclic] : search.cyclic) cyclic = false; // said once
  }
}

} // namespace gossamer::sema
