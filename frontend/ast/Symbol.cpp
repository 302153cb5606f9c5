#include "frontend/ast/Symbol.h"

#include <utf8proc.h>

namespace gossamer {

static uint32_t hashName(std::string_view name) {
  // Eight bytes at a time; names are short, so this is one or two rounds.
  uint64_t h = name.size() * 0x9E3779B97F4A7C15u;
  const char* at = name.data();
  size_t left = name.size();
  while (left >= 8) {
    uint64_t word;
    std::memcpy(&word, at, 8);
    h = (h ^ word) * 0xFF51AFD7ED558CCDu;
    h ^= h >> 32;
    at += 8;
    left -= 8;
  }
  uint64_t tail = 0;
  for (size_t i = 0; i < left; ++i) tail = tail << 8 | static_cast<unsigned char>(at[i]);
  h = (h ^ tail) * 0xFF51AFD7ED558CCDu;
  return static_cast<uint32_t>(h ^ h >> 32);
}

static bool startsUpper(std::string_view name) {
  if (name.empty()) return false;
  unsigned char first = static_cast<unsigned char>(name[0]);
  if (first < 0x80) return first >= 'A' && first <= 'Z';
  utf8proc_int32_t c;
  auto width = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
                                static_cast<utf8proc_ssize_t>(name.size()), &c);
  return width > 0 && utf8proc_category(c) == UTF8PROC_CATEGORY_LU;
}

SymbolTable::SymbolTable() : slots_(1024) {}

Symbol SymbolTable::intern(std::string_view name) {
  uint32_t hash = hashName(name);
  size_t mask = slots_.size() - 1;
  for (size_t at = hash & mask;; at = (at + 1) & mask) {
    const Symbol::Entry* entry = slots_[at];
    if (!entry) {
      std::string_view text = arena_.copy(name);
      auto* made = arena_.make<Symbol::Entry>();
      *made = {text.data(), static_cast<uint32_t>(text.size()), hash, startsUpper(text)};
      slots_[at] = made;
      if (++count_ * 2 > slots_.size()) grow();
      return Symbol(made);
    }
    if (entry->hash == hash && entry->size == name.size() &&
        std::memcmp(entry->text, name.data(), name.size()) == 0) {
      return Symbol(entry);
    }
  }
}

Symbol SymbolTable::find(std::string_view name) const {
  uint32_t hash = hashName(name);
  size_t mask = slots_.size() - 1;
  for (size_t at = hash & mask; slots_[at]; at = (at + 1) & mask) {
    const Symbol::Entry* entry = slots_[at];
    if (entry->hash == hash && std::string_view(entry->text, entry->size) == name) return Symbol(entry);
  }
  return Symbol();
}

void SymbolTable::grow() {
  std::vector<const Symbol::Entry*> old(slots_.size() * 2);
  old.swap(slots_);
  size_t mask = slots_.size() - 1;
  for (const Symbol::Entry* entry : old) {
    if (!entry) continue;
    size_t at = entry->hash & mask;
    while (slots_[at]) at = (at + 1) & mask;
    slots_[at] = entry;
  }
}

} // namespace gossamer
