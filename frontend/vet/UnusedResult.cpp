// unusedresult: calls made for their result alone, which is then dropped.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

#include <algorithm>

namespace gossamer::vet {
namespace {

bool onlyComputes(const sema::Object& function) {
  struct Row {
    std::string_view path, name;
  };
  constexpr Row kRows[] = {
      {"context", "WithCancel"}, {"context", "WithDeadline"}, {"context", "WithTimeout"},
      {"context", "WithValue"},  {"errors", "New"},           {"fmt", "Append"},
      {"fmt", "Appendf"},        {"fmt", "Appendln"},         {"fmt", "Errorf"},
      {"fmt", "Sprint"},         {"fmt", "Sprintf"},          {"fmt", "Sprintln"},
      {"maps", "All"},           {"maps", "Clone"},           {"maps", "Collect"},
      {"maps", "Equal"},         {"maps", "EqualFunc"},       {"maps", "Keys"},
      {"maps", "Values"},        {"slices", "All"},           {"slices", "AppendSeq"},
      {"slices", "Backward"},    {"slices", "BinarySearch"},  {"slices", "BinarySearchFunc"},
      {"slices", "Chunk"},       {"slices", "Clip"},          {"slices", "Clone"},
      {"slices", "Collect"},     {"slices", "Compact"},       {"slices", "CompactFunc"},
      {"slices", "Compare"},     {"slices", "CompareFunc"},   {"slices", "Concat"},
      {"slices", "Contains"},    {"slices", "ContainsFunc"},  {"slices", "Delete"},
      {"slices", "DeleteFunc"},  {"slices", "Equal"},         {"slices", "EqualFunc"},
      {"slices", "Grow"},        {"slices", "Index"},         {"slices", "IndexFunc"},
      {"slices", "Insert"},      {"slices", "IsSorted"},      {"slices", "IsSortedFunc"},
      {"slices", "Max"},         {"slices", "MaxFunc"},       {"slices", "Min"},
      {"slices", "MinFunc"},     {"slices", "Repeat"},        {"slices", "Replace"},
      {"slices", "Sorted"},      {"slices", "SortedFunc"},    {"slices", "SortedStableFunc"},
      {"slices", "Values"},      {"sort", "Reverse"},
  };
  return std::any_of(std::begin(kRows), std::end(kRows),
                     [&](const Row& row) { return isFunction(&function, row.path, row.name); });
}

// func (T) String() string, or Error.
bool isTextMethod(const sema::Object& function) {
  std::string_view name = function.name.view();
  auto* signature = sema::cast<sema::Signature>(function.type);
  return (name == "String" || name == "Error") && signature && signature->recv &&
         signature->params->size() == 0 && signature->results->size() == 1 &&
         sema::cast<sema::Basic>(sema::unalias(signature->results->at(0))) &&
         sema::basicKind(signature->results->at(0)) == sema::BasicKind::String;
}

} // namespace

void checkUnusedResult(Pass& pass) {
  pass.on<ast::ExprStmt>([&pass](ast::ExprStmt& stmt) {
    auto* call = ast::unparen(stmt.x)->as<ast::CallExpr>();
    const sema::Object* function = call ? pass.callee(*call) : nullptr;
    if (function && (onlyComputes(*function) || isTextMethod(*function)))
      pass.report(ast::startPos(*call), "result of " + fullName(*function) + " call not used");
  });
}

} // namespace gossamer::vet
