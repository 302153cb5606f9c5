// Lexes and parses the files named on the command line (or, with -, on standard input) and prints their
// diagnostics as gc would, with -v the speed. What the differential tests and measurements of the front end
// run.
//
//   parse_bench [-v] [-q] [--tokens] [--ast] [--repeat=N] FILE…
#include "frontend/lex/Lexer.h"
#include "frontend/parse/Parser.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>

using namespace gossamer;

// CPU time of this thread: what else the machine does should not count.
struct Clock {
  using duration = std::chrono::nanoseconds;
  using time_point = std::chrono::time_point<Clock, duration>;
  static time_point now() {
    timespec ts;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &ts);
    return time_point(std::chrono::seconds(ts.tv_sec) + std::chrono::nanoseconds(ts.tv_nsec));
  }
};

// Directives inside bodies are only seen by who reads the bodies, so they do not count.
static std::string dumpDecls(const ast::File& file, const SourceManager& sources) {
  std::string out;
  for (ast::Decl* decl : file.decls) out += ast::dump(*decl, &sources);
  return out;
}

int main(int argc, char** argv) {
  bool verbose = false, quiet = false, dumpTree = false, dumpText = false;
  int repeat = 1;
  std::vector<std::string> names;
  for (int i = 1; i < argc; ++i) {
    std::string arg = argv[i];
    if (arg == "-v")
      verbose = true;
    else if (arg == "-q")
      quiet = true;
    else if (arg == "--ast")
      dumpTree = true;
    else if (arg == "--tokens")
      dumpText = true;
    else if (arg.starts_with("--repeat="))
      repeat = std::atoi(arg.c_str() + 9);
    else if (arg == "-") {
      for (std::string line; std::getline(std::cin, line);) names.push_back(line);
    } else {
      names.push_back(arg);
    }
  }
  double lexSeconds = 0, parseSeconds = 0, lazySeconds = 0;
  size_t bytes = 0, lines = 0, failed = 0, mismatched = 0;
  for (const std::string& name : names) {
    std::ifstream in(name, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    SourceManager sources;
    SourceFile* file = sources.add(name, text);
    if (dumpText) {
      DiagnosticEngine diags(sources);
      std::fputs(dumpTokens(*file, diags).c_str(), stdout);
      std::fputs(diags.render({}).c_str(), stdout);
      continue;
    }
    for (int i = 0; i < repeat; ++i) {
      auto start = Clock::now();
      {
        SymbolTable symbols;
        Lexer lexer(file->text(), file->pos(0), &symbols, nullptr);
        while (lexer.next().kind != Tok::End) {
        }
      }
      auto lexed = Clock::now();
      Arena arena;
      SymbolTable symbols;
      DiagnosticEngine diags(sources);
      ParseContext context{arena, symbols, diags};
      ast::File* tree = parseFile(context, *file);
      auto parsed = Clock::now();
      lexSeconds += std::chrono::duration<double>(lexed - start).count();
      parseSeconds += std::chrono::duration<double>(parsed - lexed).count();
      bytes += text.size();
      lines += file->lineCount();
      if (i != 0) continue;
      if (diags.hasErrors()) {
        ++failed;
        RenderOptions options;
        options.limit = 0;
        options.notes = verbose;
        if (!quiet) std::fputs(diags.render(options).c_str(), stdout);
      } else {
        // The same file with its bodies skipped and parsed afterwards must give the same tree.
        std::string whole = dumpDecls(*tree, sources);
        if (dumpTree) std::fputs(ast::dump(*tree, &sources).c_str(), stdout);
        auto bodies = findBodies(file->text());
        auto lazyStart = Clock::now();
        ast::File* lazy = parseFile(context, *file, bodies);
        lazySeconds += std::chrono::duration<double>(Clock::now() - lazyStart).count();
        for (ast::Decl* decl : lazy->decls) {
          if (auto* function = decl->as<ast::FuncDecl>(); function && function->lazyBody.begin) {
            parseBody(context, *file, *function);
          }
        }
        if (dumpDecls(*lazy, sources) != whole) {
          ++mismatched;
          std::printf("%s: lazily parsed tree differs\n", name.c_str());
        }
      }
    }
  }
  if (verbose) {
    std::printf("%zu files, %zu failed, %zu differ lazily; %zu lines, %.1f MB; lex %.0f MB/s; lex+parse %.2f "
                "M lines/s, "
                "%.0f MB/s; lazily %.3f s\n",
                names.size(), failed, mismatched, lines, double(bytes) / 1e6,
                double(bytes) / 1e6 / lexSeconds, double(lines) / 1e6 / parseSeconds,
                double(bytes) / 1e6 / parseSeconds, lazySeconds);
  }
  return failed + mismatched ? 1 : 0;
}
