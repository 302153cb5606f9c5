// Messages as people read them.
#include "gossamer/Engine.h"

#include <algorithm>

namespace gossamer {
namespace {

struct Paint {
  const char *bold, *error, *warning, *caret, *off;
};
constexpr Paint kPlain = {"", "", "", "", ""};
constexpr Paint kAnsi = {"\033[1m", "\033[1;31m", "\033[1;35m", "\033[1;32m", "\033[0m"};

// Beyond this a source line would flood the terminal.
constexpr size_t kWidestLine = 200;

void appendSourceLine(std::string& out, const Message& message, const Paint& paint) {
  size_t column = message.column > 0 ? message.column - 1 : 0;
  if (message.sourceLine.empty() || message.sourceLine.size() > kWidestLine || column > message.sourceLine.size()) return;
  out += "    " + message.sourceLine + "\n    ";
  for (size_t i = 0; i < column; ++i) {
    auto byte = static_cast<unsigned char>(message.sourceLine[i]);
    if (byte == '\t') out += '\t';
    else if ((byte & 0xC0) != 0x80) out += ' '; // a continuation byte takes no cell of its own
  }
  out += std::string(paint.caret) + "^" + paint.off + "\n";
}

} // namespace

std::string render(const Message& message, Colour colour) {
  const Paint& paint = colour == Colour::Always ? kAnsi : kPlain;
  std::string out;
  if (!message.file.empty()) {
    out += paint.bold + message.file;
    if (message.line) out += ":" + std::to_string(message.line);
    if (message.column) out += ":" + std::to_string(message.column);
    out += std::string(":") + paint.off + " ";
  }
  if (message.kind == MessageKind::Warning) out += std::string(paint.warning) + "warning:" + paint.off + " ";
  out += message.text + "\n";
  if (colour == Colour::Always) appendSourceLine(out, message, paint);
  for (const std::string& note : message.notes) out += "\t" + note + "\n";
  return out;
}

std::string Compilation::text(Colour colour) const {
  std::string out;
  for (const Message& message : messages) out += render(message, colour);
  if (tooMany) out += "too many errors\n";
  return out;
}

} // namespace gossamer
