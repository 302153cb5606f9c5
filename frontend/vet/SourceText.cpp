#include "frontend/vet/SourceText.h"

#include <algorithm>
#include <vector>

namespace gossamer::vet {

using namespace ast;

namespace {

// gofmt spaces a binary operator by its precedence and by how deep in the expression it stands: a*b + c,
// f(a+b, c). `depth` counts from 1 at the top and grows in operands, indices and argument lists.
class Writer {
public:
  explicit Writer(const SourceManager* sources) : sources_(sources) {}

  void expr(const Expr* x, int depth) {
    if (!x) return;
    switch (x->kind) {
    case Kind::Ident: out_ += x->as<Ident>()->name.view(); break;
    case Kind::BasicLit: out_ += x->as<BasicLit>()->text; break;
    case Kind::CompositeLit:
      expr(x->as<CompositeLit>()->typeExpr, depth);
      out_ += '{';
      list(x->as<CompositeLit>()->elements, 1);
      out_ += '}';
      break;
    case Kind::KeyValueExpr:
      expr(x->as<KeyValueExpr>()->key, depth);
      out_ += ": ";
      expr(x->as<KeyValueExpr>()->value, depth);
      break;
    case Kind::FuncLit: function(*x->as<FuncLit>()); break;
    case Kind::ParenExpr:
      out_ += '(';
      expr(x->as<ParenExpr>()->x, std::max(depth - 1, 1));
      out_ += ')';
      break;
    case Kind::SelectorExpr:
    case Kind::IndexExpr:
    case Kind::SliceExpr:
    case Kind::TypeAssertExpr:
    case Kind::CallExpr: postfix(x, depth); break;
    case Kind::StarExpr:
      out_ += '*';
      expr(x->as<StarExpr>()->x, depth);
      break;
    case Kind::UnaryExpr: unary(*x->as<UnaryExpr>(), depth); break;
    case Kind::BinaryExpr: binary(*x->as<BinaryExpr>(), depth); break;
    case Kind::ArrayTypeExpr:
      out_ += x->as<ArrayTypeExpr>()->dots ? "[..." : "[";
      expr(x->as<ArrayTypeExpr>()->length, depth);
      out_ += ']';
      expr(x->as<ArrayTypeExpr>()->elem, depth);
      break;
    case Kind::SliceTypeExpr:
      out_ += "[]";
      expr(x->as<SliceTypeExpr>()->elem, depth);
      break;
    case Kind::StructTypeExpr:
      out_ += "struct{";
      braced(x->as<StructTypeExpr>()->fields);
      break;
    case Kind::InterfaceTypeExpr:
      out_ += "interface{";
      braced(x->as<InterfaceTypeExpr>()->elements);
      break;
    default: out_ += exprText(*x); break; // other types have no operators in them
    }
  }

  std::string take() { return std::move(out_); }

private:
  void list(std::span<Expr* const> xs, int depth) {
    for (size_t i = 0; i < xs.size(); ++i) {
      if (i) out_ += ", ";
      expr(xs[i], depth);
    }
  }

  // Calls, selectors and the like chain to the left as long as the source likes: walked with a loop.
  void postfix(const Expr* x, int depth) {
    std::vector<const Expr*> chain;
    for (const Expr* at = x; at;) {
      chain.push_back(at);
      switch (at->kind) {
      case Kind::SelectorExpr: at = at->as<SelectorExpr>()->x; continue;
      case Kind::IndexExpr: at = at->as<IndexExpr>()->x; continue;
      case Kind::SliceExpr: at = at->as<SliceExpr>()->x; continue;
      case Kind::TypeAssertExpr: at = at->as<TypeAssertExpr>()->x; continue;
      case Kind::CallExpr: at = at->as<CallExpr>()->fun; continue;
      default: break;
      }
      break;
    }
    expr(chain.back(), depth);
    for (size_t i = chain.size() - 1; i-- > 0;) suffix(*chain[i], depth);
  }

  void suffix(const Expr& x, int depth) {
    if (auto* selector = x.as<SelectorExpr>()) {
      out_ += '.';
      out_ += selector->sel->name.view();
    } else if (auto* index = x.as<IndexExpr>()) {
      out_ += '[';
      list(index->indices, depth + 1);
      out_ += ']';
    } else if (auto* slice = x.as<SliceExpr>()) {
      bounds(*slice, depth);
    } else if (auto* assertion = x.as<TypeAssertExpr>()) {
      out_ += ".(";
      if (assertion->typeExpr)
        expr(assertion->typeExpr, depth);
      else
        out_ += "type";
      out_ += ')';
    } else if (auto* call = x.as<CallExpr>()) {
      out_ += '(';
      list(call->args, call->args.size() > 1 ? depth + 1 : depth);
      out_ += call->hasDots ? "...)" : ")";
    }
  }

