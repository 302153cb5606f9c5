// The tree as text: dump() for people and goldens, exprText() for messages.
#include "frontend/ast/Ast.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace gossamer::ast {

namespace {

std::string_view text(LitKind kind) {
  static constexpr std::string_view kNames[] = {"int", "float", "imaginary", "rune", "string"};
  return kNames[static_cast<size_t>(kind)];
}
std::string_view text(ChanDir dir) {
  static constexpr std::string_view kNames[] = {"both", "send", "receive"};
  return kNames[static_cast<size_t>(dir)];
}
std::string_view text(BranchKind kind) {
  static constexpr std::string_view kNames[] = {"break", "continue", "goto", "fallthrough"};
  return kNames[static_cast<size_t>(kind)];
}
std::string_view text(DeclKind kind) {
  static constexpr std::string_view kNames[] = {"import", "const", "type", "var"};
  return kNames[static_cast<size_t>(kind)];
}

class Dumper {
public:
  explicit Dumper(const SourceManager* positions) : positions_(positions) {}

  // Without recursion: binary expressions and else-ifs may be chained as long as the source likes.
  void run(const Node& root) {
    stack_.push_back({const_cast<Node*>(&root), 0, {}}); // the field tables are written for mutable nodes
    while (!stack_.empty()) {
      Item item = stack_.back();
      stack_.pop_back();
      line(*item.node, item.depth, item.role);
      size_t first = stack_.size();
      children(*item.node, item.depth + 1);
      std::reverse(stack_.begin() + static_cast<ptrdiff_t>(first), stack_.end());
    }
  }

  std::string take() { return std::move(out_); }

private:
  struct Item {
    Node* node;
    int depth;
    std::string_view role;
  };

  void line(Node& node, int depth, std::string_view role) {
    // Indentation stops growing somewhere, or a long chain would make a quadratic dump.
    constexpr int kDeepest = 60;
    out_.append(static_cast<size_t>(std::min(depth, kDeepest)) * 2, ' ');
    if (depth > kDeepest) out_.append("(").append(std::to_string(depth)).append(") ");
    if (!role.empty()) out_.append(role).append(": ");
    out_.append(kindName(node.kind));
    if (positions_ && node.pos) {
      Location at = positions_->locate(node.pos);
      char place[40];
      std::snprintf(place, sizeof place, " @%u:%u", at.line, at.column);
      out_ += place;
    }
    attributes(node);
    out_ += '\n';
  }

  void attribute(std::string_view name, Symbol value) { out_.append(" ").append(value.view()); }
  void attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    for (char c : value) c == '\n' ? out_.append("\\n") : out_.append(1, c);
  }
  void attribute(std::string_view name, bool value) {
    if (value) out_.append(" ").append(name);
  }
  void attribute(std::string_view name, uint32_t value) {
    if (value) out_.append(" ").append(name).append("=").append(std::to_string(value));
  }
  void attribute(std::string_view name, Op value) {
    if (value != Op::None) out_.append(" ").append(spelling(value));
  }
  template <typename T> void attribute(std::string_view name, T value) {
    out_.append(" ").append(text(value));
  }

  void attributes(Node& node) {
    switch (node.kind) {
#define NODE(Name, Base)                                                                                     \
  case Kind::Name: {                                                                                         \
    [[maybe_unused]] auto& it = static_cast<Name&>(node);
#define ATTR(Type, name, init) attribute(#name, it.name);
#define END(Name)                                                                                            \
  break;                                                                                                     \
  }
#include "frontend/ast/Nodes.def"
    }
  }

