// Source text and positions.
//
// A SourceManager owns the files of one compilation and lays them end to end in one 32-bit number space, so
// that a position anywhere in the compilation is a 4-byte Pos. Asking for file, line and column is rare
// (diagnostics, line tables), so lines are found on first demand by scanning the file.
//
// Columns count bytes from 1, as gc's do. Files never move or go away before their manager: text() and the
// string_views cut from it stay valid.
//
// Thread safety: adding files and looking positions up may be done from any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace gossamer {

// A place in the text of one SourceManager. Zero means "no place". Positions of one file compare as their
// order in it.
class Pos {
public:
  constexpr Pos() = default;
  explicit constexpr Pos(uint32_t raw) : raw_(raw) {}

  constexpr bool isValid() const { return raw_ != 0; }
  constexpr explicit operator bool() const { return raw_ != 0; }
  constexpr uint32_t raw() const { return raw_; }
  constexpr Pos advanced(uint32_t bytes) const { return Pos(raw_ + bytes); }
  constexpr auto operator<=>(const Pos&) const = default;

private:
  uint32_t raw_ = 0;
};

struct Range {
  Pos begin;
  Pos end; // one past the last byte
};

// What a person reads: 1-based line and byte column.
struct LineColumn {
  uint32_t line = 0;
  uint32_t column = 0;
};

// A //line or /*line*/ comment: messages and traces show what follows it as text of another place.
struct LineDirective {
  uint32_t begin = 0;    // offset of what follows
  std::string_view name; // empty: none
  uint32_t line = 0;
  uint32_t column = 0; // 0: columns are not known
};

class SourceFile;

// A position made readable.
struct Location {
  const SourceFile* file = nullptr;
  uint32_t line = 0;
  uint32_t column = 0;     // 0: not known
  uint32_t textLine = 0;   // line of the file's text; `line` may be what a directive says
  std::string_view name{}; // what a directive says; empty: the file's own

  std::string_view fileName() const;
};

class SourceFile {
public:
  // Files are made by SourceManager.
  SourceFile(std::string name, std::string owned, std::string_view text, uint32_t base);
  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;

  const std::string& name() const { return name_; }
  // The whole text. The byte one past its end is readable and zero: the lexer relies on it.
  std::string_view text() const { return text_; }
  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }

  Pos pos(uint32_t offset) const { return Pos(base_ + offset); }
  uint32_t offset(Pos pos) const { return pos.raw() - base_; }
  bool contains(Pos pos) const { return pos.raw() >= base_ && pos.raw() <= base_ + text_.size(); }

  LineColumn lineColumn(uint32_t offset) const;
  // The same, fast when the line is `near` or one of the few after it.
  LineColumn lineColumn(uint32_t offset, uint32_t near) const;
  uint32_t line(Pos pos) const { return lineColumn(offset(pos)).line; }
  // A stretch of a mended text and what stood there in the text it was made from.
  struct Change {
    uint32_t begin = 0, end = 0;
    uint32_t originalBegin = 0, originalEnd = 0;
  };
  // This text is a mended copy of a part of `original`: lines and columns are those of the places it was made from. The
  // changes stand in order and apart; one of nothing at offset 0 says where in the original the copy begins. To be called
  // before positions of this file are handed to anyone.
  void setOriginal(const SourceFile* original, std::vector<Change> changes) {
    original_ = original;
    changes_ = std::move(changes);
  }
  uint32_t originalOffset(uint32_t offset) const;

  // In order; to be called before positions of this file are located. A directive with a column and without a name means
  // the name of the one before it.
  void setLineDirectives(std::vector<LineDirective> directives);
  bool hasLineDirectives() const { return !lineDirectives_.empty(); }
  Location locate(uint32_t offset) const;

  // The text of a 1-based line, without its line end; empty for a line that is not there.
  std::string_view lineText(uint32_t line) const;
  uint32_t lineCount() const;

private:
  const std::vector<uint32_t>& lineStarts() const;

  std::string name_;
  std::string owned_; // empty when the text belongs to someone else (embedded library sources)
  std::string_view text_;
  uint32_t base_;
  const SourceFile* original_ = nullptr;
  std::vector<Change> changes_;
  std::vector<LineDirective> lineDirectives_;
  mutable std::once_flag linesOnce_;
  mutable std::vector<uint32_t> lineStarts_;
};

inline std::string_view Location::fileName() const {
  if (!name.empty()) return name;
  return file ? std::string_view(file->name()) : "-";
}

class SourceManager {
public:
  SourceManager() = default;
  SourceManager(const SourceManager&) = delete;
  SourceManager& operator=(const SourceManager&) = delete;

  // Adds a file with this text; `name` is what diagnostics and traces show. Returns null when the
  // compilation's text would exceed 4 GB.
  SourceFile* add(std::string name, std::string text);
  // The same for text that outlives the manager and is followed by a zero byte (embedded library sources).
  SourceFile* addStatic(std::string name, std::string_view text);

  // The file a position lies in, or null.
  const SourceFile* fileOf(Pos pos) const;
  Location locate(Pos pos) const;
  // "file:line:col", or "-" for no place.
  std::string describe(Pos pos) const;

private:
  SourceFile* insertLocked(std::string name, std::string owned, std::string_view text);

  mutable std::mutex mutex_;
  std::deque<SourceFile> files_; // ordered by base
  uint32_t next_ = 1;
};

} // namespace gossamer
