#include "gossamer/Document.h"

#include "frontend/driver/EngineImpl.h"
#include "frontend/driver/Inputs.h"
#include "frontend/driver/Runtime.h"

#include <algorithm>
#include <tuple>

namespace gossamer {
namespace {

/// A ```go block: where its fence stands and which bytes of the document are its content.
struct Block {
  uint32_t fenceLine;
  uint32_t begin, end;
};

/// A fence is three or more backquotes or tildes, indented by at most three spaces (CommonMark 4.5).
size_t fenceLength(std::string_view line, char& mark, std::string_view& info) {
  size_t indent = line.find_first_not_of(' ');
  if (indent == std::string_view::npos || indent > 3) return 0;
  line.remove_prefix(indent);
  mark = line[0];
  if (mark != '`' && mark != '~') return 0;
  size_t length = std::min(line.find_first_not_of(mark), line.size());
  if (length < 3) return 0;
  info = line.substr(length);
  while (!info.empty() && (info.front() == ' ' || info.front() == '\t')) info.remove_prefix(1);
  while (!info.empty() && (info.back() == ' ' || info.back() == '\r')) info.remove_suffix(1);
  return length;
}

std::vector<Block> blocksOf(std::string_view text) {
  std::vector<Block> blocks;
  size_t openLength = 0;
  char openMark = 0;
  bool isGo = false;
  uint32_t line = 0;
  for (size_t at = 0; at < text.size();) {
    ++line;
    size_t end = std::min(text.find('\n', at), text.size());
    char mark = 0;
    std::string_view info;
    size_t length = fenceLength(text.substr(at, end - at), mark, info);
    size_t next = std::min(end + 1, text.size());
    if (openLength == 0 && length) {
      openLength = length;
      openMark = mark;
      isGo = info == "go" || info.starts_with("go ") || info.starts_with("go{") || info == "golang";
      if (isGo) blocks.push_back({line, uint32_t(next), uint32_t(text.size())});
    } else if (openLength && length >= openLength && mark == openMark && info.empty()) {
      if (isGo) blocks.back().end = uint32_t(at);
      openLength = 0;
    }
    at = next;
  }
  return blocks;
}

/// A correction, as it stands in the text it was found in.
struct Edit {
  uint32_t begin, end;
  std::string text;
  std::string description;
};

/// Mended text may reveal further mistakes; a document does not take more rounds than this.
constexpr int kMaxFixRounds = 20;

class Evaluation {
public:
  Evaluation(Engine::Impl& engine, std::string name, std::string text, const DocumentOptions& options)
      : engine_(engine), name_(std::move(name)), text_(std::move(text)), options_(options),
        document_(engine.checker.openDocument("main", engine.goMinor)) {}

  std::vector<CellResult> run() {
    std::vector<CellResult> results;
    std::vector<Block> blocks = blocksOf(text_);
    for (const Block& block : blocks) {
      CellResult result{.number = unsigned(results.size() + 1), .line = block.fenceLine};
      evaluate(block, result);
      if (options_.onCell) options_.onCell(result);
      bool stopped = stopped_;
      results.push_back(std::move(result));
      if (stopped) break;
    }
    return results;
  }

private:
  struct Attempt {
    sema::Checker::CellResult checked;
    bool failed = false;
  };

  void evaluate(const Block& block, CellResult& result) {
    const std::string_view original = std::string_view(text_).substr(block.begin, block.end - block.begin);
    std::string content(original);
    Attempt attempt = check(block, content);
    for (int round = 0; options_.fix && attempt.failed && round < kMaxFixRounds; ++round) {
      std::vector<Edit> edits = takeEdits(block, content.size());
      if (edits.empty()) break;
      for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        content.replace(edit->begin, edit->end - edit->begin, edit->text);
      }
      for (Edit& edit : edits) result.fixes.push_back(std::move(edit.description));
      attempt = check(block, content);
    }
    report(result);
    bool good = runItems(attempt);
    result.state = attempt.failed || !good   ? CellState::Failed
                   : result.fixes.empty()    ? CellState::Evaluated
                                             : CellState::EvaluatedWithFixes;
  }

