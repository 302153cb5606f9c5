// A source in memory with everything a parse needs.
#pragma once

#include "frontend/parse/Parser.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace gossamer {

struct Parsed {
  SourceManager sources;
  Arena arena;
  SymbolTable symbols;
  DiagnosticEngine diags{sources};
  ParseContext context{arena, symbols, diags};
  SourceFile* source = nullptr;
  ast::File* file = nullptr;
  ast::Cell* cell = nullptr;

  static std::unique_ptr<Parsed> asFile(std::string text) {
    auto out = std::make_unique<Parsed>();
    out->source = out->sources.add("t.go", std::move(text));
    out->file = parseFile(out->context, *out->source);
    return out;
  }
  // The part of the text between the two marks "<<<" and ">>>" is the cell.
  static std::unique_ptr<Parsed> asCell(std::string text) {
    auto out = std::make_unique<Parsed>();
    size_t begin = text.find("<<<"), end = text.find(">>>");
    begin = begin == std::string::npos ? 0 : begin + 3;
    end = end == std::string::npos ? text.size() : end;
    out->source = out->sources.add("t.md", std::move(text));
    out->cell = parseCell(
        out->context, *out->source,
        {out->source->pos(static_cast<uint32_t>(begin)), out->source->pos(static_cast<uint32_t>(end))});
    return out;
  }

  std::string errors() const {
    RenderOptions options;
    options.limit = 0;
    options.notes = false;
    return diags.render(options);
  }
  // The cell's text with every fix-it applied.
  std::string fixed() const {
    std::string text(source->text());
    for (size_t i = diags.all().size(); i-- > 0;) {
      for (const FixIt& fix : diags.all()[i].fixes) {
        uint32_t begin = source->offset(fix.range.begin), end = source->offset(fix.range.end);
        text.replace(begin, end - begin, fix.text);
      }
    }
    return text;
  }
};

} // namespace gossamer
