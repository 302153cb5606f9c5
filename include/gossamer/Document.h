// Evaluation of a document whose ```go blocks are cells that share one world (docs/book.md has the rules).
#pragma once

#include "gossamer/Engine.h"

#include <functional>
#include <string>
#include <vector>

namespace gossamer {

enum class CellState : uint8_t { Evaluated, EvaluatedWithFixes, Failed };

/// What became of one block.
struct CellResult {
  unsigned number = 0; ///< from 1
  uint32_t line = 0;   ///< of the opening fence
  CellState state = CellState::Evaluated;
  std::vector<Message> messages;  ///< diagnostics and warnings, at their places in the document
  std::vector<std::string> fixes; ///< corrections made, one sentence each
  Exit exit;                      ///< how running it ended
};

struct DocumentOptions {
  /// Apply the corrections that are certain enough to be made without asking.
  bool fix = false;
  /// Called for each cell when its messages and fixes are known and it is about to run, so that a front end can report as
  /// it goes.
  std::function<void(const CellResult&)> onChecked;
};

class Document {
public:
  /// The engine must not have compiled anything else.
  explicit Document(Engine& engine) : engine_(engine) {}

  /// Evaluates every block of the Markdown file in order; the file itself is never changed. A panic, a fatal error or
  /// os.Exit with a status other than 0 fails the cell that is running; the others go on. Engine::requestStop ends the
  /// evaluation: the last cell's exit then says so.
  std::vector<CellResult> evaluate(const std::string& path, const DocumentOptions& options, Compilation& problems);

private:
  Engine& engine_;
};

} // namespace gossamer
