#include "frontend/load/FileSystem.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>

namespace gossamer::load {
namespace {

// Positions are 32 bits wide, so no program can be larger.
constexpr size_t kMaxSource = size_t(1) << 30;

} // namespace

std::string reasonOf(int error) {
  std::string reason = std::strerror(error); // NOLINT(concurrency-mt-unsafe): glibc's is, for known errors
  if (!reason.empty()) reason[0] = char(std::tolower(static_cast<unsigned char>(reason[0])));
  return reason;
}

FileKind FileSystem::kindOf(const std::string& path, Links links) const {
  HostStat facts;
  if (host_.stat(path, links == Links::Follow, facts) != 0) return FileKind::Missing;
  if (S_ISREG(facts.mode)) return FileKind::File;
  return S_ISDIR(facts.mode) ? FileKind::Directory : FileKind::Other;
}

bool FileSystem::readDescriptor(int fd, std::string& out, std::string& reason) const {
  // A regular file is read at once, with a byte to spare in which its end shows.
  constexpr size_t kLeast = 16 << 10;
  HostStat facts;
  size_t chunk = kLeast;
  if (host_.fstat(fd, facts) == 0 && S_ISREG(facts.mode) && facts.size > 0)
    chunk = std::min(size_t(facts.size), kMaxSource) + 1;
  for (;; chunk = std::max(kLeast, out.size())) {
    size_t had = out.size();
    if (had > kMaxSource) {
      reason = "file too large";
      return false;
    }
    out.resize(had + chunk);
    HostResult got = host_.read(fd, out.data() + had, chunk);
    out.resize(had + size_t(std::max<int64_t>(got.error ? 0 : got.value, 0)));
    if (got.error) {
      reason = reasonOf(got.error);
      return false;
    }
    if (got.value <= 0) return true;
  }
}

bool FileSystem::readOpened(const std::string& path, int flags, std::string& out, std::string& reason) const {
  HostResult opened = host_.open(path, flags, 0);
  if (opened.error) {
    reason = reasonOf(opened.error);
    return false;
  }
  int fd = int(opened.value);
  HostStat facts;
  bool good = true;
  if ((flags & O_NONBLOCK) && host_.fstat(fd, facts) == 0 && !S_ISREG(facts.mode)) {
    reason = S_ISDIR(facts.mode) ? reasonOf(EISDIR) : "not a regular file";
    good = false;
  }
  good = good && readDescriptor(fd, out, reason);
  host_.close(fd);
  return good;
}

bool FileSystem::read(const std::string& path, std::string& out, std::string& reason) const {
  return readOpened(path, O_RDONLY, out, reason);
}

bool FileSystem::readOrdinary(const std::string& path, std::string& out, std::string& reason) const {
  return readOpened(path, O_RDONLY | O_NONBLOCK, out, reason);
}

bool FileSystem::readStandardInput(std::string& out, std::string& reason) const {
  return readDescriptor(0, out, reason);
}

bool FileSystem::list(const std::string& path, std::vector<std::string>& names, std::string& reason) const {
  names.clear();
  if (int error = host_.readDirectory(path, names)) {
    reason = reasonOf(error);
    return false;
  }
  std::sort(names.begin(), names.end());
  return true;
}

std::string FileSystem::environment(std::string_view name) const {
  for (const std::string& entry : host_.environment())
    if (entry.size() > name.size() && entry.starts_with(name) && entry[name.size()] == '=')
      return entry.substr(name.size() + 1);
  return {};
}

std::string FileSystem::absolute(const std::string& path) const {
  if (path.starts_with('/')) return cleanPath(path);
  std::string working;
  if (host_.workingDirectory(working) != 0) return cleanPath(path);
  return joinPath(working, path);
}

std::string FileSystem::shown(const std::string& absolutePath) const {
  std::string working;
  if (!absolutePath.starts_with('/') || host_.workingDirectory(working) != 0) return absolutePath;
  std::string relative = relativePath(working, absolutePath);
  return relative.size() < absolutePath.size() ? relative : absolutePath;
}

std::string joinPath(std::string_view directory, std::string_view name) {
  if (name.starts_with('/') || directory.empty()) return cleanPath(name);
  return cleanPath(std::string(directory) + "/" + std::string(name));
}

std::string cleanPath(std::string_view path) {
  bool rooted = path.starts_with('/');
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    size_t slash = path.find('/');
    std::string_view part = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    if (part.empty() || part == ".") continue;
    if (part != "..")
      parts.push_back(part);
    else if (!parts.empty() && parts.back() != "..")
      parts.pop_back();
    else if (!rooted)
      parts.push_back(part);
  }
  std::string out = rooted ? "/" : "";
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i) out += '/';
    out += parts[i];
  }
  return out.empty() ? "." : out;
}

std::string parentPath(std::string_view path) {
  size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(slash == 0 ? "/" : path.substr(0, slash));
}

std::string_view lastElement(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

bool isWithin(std::string_view path, std::string_view directory, std::string_view* rest) {
  if (!path.starts_with(directory)) return false;
  std::string_view tail = path.substr(directory.size());
  if (!tail.empty() && !directory.ends_with('/')) {
    if (tail[0] != '/') return false;
    tail.remove_prefix(1);
  }
  if (rest) *rest = tail;
  return true;
}

std::string relativePath(std::string_view from, std::string_view to) {
  std::string up;
  std::string_view rest;
  std::string ancestor(from);
  while (!isWithin(to, ancestor, &rest)) {
    up += up.empty() ? ".." : "/..";
    ancestor = parentPath(ancestor);
    if (ancestor == ".") return std::string(to);
  }
  if (rest.empty()) return up.empty() ? "." : up;
  return up.empty() ? std::string(rest) : up + "/" + std::string(rest);
}

} // namespace gossamer::load
