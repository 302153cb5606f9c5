// structtag: tags of struct fields that reflect.StructTag does not understand, and names that encoders would
// see twice.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

#include <map>
#include <unordered_set>
#include <vector>

namespace gossamer::vet {
namespace {

struct Pair {
  std::string_view key, value; // value without quotes, escapes as written
};

// What is wrong with a tag, or the pairs in it.
const char* parseTag(std::string_view tag, std::vector<Pair>& pairs) {
  constexpr const char* kPair = "bad syntax for struct tag pair";
  for (bool first = true; !tag.empty(); first = false) {
    size_t blanks = tag.find_first_not_of(' ');
    if (!first && blanks == 0) return "key:\"value\" pairs not separated by spaces";
    if (blanks == std::string_view::npos) return nullptr;
    tag.remove_prefix(blanks);
    size_t key = 0;
    while (key < tag.size() && tag[key] > ' ' && tag[key] != ':' && tag[key] != '"' && tag[key] != 0x7f)
      ++key;
    if (key == 0) return "bad syntax for struct tag key";
    if (key + 1 >= tag.size() || tag[key] != ':') return kPair;
    if (tag[key + 1] != '"') return "bad syntax for struct tag value";
    size_t end = key + 2;
    while (end < tag.size() && tag[end] != '"') end += tag[end] == '\\' ? 2 : 1;
    if (end >= tag.size()) return "bad syntax for struct tag value";
    pairs.push_back({tag.substr(0, key), tag.substr(key + 2, end - key - 2)});
    tag.remove_prefix(end + 1);
  }
  return nullptr;
}

// Names that encoders see, by key, level of embedding and name, with the place of the field that has it.
using Seen = std::map<std::tuple<std::string_view, int, std::string_view>, Pos>;

class StructTags {
public:
  StructTags(Pass& pass, Seen& seen) : pass_(pass), seen_(seen) {}

  void check(const sema::Object& field, std::string_view tag, Pos at, int level) {
    std::vector<Pair> pairs;
    const char* problem = parseTag(tag, pairs);
    for (std::string_view key : {"json", "xml"}) duplicates(field, pairs, key, at, level);
    if (problem)
      pass_.report(at, "struct field tag `" + std::string(tag) +
                           "` not compatible with reflect.StructTag.Get: " + problem);
    for (std::string_view key : {"json", "xml"}) {
      std::string_view value = valueOf(pairs, key);
      if (!value.empty() && value != "-" && !field.isExported() && !field.isEmbedded) {
        pass_.report(at, "struct field " + std::string(field.name.view()) + " has " + std::string(key) +
                             " tag but is not exported");
        break;
      }
    }
  }

private:
  static std::string_view valueOf(const std::vector<Pair>& pairs, std::string_view key) {
    for (const Pair& pair : pairs)
      if (pair.key == key) return pair.value;
    return {};
  }

  void duplicates(const sema::Object& field, const std::vector<Pair>& pairs, std::string_view key, Pos at,
                  int level) {
    std::string_view value = valueOf(pairs, key);
    if (value == "-") return;
    if (value.empty() || value[0] == ',') {
      // The fields of an embedded struct count as the outer one's own, a level down.
      auto* structure = field.isEmbedded ? sema::as<sema::Struct>(field.type) : nullptr;
      if (!structure || key == "xml" || !embedded_.insert(structure).second) return;
      for (size_t i = 0; i < structure->fields.size(); ++i) {
        std::vector<Pair> inner;
        if (!structure->tag(i).empty()) parseTag(structure->tag(i), inner);
        duplicates(*structure->fields[i], inner, key, at, level + 1);
      }
      return;
    }
    std::string_view name = value.substr(0, value.find(','));
    if (key == "xml" && value.find(',') != std::string_view::npos) {
      std::string_view option = value.substr(value.find(',') + 1);
      if (option.starts_with("attr")) key = "xml attribute";
    }
    auto [earlier, isNew] = seen_.try_emplace({key, level, name}, field.pos);
    if (isNew || earlier->second == field.pos) return;
    Location first = pass_.sources().locate(earlier->second);
    std::string file(first.fileName());
    pass_.report(at, "struct field " + std::string(field.name.view()) + " repeats " + std::string(key) +
                         " tag \"" + std::string(name) + "\" also at " + file.substr(file.rfind('/') + 1) +
                         ":" + std::to_string(first.line));
  }

  Pass& pass_;
  Seen& seen_;
  std::unordered_set<const sema::Struct*> embedded_; // looked into already
};

} // namespace

void checkStructTag(Pass& pass) {
  pass.on<ast::StructTypeExpr>([&pass](ast::StructTypeExpr& x) {
    auto* structure = x.type ? sema::as<sema::Struct>(x.type) : nullptr;
    if (!structure || structure->tags.empty()) return;
    Seen seen;
    StructTags tags(pass, seen);
    for (size_t i = 0; i < structure->fields.size(); ++i)
      tags.check(*structure->fields[i], structure->tag(i), structure->fields[i]->pos, 1);
  });
}

} // namespace gossamer::vet
