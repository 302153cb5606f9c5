// Files and folders as the Host shows them, and the arithmetic of their paths.
//
// Everything the front end reads goes through here, so a host that denies files denies them to the compiler
// too, and one that makes files up is compiled from. Failures come as an operating system's reason in Go's
// words ("no such file or directory").
//
// Thread safety: that of the Host.
#pragma once

#include "gossamer/Host.h"

#include <string>
#include <string_view>
#include <vector>

namespace gossamer::load {

enum class FileKind : uint8_t { Missing, File, Directory, Other };

enum class Links : uint8_t { Follow, Stay };

class FileSystem {
public:
  explicit FileSystem(Host& host) : host_(host) {}

  /// What is there. Missing also stands for what may not be looked at.
  FileKind kindOf(const std::string& path, Links links = Links::Follow) const;
  bool isFile(const std::string& path) const { return kindOf(path) == FileKind::File; }
  bool isDirectory(const std::string& path, Links links = Links::Follow) const {
    return kindOf(path, links) == FileKind::Directory;
  }

  /// Reads a file to its end, whatever its kind: a pipe is read until it is closed. False with the reason.
  bool read(const std::string& path, std::string& out, std::string& reason) const;
  /// The same, but of an ordinary file only: a pipe in a folder does not hold the build up.
  bool readOrdinary(const std::string& path, std::string& out, std::string& reason) const;
  bool readStandardInput(std::string& out, std::string& reason) const;
  /// The names in a folder, sorted. False with the reason.
  bool list(const std::string& path, std::vector<std::string>& names, std::string& reason) const;

  /// The value of an environment variable; empty if it is not set.
  std::string environment(std::string_view name) const;

  /// From the working directory, cleaned; the path itself where the host knows no working directory.
  std::string absolute(const std::string& path) const;
  /// An absolute path as people read it: from the working directory if that is shorter.
  std::string shown(const std::string& absolutePath) const;

private:
  bool readDescriptor(int fd, std::string& out, std::string& reason) const;
  bool readOpened(const std::string& path, int flags, std::string& out, std::string& reason) const;

  Host& host_;
};

/// "a/b" and "../c" give "a/c"; an absolute second part stands for itself.
std::string joinPath(std::string_view directory, std::string_view name);
/// Without ".", "..", doubled and trailing slashes where they can go; "." for nothing.
std::string cleanPath(std::string_view path);
/// "/a/b" gives "/a", "/" gives itself, "b" gives ".".
std::string parentPath(std::string_view path);
std::string_view lastElement(std::string_view path);
/// Whether `path` is `directory` or lies below it, both clean; `rest` is then what follows, without a slash
/// before it.
bool isWithin(std::string_view path, std::string_view directory, std::string_view* rest = nullptr);
/// The way from one clean absolute directory to another path.
std::string relativePath(std::string_view from, std::string_view to);

/// What the operating system says about an errno, as Go writes it.
std::string reasonOf(int error);

} // namespace gossamer::load
