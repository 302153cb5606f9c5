#include "frontend/source/Diagnostic.h"

#include <algorithm>

namespace gossamer {

std::string_view slugOf(DiagCode code) {
  switch (code) {
#define GOSSAMER_DIAGNOSTIC(Code, slug)                                                                      \
  case DiagCode::Code: return slug;
#include "frontend/source/Diagnostics.def"
  }
  return {};
}

Diagnostic& DiagnosticEngine::add(Pos pos, DiagCode code, Severity severity, std::string message) {
  if (severity == Severity::Error) ++errors_;
  Diagnostic& diagnostic = all_.emplace_back();
  diagnostic.code = code;
  diagnostic.severity = severity;
  diagnostic.pos = pos;
  diagnostic.message = std::move(message);
  return diagnostic;
}

void DiagnosticEngine::clear() {
  truncate(0);
}

void DiagnosticEngine::truncate(size_t count) {
  while (all_.size() > count) {
    if (all_.back().severity == Severity::Error) --errors_;
    all_.pop_back();
  }
}

size_t DiagnosticEngine::syntaxErrorCount() const {
  return static_cast<size_t>(std::count_if(all_.begin(), all_.end(), [](const Diagnostic& d) {
    return d.code == DiagCode::Syntax && d.severity == Severity::Error;
  }));
}

// gc's rules: of the syntax errors of a line only the first counts, and a message that repeats the one found
// just before it on the same line is dropped.
std::vector<const Diagnostic*> DiagnosticEngine::sorted() const {
  using Line = std::pair<const SourceFile*, uint32_t>;
  auto lineOf = [this](const Diagnostic& diagnostic) {
    Location at = sources_->locate(diagnostic.pos);
    return Line{at.file, at.line};
  };
  auto syntax = [](const Diagnostic& diagnostic) { return diagnostic.code == DiagCode::Syntax; };
  std::vector<const Diagnostic*> out;
  Line before{};
  std::string_view message;
  for (const Diagnostic& diagnostic : all_) {
    if (!syntax(diagnostic)) {
      Line line = lineOf(diagnostic);
      if (line.first && line == before && diagnostic.message == message) continue;
      before = line;
      message = diagnostic.message;
    }
    out.push_back(&diagnostic);
  }
  // Of two at one place the one found first comes first (they lie in one array).
  std::sort(out.begin(), out.end(),
            [](const Diagnostic* a, const Diagnostic* b) { return a->pos != b->pos ? a->pos < b->pos : a < b; });
  Line syntaxLine{};
  const Diagnostic* last = nullptr;
  std::erase_if(out, [&](const Diagnostic* d) {
    if (last && last->pos == d->pos && last->message == d->message) return true;
    last = d;
    if (!syntax(*d)) return false;
    Line line = lineOf(*d);
    if (line.first && line == syntaxLine) return true;
    syntaxLine = line;
    return false;
  });
  return out;
}

namespace {

constexpr std::string_view kBold = "\033[1m", kRed = "\033[1;31m", kMagenta = "\033[1;35m",
                           kGreen = "\033[1;32m", kCyan = "\033[1;36m", kReset = "\033[0m";

class Renderer {
public:
  Renderer(const SourceManager& sources, const RenderOptions& options)
      : sources_(sources), options_(options) {}

  void diagnostic(const Diagnostic& d) {
    Location at = sources_.locate(d.pos);
    paint(kBold, at.file ? sources_.describe(d.pos) + ":" : "");
    if (at.file) out_ += ' ';
    if (d.severity == Severity::Warning) {
      paint(kMagenta, "warning:");
      out_ += ' ';
    } else if (options_.color) {
      paint(kRed, "error:");
      out_ += ' ';
    }
    message(d.message);
    if (options_.sourceLine && at.file) sourceLine(d, at);
    if (!options_.notes) return;
    for (const Note& note : d.notes) {
      out_ += '\t';
      if (note.pos) out_ += sources_.describe(note.pos) + ": ";
      paint(kCyan, "note: ");
      message(note.message);
    }
  }