  /// Parses and checks the block with the given content standing in its place, so that positions are the document's.
  Attempt check(const Block& block, const std::string& content) {
    engine_.diagnostics.clear();
    std::string whole = text_.substr(0, block.begin) + content + text_.substr(block.end);
    file_ = engine_.sources.add(name_, std::move(whole));
    Attempt attempt;
    if (!file_) {
      engine_.diagnostics.error(Pos(), DiagCode::General, "the document is larger than 4 GB");
      attempt.failed = true;
      return attempt;
    }
    ast::Cell* cell = parseCell(engine_.context, *file_,
                                {file_->pos(block.begin), file_->pos(block.begin + uint32_t(content.size()))});
    bool parsed = !engine_.diagnostics.hasErrors();
    attempt.checked = engine_.checker.checkCell(document_, *cell);
    attempt.failed = !parsed || !attempt.checked.ok;
    return attempt;
  }

  /// The fix-its of the diagnostics at hand as edits of the block's content: in order, none overlapping another.
  std::vector<Edit> takeEdits(const Block& block, size_t contentSize) {
    std::vector<Edit> edits;
    for (const Diagnostic* diagnostic : engine_.diagnostics.sorted())
      for (const FixIt& fix : diagnostic->fixes) {
        if (!file_->contains(fix.range.begin) || !file_->contains(fix.range.end)) continue;
        uint32_t begin = file_->offset(fix.range.begin), end = file_->offset(fix.range.end);
        if (begin < block.begin || end > block.begin + contentSize || begin > end) continue;
        std::string old(file_->text().substr(begin, end - begin));
        std::string description = engine_.sources.describe(fix.range.begin) + ": fixed: " + diagnostic->message + "; " +
                                  (old.empty() ? "inserted `" + fix.text + "`" : "`" + old + "` is now `" + fix.text + "`");
        edits.push_back({begin - block.begin, end - block.begin, fix.text, std::move(description)});
      }
    std::sort(edits.begin(), edits.end(),
              [](const Edit& a, const Edit& b) { return std::tie(a.begin, a.end) < std::tie(b.begin, b.end); });
    auto overlaps = [](const Edit& a, const Edit& b) { return b.begin < a.end || (b.begin == a.begin && b.end == a.end); };
    edits.erase(std::unique(edits.begin(), edits.end(), overlaps), edits.end());
    return edits;
  }

  void report(CellResult& result) {
    Compilation messages;
    engine_.takeMessages(messages);
    result.messages = std::move(messages.messages);
  }

  /// Runs the cell, or what defines functions in it if it failed: later cells may need those.
  bool runItems(const Attempt& attempt) {
    Runtime& runtime = engine_.runtime();
    if (attempt.checked.items.empty()) return true;
    Exit exit = runtime.runCell(*document_, attempt.checked);
    return ended(exit) && exit.exitCode == 0;
  }

  bool ended(const Exit& exit) {
    stopped_ |= exit.kind == ExitKind::Stopped;
    return exit.kind == ExitKind::Returned;
  }

  Engine::Impl& engine_;
  const std::string name_;
  const std::string text_;
  const DocumentOptions& options_;
  sema::Package* document_;
  SourceFile* file_ = nullptr; ///< the document as the cell at hand sees it
  bool stopped_ = false;
};

} // namespace

std::vector<CellResult> Document::evaluate(const std::string& path, const DocumentOptions& options,
                                           Compilation& problems) {
  std::string text, reason;
  if (!readFile(path, text, reason)) {
    addProblem(problems, "open " + path + ": " + reason);
    return {};
  }
  return Evaluation(*engine_.impl_, path, std::move(text), options).run();
}

} // namespace gossamer
