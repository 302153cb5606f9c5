// What the user typed, understood. Flags take one dash or two, as Go's do.
#pragma once

#include "gossamer/Engine.h"

#include <string>
#include <vector>

namespace gossamer {

enum class Command : uint8_t { Run, Check, Vet, Dump, Book, Version };

struct CommandLine {
  /// parseCommandLine's answer when there is a command to carry out; any other is the process's exit status.
  static constexpr int kGoOn = -1;

  Command command = Command::Run;
  Options options;
  std::vector<std::string> files; ///< never empty, except for Version
  std::vector<std::string> programArguments;
  DumpKind dumpKind = DumpKind::Bytecode;
  bool fix = false;
  std::vector<std::string> analyzers; ///< of vet
  int reportEnd = -1; ///< the descriptor that is told how the run ended; -1: none
};

int parseCommandLine(int argc, char** argv, CommandLine& line);

} // namespace gossamer
