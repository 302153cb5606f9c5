#include "frontend/source/SourceFile.h"

#include <algorithm>
#include <cstring>

namespace gossamer {

SourceFile::SourceFile(std::string name, std::string owned, std::string_view text, uint32_t base)
    : name_(std::move(name)), owned_(std::move(owned)), text_(text), base_(base) {
  if (text_.data() == nullptr || !owned_.empty()) text_ = owned_;
}

const std::vector<uint32_t>& SourceFile::lineStarts() const {
  std::call_once(linesOnce_, [this] {
    lineStarts_.push_back(0);
    const char* begin = text_.data();
    const char* end = begin + text_.size();
    for (const char* at = begin; at < end;) {
      const void* newline = std::memchr(at, '\n', static_cast<size_t>(end - at));
      if (!newline) break;
      at = static_cast<const char*>(newline) + 1;
      lineStarts_.push_back(static_cast<uint32_t>(at - begin));
    }
  });
  return lineStarts_;
}

LineColumn SourceFile::lineColumn(uint32_t offset) const {
  if (original_) return original_->lineColumn(originalOffset(offset));
  const auto& starts = lineStarts();
  auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  return {static_cast<uint32_t>(after - starts.begin()), offset - *(after - 1) + 1};
}

LineColumn SourceFile::lineColumn(uint32_t offset, uint32_t near) const {
  if (original_) return original_->lineColumn(originalOffset(offset), near);
  const auto& starts = lineStarts();
  constexpr uint32_t kFar = 8;
  if (near > 0 && near <= starts.size() && starts[near - 1] <= offset)
    for (uint32_t line = near; line < near + kFar && line <= starts.size(); ++line)
      if (line == starts.size() || offset < starts[line]) return {line, offset - starts[line - 1] + 1};
  return lineColumn(offset);
}

void SourceFile::setLineDirectives(std::vector<LineDirective> directives) {
  lineDirectives_ = std::move(directives);
  std::string_view last;
  for (LineDirective& directive : lineDirectives_) {
    if (directive.name.empty()) directive.name = directive.column ? last : std::string_view("??");
    last = directive.name;
  }
}

Location SourceFile::locate(uint32_t offset) const {
  LineColumn at = lineColumn(offset);
  Location place{this, at.line, at.column, at.line};
  auto after = std::upper_bound(lineDirectives_.begin(), lineDirectives_.end(), offset,
                                [](uint32_t o, const LineDirective& directive) { return o < directive.begin; });
  if (after == lineDirectives_.begin()) return place;
  const LineDirective& directive = *(after - 1);
  LineColumn from = lineColumn(directive.begin);
  place.name = directive.name;
  place.line = directive.line + (at.line - from.line);
  if (directive.column == 0) place.column = 0;
  else if (at.line == from.line) place.column = directive.column + (at.column - from.column);
  return place;
}

uint32_t SourceFile::originalOffset(uint32_t offset) const {
  auto after = std::upper_bound(changes_.begin(), changes_.end(), offset,
                                [](uint32_t at, const Change& change) { return at < change.begin; });
  if (after == changes_.begin()) return offset;
  const Change& last = *(after - 1);
  if (offset >= last.end) return offset - last.end + last.originalEnd;
  return std::min(last.originalBegin + (offset - last.begin), last.originalEnd);
}

uint32_t SourceFile::lineCount() const {
  return static_cast<uint32_t>(lineStarts().size());
}

std::string_view SourceFile::lineText(uint32_t line) const {
  if (original_) return original_->lineText(line);
  const auto& starts = lineStarts();
  if (line == 0 || line > starts.size()) return {};
  uint32_t begin = starts[line - 1];
  uint32_t end = line < starts.size() ? starts[line] : size();
  std::string_view text = text_.substr(begin, end - begin);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

SourceFile* SourceManager::insertLocked(std::string name, std::string owned, std::string_view text) {
  size_t size = owned.empty() ? text.size() : owned.size();
  // One position more than bytes: the end of a file is a place too.
  if (size >= UINT32_MAX - 1 - next_) return nullptr;
  SourceFile& file = files_.emplace_back(std::move(name), std::move(owned), text, next_);
  next_ += static_cast<uint32_t>(size) + 1;
  return &file;
}

SourceFile* SourceManager::add(std::string name, std::string text) {
  std::scoped_lock lock(mutex_);
  return insertLocked(std::move(name), std::move(text), std::string_view());
}

SourceFile* SourceManager::addStatic(std::string name, std::string_view text) {
  std::scoped_lock lock(mutex_);
  return insertLocked(std::move(name), std::string(), text);
}

const SourceFile* SourceManager::fileOf(Pos pos) const {
  if (!pos) return nullptr;
  std::scoped_lock lock(mutex_);
  size_t low = 0, high = files_.size();
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (files_[middle].pos(0) <= pos)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0) return nullptr;
  const SourceFile& file = files_[low - 1];
  return file.contains(pos) ? &file : nullptr;
}

Location SourceManager::locate(Pos pos) const {
  const SourceFile* file = fileOf(pos);
  return file ? file->locate(file->offset(pos)) : Location();
}

std::string SourceManager::describe(Pos pos) const {
  Location at = locate(pos);
  if (!at.file) return "-";
  std::string text = std::string(at.fileName()) + ":" + std::to_string(at.line);
  return at.column ? text + ":" + std::to_string(at.column) : text;
}

} // namespace gossamer
