#include "frontend/driver/InitialisationOrder.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <string>
#include <unordered_map>

namespace gossamer {
namespace {

// gc's linker orders the names of the packages' tasks, so a character below '.' in a path comes before the
// path's end.
std::string taskName(const sema::Package& package) {
  return std::string(package.path) + "..inittask";
}

struct Task {
  sema::Package* package;
  std::string name;
  size_t waitsFor = 0;
  bool ofRuntime = false;
  std::vector<size_t> waiting;
};

} // namespace

std::vector<sema::Package*> initialisationOrder(std::span<sema::Package* const> packages) {
  std::vector<Task> tasks;
  std::unordered_map<const sema::Package*, size_t> numbers;
  for (sema::Package* package : packages) {
    std::vector<size_t> imports;
    for (const sema::Package* imported : package->imports)
      if (auto found = numbers.find(imported); found != numbers.end()) imports.push_back(found->second);
    if (imports.empty() && package->initOrder.empty() && package->initFuncs.empty()) continue;
    size_t number = tasks.size();
    numbers[package] = number;
    tasks.push_back({.package = package, .name = taskName(*package), .waitsFor = imports.size()});
    for (size_t imported : imports) tasks[imported].waiting.push_back(number);
  }
  for (size_t i = tasks.size(); i-- > 0;) {
    tasks[i].ofRuntime |= tasks[i].package->path == "runtime";
    if (!tasks[i].ofRuntime) continue;
    for (const sema::Package* imported : tasks[i].package->imports)
      if (auto found = numbers.find(imported); found != numbers.end()) tasks[found->second].ofRuntime = true;
  }

  auto later = [&](size_t a, size_t b) {
    if (tasks[a].ofRuntime != tasks[b].ofRuntime) return tasks[b].ofRuntime;
    return tasks[a].name > tasks[b].name;
  };
  std::priority_queue<size_t, std::vector<size_t>, decltype(later)> ready(later);
  for (size_t i = 0; i < tasks.size(); ++i)
    if (tasks[i].waitsFor == 0) ready.push(i);
  std::vector<sema::Package*> order;
  order.reserve(tasks.size());
  while (!ready.empty()) {
    size_t next = ready.top();
    ready.pop();
    order.push_back(tasks[next].package);
    for (size_t waiting : tasks[next].waiting)
      if (--tasks[waiting].waitsFor == 0) ready.push(waiting);
  }
  return order;
}

} // namespace gossamer