  void text(std::string_view line) { out_.append(line).append("\n"); }
  std::string take() { return std::move(out_); }

private:
  void paint(std::string_view color, std::string_view text) {
    if (options_.color) out_ += color;
    out_ += text;
    if (options_.color) out_ += kReset;
  }

  void message(std::string_view text) {
    for (;;) {
      size_t newline = text.find('\n');
      out_.append(text.substr(0, newline)).append("\n");
      if (newline == std::string_view::npos) return;
      text.remove_prefix(newline + 1);
      out_ += '\t';
    }
  }

  // Long lines are shown around the place: a 10 MB line must not become 10 MB of output.
  void sourceLine(const Diagnostic& d, const Location& at) {
    constexpr size_t kBefore = 80, kShown = 160;
    std::string_view line = at.file->lineText(at.line);
    size_t column = std::min<size_t>(at.column - 1, line.size());
    size_t from = column > kBefore ? column - kBefore : 0;
    // Not inside a character; but malformed text may go on like one for ever.
    for (int i = 0; i < 3 && from > 0 && (static_cast<unsigned char>(line[from]) & 0xC0) == 0x80; ++i) --from;
    std::string_view shown = line.substr(from, kShown);
    out_ += "\t";
    for (char c : shown) out_ += static_cast<unsigned char>(c) < 0x20 && c != '\t' ? ' ' : c;
    out_ += "\n\t";
    for (char c : shown.substr(0, column - from)) {
      if (c == '\t')
        out_ += '\t';
      else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)
        out_ += ' ';
    }
    size_t width = 1;
    if (d.end > d.pos) {
      std::string_view rest = shown.substr(column - from);
      rest = rest.substr(0, std::min<size_t>(rest.size(), d.end.raw() - d.pos.raw()));
      width = 0;
      for (char c : rest) width += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      width = std::max<size_t>(width, 1);
    }
    paint(kGreen, "^" + std::string(width - 1, '~'));
    out_ += '\n';
  }

  const SourceManager& sources_;
  const RenderOptions& options_;
  std::string out_;
};

} // namespace

std::string DiagnosticEngine::renderOne(const Diagnostic& diagnostic, const RenderOptions& options) const {
  Renderer renderer(*sources_, options);
  renderer.diagnostic(diagnostic);
  return renderer.take();
}

std::string DiagnosticEngine::render(const RenderOptions& options) const {
  Renderer renderer(*sources_, options);
  size_t errors = 0;
  for (const Diagnostic* diagnostic : sorted()) {
    if (diagnostic->severity == Severity::Error && options.limit && errors++ == options.limit) {
      renderer.text("too many errors");
      break;
    }
    renderer.diagnostic(*diagnostic);
  }
  return renderer.take();
}

size_t editDistance(std::string_view a, std::string_view b, size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  std::vector<size_t> before(a.size() + 1), previous(a.size() + 1), current(a.size() + 1);
  for (size_t i = 0; i <= a.size(); ++i) previous[i] = i;
  for (size_t j = 1; j <= b.size(); ++j) {
    current[0] = j;
    size_t least = j;
    for (size_t i = 1; i <= a.size(); ++i) {
      size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      current[i] = std::min({previous[i] + 1, current[i - 1] + 1, previous[i - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[i] = std::min(current[i], before[i - 2] + 1);
      }
      least = std::min(least, current[i]);
    }
    if (least > limit) return limit + 1;
    before.swap(previous);
    previous.swap(current);
  }
  return std::min(previous[a.size()], limit + 1);
}

std::string_view nearestName(std::string_view name, const std::vector<std::string_view>& candidates) {
  // A short name is near to everything: allow one edit for every three letters, two at most.
  size_t limit = std::min<size_t>(2, name.size() / 3 + (name.size() >= 2 && name.size() < 3 ? 1 : 0));
  std::string_view best;
  size_t bestDistance = limit + 1;
  for (std::string_view candidate : candidates) {
    if (candidate == name) continue;
    size_t distance = editDistance(name, candidate, limit);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

} // namespace gossamer
