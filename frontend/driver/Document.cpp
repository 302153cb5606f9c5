#include "gossamer/Document.h"

#include "frontend/driver/EngineImpl.h"
#include "frontend/driver/Markdown.h"
#include "frontend/driver/Runtime.h"
#include "frontend/lex/Lexer.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace gossamer {
namespace {

/// A correction, as it stands in the text it was found in.
struct Edit {
  uint32_t begin, end;
  std::string text;
  uint32_t place; ///< in the document
  std::string description;
};

/// The content of a block, with the corrections made so far.
class Content {
public:
  Content(std::string_view text, uint32_t originalBegin)
      : text_(text), changes_{{.begin = 0, .end = 0, .originalBegin = originalBegin, .originalEnd = originalBegin}} {}

  const std::string& text() const { return text_; }
  /// Where every stretch of it came from, as SourceFile::setOriginal wants it.
  const std::vector<SourceFile::Change>& changes() const { return changes_; }
  bool isMended() const { return changes_.size() > 1; }

  void apply(const Edit& edit) {
    SourceFile::Change change{edit.begin, edit.begin + uint32_t(edit.text.size()), original(edit.begin), original(edit.end)};
    const int64_t growth = int64_t(edit.text.size()) - int64_t(edit.end - edit.begin);
    std::vector<SourceFile::Change> changes{changes_[0]};
    bool placed = false;
    for (size_t i = 1; i < changes_.size(); ++i) {
      SourceFile::Change other = changes_[i];
      if (other.end < edit.begin) {
        changes.push_back(other);
      } else if (other.begin > edit.end) {
        if (!placed) changes.push_back(change);
        placed = true;
        other.begin = uint32_t(other.begin + growth);
        other.end = uint32_t(other.end + growth);
        changes.push_back(other);
      } else { // they touch: one change
        change.begin = std::min(change.begin, other.begin);
        change.end = std::max<uint32_t>(change.end, uint32_t(int64_t(std::max(other.end, edit.end)) + growth));
        change.originalBegin = std::min(change.originalBegin, other.originalBegin);
        change.originalEnd = std::max(change.originalEnd, other.originalEnd);
      }
    }
    if (!placed) changes.push_back(change);
    changes_ = std::move(changes);
    text_.replace(edit.begin, edit.end - edit.begin, edit.text);
  }

private:
  uint32_t original(uint32_t offset) const {
    const SourceFile::Change* last = &changes_[0];
    for (const SourceFile::Change& change : changes_)
      if (change.begin <= offset) last = &change;
    if (offset >= last->end) return offset - last->end + last->originalEnd;
    return std::min(last->originalBegin + (offset - last->begin), last->originalEnd);
  }

  std::string text_;
  std::vector<SourceFile::Change> changes_; ///< the first says where the block begins
};

/// Mended text may reveal further mistakes; a block does not take more rounds than this.
constexpr int kMaxRounds = 20;
/// Of a round's corrections, how many are tried one by one when all together do not help.
constexpr size_t kMaxSingleTries = 20;

class Evaluation {
public:
  Evaluation(Engine::Impl& engine, const std::string& name, std::string text, const DocumentOptions& options)
      : engine_(engine), options_(options), file_(engine.sources.add(name, std::move(text))),
        document_(engine.checker.openDocument("main", engine.goMinor)) {}

  bool fits() const { return file_ != nullptr; }

  std::vector<CellResult> run() {
    std::vector<CellResult> results;
    std::vector<MarkdownBlock> blocks = goBlocksOf(file_->text());
    findMentions(blocks);
    for (const MarkdownBlock& block : blocks) {
      CellResult result;
      result.number = number_ = unsigned(results.size() + 1);
      result.line = block.fenceLine;
      evaluate(block, result);
      bool stopped = result.exit.kind == ExitKind::Stopped;
      results.push_back(std::move(result));
      if (stopped) break;
    }
    return results;
  }

private:
  struct Attempt {
    SourceFile* file = nullptr; ///< that the content stands in, from `begin` to `end`
    uint32_t begin = 0, end = 0;
    ast::Cell* cell = nullptr;
    sema::Checker::CellResult checked;
    size_t errors = 0;
    uint32_t firstError = 0; ///< its line; 0 if there is none
    bool failed() const { return !checked.ok; }
  };

