#include "frontend/sema/Checker.h"

#include "frontend/sema/Checker-internal.h"

namespace gossamer::sema {

Checker::Checker(const ParseContext& context, Importer& importer)
    : impl_(std::make_unique<CheckerImpl>(context, importer)) {}
Checker::~Checker() = default;

Package* Checker::checkPackage(const PackageInput& input) { return impl_->checkPackage(input); }

Package* Checker::findPackage(std::string_view path) {
  auto it = impl_->packages_.find(path);
  return it == impl_->packages_.end() ? nullptr : it->second;
}

bool Checker::checkBody(Object* func) { return impl_->checkBody(func); }

const Instance* Checker::instanceOf(const ast::Expr* e) const {
  auto it = impl_->instances_.find(const_cast<ast::Expr*>(e));
  return it == impl_->instances_.end() ? nullptr : it->second;
}

Type* Checker::basic(BasicKind kind) { return impl_->types_.basic(kind); }
Type* Checker::byteType() { return impl_->types_.byteType(); }
Type* Checker::runeType() { return impl_->types_.runeType(); }
Named* Checker::errorType() { return impl_->types_.errorType(); }
Interface* Checker::emptyInterface() { return impl_->types_.emptyInterface(); }
TypeContext& Checker::types() { return impl_->types_; }
ConstantPool& Checker::constants() { return impl_->consts_; }
Arena& Checker::arena() { return impl_->arena_; }
const Scope* Checker::universe() { return impl_->types_.universe(); }
void Checker::allowMissingBodies() { impl_->mayLackBodies_ = true; }
Package* Checker::openDocument(std::string_view path, int goMinor) { return impl_->openDocument(path, goMinor); }
void Checker::forgetCell(Package* document) { impl_->forgetCell(document); }
Checker::CellResult Checker::checkCell(Package* document, ast::Cell& cell) { return impl_->checkCell(document, cell); }

} // namespace gossamer::sema
