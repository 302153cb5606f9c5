#include "frontend/load/ModFile.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace gossamer::load {
namespace {

struct Token {
  enum Kind : uint8_t { Word, Text, Punctuation };
  Kind kind = Word;
  std::string text;
  uint32_t column = 1;
};

struct Line {
  uint32_t number = 0;
  std::vector<Token> tokens;

  bool is(size_t i, std::string_view text) const {
    return i < tokens.size() && tokens[i].kind != Token::Text && tokens[i].text == text;
  }
};

bool isWordByte(char c) {
  return static_cast<unsigned char>(c) > ' ' && c != 0x7f &&
         std::string_view("()[]{},").find(c) == std::string_view::npos;
}

/// Cuts a line into tokens; false, with a problem, at the first place that is none.
bool tokenise(std::string_view text, Line& line, std::vector<FileProblem>& problems) {
  size_t at = 0;
  auto problem = [&](size_t column, std::string what) {
    problems.push_back({line.number, uint32_t(column), std::move(what)});
    return false;
  };
  while (at < text.size()) {
    char c = text[at];
    std::string_view rest = text.substr(at);
    if (c == ' ' || c == '\t' || c == '\r') {
      ++at;
    } else if (rest.starts_with("//")) {
      return true;
    } else if (rest.starts_with("/*")) {
      return problem(0, "mod files must use // comments (not /* */ comments)");
    } else if (c == '"' || c == '`') {
      Token token{Token::Text, {}, uint32_t(at + 1)};
      for (++at; at < text.size() && text[at] != c; ++at) {
        if (c == '"' && text[at] == '\\' && at + 1 < text.size()) ++at;
        token.text += text[at];
      }
      if (at == text.size())
        return problem(at + 1, c == '"' ? "unexpected newline in string" : "unexpected EOF in string");
      ++at;
      line.tokens.push_back(std::move(token));
    } else if (isWordByte(c)) {
      Token token{Token::Word, {}, uint32_t(at + 1)};
      if (rest.starts_with("=>")) {
        token.text = "=>";
      } else {
        while (at + token.text.size() < text.size() && isWordByte(text[at + token.text.size()]) &&
               !text.substr(at + token.text.size()).starts_with("//"))
          token.text += text[at + token.text.size()];
      }
      at += token.text.size();
      line.tokens.push_back(std::move(token));
    } else if (static_cast<unsigned char>(c) > ' ' && c != 0x7f) {
      line.tokens.push_back({Token::Punctuation, std::string(1, c), uint32_t(++at)});
    } else {
      char code[8];
      std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned char>(c));
      return problem(0, std::string("unexpected input character '") + code + "'");
    }
  }
  return true;
}

struct Version {
  std::array<std::string_view, 3> numbers;
  std::string_view prerelease;
  bool incompatible = false;
};

bool isNumber(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos &&
         (text[0] != '0' || text.size() == 1);
}

bool parseVersion(std::string_view text, Version& out) {
  if (!text.starts_with('v')) return false;
  text.remove_prefix(1);
  if (size_t plus = text.find('+'); plus != std::string_view::npos) {
    out.incompatible = text.substr(plus) == "+incompatible";
    text = text.substr(0, plus);
  }
  if (size_t dash = text.find('-'); dash != std::string_view::npos) {
    out.prerelease = text.substr(dash + 1);
    text = text.substr(0, dash);
    if (out.prerelease.empty()) return false;
  }
  for (size_t i = 0; i < 3; ++i) {
    size_t dot = i < 2 ? text.find('.') : text.size();
    if (dot == std::string_view::npos) return false;
    out.numbers[i] = text.substr(0, dot);
    if (!isNumber(out.numbers[i])) return false;
    text = i < 2 ? text.substr(dot + 1) : std::string_view();
  }
  return true;
}

int compareNumbers(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return a.compare(b);
}

/// Semver, section 11: identifiers separated by dots, numbers before words, fewer before more.
int comparePrereleases(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return int(a.empty()) - int(b.empty());
  while (!a.empty() && !b.empty()) {
    std::string_view x = a.substr(0, a.find('.')), y = b.substr(0, b.find('.'));
    a.remove_prefix(std::min(a.size(), x.size() + 1));
    b.remove_prefix(std::min(b.size(), y.size() + 1));
    if (x == y) continue;
    if (isNumber(x) != isNumber(y)) return isNumber(x) ? -1 : 1;
    return isNumber(x) ? compareNumbers(x, y) : x.compare(y);
  }
  return int(!a.empty()) - int(!b.empty());
}

/// "v2" of "example.com/m/v2" and "gopkg.in/yaml.v2"; empty for v0 and v1.
std::string_view majorOfPath(std::string_view path) {
  char separator = path.starts_with("gopkg.in/") ? '.' : '/';
  size_t at = path.rfind(separator);
  if (at == std::string_view::npos) return {};
  std::string_view last = path.substr(at + 1);
  if (last.size() < 2 || last[0] != 'v' || !isNumber(last.substr(1))) return {};
  return separator == '/' && (last == "v0" || last == "v1") ? std::string_view() : last;
}

