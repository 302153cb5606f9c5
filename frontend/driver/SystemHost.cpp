#include "gossamer/Host.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dirent.h>
#include <fcntl.h>
#include <mutex>
#include <poll.h>
#include <csignal>
#include <spawn.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern "C" char** environ; // NOLINT: POSIX gives no header for it

namespace gossamer {
namespace {

int64_t nanosOf(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return int64_t(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

int errnoOf(int outcome) { return outcome < 0 ? errno : 0; }

void fill(HostStat& out, const struct stat& in) {
  out.size = in.st_size;
  out.mode = in.st_mode;
  out.modTimeNanos = int64_t(in.st_mtim.tv_sec) * 1'000'000'000 + in.st_mtim.tv_nsec;
  out.inode = in.st_ino;
  out.device = in.st_dev;
}

class SystemHost final : public Host {
public:
  explicit SystemHost(std::vector<std::string> arguments)
      : arguments_(std::move(arguments)), bufferStdout_(!isatty(STDOUT_FILENO)) {
    pending_.reserve(kBufferSize);
  }
  ~SystemHost() override { SystemHost::flush(); }

  HostResult read(int fd, char* buffer, size_t n) override {
    flush();
    ssize_t got;
    do got = ::read(fd, buffer, n);
    while (got < 0 && errno == EINTR);
    return {got < 0 ? 0 : got, errnoOf(int(got < 0 ? -1 : 0))};
  }

  bool wouldBlock(int fd) override {
    pollfd wait{fd, POLLIN, 0};
    if (::poll(&wait, 1, 0) != 0) return false;
    flush();
    return true;
  }

  // A terminal sees every write at once; a pipe or file gets full buffers, and whatever is pending before anything
  // that could make the difference visible (standard error, a block, the end).
  HostResult write(int fd, const char* data, size_t n) override {
    if (fd != STDOUT_FILENO) {
      flush();
      return writeAll(fd, data, n);
    }
    std::lock_guard lock(mutex_);
    if (!bufferStdout_ || n >= kBufferSize) {
      if (int error = flushLocked()) return {0, error};
      return writeAll(fd, data, n);
    }
    if (pending_.size() + n > kBufferSize)
      if (int error = flushLocked()) return {0, error};
    pending_.append(data, n);
    return {int64_t(n), 0};
  }

  // A pipe's reader may be slow, or gone: then a write there raises SIGPIPE, which the threads for blocking calls ignore.
  bool writeWouldBlock(int fd) override {
    struct stat facts{};
    return fd > STDERR_FILENO && ::fstat(fd, &facts) == 0 && S_ISFIFO(facts.st_mode);
  }

  void flush() override {
    std::lock_guard lock(mutex_);
    flushLocked();
  }

  HostResult open(const std::string& path, int flags, uint32_t permissions) override {
    int fd;
    do fd = ::open(path.c_str(), flags | O_CLOEXEC, permissions);
    while (fd < 0 && errno == EINTR);
    return {fd, errnoOf(fd)};
  }
  HostResult close(int fd) override {
    if (fd == STDOUT_FILENO) flush();
    return {0, errnoOf(::close(fd))};
  }
  HostResult readAt(int fd, char* buffer, size_t n, int64_t offset) override {
    flush();
    ssize_t got;
    do got = ::pread(fd, buffer, n, offset);
    while (got < 0 && errno == EINTR);
    return {got < 0 ? 0 : int64_t(got), got < 0 ? errno : 0};
  }
  HostResult writeAt(int fd, const char* data, size_t n, int64_t offset) override {
    flush();
    ssize_t wrote;
    do wrote = ::pwrite(fd, data, n, offset);
    while (wrote < 0 && errno == EINTR);
    return {wrote < 0 ? 0 : int64_t(wrote), wrote < 0 ? errno : 0};
  }
  HostResult seek(int fd, int64_t offset, int whence) override {
    if (fd == STDOUT_FILENO) flush();
    off_t at = ::lseek(fd, offset, whence);
    return {at < 0 ? 0 : int64_t(at), at < 0 ? errno : 0};
  }
  int stat(const std::string& path, bool followLinks, HostStat& out) override {
    struct stat facts{};
    if (int error = errnoOf(followLinks ? ::stat(path.c_str(), &facts) : ::lstat(path.c_str(), &facts))) return error;
    fill(out, facts);
    return 0;
  }
  int fstat(int fd, HostStat& out) override {
    struct stat facts{};
    if (int error = errnoOf(::fstat(fd, &facts))) return error;
    fill(out, facts);
    return 0;
  }
  int truncate(int fd, int64_t size) override { return errnoOf(::ftruncate(fd, size)); }
  int mkdir(const std::string& path, uint32_t permissions) override { return errnoOf(::mkdir(path.c_str(), permissions)); }
  int remove(const std::string& path, bool directory) override {
    return errnoOf(directory ? ::rmdir(path.c_str()) : ::unlink(path.c_str()));
  }
  int rename(const std::string& from, const std::string& to) override {
    return errnoOf(::rename(from.c_str(), to.c_str()));
  }
  int changeMode(const std::string& path, uint32_t permissions) override {
    return errnoOf(::chmod(path.c_str(), permissions));
  }
  int symbolicLink(const std::string& target, const std::string& link) override {
    return errnoOf(::symlink(target.c_str(), link.c_str()));
  }
  int hardLink(const std::string& target, const std::string& link) override {
    return errnoOf(::link(target.c_str(), link.c_str()));
  }
  int changeOwner(const std::string& path, int64_t user, int64_t group, bool followLinks) override {
    return errnoOf(::fchownat(AT_FDCWD, path.c_str(), uid_t(user), gid_t(group), followLinks ? 0 : AT_SYMLINK_NOFOLLOW));
  }
  int setTimes(const std::string& path, int64_t accessNanos, int64_t modificationNanos) override {
    auto spec = [](int64_t nanos) -> timespec {
      constexpr int64_t kSecond = 1'000'000'000;
      if (nanos == INT64_MIN) return {0, UTIME_OMIT};
      int64_t rest = nanos % kSecond;
      return rest < 0 ? timespec{time_t(nanos / kSecond - 1), long(rest + kSecond)} : timespec{time_t(nanos / kSecond), long(rest)};
    };
    timespec times[] = {spec(accessNanos), spec(modificationNanos)};
    return errnoOf(::utimensat(AT_FDCWD, path.c_str(), times, 0));
  }
  int readLink(const std::string& path, std::string& target) override {
    char buffer[4096];
    ssize_t length = ::readlink(path.c_str(), buffer, sizeof buffer);
    if (length < 0) return errno;
    target.assign(buffer, size_t(length));
    return 0;
  }
  int readDirectory(const std::string& path, std::vector<std::string>& names) override {
    DIR* directory = opendir(path.c_str());
    if (!directory) return errno;
    while (const dirent* entry = readdir(directory)) { // NOLINT(concurrency-mt-unsafe): a DIR of our own
      std::string_view name = entry->d_name;
      if (name != "." && name != "..") names.emplace_back(name);
    }
    closedir(directory);
    std::sort(names.begin(), names.end());
    return 0;
  }
  int workingDirectory(std::string& out) override {
    char* path = ::getcwd(nullptr, 0);
    if (!path) return errno;
    out = path;
    std::free(path); // NOLINT: getcwd's buffer comes from malloc
    return 0;
  }
  int changeDirectory(const std::string& path) override { return errnoOf(::chdir(path.c_str())); }
  bool isTerminal(int fd) override { return isatty(fd) == 1; }

  int64_t monotonicNanos() override { return nanosOf(CLOCK_MONOTONIC); }
  int64_t wallNanos() override { return nanosOf(CLOCK_REALTIME); }

  void entropy(void* buffer, size_t n) override {
    auto* at = static_cast<char*>(buffer);
    while (n > 0) {
      ssize_t got = getrandom(at, std::min<size_t>(n, 256), 0);
      if (got < 0) continue;
      at += got;
      n -= size_t(got);
    }
  }

  std::vector<std::string> arguments() override { return arguments_; }
  std::vector<std::string> environment() override {
    std::vector<std::string> all;
    for (char** entry = environ; entry && *entry; ++entry) all.emplace_back(*entry);
    return all;
  }
  int hostname(std::string& out) override {
    char name[256] = {};
    if (int error = errnoOf(::gethostname(name, sizeof name - 1))) return error;
    out = name;
    return 0;
  }
  int64_t processId() override { return ::getpid(); }
  int64_t parentProcessId() override { return ::getppid(); }
  int64_t userId() override { return ::getuid(); }
  int64_t groupId() override { return ::getgid(); }
  std::vector<int64_t> groups() override {
    std::vector<gid_t> ids(size_t(std::max(0, ::getgroups(0, nullptr))));
    int count = ::getgroups(int(ids.size()), ids.data());
    return count < 0 ? std::vector<int64_t>() : std::vector<int64_t>(ids.begin(), ids.begin() + count);
  }
  int processorCount() override { return int(std::max(1U, std::thread::hardware_concurrency())); }

  HostResult startProcess(const HostProcess& process) override;
  int waitProcess(int64_t id, HostProcessEnd& out) override {
    int status = 0;
    rusage used{};
    pid_t got;
    do got = ::wait4(pid_t(id), &status, 0, &used);
    while (got < 0 && errno == EINTR);
    if (got < 0) return errno;
    auto nanos = [](const timeval& t) { return int64_t(t.tv_sec) * 1'000'000'000 + int64_t(t.tv_usec) * 1000; };
    out = {status, nanos(used.ru_utime), nanos(used.ru_stime)};
    return 0;
  }
  int signalProcess(int64_t id, int signal) override { return errnoOf(::kill(pid_t(id), signal)); }
  int pipe(int (&ends)[2]) override { return errnoOf(::pipe2(ends, O_CLOEXEC)); }

private:
  static constexpr size_t kBufferSize = 64 << 10;

  static HostResult writeAll(int fd, const char* data, size_t n) {
    size_t done = 0;
    while (done < n) {
      ssize_t wrote = ::write(fd, data + done, n - done);
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote < 0) return {int64_t(done), errno};
      done += size_t(wrote);
    }
    return {int64_t(done), 0};
  }

  int flushLocked() {
    if (pending_.empty()) return 0;
    HostResult outcome = writeAll(STDOUT_FILENO, pending_.data(), pending_.size());
    pending_.clear();
    return outcome.error;
  }

  std::vector<std::string> arguments_;
  std::mutex mutex_;
  std::string pending_;
  bool bufferStdout_;
};

// The file actions and attributes of posix_spawn, freed with this.
struct Spawn {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  Spawn() {
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
  }
  ~Spawn() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
  Spawn(const Spawn&) = delete;
  Spawn& operator=(const Spawn&) = delete;
};

std::vector<char*> pointers(const std::vector<std::string>& strings) {
  std::vector<char*> all;
  for (const std::string& s : strings) all.push_back(const_cast<char*>(s.c_str())); // NOLINT: exec's old signature
  all.push_back(nullptr);
  return all;
}

HostResult SystemHost::startProcess(const HostProcess& process) {
  flush(); // what was printed before comes before what the program prints
  Spawn spawn;
  // Targets may be sources of others, so all sources are first moved out of the way.
  int count = int(process.descriptors.size());
  int aside = count;
  for (int fd : process.descriptors) aside = std::max(aside, fd + 1);
  for (int i = 0; i < count; ++i)
    if (process.descriptors[size_t(i)] >= 0)
      posix_spawn_file_actions_adddup2(&spawn.actions, process.descriptors[size_t(i)], aside + i);
  for (int i = 0; i < count; ++i) {
    if (process.descriptors[size_t(i)] >= 0) {
      posix_spawn_file_actions_adddup2(&spawn.actions, aside + i, i);
      posix_spawn_file_actions_addclose(&spawn.actions, aside + i);
    } else {
      posix_spawn_file_actions_addclose(&spawn.actions, i);
    }
  }
  for (int fd = count; fd <= STDERR_FILENO; ++fd) posix_spawn_file_actions_addclose(&spawn.actions, fd);
  if (!process.directory.empty()) posix_spawn_file_actions_addchdir_np(&spawn.actions, process.directory.c_str());
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&spawn.attributes, &none);
  posix_spawnattr_setsigdefault(&spawn.attributes, &all);
  int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
  if (process.newSession) flags |= POSIX_SPAWN_SETSID;
  if (process.newGroup) {
    flags |= POSIX_SPAWN_SETPGROUP;
    posix_spawnattr_setpgroup(&spawn.attributes, process.group);
  }
  posix_spawnattr_setflags(&spawn.attributes, short(flags));
  pid_t id = 0;
  int error = ::posix_spawn(&id, process.path.c_str(), &spawn.actions, &spawn.attributes,
                            pointers(process.arguments).data(), pointers(process.environment).data());
  return {error ? 0 : int64_t(id), error};
}

} // namespace

std::unique_ptr<Host> systemHost(std::vector<std::string> arguments) {
  return std::make_unique<SystemHost>(std::move(arguments));
}

} // namespace gossamer
