// The wording of syntax errors. The parser says which symbols are on its stack and which tokens it would have
// taken; from the two follows what was being read, and from that what gc says there.
#include "frontend/parse/Builder-internal.h"

#include "frontend/parse/Grammar.hpp"

#include <algorithm>

namespace gossamer::parse {

namespace {

using S = Grammar::symbol_kind;

// What surrounds the place of the error, innermost first.
enum class Context : uint8_t {
  Statement,
  Case,   // case … before its ':'
  Header, // of an if, for or switch
  TopLevel,
  Group, // var ( … )
  Fields,
  Interface,
  Arguments,
  Literal, // T{ … }
  Params,
  TypeParams,
  Paren,
  Assertion, // x.( … )
  Index,
  ArrayLength, // or a map's key
};

struct Surroundings {
  Context context = Context::Statement;
  int keyword = S::S_YYEMPTY; // of a Header
  int semis = 0;              // ';' passed since the context began
  bool colon = false;
  bool assigned = false; // '=', ':=' or '+=' passed
  bool list = false;     // in an expression list
  bool range = false;
  bool returned = false;
  bool types = false;  // past a comma: in an index, what follows are types
  bool comm = false;   // in a select
  bool clause = false; // a statement of a clause
  bool cell = false;   // not in any function
};

bool isExpressionPart(int symbol) {
  return (symbol >= S::S_OROR && symbol <= S::S_TILDE) || symbol == S::S_NAME || symbol == S::S_LITERAL;
}

class Inquiry {
public:
  explicit Inquiry(const SyntaxState& state) : state_(state) {}

  int at(size_t i) const {
    return i < state_.stack.size() ? state_.stack[i] : static_cast<int>(S::S_YYEMPTY);
  }
  bool expects(int symbol) const {
    return std::find(state_.expected.begin(), state_.expected.end(), symbol) != state_.expected.end();
  }
  bool onlyExpects(int symbol) const { return state_.expected.size() == 1 && state_.expected[0] == symbol; }

  Surroundings surroundings() const {
    Surroundings out;
    int depth = 0;         // of closed brackets not reduced yet
    bool bodyDone = false; // of an if, for or switch: its header is not the place
    for (size_t i = 0; i < state_.stack.size(); ++i) {
      int symbol = at(i), below = at(i + 1);
      switch (symbol) {
      case S::S_RPAREN:
      case S::S_RBRACK:
      case S::S_RBRACE: ++depth; continue;
      case S::S_LPAREN:
      case S::S_LBRACK:
      case S::S_LBRACKP:
      case S::S_LBRACE:
      case S::S_lbrace:
      case S::S_LBODY:
        if (depth > 0) {
          --depth;
          bodyDone |= symbol == S::S_LBODY;
          continue;
        }
        break;
      default: break;
      }
      if (depth > 0 || isExpressionPart(symbol)) continue;
      auto found = [&](Context context) {
        out.context = context;
        return out;
      };
      switch (symbol) {
      case S::S_LPAREN:
        if (below == S::S_pexpr) return found(Context::Arguments);
        if (below == S::S_DOT) return found(Context::Assertion);
        if (below == S::S_FUNC || below == S::S_RBRACK || below == S::S_params) return found(Context::Params);
        if (below == S::S_NAME) { // of a function, or of a parameter or field whose type is in parentheses
          int before = at(i + 2);
          bool method = before == S::S_open_fields || (before == S::S_SEMI && at(i + 3) == S::S_iface_list);
          if (method || before == S::S_FUNC || before == S::S_params) return found(Context::Params);
        }
        return found(Context::Paren);
      case S::S_arg_list: return found(Context::Arguments);
      case S::S_param_list: return found(Context::Params);
      case S::S_tparam_list:
      case S::S_LBRACKP: return found(Context::TypeParams);
      case S::S_LBRACK:
        if (below == S::S_pexpr) return found(Context::Index);
        if (below == S::S_NAME && at(i + 2) == S::S_FUNC) return found(Context::TypeParams);
        return found(Context::ArrayLength);
      case S::S_LBRACE:
      case S::S_lbrace:
      case S::S_element_list: return found(Context::Literal);
      case S::S_type_list:
      case S::S_COMMA: out.types = true; continue;
      case S::S_COLON: out.colon = true; continue;
      case S::S_SEMI: ++out.semis; continue;
      case S::S_ASSIGN:
      case S::S_DEFINE:
      case S::S_assign_op: out.assigned = true; continue;
      case S::S_RANGE: out.range = true; continue;
      case S::S_RETURN: out.returned = true; continue;
      case S::S_expr_list: out.list |= !out.colon; continue;
      case S::S_stmt_list: out.clause = below == S::S_COLON; return found(Context::Statement);
      case S::S_open_block:
      case S::S_open_body: return found(Context::Statement);
      case S::S_cell_items:
      case S::S_START_CELL: out.cell = true; return found(Context::Statement);
      case S::S_CASE:
      case S::S_DEFAULT:
        out.comm = below == S::S_comm_clauses;
        out.clause = out.colon;
        return found(out.colon ? Context::Statement : Context::Case);
      case S::S_body: bodyDone = true; continue;
      case S::S_IF:
      case S::S_FOR:
      case S::S_SWITCH:
        if (bodyDone) {
          bodyDone = false;
          out.semis = 0;
          out.list = out.assigned = out.range = false;
          continue;
        }
        out.keyword = symbol;
        return found(Context::Header);
      case S::S_field_list: return found(Context::Fields);
      case S::S_iface_list: return found(Context::Interface);
      case S::S_open_fields: return found(at(i + 2) == S::S_STRUCT ? Context::Fields : Context::Interface);
      case S::S_import_specs:
      case S::S_const_specs:
      case S::S_var_specs:
      case S::S_type_specs:
      case S::S_open_group: return found(Context::Group);
      case S::S_top_decls: return found(Context::TopLevel);
      default: continue;
      }
    }
    return out;
  }

