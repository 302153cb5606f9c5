#include "frontend/driver/Markdown.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace gossamer {
namespace {

constexpr std::string_view kBlank = " \t\r";

std::string_view trim(std::string_view text) {
  size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) + 1 - begin);
}

/// Columns a line is indented by; a tab goes to the next multiple of four.
size_t indentOf(std::string_view line, size_t& bytes) {
  size_t columns = 0;
  for (bytes = 0; bytes < line.size(); ++bytes) {
    if (line[bytes] == ' ') ++columns;
    else if (line[bytes] == '\t') columns += 4 - columns % 4;
    else break;
  }
  return columns;
}

struct Fence {
  char mark = 0;
  size_t length = 0; ///< 0: the line is no fence
  std::string_view info;
};

Fence fenceIn(std::string_view line) {
  Fence fence;
  if (line.empty() || (line[0] != '`' && line[0] != '~')) return fence;
  size_t length = std::min(line.find_first_not_of(line[0]), line.size());
  std::string_view info = trim(line.substr(length));
  // A code span may begin a line too: its backquotes close on that line.
  if (length < 3 || (line[0] == '`' && info.find('`') != std::string_view::npos)) return fence;
  return {line[0], length, info};
}

bool meansGo(std::string_view info) {
  if (info.starts_with("{")) {
    info = trim(info.substr(1));
    if (!info.starts_with(".")) return false;
    info.remove_prefix(1);
  }
  std::string word(info.substr(0, info.find_first_of(" \t,;:{}")));
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return char(std::tolower(c)); });
  return word == "go" || word == "golang";
}

/// Of a line that begins a list item: the column its content begins at, from the marker on; 0 for other lines.
size_t listContentColumn(std::string_view line) {
  size_t marker = 0;
  if (!line.empty() && (line[0] == '-' || line[0] == '*' || line[0] == '+')) {
    marker = 1;
  } else {
    while (marker < line.size() && marker < 9 && std::isdigit(static_cast<unsigned char>(line[marker]))) ++marker;
    if (marker == 0 || marker == line.size() || (line[marker] != '.' && line[marker] != ')')) return 0;
    ++marker;
  }
  size_t content = line.find_first_not_of(' ', marker);
  return content == std::string_view::npos || content == marker ? 0 : content;
}

} // namespace

std::vector<MarkdownBlock> goBlocksOf(std::string_view text) {
  constexpr size_t kCodeIndent = 4; // from here on a line is code, not a fence
  std::vector<MarkdownBlock> blocks;
  std::vector<size_t> lists; // content columns of the list items that are open
  Fence open;
  bool isGo = false;
  uint32_t number = 0;
  for (size_t at = 0; at < text.size();) {
    ++number;
    size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    size_t next = std::min(end + 1, text.size()), bytes = 0;
    size_t indent = indentOf(line, bytes);
    line.remove_prefix(bytes);
    bool blank = trim(line).empty();
    if (open.length) {
      Fence close = fenceIn(line);
      if (close.length >= open.length && close.mark == open.mark && close.info.empty()) {
        if (isGo) blocks.back().end = uint32_t(at);
        open = {};
      }
    } else if (!blank) {
      while (!lists.empty() && indent < lists.back()) lists.pop_back();
      size_t container = lists.empty() ? 0 : lists.back();
      if (indent - container < kCodeIndent) {
        // An item's first line may be a fence itself.
        while (size_t content = listContentColumn(line)) {
          indent += content;
          lists.push_back(indent);
          line.remove_prefix(content);
        }
        open = fenceIn(line);
        isGo = open.length && meansGo(open.info);
        if (isGo) blocks.push_back({number, uint32_t(next), uint32_t(text.size())});
      }
    }
    at = next;
  }
  return blocks;
}

} // namespace gossamer