  void evaluate(const MarkdownBlock& block, CellResult& result) {
    Content content(file_->text().substr(block.begin, block.end - block.begin), block.begin);
    checked_ = false;
    fixes_.clear();
    Attempt attempt = check(content);
    for (int round = 0; options_.fix && attempt.failed() && round < kMaxRounds; ++round)
      if (!mend(content, attempt)) break;
    std::sort(fixes_.begin(), fixes_.end());
    for (auto& [place, description] : fixes_) result.fixes.push_back(std::move(description));
    warnOfUnused(attempt);
    Compilation messages;
    if (attempt.cell->malformed) findMoreSyntaxErrors(content, attempt, messages);
    else engine_.takeMessages(messages);
    result.messages = std::move(messages.messages);

    std::string problem;
    std::vector<Function*> functions = engine_.runtime().compileCell(*document_, attempt.checked, problem);
    if (!problem.empty()) {
      engine_.diagnostics.error(attempt.cell->pos, DiagCode::General, std::move(problem));
      engine_.takeMessages(messages = {});
      std::move(messages.messages.begin(), messages.messages.end(), std::back_inserter(result.messages));
    }
    if (options_.onChecked) options_.onChecked(result);
    if (!functions.empty()) result.exit = engine_.runtime().runFunctions(functions);
    bool good = problem.empty() && !attempt.failed() && result.exit.exitCode == 0 && result.exit.kind != ExitKind::Stopped;
    result.state = !good                  ? CellState::Failed
                   : result.fixes.empty() ? CellState::Evaluated
                                          : CellState::EvaluatedWithFixes;
  }

  /// Parses content in place of the block, so that positions are the document's.
  Attempt parse(const Content& content) {
    engine_.diagnostics.clear();
    Attempt attempt;
    attempt.begin = content.changes()[0].originalBegin;
    attempt.file = file_;
    if (content.isMended()) {
      if (SourceFile* mended = engine_.sources.add(file_->name(), content.text())) {
        mended->setOriginal(file_, content.changes());
        attempt.file = mended;
        attempt.begin = 0;
      }
    }
    attempt.end = attempt.begin + uint32_t(content.text().size());
    attempt.cell = parseCell(engine_.context, *attempt.file, {attempt.file->pos(attempt.begin), attempt.file->pos(attempt.end)});
    attempt.cell->number = number_;
    return attempt;
  }

  /// Checks content as the block's; what an earlier attempt at the block declared is forgotten.
  Attempt check(const Content& content) {
    if (checked_) engine_.checker.forgetCell(document_);
    Attempt attempt = parse(content);
    attempt.checked = engine_.checker.checkCell(document_, *attempt.cell);
    checked_ = true;
    attempt.errors = engine_.diagnostics.errorCount();
    attempt.firstError = firstErrorLine();
    return attempt;
  }

  uint32_t firstErrorLine() const {
    for (const Diagnostic* diagnostic : engine_.diagnostics.sorted())
      if (diagnostic->severity == Severity::Error) return engine_.sources.locate(diagnostic->pos).line;
    return 0;
  }

  /// Whether a correction did some good: types are checked once the syntax is right, so further errors may show then.
  static bool isBetter(const Attempt& now, const Attempt& before) {
    if (now.cell->malformed != before.cell->malformed) return before.cell->malformed;
    return now.errors < before.errors || (now.cell->malformed && now.firstError > before.firstError);
  }

  /// Applies the corrections that the errors at hand suggest: all of them, or if that does not help each that does.
  bool mend(Content& content, Attempt& attempt) {
    std::vector<Edit> edits = takeEdits(attempt);
    if (edits.empty()) return false;
    Content tried = content;
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) tried.apply(*edit);
    if (accept(tried, content, attempt)) {
      for (Edit& edit : edits) fixes_.emplace_back(edit.place, std::move(edit.description));
      return true;
    }
    bool helped = false;
    for (size_t i = std::min(edits.size(), kMaxSingleTries); edits.size() > 1 && i-- > 0;) { // backwards: offsets stay right
      tried = content;
      tried.apply(edits[i]);
      if (!accept(tried, content, attempt)) continue;
      fixes_.emplace_back(edits[i].place, std::move(edits[i].description));
      helped = true;
    }
    if (!helped) attempt = check(content);
    return helped;
  }

  /// Takes `tried` for the content if it is better. The checker's state is that of `tried` in any case.
  bool accept(Content& tried, Content& content, Attempt& attempt) {
    Attempt now = check(tried);
    if (!isBetter(now, attempt)) return false;
    attempt = std::move(now);
    content = std::move(tried);
    return true;
  }

  /// The fix-its of the diagnostics at hand as edits of the content: in order, none overlapping another.
  std::vector<Edit> takeEdits(const Attempt& attempt) const {
    std::vector<Edit> edits;
    for (const Diagnostic* diagnostic : engine_.diagnostics.sorted())
      for (const FixIt& fix : diagnostic->fixes) {
        if (!attempt.file->contains(fix.range.begin) || !attempt.file->contains(fix.range.end)) continue;
        uint32_t begin = attempt.file->offset(fix.range.begin), end = attempt.file->offset(fix.range.end);
        if (begin < attempt.begin || end > attempt.end || begin > end) continue;
        std::string old(attempt.file->text().substr(begin, end - begin));
        std::string message = diagnostic->message.substr(0, diagnostic->message.find('\n'));
        std::string description = engine_.sources.describe(fix.range.begin) + ": fixed: " + message + "; " +
                                  (old.empty() ? "inserted `" + fix.text + "`" : "`" + old + "` is now `" + fix.text + "`");
        uint32_t place = attempt.file == file_ ? begin : attempt.file->originalOffset(begin);
        edits.push_back({begin - attempt.begin, end - attempt.begin, fix.text, place, std::move(description)});
      }
    std::sort(edits.begin(), edits.end(),
              [](const Edit& a, const Edit& b) { return std::tie(a.begin, a.end) < std::tie(b.begin, b.end); });
    auto overlaps = [](const Edit& a, const Edit& b) { return b.begin < a.end || (b.begin == a.begin && b.end == a.end); };
    edits.erase(std::unique(edits.begin(), edits.end(), overlaps), edits.end());
    return edits;
  }

