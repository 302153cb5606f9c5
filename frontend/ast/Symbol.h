// Interned names: two Symbols of one SymbolTable are the same name exactly when they are the same pointer.
//
// Thread safety: none; a table belongs to one compilation and is used under its lock. Reading a Symbol needs
// no lock.
#pragma once

#include "frontend/ast/Arena.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace gossamer {

class Symbol {
public:
  constexpr Symbol() = default;

  std::string_view view() const {
    return entry_ ? std::string_view(entry_->text, entry_->size) : std::string_view();
  }
  explicit operator bool() const { return entry_ != nullptr; }
  bool operator==(const Symbol&) const = default;
  bool isBlank() const { return view() == "_"; }
  // A capital letter first (Unicode class Lu), as Go's export rule says.
  bool isExported() const { return entry_ && entry_->exported; }
  uint32_t hash() const { return entry_ ? entry_->hash : 0; }

private:
  friend class SymbolTable;
  struct Entry {
    const char* text;
    uint32_t size;
    uint32_t hash;
    bool exported;
  };
  explicit Symbol(const Entry* entry) : entry_(entry) {}

  const Entry* entry_ = nullptr;
};

class SymbolTable {
public:
  SymbolTable();
  SymbolTable(const SymbolTable&) = delete;
  SymbolTable& operator=(const SymbolTable&) = delete;

  Symbol intern(std::string_view name);
  // The symbol if the name was ever interned, else an empty one.
  Symbol find(std::string_view name) const;
  size_t size() const { return count_; }

private:
  void grow();

  Arena arena_;
  std::vector<const Symbol::Entry*> slots_; // open addressing, a power of two
  size_t count_ = 0;
};

} // namespace gossamer

template <> struct std::hash<gossamer::Symbol> {
  size_t operator()(gossamer::Symbol symbol) const { return symbol.hash(); }
};