  void children(Node& node, int depth) {
    switch (node.kind) {
#define NODE(Name, Base)                                                                                     \
  case Kind::Name: {                                                                                         \
    [[maybe_unused]] auto& it = static_cast<Name&>(node);
#define CHILD(Type, name)                                                                                    \
  if (it.name) stack_.push_back({it.name, depth, #name});
#define LIST(Type, name)                                                                                     \
  for (auto* child : it.name) stack_.push_back({child, depth, #name});
#define END(Name)                                                                                            \
  break;                                                                                                     \
  }
#include "frontend/ast/Nodes.def"
    }
  }

  const SourceManager* positions_;
  std::vector<Item> stack_;
  std::string out_;
};

class ExprWriter {
public:
  void expr(const Expr* x) {
    if (!x) return;
    switch (x->kind) {
    case Kind::Ident: out_ += x->as<Ident>()->name.view(); break;
    case Kind::BasicLit: out_ += x->as<BasicLit>()->text; break;
    case Kind::CompositeLit:
      expr(x->as<CompositeLit>()->typeExpr);
      out_ += x->as<CompositeLit>()->elements.empty() ? "{}" : "{…}";
      break;
    case Kind::KeyValueExpr:
      expr(x->as<KeyValueExpr>()->key);
      out_ += ": ";
      expr(x->as<KeyValueExpr>()->value);
      break;
    case Kind::FuncLit:
      expr(x->as<FuncLit>()->signature);
      out_ += x->as<FuncLit>()->body->stmts.empty() ? " {}" : " {…}";
      break;
    case Kind::ParenExpr:
      out_ += '(';
      expr(x->as<ParenExpr>()->x);
      out_ += ')';
      break;
    case Kind::SelectorExpr:
      expr(x->as<SelectorExpr>()->x);
      out_ += '.';
      expr(x->as<SelectorExpr>()->sel);
      break;
    case Kind::IndexExpr:
      expr(x->as<IndexExpr>()->x);
      out_ += '[';
      list(x->as<IndexExpr>()->indices);
      out_ += ']';
      break;
    case Kind::SliceExpr: {
      auto& slice = *x->as<SliceExpr>();
      expr(slice.x);
      out_ += '[';
      expr(slice.low);
      out_ += ':';
      expr(slice.high);
      if (slice.full) {
        out_ += ':';
        expr(slice.max);
      }
      out_ += ']';
      break;
    }
    case Kind::TypeAssertExpr:
      expr(x->as<TypeAssertExpr>()->x);
      out_ += ".(";
      if (x->as<TypeAssertExpr>()->typeExpr)
        expr(x->as<TypeAssertExpr>()->typeExpr);
      else
        out_ += "type";
      out_ += ')';
      break;
    case Kind::CallExpr:
      expr(x->as<CallExpr>()->fun);
      out_ += '(';
      list(x->as<CallExpr>()->args);
      if (x->as<CallExpr>()->hasDots) out_ += "...";
      out_ += ')';
      break;
    case Kind::StarExpr:
      out_ += '*';
      expr(x->as<StarExpr>()->x);
      break;
    case Kind::UnaryExpr:
      out_ += spelling(x->as<UnaryExpr>()->op);
      expr(x->as<UnaryExpr>()->x);
      break;
    case Kind::BinaryExpr: binary(*x->as<BinaryExpr>()); break;
    case Kind::ArrayTypeExpr:
      out_ += '[';
      if (x->as<ArrayTypeExpr>()->dots) out_ += "...";
      expr(x->as<ArrayTypeExpr>()->length);
      out_ += ']';
      expr(x->as<ArrayTypeExpr>()->elem);
      break;
    case Kind::SliceTypeExpr:
      out_ += "[]";
      expr(x->as<SliceTypeExpr>()->elem);
      break;
    case Kind::MapTypeExpr:
      out_ += "map[";
      expr(x->as<MapTypeExpr>()->key);
      out_ += ']';
      expr(x->as<MapTypeExpr>()->value);
      break;
    case Kind::ChanTypeExpr: {
      auto& chan = *x->as<ChanTypeExpr>();
      out_ += chan.dir == ChanDir::Receive ? "<-chan " : chan.dir == ChanDir::Send ? "chan<- " : "chan ";
      auto* elem = chan.elem->as<ChanTypeExpr>();
      bool parens = elem && elem->dir == ChanDir::Receive && chan.dir != ChanDir::Send;
      if (parens) out_ += '(';
      expr(chan.elem);
      if (parens) out_ += ')';
      break;
    }
    case Kind::EllipsisExpr:
      out_ += "...";
      expr(x->as<EllipsisExpr>()->elem);
      break;
    case Kind::FuncTypeExpr:
      out_ += "func";
      signature(*x->as<FuncTypeExpr>());
      break;
    case Kind::StructTypeExpr:
      out_ += "struct{";
      fields(x->as<StructTypeExpr>()->fields, "; ");
      out_ += '}';
      break;
    case Kind::InterfaceTypeExpr:
      out_ += "interface{";
      elements(x->as<InterfaceTypeExpr>()->elements);
      out_ += '}';
      break;
    default: out_ += "_"; break; // BadExpr
    }
  }

  std::string take() { return std::move(out_); }

private:
  void list(std::span<Expr*> xs) {
    for (size_t i = 0; i < xs.size(); ++i) {
      if (i) out_ += ", ";
      expr(xs[i]);
    }
  }

  // The left spine may be long: walked with a loop, outermost operator last.
  void binary(const BinaryExpr& top) {
    std::vector<const BinaryExpr*> spine;
    const Expr* x = &top;
    while (auto* inner = x->as<BinaryExpr>()) {
      spine.push_back(inner);
      x = inner->x;
    }
    expr(x);
    for (size_t i = spine.size(); i-- > 0;) {
      out_.append(" ").append(spelling(spine[i]->op)).append(" ");
      expr(spine[i]->y);
    }
  }

  void names(std::span<Ident*> idents) {
    for (size_t i = 0; i < idents.size(); ++i) {
      if (i) out_ += ", ";
      out_ += idents[i]->name.view();
    }
  }

  void fields(std::span<Field*> all, std::string_view separator) {
    for (size_t i = 0; i < all.size(); ++i) {
      if (i) out_ += separator;
      names(all[i]->names);
      if (!all[i]->names.empty()) out_ += ' ';
      expr(all[i]->typeExpr);
    }
  }

  void elements(std::span<Field*> all) {
    for (size_t i = 0; i < all.size(); ++i) {
      if (i) out_ += "; ";
      auto* method = all[i]->names.empty() ? nullptr : all[i]->typeExpr->as<FuncTypeExpr>();
      names(all[i]->names);
      if (method)
        signature(*method);
      else
        expr(all[i]->typeExpr);
    }
  }

  void signature(const FuncTypeExpr& type) {
    out_ += '(';
    fields(type.params, ", ");
    out_ += ')';
    if (type.results.empty()) return;
    out_ += ' ';
    bool bare = type.results.size() == 1 && type.results[0]->names.empty();
    if (!bare) out_ += '(';
    fields(type.results, ", ");
    if (!bare) out_ += ')';
  }

  std::string out_;
};

} // namespace

std::string dump(const Node& node, const SourceManager* positions) {
  Dumper dumper(positions);
  dumper.run(node);
  return dumper.take();
}

std::string exprText(const Expr& x) {
  ExprWriter writer;
  writer.expr(&x);
  return writer.take();
}

} // namespace gossamer::ast