  // `type Name`, with or without parameters or '=', lacks its type.
  bool inTypeSpec() const {
    size_t i = 0;
    if (at(i) == S::S_ASSIGN) ++i;
    if (at(i) == S::S_RBRACK && at(i + 2) == S::S_LBRACKP) i += 3;
    if (at(i) != S::S_NAME) return false;
    int below = at(i + 1);
    if (below == S::S_SEMI) return at(i + 2) == S::S_type_specs;
    return below == S::S_TYPE || (below == S::S_open_group && at(i + 3) == S::S_TYPE);
  }

private:
  const SyntaxState& state_;
};

std::string_view keywordText(int keyword) {
  return keyword == S::S_IF ? "if" : keyword == S::S_FOR ? "for" : "switch";
}

// After a complete operand, type or item: where it stands decides what may follow.
std::string afterOperand(const Surroundings& around, const Token& token) {
  constexpr std::string_view kMissing = "; possibly missing ";
  auto list = [&](std::string_view what, std::string_view separator, std::string_view close) {
    return " in " + std::string(what) + std::string(kMissing) + std::string(separator) + " or " +
           std::string(close);
  };
  bool plainList = around.list && !around.assigned && !around.returned;
  switch (around.context) {
  case Context::Statement: return plainList ? ", expected := or = or comma" : " at end of statement";
  case Context::Case: return plainList && around.comm ? ", expected := or = or comma" : ", expected :";
  case Context::Header:
    if (around.range) return ", expected { after for clause";
    if (plainList) return ", expected := or = or comma";
    if (around.semis == 0) return ", expected {";
    if (around.keyword == S::S_FOR && around.semis == 1) return ", expected semicolon or newline";
    return ", expected { after " + std::string(keywordText(around.keyword)) + " clause";
  case Context::TopLevel: return " after top level declaration";
  case Context::Group: return list("grouped declaration", "semicolon or newline", ")");
  case Context::Fields: return list("struct type", "semicolon or newline", "}");
  case Context::Interface: return list("interface type", "semicolon or newline", "}");
  case Context::Arguments: return list("argument list", "comma", ")");
  case Context::Literal: return list("composite literal", "comma", "}");
  case Context::Params: return list("parameter list", "comma", ")");
  case Context::TypeParams: return list("parameter list", "comma", "]");
  case Context::Paren:
  case Context::Assertion: return ", expected )";
  case Context::Index: return around.colon || around.types ? ", expected ]" : ", expected comma, : or ]";
  case Context::ArrayLength: return token.kind == Tok::Comma ? "; expected ]" : ", expected ]";
  }
  return {};
}

} // namespace

void Builder::syntaxError(const SyntaxState& state) {
  ++syntaxErrors_;
  if (filter_.tooDeep()) return; // said once, by finish()
  // What is missing at the end is hardly ever news after another mistake.
  if (filter_.last().kind == Tok::End && context_.diags.errorCount() > errorsBefore_) return;
  Inquiry ask(state);
  const Token& token = filter_.last();
  int top = ask.at(0), below = ask.at(1);
  Pos place = pos(token.begin);
  std::string unexpected = "unexpected " + describe(token, lexer_.text());
  bool atEnd = token.kind == Tok::End || (token.kind == Tok::Semi && token.semi == SemiKind::EndOfFile);
  Surroundings around = ask.surroundings();

  auto message = [&]() -> std::string {
    // Whole sentences first.
    switch (top) {
    case S::S_START_FILE: return "package statement must be first";
    case S::S_top_decls:
      if (token.kind == Tok::Lbrace && filter_.previous().kind == Tok::Semi && !topLevel_.empty()) {
        auto* function = topLevel_.back()->as<ast::FuncDecl>();
        if (function && !function->body && !function->lazyBody.begin) {
          return "unexpected semicolon or newline before {";
        }
      }
      return "non-declaration statement outside function body";
    case S::S_IF:
    case S::S_FOR:
    case S::S_SWITCH:
      if (token.kind == Tok::Var) {
        place = pos(filter_.peek().begin);
        return "var declaration not allowed in " + std::string(keywordText(top)) + " initializer";
      }
      break;
    case S::S_ELSE: return "else must be followed by if or statement block";
    case S::S_SELECT: return "missing { after select clause";
    case S::S_IMPORT: return "missing import path";
    case S::S_CHAN: return "missing channel element type";
    case S::S_ARROW:
      if (below == S::S_CHAN) return "missing channel element type";
      break;
    case S::S_DOTDOTDOT:
      if (ask.expects(S::S_MAP)) return "... is missing type";
      break;
    case S::S_FUNC:
      if (token.kind == Tok::Lbrack) return "function type must have no type parameters";
      break;
    case S::S_NAME:
      if (token.kind == Tok::Lbrack && below == S::S_params && ask.at(2) == S::S_FUNC) {
        return "method must have no type parameters";
      }
      if ((below == S::S_IMPORT || below == S::S_open_group || below == S::S_SEMI) &&
          ask.onlyExpects(S::S_LITERAL)) {
        return "missing import path";
      }
      break;
    default: break;
    }
    if (top == S::S_COLON && below == S::S_NAME && ask.expects(S::S_RETURN)) {
      place = pos(filter_.previous().begin);
      return "missing statement after label";
    }
    if (around.context == Context::Group && atEnd && (top == S::S_SEMI || top == S::S_open_group)) {
      return unexpected + ", expected )";
    }
    bool members = around.context == Context::Fields || around.context == Context::Interface;
    if (members && atEnd && (top == S::S_SEMI || top == S::S_open_fields)) return unexpected + ", expected }";
    if (ask.onlyExpects(S::S_LITERAL)) return "missing import path";
    if (around.context == Context::Group && ask.expects(S::S_LITERAL) && ask.expects(S::S_DOT) &&
        (top == S::S_SEMI || top == S::S_open_group)) {
      return "missing import path";
    }
    if (around.context == Context::Fields && top == S::S_NAME &&
        (below == S::S_open_fields || below == S::S_SEMI)) {
      return unexpected + ", expected type";
    }
    if (top == S::S_PACKAGE) return unexpected + ", expected name";
    if (below == S::S_PACKAGE) return unexpected + ", expected semicolon or newline";
    if (ask.expects(S::S_CASE) && !ask.expects(S::S_SEMI) && !ask.expects(S::S_NAME)) {
      return unexpected + ", expected case or default or }";
    }

    // An operand is complete.
    if (ask.expects(S::S_EQL)) {
      if (around.context == Context::Header && around.keyword == S::S_SWITCH && around.semis > 0) {
        return "missing { after switch clause";
      }
      return unexpected + afterOperand(around, token);
    }

    // An expression or statement must begin.
    if (ask.expects(S::S_NOT)) {
      if (ask.expects(S::S_RETURN)) {
        return unexpected + (around.cell     ? ", expected statement"
                             : around.clause ? ", expected case or default or }"
                                             : ", expected }");
      }
      if (top == S::S_LPAREN || top == S::S_COMMA || top == S::S_LBRACE || top == S::S_lbrace) {
        if (around.context == Context::Arguments && atEnd) return unexpected + ", expected )";
        if (around.context == Context::Literal && atEnd) return unexpected + ", expected }";
      }
      if (top == S::S_LBRACK && below == S::S_pexpr && token.kind == Tok::Rbrack) {
        return unexpected + ", expected operand";
      }
      if (top == S::S_LBRACK && below == S::S_NAME && ask.at(2) == S::S_DOT && ask.at(3) == S::S_NAME) {
        return unexpected + ", expected type"; // the arguments of a qualified generic type
      }
      if (top == S::S_SEMI && token.kind == Tok::Lbody && around.keyword == S::S_FOR && around.semis == 1) {
        return unexpected + ", expected for loop condition";
      }
      return unexpected + ", expected expression";
    }

    // A type must begin.
    if (ask.expects(S::S_MAP) && ask.expects(S::S_STRUCT) && !ask.expects(S::S_SEMI)) {
      if (ask.inTypeSpec()) return unexpected + " in type declaration";
      if (top == S::S_name_list && token.kind == Tok::Define) return unexpected + ", expected =";
      if (around.context == Context::Params && (top == S::S_LPAREN || top == S::S_COMMA)) {
        return unexpected + ", expected )";
      }
      if (around.context == Context::Params && top == S::S_NAME)
        return unexpected + afterOperand(around, token);
      if (around.context == Context::Interface && top != S::S_TILDE && ask.expects(S::S_TILDE)) {
        return unexpected + ", expected ~ term or type";
      }
      if (top == S::S_type_list ||
          (top == S::S_COMMA && (around.types || around.context == Context::Index))) {
        return unexpected + ", expected ]";
      }
      if (top == S::S_field_names) {
        return unexpected + ", expected type";
      }
      if (ask.expects(S::S_COMMA) && top != S::S_name_list) return unexpected + afterOperand(around, token);
      return unexpected + ", expected type";
    }
    if (around.context == Context::Interface && ask.expects(S::S_TILDE))
      return unexpected + ", expected ~ term or type";
    if (top == S::S_name_list && token.kind == Tok::Define) return unexpected + ", expected =";

    // A field, a parameter or a name must begin.
    if (around.context == Context::Fields && ask.expects(S::S_NAME) && ask.expects(S::S_STAR) &&
        (top == S::S_open_fields || top == S::S_SEMI)) {
      return unexpected + ", expected field name or embedded type";
    }
    if (around.context == Context::TypeParams && token.kind == Tok::Rbrack && top == S::S_LBRACK) {
      return "empty type parameter list";
    }
    if (around.context == Context::TypeParams &&
        (top == S::S_COMMA || top == S::S_LBRACK || top == S::S_LBRACKP)) {
      return unexpected + ", expected ]";
    }
    if (ask.expects(S::S_NAME) && !ask.expects(S::S_SEMI)) {
      bool paren = ask.expects(S::S_LPAREN) && (top == S::S_DOT || top == S::S_FUNC);
      return unexpected + (paren ? ", expected name or (" : ", expected name");
    }
    if (top == S::S_FUNC || (top == S::S_NAME && below == S::S_FUNC) || ask.onlyExpects(S::S_LPAREN)) {
      return unexpected + ", expected (";
    }
    if (top == S::S_STRUCT || top == S::S_INTERFACE) return unexpected + ", expected {";
    if (top == S::S_MAP) return unexpected + ", expected [";
    if (ask.onlyExpects(S::S_CHAN)) return unexpected + ", expected keyword chan";
    if (around.context == Context::Header && ask.expects(S::S_LBODY)) {
      if (around.keyword == S::S_SWITCH && around.semis > 0) return "missing { after switch clause";
      return unexpected + afterOperand(around, token);
    }
    // Something is complete, but not an operand.
    return unexpected + afterOperand(around, token);
  }();

  Diagnostic& diagnostic = syntaxErrorAt(place, std::move(message)).until(pos(token.end));
  suggest(diagnostic, state);
}

// What was probably meant, where a slip is evident.
void Builder::suggest(Diagnostic& diagnostic, const SyntaxState& state) {
  const Token& token = filter_.last();
  const Token& previous = filter_.previous();
  std::string_view text = lexer_.text();
  auto textOf = [&](const Token& t) { return text.substr(t.begin, t.end - t.begin); };
  auto propose = [&](const Token& at, std::string_view keyword) {
    diagnostic.note(Pos(), "did you mean " + std::string(keyword) + "?")
        .fix({pos(at.begin), pos(at.end)}, std::string(keyword));
  };

  // A name where one of these keywords was possible.
  if (token.kind == Tok::Name) {
    std::vector<std::string_view> keywords;
    for (int symbol : state.expected) {
      auto kind = static_cast<Tok>(symbol - 2);
      if (symbol > 2 && isKeyword(kind)) keywords.push_back(spelling(kind));
    }
    if (auto keyword = nearestName(textOf(token), keywords); !keyword.empty()) return propose(token, keyword);
  }
  // A type's name, then a brace: interfacce { … }.
  if ((token.kind == Tok::Lbrace || token.kind == Tok::Lbody) && previous.kind == Tok::Name) {
    if (auto keyword = nearestName(textOf(previous), {"interface", "struct"}); !keyword.empty()) {
      return propose(previous, keyword);
    }
  }
  // A statement or declaration whose first word is nearly a keyword: retrun x, whlie…
  if (previous.kind == Tok::Name && filter_.beforePrevious().kind != Tok::Dot) {
    Tok before = filter_.beforePrevious().kind;
    if (before == Tok::Semi || before == Tok::Lbrace || before == Tok::Lbody || before == Tok::Rbrace ||
        before == Tok::Colon || before == Tok::StartCell) {
      auto keyword =
          nearestName(textOf(previous), {"break", "const", "continue", "defer", "fallthrough", "for", "func",
                                         "goto", "import", "return", "select", "switch", "type", "var"});
      if (!keyword.empty()) return propose(previous, keyword);
    }
  }
  // ,-results for <-results.
  if (token.kind == Tok::Comma && text.substr(token.begin, 2) == ",-") {
    diagnostic.note(Pos(), "did you mean <-?").fix({pos(token.begin), pos(token.begin + 2)}, "<-");
    return;
  }
  if (token.kind == Tok::Semi && token.semi == SemiKind::Newline && previous.end > 0 &&
      diagnostic.message.find("possibly missing comma") != std::string::npos) {
    diagnostic.fix({pos(previous.end), pos(previous.end)}, ",");
    return;
  }
  // A case after the end of its switch or select.
  if ((token.kind == Tok::Case || token.kind == Tok::Default) && filter_.lastClausesClose() != 0) {
    diagnostic.note(pos(filter_.lastClausesClose()), "this brace closed the switch or select");
  }
}

} // namespace gossamer::parse
