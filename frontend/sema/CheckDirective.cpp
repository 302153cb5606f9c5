// Directives that belong to declarations: //go:embed, which has variables hold files, and //go:linkname, which has a
// declaration stand for another package's.
#include "frontend/sema/Checker-internal.h"

#include <algorithm>

namespace gossamer::sema {

namespace {

// The next token after a comment: spaces, lines and further comments lie between.
uint32_t nextToken(std::string_view text, uint32_t at) {
  auto skipPast = [&](std::string_view end) { at = uint32_t(std::min(text.find(end, at), text.size())); };
  while (at < text.size()) {
    std::string_view rest = text.substr(at);
    if (rest.starts_with("//"))
      skipPast("\n");
    else if (rest.starts_with("/*"))
      skipPast("*/"), at = std::min(at + 2, uint32_t(text.size()));
    else if (std::string_view(" \t\r\n").find(text[at]) != std::string_view::npos)
      at++;
    else
      break;
  }
  return at;
}

bool imports(const ast::File& file, std::string_view quotedPath) {
  for (ast::Decl* decl : file.decls)
    if (auto* group = decl->as<ast::GenDecl>(); group && group->decl == ast::DeclKind::Import)
      for (ast::Node* node : group->specs)
        if (auto* spec = node->as<ast::ImportSpec>(); spec && spec->path && spec->path->text.size() >= 2)
          if (spec->path->text.substr(1, spec->path->text.size() - 2) == quotedPath) return true;
  return false;
}

// The variable declaration that begins at a position: `var x T`, or x T of a group.
ast::ValueSpec* variableAt(const ast::File& file, Pos at) {
  for (ast::Decl* decl : file.decls) {
    auto* group = decl->as<ast::GenDecl>();
    if (!group || group->decl != ast::DeclKind::Var) continue;
    for (ast::Node* node : group->specs) {
      auto* spec = node->as<ast::ValueSpec>();
      if (spec && !spec->names.empty() && at == (group->grouped ? spec->names[0]->pos : group->pos))
        return spec;
    }
  }
  return nullptr;
}

bool liesInFunction(const ast::File& file, Pos at) {
  for (ast::Decl* decl : file.decls)
    if (auto* f = decl->as<ast::FuncDecl>(); f && f->body && f->body->pos < at && at < f->body->rbrace)
      return true;
  return false;
}

} // namespace

void CheckerImpl::collectEmbeds(Package* pkg, ast::File* file) {
  for (const ast::Directive* directive : file->directives) {
    if (directive->name != "embed") continue;
    Pos place = directive->pos.advanced(2); // gc counts from the directive's word
    if (directive->args.empty()) {
      error(place, DiagCode::Type, "usage: //go:embed pattern...");
      continue;
    }
    const SourceFile* source = diags_.sources().fileOf(directive->pos);
    uint32_t next = nextToken(source->text(), source->offset(directive->pos));
    ast::ValueSpec* spec = variableAt(*file, source->pos(next));
    if (!spec) {
      bool inFunction =
          liesInFunction(*file, directive->pos) && source->text().substr(next).starts_with("var");
      error(place, DiagCode::Type,
            inFunction ? "go:embed cannot apply to var inside func" : "misplaced go:embed directive");
      continue;
    }
    if (!imports(*file, "embed")) {
      error(place, DiagCode::Type,
            "go:embed requires import \"embed\" (or import _ \"embed\", if package is not used)");
    } else if (spec->names.size() > 1) {
      error(place, DiagCode::Type, "go:embed cannot apply to multiple vars");
    } else if (!spec->values.empty()) {
      error(place, DiagCode::Type, "go:embed cannot apply to var with initializer");
    } else if (!spec->typeExpr) {
      error(place, DiagCode::Type, "go:embed cannot apply to var without type");
    } else if (int minor = fileVersion(file, pkg->goMinor); minor < 16) {
      error(place, DiagCode::LanguageVersion, "go:embed requires go1.16 or later (-lang was set to go1.",
            minor, "; check go.mod)");
    } else if (Object* variable = spec->names[0]->object; variable && variable->decl) {
      variable->decl->embeds.push_back(directive);
    }
  }
}

void CheckerImpl::collectLinknames(Package* pkg) {
  std::vector<Linkname> found;
  for (ast::File* file : pkg->files)
    for (const ast::Directive* directive : file->directives) {
      if (directive->name != "linkname") continue;
      if (!imports(*file, "unsafe")) {
        error(directive->pos.advanced(2), DiagCode::Type, "//go:linkname only allowed in Go files that import \"unsafe\"");
        continue;
      }
      size_t end = std::min(directive->args.find_first_of(" \t"), directive->args.size());
      std::string_view target = directive->args.substr(end);
      target.remove_prefix(std::min(target.find_first_not_of(" \t"), target.size()));
      Object* local = pkg->scope->lookup(symbols_.intern(directive->args.substr(0, end)));
      if (local && !target.empty()) found.push_back({local, target});
    }
  pkg->linknames = arena_.copy(found);
}

std::vector<Initializer> CheckerImpl::embeddings(Package* pkg) {
  std::vector<Initializer> out;
  for (Object* v : state(pkg).objects) {
    if (!v->isVar() || !v->decl || v->decl->embeds.empty() || !v->type || isInvalid(v->type)) continue;
    auto* named = cast<Named>(unalias(v->type));
    bool isFiles =
        named && named->obj->pkg && named->obj->pkg->path == "embed" && named->obj->name.view() == "FS";
    auto* slice = as<Slice>(v->type);
    auto* basic = as<Basic>(v->type);
    bool isBytes = slice && as<Basic>(slice->elem) && as<Basic>(slice->elem)->basic == BasicKind::Uint8;
    bool isString = basic && basic->basic == BasicKind::String;
    if (!isFiles && !isBytes && !isString) {
      error(v->pos, DiagCode::Type, "go:embed cannot apply to var of type ", v->type);
      continue;
    }
    std::vector<const ast::EmbeddedFile*> files;
    bool found = true;
    for (const ast::Directive* directive : v->decl->embeds) {
      found = found && directive->files;
      if (directive->files)
        for (const ast::EmbeddedFile& file : *directive->files) files.push_back(&file);
    }
    if (!found) continue; // has been reported
    std::sort(files.begin(), files.end(), [](auto* a, auto* b) { return a->path < b->path; });
    files.erase(std::unique(files.begin(), files.end(), [](auto* a, auto* b) { return a->path == b->path; }),
                files.end());
    if (!isFiles && files.size() != 1) {
      error(v->pos, DiagCode::Type, "invalid go:embed: multiple files for type ", v->type);
      continue;
    }
    Initializer& i = out.emplace_back();
    i.lhs = arena_.makeSpan<Object*>(1);
    i.lhs[0] = v;
    i.files = arena_.copy(files);
  }
  return out;
}

} // namespace gossamer::sema