std::string quoted(std::string_view text) {
  return '"' + std::string(text) + '"';
}

class Reader {
public:
  Reader(std::string_view name, ModFileKind kind, ModFile& out, std::vector<FileProblem>& problems)
      : name_(name), kind_(kind), out_(out), problems_(problems) {}

  void read(std::string_view text) {
    std::string block; // the directive of the block we are in
    uint32_t blockLine = 0;
    uint32_t number = 0;
    while (!text.empty()) {
      size_t newline = text.find('\n');
      Line line{++number, {}};
      bool good = tokenise(text.substr(0, newline), line, problems_);
      text = newline == std::string_view::npos ? std::string_view() : text.substr(newline + 1);
      if (!good) return; // what follows a malformed token is guesswork
      if (line.tokens.empty()) continue;
      if (!block.empty()) {
        if (line.is(0, ")") && line.tokens.size() == 1)
          block.clear();
        else
          directive(block, line, 0, true);
      } else if (line.tokens.size() >= 2 && line.is(line.tokens.size() - 1, "(")) {
        block = line.tokens[0].text;
        blockLine = line.number;
        if (!isKnown(block) || block == "module" || block == "go" || block == "toolchain" ||
            line.tokens.size() > 2) {
          if (kind_ != ModFileKind::Dependency)
            problem(line, "unknown block type: " + joined(line, line.tokens.size() - 1));
          block = " "; // its lines mean nothing
        }
      } else if (line.tokens.size() == 3 && line.is(1, "(") && line.is(2, ")")) {
        continue; // an empty block
      } else {
        directive(line.tokens[0].text, line, 1, false);
      }
    }
    if (!block.empty())
      problems_.push_back({number + 1, 0,
                           "syntax error (unterminated block started at " + std::string(name_) + ":" +
                               std::to_string(blockLine) + ":1)"});
  }

private:
  void problem(const Line& line, std::string text) { problems_.push_back({line.number, 0, std::move(text)}); }

  static std::string joined(const Line& line, size_t count) {
    std::string out;
    for (size_t i = 0; i < count; ++i) out += (i ? " " : "") + line.tokens[i].text;
    return out;
  }

  bool isKnown(std::string_view word) const {
    constexpr std::array<std::string_view, 10> kModule = {
        "module", "go", "toolchain", "godebug", "require", "exclude", "replace", "retract", "tool", "ignore"};
    constexpr std::array<std::string_view, 5> kWork = {"go", "toolchain", "godebug", "use", "replace"};
    if (kind_ == ModFileKind::Workspace) return std::find(kWork.begin(), kWork.end(), word) != kWork.end();
    return std::find(kModule.begin(), kModule.end(), word) != kModule.end();
  }

  void directive(const std::string& word, const Line& line, size_t first, bool inBlock) {
    size_t count = line.tokens.size() - first;
    auto argument = [&](size_t i) -> const std::string& { return line.tokens[first + i].text; };
    if (word == " ") return;
    if (!isKnown(word)) {
      if (kind_ != ModFileKind::Dependency) problem(line, "unknown directive: " + word);
    } else if (word == "module") {
      module(line, first);
    } else if (word == "go") {
      if (!out_.go.empty()) return problem(line, "repeated go statement");
      if (count != 1) return problem(line, "go directive expects exactly one argument");
      if (goMinorOf(argument(0)) < 0) {
        if (kind_ != ModFileKind::Dependency)
          problem(line, "invalid go version '" + argument(0) + "': must match format 1.23.0");
        return;
      }
      out_.go = argument(0);
    } else if (word == "require" || word == "exclude") {
      if (count != 2) return problem(line, "usage: " + word + " module/path v1.2.3");
      if (std::string why = requirementProblem(argument(0), argument(1)); !why.empty())
        return problem(line, std::move(why));
      (word == "require" ? out_.requires_ : out_.excludes).push_back({argument(0), argument(1)});
    } else if (word == "replace") {
      replace(line, first);
    } else if (word == "use") {
      if (count != 1) return problem(line, "usage: use local/dir");
      out_.uses.push_back(argument(0));
    } else if (kind_ == ModFileKind::Main || kind_ == ModFileKind::Workspace) {
      without(word, line, first, inBlock);
    }
  }

