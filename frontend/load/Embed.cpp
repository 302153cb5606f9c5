#include "frontend/load/Embed.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gossamer::load {
namespace {

bool isSpace(char c) {
  return c == ' ' || c == '\t';
}

/// The bytes of the rune a text begins with; a malformed one has a single byte.
size_t runeLength(std::string_view text) {
  auto lead = static_cast<unsigned char>(text[0]);
  size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (length > text.size()) return 1;
  for (size_t i = 1; i < length; ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) return 1;
  return length;
}

/// Takes a rune of a class off the pattern. UTF-8 orders texts as it orders runes, so ranges need no
/// decoding.
std::optional<std::string_view> takeClassRune(std::string_view& pattern) {
  if (pattern.starts_with('\\'))
    pattern.remove_prefix(1);
  else if (pattern.starts_with('-') || pattern.starts_with(']'))
    return std::nullopt;
  if (pattern.empty()) return std::nullopt;
  std::string_view rune = pattern.substr(0, runeLength(pattern));
  pattern.remove_prefix(rune.size());
  return rune;
}

enum class Outcome : uint8_t { Matches, Differs, Malformed };

/// Matches one unit of a pattern (anything but a star) with the beginning of a name, and takes both off. An
/// empty name is looked at too, to find out whether the rest of the pattern is well formed.
Outcome takeUnit(std::string_view& pattern, std::string_view& name) {
  size_t length = name.empty() ? 0 : runeLength(name);
  std::string_view rune = name.substr(0, length);
  name.remove_prefix(length);
  bool matches = false;
  if (pattern[0] == '[') {
    pattern.remove_prefix(1);
    bool negated = pattern.starts_with('^');
    if (negated) pattern.remove_prefix(1);
    for (bool any = false; !(any && pattern.starts_with(']')); any = true) {
      std::optional<std::string_view> low = takeClassRune(pattern), high = low;
      if (!low) return Outcome::Malformed;
      if (pattern.starts_with('-')) {
        pattern.remove_prefix(1);
        high = takeClassRune(pattern);
        if (!high) return Outcome::Malformed;
      }
      matches |= *low <= rune && rune <= *high;
      if (pattern.empty()) return Outcome::Malformed;
    }
    pattern.remove_prefix(1);
    matches = matches != negated;
  } else if (pattern[0] == '?') {
    pattern.remove_prefix(1);
    matches = true;
  } else {
    if (pattern[0] == '\\') pattern.remove_prefix(1);
    if (pattern.empty()) return Outcome::Malformed;
    std::string_view wanted = pattern.substr(0, runeLength(pattern));
    pattern.remove_prefix(wanted.size());
    matches = wanted == rune;
  }
  return length > 0 && rune != "/" && matches ? Outcome::Matches : Outcome::Differs;
}

Outcome match(std::string_view pattern, std::string_view name) {
  // After a mismatch the last star takes one more byte; earlier stars never need to.
  std::string_view afterStar, starName;
  bool star = false;
  while (!pattern.empty() || !name.empty()) {
    if (!pattern.empty() && pattern[0] == '*') {
      pattern.remove_prefix(1);
      star = true;
      afterStar = pattern;
      starName = name;
      continue;
    }
    if (!pattern.empty()) {
      Outcome outcome = takeUnit(pattern, name);
      if (outcome == Outcome::Malformed) return outcome;
      if (outcome == Outcome::Matches) continue;
    }
    if (!star || starName.empty() || starName[0] == '/') return Outcome::Differs;
    starName.remove_prefix(1);
    pattern = afterStar;
    name = starName;
  }
  return Outcome::Matches;
}

/// Package io/fs, ValidPath.
bool isValidPath(std::string_view path) {
  if (path == ".") return true;
  while (true) {
    std::string_view element = path.substr(0, path.find('/'));
    if (element.empty() || element == "." || element == "..") return false;
    if (element.size() == path.size()) return true;
    path.remove_prefix(element.size() + 1);
  }
}

/// Names no module may hold, so no program may embed them.
bool isBadName(std::string_view name) {
  constexpr std::array<std::string_view, 4> kRepositories = {".bzr", ".hg", ".git", ".svn"};
  return std::find(kRepositories.begin(), kRepositories.end(), name) != kRepositories.end() ||
         std::any_of(name.begin(), name.end(), [](char c) {
           return static_cast<unsigned char>(c) < ' ' || c == 0x7f ||
                  std::string_view("\"'*<>?`|/\\:").find(c) != std::string_view::npos;
         });
}

class Search {
public:
  Search(const FileSystem& files, const std::string& directory, std::string_view pattern,
         std::vector<ast::EmbeddedFile>& out, std::string& problem)
      : files_(files), directory_(directory), all_(pattern.starts_with("all:")),
        pattern_(all_ ? pattern.substr(4) : pattern), out_(out), problem_(problem) {}

  bool run() {
    if (pattern_ == "." || !isValidPath(pattern_) || !isPattern(pattern_))
      return fail("invalid pattern syntax");
    std::vector<std::string> found{""};
    for (std::string_view rest = pattern_; !rest.empty() && !found.empty();) {
      std::string_view element = rest.substr(0, rest.find('/'));
      rest.remove_prefix(std::min(rest.size(), element.size() + 1));
      found = expand(found, element);
    }
    if (found.empty()) return fail("no matching files found");
    for (const std::string& path : found)
      if (!add(path)) return false;
    return true;
  }

private:
  bool fail(std::string why) {
    problem_ = std::move(why);
    return false;
  }

