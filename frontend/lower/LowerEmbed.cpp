// Variables that hold embedded files.
#include "frontend/lower/FunctionLowerer.h"

namespace gossamer::lower {

// A string is a constant; slices and file systems are made by functions of package embed (stdlib/embed),
// which whoever has such a variable imports.
void FunctionLowerer::embedded(sema::Object& variable, std::span<const ast::EmbeddedFile* const> files) {
  if (variable.name.isBlank()) return;
  Block block(*this);
  statementTop_ = top_;
  at(variable.pos);
  const Rep* r = rep(variable.type);
  auto load = [&](Reg to, std::string_view text) { b_.emitLoadStr(to, program_.in.module.string(text)); };
  constexpr uint32_t kStringSlots = 2, kHeaderSlots = 3;
  if (r->kind == Kind::String) {
    Reg value = alloc(r);
    load(value, files[0]->data);
    return store(place(&variable, pos_), value);
  }
  bool isBytes = r->kind == Kind::Slice;
  const sema::Package* library = program_.in.checker.findPackage("embed");
  sema::Object* maker =
      library->scope->lookup(program_.in.checker.types().symbols().intern(isBytes ? "newBytes" : "newFS"));
  Reg window = alloc(kHeaderSlots + r->slots + (isBytes ? 1 : 2) * kStringSlots);
  Reg argument = Reg(window + kHeaderSlots + r->slots);
  if (isBytes) {
    load(argument, files[0]->data);
  } else {
    std::string index, data;
    for (const ast::EmbeddedFile* file : files) {
      index += std::to_string(file->data.size()) + " " + file->path + "\n";
      data += file->data;
    }
    load(argument, index);
    load(Reg(argument + kStringSlots), data);
  }
  emitCall(window, program_.functionOf(maker));
  store(place(&variable, pos_), Reg(window + kHeaderSlots));
}

} // namespace gossamer::lower