  /// Directives that say nothing to us: only their form is looked at.
  void without(const std::string& word, const Line& line, size_t first, bool inBlock) {
    size_t count = line.tokens.size() - first;
    if (word == "toolchain") {
      if (count != 1) return problem(line, "toolchain directive expects exactly one argument");
      const std::string& name = line.tokens[first].text;
      if (name != "default" &&
          (!name.starts_with("go") || goMinorOf(std::string_view(name).substr(2, name.find('-') - 2)) < 0))
        problem(line, "invalid toolchain version '" + name + "': must match format go1.23.0 or default");
    } else if (word == "tool" || word == "ignore") {
      if (count != 1) problem(line, word + " directive expects exactly one argument");
    } else if (word == "godebug") {
      if (count != 1 || line.tokens[first].text.find('=') == std::string::npos) {
        uint32_t column = count ? line.tokens[first].column : line.tokens[0].column;
        problems_.push_back(
            {line.number, inBlock ? column : line.tokens[0].column, "usage: godebug key=value"});
      }
    } else if (word == "retract") {
      Version version;
      bool single = count == 1 && parseVersion(line.tokens[first].text, version);
      bool range = count == 5 && line.is(first, "[") && line.is(first + 2, ",") && line.is(first + 4, "]") &&
                   parseVersion(line.tokens[first + 1].text, version) &&
                   parseVersion(line.tokens[first + 3].text, version);
      if (!single && !range) problem(line, "usage: retract v1.2.3 or retract [v1.2.3, v1.2.4]");
    }
  }

  void module(const Line& line, size_t first) {
    if (!out_.module.empty()) return problem(line, "repeated module statement");
    if (line.tokens.size() - first != 1) return problem(line, "usage: module module/path");
    const std::string& path = line.tokens[first].text;
    if (std::string why = modulePathProblem(path); !why.empty())
      return problem(line, "malformed module path " + quoted(path) + ": " + why);
    out_.module = path;
  }

  std::string requirementProblem(const std::string& path, const std::string& version) const {
    if (std::string why = modulePathProblem(path); !why.empty())
      return "malformed module path " + quoted(path) + ": " + why;
    if (path.substr(0, path.find('/')).find('.') == std::string::npos)
      return "malformed module path " + quoted(path) + ": missing dot in first path element";
    std::string head = "require " + path + ": version " + quoted(version) + " invalid: ";
    Version parsed;
    if (!parseVersion(version, parsed)) return head + "must be of the form v1.2.3";
    std::string_view wanted = majorOfPath(path);
    std::string has = "v" + std::string(parsed.numbers[0]);
    if (!wanted.empty() && wanted != has) return head + "should be " + std::string(wanted) + ", not " + has;
    if (wanted.empty() && has != "v0" && has != "v1" && !parsed.incompatible)
      return head + "should be v0 or v1, not " + has;
    return {};
  }

  void replace(const Line& line, size_t first) {
    size_t count = line.tokens.size() - first;
    size_t arrow = line.is(first + 1, "=>") ? 1 : line.is(first + 2, "=>") ? 2 : 0;
    size_t after = count - arrow - 1;
    if (arrow == 0 || (after != 1 && after != 2))
      return problem(
          line,
          "usage: replace module/path [v1.2.3] => other/module v1.4\n or replace module/path [v1.2.3] => "
          "../local/directory");
    auto text = [&](size_t i) { return line.tokens[first + i].text; };
    Replacement made;
    made.of = {text(0), arrow == 2 ? text(1) : std::string()};
    made.by = {text(arrow + 1), after == 2 ? text(arrow + 2) : std::string()};
    bool isDirectory = made.by.path == "." || made.by.path == ".." || made.by.path.starts_with("./") ||
                       made.by.path.starts_with("../") || made.by.path.starts_with("/");
    if (!isDirectory && after == 1)
      return problem(
          line,
          "replacement module without version must be directory path (rooted or starting with . or ..)");
    if (isDirectory && after == 2)
      return problem(line,
                     "replacement module directory path " + quoted(made.by.path) + " cannot have version");
    out_.replacements.push_back(std::move(made));
  }

  std::string_view name_;
  ModFileKind kind_;
  ModFile& out_;
  std::vector<FileProblem>& problems_;
};

} // namespace

int compareVersions(std::string_view a, std::string_view b) {
  Version x, y;
  bool goodX = parseVersion(a, x), goodY = parseVersion(b, y);
  if (!goodX || !goodY) return int(goodX) - int(goodY);
  for (size_t i = 0; i < 3; ++i)
    if (int order = compareNumbers(x.numbers[i], y.numbers[i])) return order;
  return comparePrereleases(x.prerelease, y.prerelease);
}

std::string modulePathProblem(std::string_view path) {
  if (path.empty()) return "empty string";
  while (true) {
    std::string_view element = path.substr(0, path.find('/'));
    if (element.empty()) return "empty path element";
    for (char c : element) {
      bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && std::string_view("-._~").find(c) == std::string_view::npos)
        return std::string("invalid char '") + c + "'";
    }
    if (element == "." || element == "..") return "invalid path element " + quoted(element);
    if (element.size() == path.size()) return {};
    path.remove_prefix(element.size() + 1);
  }
}

void parseModFile(std::string_view name, std::string_view text, ModFileKind kind, ModFile& out,
                  std::vector<FileProblem>& problems) {
  Reader(name, kind, out, problems).read(text);
}

} // namespace gossamer::load
