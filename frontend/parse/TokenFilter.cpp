#include "frontend/parse/TokenFilter.h"

namespace gossamer::parse {

bool TokenFilter::match(Tok open, Tok close) {
  switch (close) {
  case Tok::Rparen: return open == Tok::Lparen;
  case Tok::Rbrack: return open == Tok::Lbrack;
  case Tok::Rbrace: return open == Tok::Lbrace;
  default: return false;
  }
}

Token TokenFilter::synthetic(Tok kind) {
  Token token;
  token.kind = kind;
  token.begin = token.end = lexer_.state().offset;
  return token;
}

const Token& TokenFilter::next() {
  last_ = (last_ + 1) % 3;
  Token& token = recent_[last_];
  headerBeforeLast_ = header_;
  effect_ = Effect::None;
  beforeLast_ = lexer_.state();
  if (start_ != Tok::End) {
    token = synthetic(start_);
    start_ = Tok::End;
  } else if (!queued_.empty()) {
    token = queued_.back();
    queued_.pop_back();
    if (token.end != token.begin) classify(token);
  } else if (tooDeep_ || beforeLast_.offset >= stop_) {
    token = synthetic(Tok::End);
  } else {
    token = lexer_.next();
    classify(token);
  }
  return token;
}

void TokenFilter::push(Tok kind) {
  if (open_.size() >= kMaxDepth) {
    tooDeep_ = true;
    return;
  }
  open_.push_back({kind, Bracket::Plain, header_, kind == Tok::Lparen && previous().kind == Tok::Type});
  header_ = false;
  effect_ = Effect::Pushed;
}

void TokenFilter::classify(Token& token) {
  switch (token.kind) {
  case Tok::If:
  case Tok::For:
  case Tok::Switch: header_ = true; break;
  case Tok::Lparen: push(token.kind); break;
  case Tok::Lbrack:
    // A type declaration's name before it?
    if (previous().kind == Tok::Name) {
      Tok before = beforePrevious().kind;
      bool inGroup =
          (before == Tok::Semi || before == Tok::Lparen) && !open_.empty() && open_.back().typeGroup;
      if ((before == Tok::Type || inGroup) && opensTypeParams()) token.kind = Tok::LbrackParam;
    }
    push(Tok::Lbrack);
    break;
  case Tok::Lbrace:
    if (open_.empty() && !bodies_.empty()) {
      while (!bodies_.empty() && bodies_.front().open < token.begin) bodies_ = bodies_.subspan(1);
      if (!bodies_.empty() && bodies_.front().open == token.begin) {
        token.kind = Tok::LazyBody;
        token.end = bodies_.front().close;
        lexer_.jump(token.end, true);
        return;
      }
    }
    if (header_) token.kind = Tok::Lbody;
    push(Tok::Lbrace);
    break;
  case Tok::Rparen:
  case Tok::Rbrack:
  case Tok::Rbrace:
    if (!open_.empty() && match(open_.back().kind, token.kind)) {
      popped_ = open_.back();
      effect_ = Effect::Popped;
      header_ = popped_.header;
      if (popped_.role == Bracket::Clauses) lastClausesClose_ = token.begin;
      open_.pop_back();
    }
    break;
  default: break;
  }
  if (tooDeep_) {
    token.kind = Tok::End;
    deepAt_ = token.begin;
  }
}

void TokenFilter::opened(Bracket role) {
  if (open_.empty()) return;
  open_.back().role = role;
  if (role == Bracket::Body || role == Bracket::Clauses) open_.back().header = false;
}

Token TokenFilter::peek() {
  if (!queued_.empty()) return queued_.back();
  auto state = lexer_.state();
  lexer_.mute(true);
  Token token = lexer_.next();
  lexer_.mute(false);
  lexer_.restore(state);
  return token;
}

// After `type Name [`. What gc does by parsing an expression and looking at it is done here by looking at the
// tokens: it is a type parameter list unless everything up to the ']' could be an array length.
bool TokenFilter::opensTypeParams() {
  auto state = lexer_.state();
  lexer_.mute(true);
  auto decide = [&] {
    Token token = lexer_.next();
    if (token.kind != Tok::Name) return false;
    token = lexer_.next();
    switch (token.kind) {
    case Tok::Rbrack: return false; // [N]
    case Tok::Star:
    case Tok::Lparen: break; // [P *C] or [N * 2], [P (C)] or [N(3)]
    case Tok::Comma:
    case Tok::Name:
    case Tok::Lbrack:
    case Tok::Tilde:
    case Tok::Interface:
    case Tok::Func:
    case Tok::Map:
    case Tok::Chan:
    case Tok::Struct:
    case Tok::Arrow: return true;
    default: return false;
    }
    // A comma after it, or what can only be a constraint, tilts it.
    int depth = token.kind == Tok::Lparen ? 1 : 0;
    bool pointer = token.kind == Tok::Star; // [P *struct{}]: nothing is multiplied by a type
    for (int count = 0; count < 4096; ++count) {
      token = lexer_.next();
      if (pointer && count == 0) {
        switch (token.kind) {
        case Tok::Struct:
        case Tok::Map:
        case Tok::Chan:
        case Tok::Func:
        case Tok::Lbrack: return true;
        default: break;
        }
      }
      switch (token.kind) {
      case Tok::Lparen:
      case Tok::Lbrack:
      case Tok::Lbrace: ++depth; break;
      case Tok::Rparen:
      case Tok::Rbrack:
      case Tok::Rbrace:
        if (depth-- == 0) return false;
        break;
      case Tok::Comma:
        if (depth == 0) return true;
        break;
      case Tok::Tilde:
      case Tok::Interface: return true;
      case Tok::Semi:
      case Tok::End:
        if (depth == 0) return false;
        break;
      default: break;
      }
      if (token.kind == Tok::End) return false;
    }
    return false;
  };
  bool result = decide();
  lexer_.mute(false);
  lexer_.restore(state);
  return result;
}

void TokenFilter::undoLast() {
  if (effect_ == Effect::Pushed) open_.pop_back();
  if (effect_ == Effect::Popped) open_.push_back(popped_);
  effect_ = Effect::None;
  header_ = headerBeforeLast_;
  if (last().begin != last().end || last().kind == Tok::Semi) lexer_.restore(beforeLast_);
  queued_.clear();
}

// Whether all brackets from open_[from] on are closed in due order further on, before anything that only
// begins a statement: then it is their contents that are wrong, and not their ends that are missing.
bool TokenFilter::closes(size_t from) {
  std::vector<Tok> stack;
  for (size_t i = from; i < open_.size(); ++i) stack.push_back(open_[i].kind);
  size_t outer = stack.size();
  auto state = lexer_.state();
  lexer_.mute(true);
  auto decide = [&] {
    while (scanBudget_ > 0) {
      --scanBudget_;
      Token token = lexer_.next();
      if (token.kind == Tok::End) return false;
      if (isOpener(token.kind)) {
        stack.push_back(token.kind);
      } else if (isCloser(token.kind)) {
        if (!match(stack.back(), token.kind)) return false;
        stack.pop_back();
        outer = std::min(outer, stack.size());
        if (stack.empty()) return true;
      } else if (stack.size() == outer) {
        switch (token.kind) {
        case Tok::If:
        case Tok::For:
        case Tok::Switch:
        case Tok::Select:
        case Tok::Return:
        case Tok::Go:
        case Tok::Defer:
        case Tok::Goto:
        case Tok::Var:
        case Tok::Const:
        case Tok::Type:
        case Tok::Break:
        case Tok::Continue:
        case Tok::Case:
        case Tok::Default:
        case Tok::Import: return false;
        default: break;
        }
      }
    }
    return false;
  };
  bool result = decide();
  lexer_.mute(false);
  lexer_.restore(state);
  return result;
}

// The lexer stands after an opening bracket that is on top of open_: goes past the bracket that closes it, or
// stops before one that closes something further out.
void TokenFilter::skipBalanced() {
  size_t depth = open_.size();
  while (open_.size() >= depth) {
    auto before = lexer_.state();
    Token token = lexer_.next();
    if (token.kind == Tok::End) {
      lexer_.restore(before);
      open_.resize(depth - 1);
      return;
    }
    if (isOpener(token.kind)) {
      open_.push_back({token.kind, Bracket::Plain, false, false});
    } else if (isCloser(token.kind)) {
      size_t at = open_.size();
      while (at > 0 && !match(open_[at - 1].kind, token.kind)) --at;
      if (at == 0) continue; // closes nothing
      if (at < depth) {
        lexer_.restore(before);
        open_.resize(depth - 1);
        return;
      }
      open_.resize(at - 1);
    }
  }
}

void TokenFilter::recover(Sync sync) {
  undoLast();
  header_ = false;
  if (tooDeep_) return;
  size_t base = open_.size();
  while (base > 0 && open_[base - 1].role == Bracket::Plain) --base;
  if (base < open_.size()) {
    if (closes(base)) {
      while (open_.size() > base) skipBalanced();
    } else {
      open_.resize(base);
    }
  }
  bool inClauses = !open_.empty() && open_.back().role == Bracket::Clauses;
  bool afterSemi = false;
  for (;;) {
    if (lexer_.state().offset >= stop_) {
      queued_.push_back(synthetic(Tok::End));
      break;
    }
    Token token = lexer_.next();
    if (isOpener(token.kind)) {
      open_.push_back({token.kind, Bracket::Plain, false, false});
      skipBalanced();
      continue;
    }
    bool stop = token.kind == Tok::End;
    if (isCloser(token.kind))
      stop = !open_.empty() && match(open_.back().kind, token.kind) && sync != Sync::Top;
    switch (token.kind) {
    case Tok::Semi: stop = sync == Sync::Item || sync == Sync::CaseHeader; break;
    case Tok::Case:
    case Tok::Default: stop = inClauses; break;
    case Tok::Colon: stop = sync == Sync::CaseHeader; break;
    case Tok::Import:
    case Tok::Const:
    case Tok::Type:
    case Tok::Var:
    case Tok::Func:
      stop = sync == Sync::Top && (afterSemi || token.begin == 0 || lexer_.text()[token.begin - 1] == '\n');
      break;
    default: break;
    }
    afterSemi = token.kind == Tok::Semi;
    if (!stop) continue;
    queued_.push_back(token);
    break;
  }
  // A declaration that runs into the end of the file ends there.
  bool ended = queued_.back().kind == Tok::End && open_.empty();
  if (sync == Sync::Top || (sync == Sync::Item && ended)) queued_.push_back(synthetic(Tok::Semi));
  if (sync == Sync::CaseHeader && queued_.back().kind != Tok::Colon) queued_.push_back(synthetic(Tok::Colon));
}

} // namespace gossamer::parse
