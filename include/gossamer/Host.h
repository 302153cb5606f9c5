// The one door between a VM and the outside world.
//
// Everything a Go program can do to its surroundings (streams, files, clock, randomness, environment, arguments, process
// facts) goes through a Host. The base class denies everything it can deny and answers the rest with neutral values, so
// an embedder overrides exactly what it wants to allow. `systemHost` makes the Host that the gossamer command uses.
//
// Errors are errno values (0 is success): Go's os package turns them into *PathError and syscall.Errno.
//
// Thread safety: a VM calls its Host from the threads that run it. One Host may serve several VMs only if its
// methods are safe for that; systemHost's are.
#pragma once

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gossamer {

/// What a call of the operating system gave: a value, or an errno.
struct HostResult {
  int64_t value = 0;
  int error = 0;
};

/// A file's facts, as os.FileInfo needs them.
struct HostStat {
  int64_t size = 0;
  uint32_t mode = 0;        ///< st_mode: type and permission bits
  int64_t modTimeNanos = 0; ///< since the Unix epoch
  uint64_t inode = 0, device = 0;
};

/// A program to start, as os.StartProcess needs it.
struct HostProcess {
  std::string path;                     ///< of the executable; no search
  std::vector<std::string> arguments;   ///< the first is the name it sees
  std::vector<std::string> environment; ///< "NAME=value" entries
  std::string directory;                ///< to start in; empty: this one
  std::vector<int> descriptors;         ///< what its descriptors 0, 1, … are to be; -1: closed
  bool newSession = false;
  bool newGroup = false; ///< in process group `group`, 0 for its own
  int group = 0;
};

/// How a process ended.
struct HostProcessEnd {
  int status = 0; ///< as wait(2) gives it
  int64_t userNanos = 0, systemNanos = 0;
};

class Host {
public:
  virtual ~Host() = default;

  // Streams and files. Descriptors 0, 1, 2 are the standard streams.
  /// Reads at most n bytes; 0 at end of file. May block.
  virtual HostResult read(int fd, char* buffer, size_t n) { return {0, EPERM}; }
  /// Whether a read would wait for someone else. The VM then calls read on a thread of its own, so that other goroutines
  /// run meanwhile; if the VM ends first, that read is left behind and this Host must live as long as the process.
  virtual bool wouldBlock(int fd) { return false; }
  /// Writes n bytes, all of them unless an error stops it (the value is then what was written).
  virtual HostResult write(int fd, const char* data, size_t n) { return {0, EPERM}; }
  /// Whether a write may have to wait for someone else; the VM then calls write on a thread, as with wouldBlock.
  virtual bool writeWouldBlock(int fd) { return false; }
  /// Hands buffered output on; called before the program ends and before it blocks.
  virtual void flush() {}
  virtual HostResult open(const std::string& path, int flags, uint32_t permissions) { return {-1, EPERM}; }
  /// The same at an offset, leaving the file's own position alone.
  virtual HostResult readAt(int fd, char* buffer, size_t n, int64_t offset) { return {0, EPERM}; }
  virtual HostResult writeAt(int fd, const char* data, size_t n, int64_t offset) { return {0, EPERM}; }
  virtual HostResult close(int fd) { return {0, EPERM}; }
  virtual HostResult seek(int fd, int64_t offset, int whence) { return {0, EPERM}; }
  virtual int stat(const std::string& path, bool followLinks, HostStat& out) { return EPERM; }
  virtual int fstat(int fd, HostStat& out) { return EPERM; }
  virtual int truncate(int fd, int64_t size) { return EPERM; }
  virtual int mkdir(const std::string& path, uint32_t permissions) { return EPERM; }
  virtual int remove(const std::string& path, bool directory) { return EPERM; }
  virtual int rename(const std::string& from, const std::string& to) { return EPERM; }
  virtual int changeMode(const std::string& path, uint32_t permissions) { return EPERM; }
  virtual int symbolicLink(const std::string& target, const std::string& link) { return EPERM; }
  virtual int hardLink(const std::string& target, const std::string& link) { return EPERM; }
  /// -1 leaves the user or the group as it is.
  virtual int changeOwner(const std::string& path, int64_t user, int64_t group, bool followLinks) { return EPERM; }
  /// Nanoseconds since the Unix epoch; INT64_MIN leaves a time as it is.
  virtual int setTimes(const std::string& path, int64_t accessNanos, int64_t modificationNanos) { return EPERM; }
  virtual int readLink(const std::string& path, std::string& target) { return EPERM; }
  virtual int readDirectory(const std::string& path, std::vector<std::string>& names) { return EPERM; }
  virtual int workingDirectory(std::string& out) { return EPERM; }
  virtual int changeDirectory(const std::string& path) { return EPERM; }
  virtual bool isTerminal(int fd) { return false; }

  // Clock. A VM under virtual time asks for the wall clock only at its start.
  /// Nanoseconds of a clock that never goes back.
  virtual int64_t monotonicNanos() = 0;
  /// Nanoseconds since the Unix epoch.
  virtual int64_t wallNanos() = 0;

  /// Fills the buffer with unpredictable bytes.
  virtual void entropy(void* buffer, size_t n) = 0;

  // Process facts.
  /// os.Args; the first is the program's name.
  virtual std::vector<std::string> arguments() { return {}; }
  /// "NAME=value" entries, read once when a VM starts; os.Setenv changes only the VM's copy.
  virtual std::vector<std::string> environment() { return {}; }
  virtual int hostname(std::string& out) { return EPERM; }
  virtual int64_t processId() { return 1; }
  virtual int64_t parentProcessId() { return 0; }
  virtual int64_t userId() { return 0; }
  virtual int64_t groupId() { return 0; }
  virtual std::vector<int64_t> groups() { return {}; }
  virtual int processorCount() { return 1; }

  // Other processes.
  /// Starts a program; the value is its process id.
  virtual HostResult startProcess(const HostProcess& process) { return {0, EPERM}; }
  /// Waits for the end of a process that was started here. Called on a thread of its own.
  virtual int waitProcess(int64_t id, HostProcessEnd& out) { return EPERM; }
  virtual int signalProcess(int64_t id, int signal) { return EPERM; }
  /// A pipe: what is written to the second descriptor is read from the first.
  virtual int pipe(int (&ends)[2]) { return EPERM; }
};

/// The Host of an ordinary process. Standard output is buffered and written out before standard error is written,
/// before the program blocks, reads standard input or ends.
std::unique_ptr<Host> systemHost(std::vector<std::string> arguments);

} // namespace gossamer
