// Spec "Package initialization": repeatedly the next variable, in declaration order, that depends on no uninitialised
// one. Dependencies lead through functions and methods mentioned.
//
// Two passes: the first goes depth first through whatever variables lead to, which finds cycles (and has the bodies of library
// functions checked); the second sorts. As in gc, a variable without initialiser takes its turn like the others, so what
// mentions one declared further down waits for it.
#include "frontend/sema/Checker-internal.h"

#include <algorithm>
#include <queue>

namespace gossamer::sema {

namespace {

struct Orderer {
  CheckerImpl& c;
  Package* pkg;
  enum State : uint8_t { New, Active, Done, Emitted };
  std::unordered_map<DeclInfo*, State> states;
  std::vector<Object*> path;
  std::vector<Initializer> out;

  struct Frame {
    Object* object;
    size_t next;
  };

  std::vector<Object*>& dependencies(Object* o) {
    // Library bodies are checked only when an initialiser leads to them.
    if (o->isFunc() && pkg->isLibrary) c.checkBody(o);
    return o->decl->deps;
  }

  void emit(Object* o) {
    DeclInfo* d = o->decl;
    if (!d->init || states[d] == Emitted) return;
    states[d] = Emitted; // n variables of one call are initialised with the first
    Initializer i;
    i.rhs = d->init;
    if (!d->lhs.empty()) {
      i.lhs = d->lhs;
    } else {
      i.lhs = c.arena_.makeSpan<Object*>(1);
      i.lhs[0] = o;
    }
    out.push_back(i);
  }

  // Calls `found` for each variable that v's initialiser mentions, or a function it leads to.
  template <class Found> void forEachVariable(Object* v, Found found) {
    std::unordered_set<Object*> seen{v};
    std::vector<Object*> open{v};
    while (!open.empty()) {
      Object* o = open.back();
      open.pop_back();
      for (Object* d : dependencies(o)) {
        if (!d->decl || d->pkg != pkg || !seen.insert(d).second) continue;
        if (d->isVar()) found(d);
        else if (d->isFunc()) open.push_back(d);
      }
    }
  }

  void sort(const std::vector<Object*>& variables) {
    struct Node {
      size_t waitsFor = 0;
      std::vector<size_t> waiting;
    };
    std::unordered_map<Object*, size_t> number;
    for (size_t i = 0; i < variables.size(); i++) number[variables[i]] = i;
    std::vector<Node> nodes(variables.size());
    std::priority_queue<size_t, std::vector<size_t>, std::greater<>> ready;
    for (size_t i = 0; i < variables.size(); i++) {
      forEachVariable(variables[i], [&](Object* d) {
        auto it = number.find(d);
        if (it == number.end()) return;
        nodes[i].waitsFor++;
        nodes[it->second].waiting.push_back(i);
      });
      if (nodes[i].waitsFor == 0) ready.push(i);
    }
    while (!ready.empty()) {
      size_t next = ready.top();
      ready.pop();
      for (size_t w : nodes[next].waiting)
        if (--nodes[w].waitsFor == 0) ready.push(w);
      emit(variables[next]);
    }
  }

  // Depth first, with an explicit stack: chains of functions may be long.
  void visit(Object* root) {
    if (!root->decl || states[root->decl] != New) return;
    std::vector<Frame> stack{{root, 0}};
    states[root->decl] = Active;
    path.push_back(root);
    while (!stack.empty()) {
      Frame& f = stack.back();
      std::vector<Object*>& deps = dependencies(f.object);
      if (f.next == 0 && deps.size() > 1) { // cycles are told in the order of the source
        std::sort(deps.begin(), deps.end(), [](Object* a, Object* b) { return a->pos < b->pos; });
      }
      if (f.next < deps.size()) {
        Object* d = deps[f.next++];
        if (!d->decl || d->pkg != pkg) continue;
        State& s = states[d->decl];
        if (s == New) {
          s = Active;
          path.push_back(d);
          stack.push_back({d, 0});
        } else if (s == Active) {
          cycle(d);
        }
        continue;
      }
      Object* o = f.object;
      // Functions stay open to discovery through others only while on the path; then they are settled.
      states[o->decl] = Done;
      path.pop_back();
      stack.pop_back();
    }
  }

  void cycle(Object* to) {
    size_t at = path.size();
    while (at > 0 && path[at - 1]->decl != to->decl) at--;
    if (at == 0) return;
    std::vector<Object*> loop(path.begin() + static_cast<ptrdiff_t>(at) - 1, path.end());
    loop[0] = to; // of var a, b = f() the one that closes it
    // Functions calling each other are no cycle: only one that leads through a value is.
    bool hasValue = std::any_of(loop.begin(), loop.end(), [](Object* o) { return !o->isFunc(); });
    if (!hasValue) return;
    // Told from the first variable or constant in the source.
    size_t first = loop.size();
    for (size_t i = 0; i < loop.size(); i++)
      if (!loop[i]->isFunc() && (first == loop.size() || loop[i]->pos < loop[first]->pos)) first = i;
    Object* o = loop[first];
    if (loop.size() == 1) {
      c.error(o->pos, DiagCode::Cycle, "initialization cycle: ", o, " refers to itself");
      return;
    }
    std::string message = c.text("initialization cycle for ", o);
    for (size_t k = 0; k < loop.size(); k++) {
      Object *from = loop[(first + k) % loop.size()], *next = loop[(first + k + 1) % loop.size()];
      message += c.text("\n\t", c.at(from->pos), ": ", qualified(from), " refers to ", qualified(next));
    }
    c.report(o->pos, DiagCode::Cycle, std::move(message));
  }

  std::string qualified(Object* o) {
    return std::string(o->name.view());
  }
};

} // namespace

void CheckerImpl::initOrder(Package* pkg) {
  Orderer order{*this, pkg, {}, {}, {}};
  PackageState& st = state(pkg);
  // Cycles through a type error have been reported already.
  for (Object* o : st.objects)
    if (o->isVar() || o->kind == ObjectKind::Const) order.visit(o);
  std::vector<Object*> variables;
  for (Object* o : st.objects)
    if (o->isVar() && o->decl) variables.push_back(o);
  order.out = embeddings(pkg);
  order.sort(variables);
  pkg->initOrder = arena_.copy(order.out);
}

} // namespace gossamer::sema