  /// After an error the parser may have to skip much. Where a correction suggests itself the rest is read as if it had been
  /// made, and what is wrong further down is reported too.
  void findMoreSyntaxErrors(Content content, const Attempt& failed, Compilation& out) {
    Attempt attempt;
    attempt.file = failed.file;
    attempt.begin = failed.begin;
    attempt.end = failed.end;
    uint32_t reached = firstErrorLine();
    for (int round = 0; round < kMaxRounds; ++round) {
      std::vector<Edit> edits = takeEdits(attempt);
      Compilation found;
      for (const Diagnostic* diagnostic : engine_.diagnostics.sorted())
        if (!diagnostic->fixes.empty()) found.messages.push_back(engine_.messageOf(*diagnostic));
      const size_t errors = engine_.diagnostics.errorCount();
      Compilation all;
      engine_.takeMessages(all);
      for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) content.apply(*edit);
      if (!edits.empty()) attempt = parse(content);
      uint32_t line = edits.empty() ? 0 : firstErrorLine();
      // Something put in where something else may be missing is a guess: what is wrong then must be less. Otherwise it must
      // be further down.
      bool guessed = std::any_of(edits.begin(), edits.end(), [](const Edit& edit) { return edit.begin == edit.end; });
      if (guessed ? engine_.diagnostics.errorCount() >= errors : line <= reached) engine_.diagnostics.clear();
      std::vector<Message>& keep = engine_.diagnostics.hasErrors() ? found.messages : all.messages;
      std::move(keep.begin(), keep.end(), std::back_inserter(out.messages));
      if (!engine_.diagnostics.hasErrors()) break;
      reached = line;
    }
    engine_.diagnostics.clear();
    std::sort(out.messages.begin(), out.messages.end(), [](const Message& a, const Message& b) {
      return std::tie(a.line, a.column, a.text) < std::tie(b.line, b.column, b.text);
    });
  }

  /// What the cell declares and does not use deserves a warning, unless a later block speaks of it.
  void warnOfUnused(const Attempt& attempt) {
    if (attempt.cell->malformed) return;
    for (const sema::Object* o : attempt.checked.unused) {
      auto last = lastMention_.find(o->name.view());
      if (last != lastMention_.end() && last->second > number_) continue;
      engine_.diagnostics.warning(o->pos, DiagCode::UnusedVariable, "declared and not used: " + std::string(o->name.view()));
    }
  }

  void findMentions(const std::vector<MarkdownBlock>& blocks) {
    for (size_t i = 0; i < blocks.size(); ++i) {
      std::string_view part = file_->text().substr(blocks[i].begin, blocks[i].end - blocks[i].begin);
      std::string text(part); // the lexer wants a zero byte after it
      Lexer lexer(text, Pos(), nullptr, nullptr);
      for (Token token = lexer.next(); token.kind != Tok::End; token = lexer.next())
        if (token.kind == Tok::Name) lastMention_[part.substr(token.begin, token.end - token.begin)] = unsigned(i + 1);
    }
  }

  Engine::Impl& engine_;
  const DocumentOptions& options_;
  SourceFile* file_; ///< the document as it is
  sema::Package* document_;
  std::unordered_map<std::string_view, unsigned> lastMention_; ///< the last block each name occurs in
  unsigned number_ = 0;                                        ///< of the block at hand
  bool checked_ = false;                                       ///< an attempt at it was checked
  std::vector<std::pair<uint32_t, std::string>> fixes_;        ///< made in it, with their places
};

} // namespace

std::vector<CellResult> Document::evaluate(const std::string& path, const DocumentOptions& options,
                                           Compilation& problems) {
  std::string text, reason;
  if (!engine_.impl_->files.read(path, text, reason)) {
    load::addProblem(problems, "open " + path + ": " + reason);
    return {};
  }
  Engine::Impl& engine = *engine_.impl_;
  if (!engine.startupProblem.empty()) {
    load::addProblem(problems, engine.startupProblem);
    return {};
  }
  engine.filesRead.insert(path);
  Evaluation evaluation(engine, path, std::move(text), options);
  if (!evaluation.fits()) {
    load::addProblem(problems, path + ": file too large");
    return {};
  }
  return evaluation.run();
}

} // namespace gossamer