  std::string inFolder(const std::string& path) const { return joinPath(directory_, path); }

  std::vector<std::string> expand(const std::vector<std::string>& folders, std::string_view element) const {
    std::vector<std::string> found;
    bool plain = element.find_first_of("*?[\\") == std::string_view::npos;
    for (const std::string& folder : folders) {
      std::string before = folder.empty() ? "" : folder + "/";
      if (plain) {
        std::string path = before + std::string(element);
        if (files_.kindOf(inFolder(path), Links::Stay) != FileKind::Missing) found.push_back(std::move(path));
        continue;
      }
      std::vector<std::string> names;
      std::string reason;
      if (!files_.list(folder.empty() ? directory_ : inFolder(folder), names, reason)) continue;
      for (const std::string& name : names)
        if (matchesPattern(element, name)) found.push_back(before + name);
    }
    return found;
  }

  bool add(const std::string& path) {
    FileKind kind = files_.kindOf(inFolder(path), Links::Stay);
    const char* what = kind == FileKind::Directory ? "directory " : "file ";
    for (std::string at = path; at != "."; at = parentPath(at)) {
      if ((at != path || kind == FileKind::Directory) && files_.isFile(inFolder(at + "/go.mod")))
        return fail(std::string("cannot embed ") + what + path + ": in different module");
      if (isBadName(lastElement(at)))
        return fail(std::string("cannot embed ") + what + path + ": " +
                    (at == path ? "invalid name " : "in invalid directory ") + std::string(lastElement(at)));
    }
    if (kind == FileKind::File) return addFile(path);
    if (kind != FileKind::Directory) return fail("cannot embed irregular file " + path);
    size_t before = added_;
    if (!addFolder(path)) return false;
    return added_ != before || fail("cannot embed directory " + path + ": contains no embeddable files");
  }

  bool addFolder(const std::string& root) {
    std::vector<std::string> open{root};
    while (!open.empty()) {
      std::string folder = std::move(open.back());
      open.pop_back();
      std::vector<std::string> names;
      std::string reason;
      if (!files_.list(inFolder(folder), names, reason))
        return fail("open " + files_.shown(inFolder(folder)) + ": " + reason);
      for (const std::string& name : names) {
        if (isBadName(name) || (!all_ && (name[0] == '.' || name[0] == '_'))) continue;
        std::string path = folder + "/" + name;
        FileKind kind = files_.kindOf(inFolder(path), Links::Stay);
        if (kind == FileKind::File && !addFile(path)) return false;
        if (kind == FileKind::Directory && !files_.isFile(inFolder(path + "/go.mod")))
          open.push_back(std::move(path));
      }
    }
    return true;
  }

  bool addFile(const std::string& path) {
    ++added_;
    auto at = std::lower_bound(
        out_.begin(), out_.end(), path,
        [](const ast::EmbeddedFile& file, const std::string& wanted) { return file.path < wanted; });
    if (at != out_.end() && at->path == path) return true;
    ast::EmbeddedFile file{path, {}};
    std::string reason;
    if (!files_.readOrdinary(inFolder(path), file.data, reason))
      return fail("open " + files_.shown(inFolder(path)) + ": " + reason);
    out_.insert(at, std::move(file));
    return true;
  }

  const FileSystem& files_;
  const std::string& directory_;
  bool all_;
  std::string_view pattern_;
  std::vector<ast::EmbeddedFile>& out_;
  std::string& problem_;
  size_t added_ = 0;
};

} // namespace

bool matchesPattern(std::string_view pattern, std::string_view name) {
  return match(pattern, name) == Outcome::Matches;
}

bool isPattern(std::string_view pattern) {
  std::string_view nothing;
  while (!pattern.empty()) {
    if (pattern[0] == '*')
      pattern.remove_prefix(1);
    else if (takeUnit(pattern, nothing) == Outcome::Malformed)
      return false;
  }
  return true;
}

bool splitPatterns(std::string_view arguments, std::vector<EmbedPattern>& patterns) {
  for (size_t at = 0;;) {
    at = std::min(arguments.find_first_not_of(" \t", at), arguments.size());
    if (at == arguments.size()) return true;
    EmbedPattern pattern{{}, at};
    char quote = arguments[at];
    if (quote == '"' || quote == '`') {
      for (++at; at < arguments.size() && arguments[at] != quote; ++at) {
        if (quote == '"' && arguments[at] == '\\' && at + 1 < arguments.size()) ++at;
        pattern.text += arguments[at];
      }
      if (at++ == arguments.size() || (at < arguments.size() && !isSpace(arguments[at]))) return false;
    } else {
      size_t end = std::min(arguments.find_first_of(" \t", at), arguments.size());
      pattern.text = arguments.substr(at, end - at);
      at = end;
    }
    patterns.push_back(std::move(pattern));
  }
}

bool findEmbedded(const FileSystem& files, const std::string& directory, std::string_view pattern,
                  std::vector<ast::EmbeddedFile>& out, std::string& problem) {
  return Search(files, directory, pattern, out, problem).run();
}

} // namespace gossamer::load