  void bounds(const SliceExpr& slice, int depth) {
    const Expr* parts[] = {slice.low, slice.high, slice.max};
    size_t there = 0;
    bool operators = false;
    for (const Expr* part : parts) {
      there += part != nullptr;
      operators |= part && part->is(Kind::BinaryExpr);
    }
    bool spaced = depth <= 1 && there > 1 && operators;
    out_ += '[';
    for (size_t i = 0; i < (slice.full ? 3 : 2); ++i) {
      if (i) {
        if (spaced && parts[i - 1]) out_ += ' ';
        out_ += ':';
        if (spaced && parts[i]) out_ += ' ';
      }
      expr(parts[i], depth + 1);
    }
    out_ += ']';
  }

  void unary(const UnaryExpr& x, int depth) {
    out_ += spelling(x.op);
    expr(x.x, depth);
  }

  struct Mix {
    bool sums = false, products = false;
    int tight = 0; // operators up to this precedence need blanks, or two tokens would run together
  };

  // What operators an expression is made of, as far as gofmt treats it as one.
  void mix(const BinaryExpr& top, Mix& out) {
    for (const BinaryExpr* x = &top; x;) {
      int level = precedence(x->op);
      out.sums |= level == 4;
      out.products |= level == 5;
      if (auto* right = x->y->as<BinaryExpr>(); right && precedence(right->op) > level) mix(*right, out);
      if (x->op == Op::Div && x->y->is(Kind::StarExpr)) out.tight = 5;
      if (auto* operand = x->y->as<UnaryExpr>()) {
        bool address = x->op == Op::And && (operand->op == Op::And || operand->op == Op::Xor);
        if (address) out.tight = 5;
        if (x->op == operand->op && (x->op == Op::Add || x->op == Op::Sub))
          out.tight = std::max(out.tight, 4);
      }
      auto* left = x->x->as<BinaryExpr>();
      x = left && precedence(left->op) >= level ? left : nullptr;
    }
  }

  int cutoff(const BinaryExpr& x, int depth) {
    Mix found;
    mix(x, found);
    if (found.tight) return found.tight + 1;
    if (found.sums && found.products) return depth == 1 ? 5 : 4;
    return depth == 1 ? 6 : 4;
  }

  // The left spine may be long: walked with a loop, outermost operator last.
  void binary(const BinaryExpr& top, int depth) {
    struct Level {
      const BinaryExpr* x;
      int cutoff, depth;
    };
    std::vector<Level> spine;
    const Expr* left = &top;
    int limit = cutoff(top, depth);
    for (const BinaryExpr* x = &top; x;) {
      spine.push_back({x, limit, depth});
      left = x->x;
      auto* next = left->as<BinaryExpr>();
      if (!next || precedence(next->op) != precedence(x->op)) ++depth;
      // Operators of one precedence share the decision of the outermost.
      if (next && precedence(next->op) != precedence(x->op)) limit = cutoff(*next, depth);
      x = next;
    }
    expr(left, depth);
    for (size_t i = spine.size(); i-- > 0;) {
      bool blanks = precedence(spine[i].x->op) < spine[i].cutoff;
      if (blanks) out_ += ' ';
      out_ += spelling(spine[i].x->op);
      if (blanks) out_ += ' ';
      expr(spine[i].x->y, spine[i].depth + 1);
    }
  }

  void braced(std::span<Field* const> fields) {
    if (fields.empty()) {
      out_ += '}';
      return;
    }
    out_ += ' ';
    for (size_t i = 0; i < fields.size(); ++i) {
      if (i) out_ += "; ";
      for (size_t n = 0; n < fields[i]->names.size(); ++n) {
        if (n) out_ += ", ";
        out_ += fields[i]->names[n]->name.view();
      }
      auto* method = fields[i]->typeExpr->as<FuncTypeExpr>();
      if (method && !fields[i]->names.empty()) {
        std::string text = exprText(*method);
        out_ += text.starts_with("func") ? text.substr(4) : text;
      } else {
        if (!fields[i]->names.empty()) out_ += ' ';
        expr(fields[i]->typeExpr, 1);
      }
      if (fields[i]->tag) out_.append(" ").append(fields[i]->tag->text);
    }
    out_ += " }";
  }

  void function(const FuncLit& literal) {
    const SourceFile* file = sources_ ? sources_->fileOf(literal.pos) : nullptr;
    if (!file) {
      out_ += exprText(literal);
      return;
    }
    uint32_t begin = file->offset(literal.pos), end = file->offset(endPos(literal));
    out_ += file->text().substr(begin, end - begin);
  }

  const SourceManager* sources_;
  std::string out_;
};

} // namespace

std::string sourceText(const Expr& x, const SourceManager* sources) {
  Writer writer(sources);
  writer.expr(&x, 1);
  return writer.take();
}

} // namespace gossamer::vet
