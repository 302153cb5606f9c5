#include "frontend/driver/Inputs.h"

#include "frontend/driver/BuildConstraint.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gossamer {
namespace {

// Positions are 32 bits wide, so no program can be larger.
constexpr size_t kMaxSource = size_t(1) << 30;

bool readDescriptor(int fd, std::string& out, std::string& reason) {
  // A regular file is read at once, with a byte to spare in which its end shows.
  constexpr size_t kLeast = 16 << 10;
  struct stat facts{};
  size_t chunk = kLeast;
  if (fstat(fd, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0)
    chunk = std::min(size_t(facts.st_size), kMaxSource) + 1;
  for (;; chunk = std::max(kLeast, out.size())) {
    size_t had = out.size();
    if (had > kMaxSource) {
      reason = "file too large";
      return false;
    }
    out.resize(had + chunk);
    ssize_t got = ::read(fd, out.data() + had, chunk);
    out.resize(had + size_t(std::max<ssize_t>(got, 0)));
    if (got == 0) return true;
    if (got < 0 && errno != EINTR) {
      reason = std::strerror(errno); // NOLINT(concurrency-mt-unsafe): glibc's is, for known errors
      return false;
    }
  }
}

std::string lowerFirst(std::string reason) {
  if (!reason.empty()) reason[0] = char(std::tolower(static_cast<unsigned char>(reason[0])));
  return reason;
}

void readDirectory(const std::string& path, std::vector<Source>& out, Compilation& problems) {
  std::vector<std::string> names;
  DIR* directory = opendir(path.c_str());
  if (!directory) {
    addProblem(problems, "open " + path + ": " + lowerFirst(std::strerror(errno))); // NOLINT(concurrency-mt-unsafe)
    return;
  }
  while (const dirent* entry = readdir(directory)) // NOLINT(concurrency-mt-unsafe): a DIR of our own
    if (fileNameAdmits(entry->d_name)) names.emplace_back(entry->d_name);
  closedir(directory);
  std::sort(names.begin(), names.end());
  size_t before = out.size();
  for (const std::string& name : names) {
    std::string file = path.ends_with('/') ? path + name : path + "/" + name;
    std::string text, reason;
    if (!readFile(file, text, reason)) addProblem(problems, "open " + file + ": " + reason);
    else if (buildLineAdmits(text)) out.push_back({std::move(file), std::move(text)});
  }
  if (out.size() == before && problems.messages.empty())
    addProblem(problems, names.empty() ? "no Go files in " + path
                                       : "build constraints exclude all Go files in " + path);
}

} // namespace

void addProblem(Compilation& problems, std::string text) {
  problems.failed = true;
  problems.messages.push_back({.text = "gossamer: " + std::move(text)});
}

bool readFile(const std::string& path, std::string& out, std::string& reason) {
  int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    reason = lowerFirst(std::strerror(errno)); // NOLINT(concurrency-mt-unsafe)
    return false;
  }
  bool good = readDescriptor(fd, out, reason);
  reason = lowerFirst(reason);
  ::close(fd);
  return good;
}

std::vector<Source> readInputs(const std::vector<std::string>& paths, Compilation& problems) {
  std::vector<Source> sources;
  for (const std::string& path : paths) {
    struct stat facts{};
    if (path == "-") {
      std::string text, reason;
      if (readDescriptor(STDIN_FILENO, text, reason)) sources.push_back({kStdinName, std::move(text)});
      else addProblem(problems, "read standard input: " + lowerFirst(reason));
    } else if (::stat(path.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode)) {
      if (paths.size() > 1) addProblem(problems, "named files must be .go files: " + path);
      else readDirectory(path, sources, problems);
    } else {
      std::string text, reason;
      if (readFile(path, text, reason)) sources.push_back({path, std::move(text)});
      else addProblem(problems, "open " + path + ": " + reason);
    }
  }
  return sources;
}

} // namespace gossamer
