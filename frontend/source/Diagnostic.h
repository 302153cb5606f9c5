// Diagnostics: what is wrong with a program, collected while it is read and rendered once at the end.
//
// An engine belongs to one compilation. Whoever finds a mistake calls error() and may hang notes and fix-its
// on the diagnostic it returns; nothing is printed until render(), which sorts by position, drops what gc
// would drop (a second syntax error of a line; exact repetitions) and stops after the limit.
//
//   diags.error(pos, DiagCode::Undefined, "undefined: " + name)
//       .note(Pos(), "did you mean Println?")
//       .fix(range, "Println");
//
// Thread safety: none. The reference that error() returns is good until the next diagnostic is added.
#pragma once

#include "frontend/source/SourceFile.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gossamer {

enum class DiagCode : uint8_t {
#define GOSSAMER_DIAGNOSTIC(Code, slug) Code,
#include "frontend/source/Diagnostics.def"
};

std::string_view slugOf(DiagCode code);

enum class Severity : uint8_t { Error, Warning };

// A remark that belongs to a diagnostic. Without a position it is printed under the diagnostic's source line.
struct Note {
  Pos pos;
  std::string message;
};

// A correction that `gossamer book --fix` applies: the bytes of `range` become `text` (an empty range
// inserts).
struct FixIt {
  Range range;
  std::string text;
};

struct Diagnostic {
  DiagCode code = DiagCode::General;
  Severity severity = Severity::Error;
  Pos pos;
  Pos end;             // end of what the caret underlines; invalid for a lone caret
  std::string message; // further lines are separated by '\n' and printed after a tab, as gc does
  std::vector<Note> notes;
  std::vector<FixIt> fixes;

  Diagnostic& note(Pos where, std::string text) {
    notes.push_back({where, std::move(text)});
    return *this;
  }
  Diagnostic& fix(Range range, std::string text) {
    fixes.push_back({range, std::move(text)});
    return *this;
  }
  Diagnostic& until(Pos rangeEnd) {
    end = rangeEnd;
    return *this;
  }
};

struct RenderOptions {
  bool color = false;      // ANSI colours
  bool sourceLine = false; // after each diagnostic its source line and a caret
  bool notes = true;       // print notes ("did you mean"); they never count against the limit
  size_t limit = 10;       // errors printed before "too many errors"; 0 for all
};

class DiagnosticEngine {
public:
  explicit DiagnosticEngine(const SourceManager& sources) : sources_(&sources) {}

  Diagnostic& error(Pos pos, DiagCode code, std::string message) {
    return add(pos, code, Severity::Error, std::move(message));
  }
  Diagnostic& warning(Pos pos, DiagCode code, std::string message) {
    return add(pos, code, Severity::Warning, std::move(message));
  }

  bool hasErrors() const { return errors_ != 0; }
  size_t errorCount() const { return errors_; }
  // Errors of DiagCode::Syntax: gc checks no types when there is one, but does so in spite of malformed
  // tokens.
  size_t syntaxErrorCount() const;
  // In the order they were found.
  const std::vector<Diagnostic>& all() const { return all_; }
  void clear();
  // Drops every diagnostic after the first `count`: what was found while trying something is taken back.
  void truncate(size_t count);

  // What a person is shown: sorted by file, line and column, repetitions dropped.
  std::vector<const Diagnostic*> sorted() const;
  std::string render(const RenderOptions& options) const;
  // One diagnostic by itself.
  std::string renderOne(const Diagnostic& diagnostic, const RenderOptions& options) const;

  const SourceManager& sources() const { return *sources_; }

private:
  Diagnostic& add(Pos pos, DiagCode code, Severity severity, std::string message);

  const SourceManager* sources_;
  std::vector<Diagnostic> all_;
  size_t errors_ = 0;
};

// The candidate nearest to `name` when it is near enough to be a slip of the pen (an edit for every three
// letters, at most 2, transpositions counting as one); empty otherwise.
std::string_view nearestName(std::string_view name, const std::vector<std::string_view>& candidates);
// Edits between two names, or limit + 1 when there are more than `limit`.
size_t editDistance(std::string_view a, std::string_view b, size_t limit);

} // namespace gossamer
