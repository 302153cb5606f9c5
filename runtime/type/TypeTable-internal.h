// What the parts of TypeTable's implementation share.
#pragma once

#include "runtime/type/TypeTable.h"

#include <array>

namespace gossamer {

// Memory that lives as long as the table: names, field lists, method tables. Guarded by the table's mutex.
class TypeArena {
public:
  void* allocate(size_t bytes);
  std::string_view copy(std::string_view text);
  template <class T> std::span<const T> copy(std::span<const T> items) {
    if (items.empty()) return {};
    auto* to = static_cast<T*>(allocate(items.size_bytes()));
    std::uninitialized_copy(items.begin(), items.end(), to);
    return {to, items.size()};
  }

private:
  static constexpr size_t kChunk = 16 * 1024;
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;
  size_t left_ = 0;
};

struct TypeTable::Impl {
  mutable std::mutex mutex;
  TypeArena arena;
  std::deque<TypeInfo> types;
  std::unordered_map<std::string, TypeInfo*> index; // structural key → type
  std::vector<TypeInfo*> waiting;                   // not laid out: a component is not yet
  std::unordered_map<std::string, SelectorId> selectors;
  std::deque<std::string_view> selectorNames;

  // Answers of implements(), direct mapped. An entry is type id << 33 | interface id << 1 | answer; entry 0
  // is none.
  static constexpr size_t kAnswers = 2048;
  std::array<std::atomic<uint64_t>, kAnswers> answers = {};

  // All of these need the mutex.
  TypeInfo* addLocked(Kind kind);
  TypeInfo* findLocked(const std::string& key) const;
  SelectorId selectorLocked(std::string_view name, std::string_view pkgPath);
  std::string_view copyLocked(std::string_view text) { return arena.copy(text); }
};

// Sets size, alignment, shape and flags from kind and components; false if a component is not laid out yet.
bool layOut(TypeInfo& type, ShapeTable& shapes);
bool isExportedName(std::string_view name);

// Texts as reflect prints them.
std::string structString(std::span<const TypeField> fields);
std::string funcString(const TypeInfo& type, bool withKeyword);
std::string interfaceString(std::span<const InterfaceMethod> methods);
std::string chanString(const TypeInfo* elem, ChanDir dir);

} // namespace gossamer
