#include "frontend/parse/Parser.h"

#include "frontend/parse/Builder-internal.h"
#include "frontend/parse/Grammar.hpp"
#include "frontend/parse/QuickGrammar.hpp"

#include <optional>

namespace gossamer {

using namespace parse;

namespace {

// What is parsed: the lexer's text, its position, and which part of it as what.
struct Region {
  std::string_view text;
  Pos pos;
  Tok start;
  uint32_t begin = 0;
  uint32_t stop = UINT32_MAX;
  std::span<const BodyRange> bodies = {};
};

// One parse of a region.
struct Attempt {
  Lexer lexer;
  TokenFilter filter;
  Builder builder;

  Attempt(const ParseContext& context, const Region& region, OnSyntaxError onSyntaxError)
      : lexer(region.text, region.pos, &context.symbols, &context.diags),
        filter(lexer, region.start, region.bodies, region.stop), builder(context, lexer, filter, onSyntaxError) {
    if (region.begin) lexer.jump(region.begin, false);
  }
};

// Quickly, and when there is a syntax error again from the start with errors that are worth reading.
class Parse {
public:
  Parse(const ParseContext& context, const Region& region) {
    size_t found = context.diags.all().size();
    attempt_.emplace(context, region, OnSyntaxError::GiveUp);
    QuickGrammar(attempt_->builder).parse();
    if (!attempt_->builder.gaveUp()) return;
    context.diags.truncate(found);
    attempt_.emplace(context, region, OnSyntaxError::Report);
    Grammar(attempt_->builder).parse();
  }
  Builder& builder() { return attempt_->builder; }

private:
  std::optional<Attempt> attempt_;
};

} // namespace

std::vector<BodyRange> findBodies(std::string_view text) {
  Lexer lexer(text, Pos(), nullptr, nullptr);
  std::vector<BodyRange> bodies;
  uint32_t depth = 0; // of all brackets
  bool inFunc = false, inBody = false;
  Tok previous = Tok::Semi;
  for (;;) {
    Token token = lexer.next();
    switch (token.kind) {
    case Tok::End:
      if (lexer.sawError() || depth != 0) return {};
      return bodies;
    case Tok::Func:
      if (depth == 0 && previous == Tok::Semi) inFunc = true;
      break;
    case Tok::Lbrace:
      // At depth zero of a function declaration the brace opens its body, unless it belongs to a result type.
      if (inFunc && depth == 0 && previous != Tok::Struct && previous != Tok::Interface) {
        inBody = true;
        bodies.push_back({token.begin, 0});
      }
      ++depth;
      break;
    case Tok::Lparen:
    case Tok::Lbrack: ++depth; break;
    case Tok::Rparen:
    case Tok::Rbrack:
    case Tok::Rbrace:
      if (depth == 0) return {};
      if (--depth == 0 && inBody && token.kind == Tok::Rbrace) {
        bodies.back().close = token.end;
        inBody = inFunc = false;
      }
      break;
    case Tok::Semi:
      if (depth == 0) inFunc = false;
      break;
    default: break;
    }
    previous = token.kind;
  }
}

// The least language version a //go:build expression demands: the greatest of what && joins, the least of
// what || joins.
static std::string_view demandedVersion(std::string_view expression) {
  auto version = [](std::string_view term) -> std::string_view {
    while (!term.empty() && (term.front() == ' ' || term.front() == '(')) term.remove_prefix(1);
    while (!term.empty() && (term.back() == ' ' || term.back() == ')')) term.remove_suffix(1);
    return term.starts_with("go1") ? term : std::string_view();
  };
  auto minor = [](std::string_view v) {
    int n = 0;
    for (char c : v.substr(std::min<size_t>(4, v.size()))) {
      if (c < '0' || c > '9') break;
      n = n * 10 + (c - '0');
    }
    return n;
  };
  auto split = [](std::string_view& text, std::string_view separator) {
    size_t at = text.find(separator);
    std::string_view head = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view() : text.substr(at + separator.size());
    return head;
  };
  std::string_view least;
  bool first = true;
  while (!expression.empty()) {
    std::string_view alternative = split(expression, "||");
    std::string_view greatest;
    while (!alternative.empty()) {
      std::string_view v = version(split(alternative, "&&"));
      if (!v.empty() && (greatest.empty() || minor(v) > minor(greatest))) greatest = v;
    }
    if (greatest.empty()) return {}; // satisfied without any version
    if (first || minor(greatest) < minor(least)) least = greatest;
    first = false;
  }
  return least;
}

ast::File* parseFile(const ParseContext& context, SourceFile& source,
                     std::span<const BodyRange> bodies) {
  Parse parse(context, {.text = source.text(), .pos = source.pos(0), .start = Tok::StartFile, .bodies = bodies});
  Builder& builder = parse.builder();
  bool usable = builder.finish();
  source.setLineDirectives(builder.lineDirectives());

  auto* file = context.arena.make<ast::File>();
  file->pos = source.pos(0);
  file->end = source.pos(source.size());
  file->package = builder.packageName();
  file->directives = builder.directives();
  for (ast::Directive* directive : file->directives) {
    if (directive->name == "build" && file->package && directive->pos < file->package->pos) {
      file->goVersion = demandedVersion(directive->args);
    }
  }
  if (!usable) return file;
  const auto& items = builder.topLevel();
  file->decls = context.arena.makeSpan<ast::Decl*>(items.size());
  for (size_t i = 0; i < items.size(); ++i) file->decls[i] = static_cast<ast::Decl*>(items[i]);
  return file;
}

bool parseBody(const ParseContext& context, const SourceFile& source, ast::FuncDecl& function) {
  uint32_t begin = source.offset(function.lazyBody.begin), end = source.offset(function.lazyBody.end);
  size_t before = context.diags.errorCount();
  Parse parse(context, {.text = source.text(), .pos = source.pos(0), .start = Tok::StartBody, .begin = begin, .stop = end});
  Builder& builder = parse.builder();
  if (!builder.finish() || !builder.body() || context.diags.errorCount() != before) return false;
  function.body = builder.body();
  return true;
}

ast::Cell* parseCell(const ParseContext& context, const SourceFile& source, Range region) {
  uint32_t begin = source.offset(region.begin), end = source.offset(region.end);
  // The lexer wants a zero byte after its text, which a document has elsewhere: it reads a copy.
  std::string_view part = source.text().substr(begin, end - begin);
  size_t errorsBefore = context.diags.errorCount();
  char* copy = static_cast<char*>(context.arena.allocate(part.size() + 1, 1));
  std::memcpy(copy, part.data(), part.size());
  copy[part.size()] = 0;
  Parse parse(context, {.text = {copy, part.size()}, .pos = region.begin, .start = Tok::StartCell});
  Builder& builder = parse.builder();
  bool usable = builder.finish();

  auto* cell = context.arena.make<ast::Cell>();
  cell->pos = region.begin;
  cell->end = region.end;
  cell->directives = builder.directives();
  cell->malformed = context.diags.errorCount() != errorsBefore;
  if (!usable) return cell;
  const auto& all = builder.topLevel();
  std::vector<ast::Node*> items;
  for (size_t i = 0; i < all.size(); ++i)
    if (!builder.isBroken(i)) items.push_back(all[i]);
  cell->items = context.arena.makeSpan<ast::Node*>(items.size());
  std::copy(items.begin(), items.end(), cell->items.begin());
  return cell;
}

} // namespace gossamer
