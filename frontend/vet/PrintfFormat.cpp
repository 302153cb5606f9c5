#include "frontend/vet/PrintfFormat.h"

#include <algorithm>
#include <optional>

namespace gossamer::vet {
namespace {

constexpr bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// The length of the UTF-8 sequence that a byte begins; 1 for a stray one.
size_t sequenceLength(std::string_view text) {
  auto lead = static_cast<unsigned char>(text[0]);
  size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  return std::min(length, text.size());
}

class Parser {
public:
  explicit Parser(std::string_view text) : text_(text) {}

  Format run() {
    while ((at_ = text_.find('%', at_)) != std::string_view::npos)
      if (!directive()) break;
    return std::move(out_);
  }

private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool directive() {
    size_t start = at_++;
    Directive found;
    found.offset = start;
    size_t flags = at_;
    while (at_ < text_.size() && std::string_view("#0+- ").find(text_[at_]) != std::string_view::npos) ++at_;
    found.flags = text_.substr(flags, at_ - flags);
    if (!index(found, start)) return false;
    found.width = size();
    if (peek() == '.') {
      ++at_;
      if (!index(found, start)) return false;
      found.precision = size();
    }
    // An index that no * has taken is the verb's.
    if (!pending_ && !index(found, start)) return false;
    if (at_ >= text_.size()) {
      out_.error = std::string(text_.substr(start)) + " is missing verb at end of string";
      return false;
    }
    found.verb = text_.substr(at_, sequenceLength(text_.substr(at_)));
    at_ += found.verb.size();
    found.text = text_.substr(start, at_ - start);
    if (found.verb != "%") found.argument = next_++;
    pending_ = false;
    out_.directives.push_back(found);
    return true;
  }

  // [n], if it is there: the argument that comes next.
  bool index(Directive& found, size_t start) {
    if (peek() != '[') return true;
    size_t close = text_.find(']', at_);
    if (close == std::string_view::npos) {
      out_.error = std::string(text_.substr(start)) + " is missing closing ]";
      return false;
    }
    std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    constexpr int kGreatest = 1000000; // as package fmt has it
    int number = 0;
    for (char c : inside)
      number = isDigit(c) && number <= kGreatest ? number * 10 + (c - '0') : kGreatest + 1;
    if (number < 1 || number > kGreatest) {
      out_.error = "has invalid argument index [" + std::string(inside) + "]";
      return false;
    }
    at_ = close + 1;
    next_ = number - 1;
    pending_ = true;
    found.indexed = true;
    return true;
  }

  // A number or a *, if it is there: the argument the * takes.
  int size() {
    if (peek() == '*') {
      ++at_;
      pending_ = false;
      return next_++;
    }
    while (isDigit(peek())) ++at_;
    return Directive::kNoArgument;
  }

  std::string_view text_;
  size_t at_ = 0;
  int next_ = 0;
  bool pending_ = false;
  Format out_;
};

// Of a directive that begins at text[0] the length; nothing if none does.
std::optional<size_t> directiveAt(std::string_view text) {
  size_t at = 1;
  auto skip = [&](auto wanted) {
    while (at < text.size() && wanted(text[at])) ++at;
  };
  auto index = [&] {
    size_t end = at + 1;
    while (end < text.size() && isDigit(text[end])) ++end;
    if (at < text.size() && text[at] == '[' && end > at + 1 && end < text.size() && text[end] == ']')
      at = end + 1;
  };
  auto number = [&] {
    size_t before = at;
    skip(isDigit);
    if (at != before) return;
    index();
    if (at < text.size() && text[at] == '*')
      ++at;
    else
      at = before;
  };
  skip([](char c) { return c == '+' || c == '-' || c == '#'; });
  number();
  if (at < text.size() && text[at] == '.') {
    ++at;
    number();
  }
  index();
  constexpr std::string_view kVerbs = "bcdefgopqstvxEFGTUX";
  if (at < text.size() && kVerbs.find(text[at]) != std::string_view::npos) return at + 1;
  return {};
}

} // namespace

Format parseFormat(std::string_view text) {
  return Parser(text).run();
}

std::string_view findDirective(std::string_view text) {
  for (size_t at = 0; (at = text.find('%', at)) != std::string_view::npos; ++at)
    if (auto length = directiveAt(text.substr(at))) return text.substr(at, *length);
  return {};
}

size_t offsetInLiteral(std::string_view literal, size_t offset) {
  size_t at = 1, value = 0;
  bool raw = literal.starts_with('`');
  while (value < offset && at < literal.size()) {
    if (raw) {
      if (literal[at] != '\r') ++value; // carriage returns are not part of the value
      ++at;
      continue;
    }
    if (literal[at] != '\\' || at + 1 >= literal.size()) {
      ++at, ++value;
      continue;
    }
    char kind = literal[at + 1];
    size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits == 0) {
      bool octal = kind >= '0' && kind <= '7';
      at += octal ? 4 : 2, ++value;
      continue;
    }
    uint32_t code = 0;
    for (char c : literal.substr(std::min(at + 2, literal.size()), digits))
      code = code * 16 + static_cast<uint32_t>(isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    at += 2 + digits;
    value += kind == 'x' || code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return at;
}

} // namespace gossamer::vet
