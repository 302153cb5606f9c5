// Package syscall: each leaf is one call of the Host.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include "gossamer/Host.h"
#include "runtime/object/Slice.h"
#include "runtime/object/String.h"
#include "runtime/sched/Vm.h"
#include "stdlib/syscall/BlockingCalls.h"

#include <cstring>
#include <string>
#include <vector>

namespace gossamer::stdlib {
namespace {

using Errno = uint64_t;
using IntAndErrno = std::tuple<int64_t, Errno>;
using TextAndErrno = std::tuple<String, Errno>;

// syscall.Stat_t
struct GoStat {
  uint64_t device, inode;
  uint32_t mode;
  int64_t size;
  int64_t seconds, nanoseconds;
};

Host& host(NativeCall& call) {
  return call.vm.host();
}
std::string path(const String& s) {
  return std::string(s.view());
}
IntAndErrno pair(HostResult r) {
  return {r.value, Errno(r.error)};
}

// A list crosses over as one string: each element ends with a NUL.
String joined(NativeCall& call, const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& element : list) {
    text += element;
    text += '\0';
  }
  return newString(call.alloc, text);
}

IntAndErrno open(NativeCall& call, String name, int64_t mode, uint32_t permissions) {
  return pair(host(call).open(path(name), int(mode), permissions));
}
Errno closeFile(NativeCall& call, int64_t fd) {
  return Errno(host(call).close(int(fd)).error);
}
Status read(NativeCall& call, Results<int64_t, Errno> results, int64_t fd, Slice to) {
  if (host(call).wouldBlock(int(fd))) {
    auto work = [fd](Host& host, std::vector<char>& bytes) {
      HostResult r = host.read(int(fd), bytes.data(), bytes.size());
      bytes.resize(size_t(r.value));
      return r;
    };
    return call.vm.extension<BlockingCalls>().park(call, work, std::vector<char>(size_t(to.len)), to.ptr);
  }
  HostResult r = host(call).read(int(fd), static_cast<char*>(to.ptr), size_t(to.len));
  results.set(r.value, Errno(r.error));
  return Status::Ok;
}
Status writeBytes(NativeCall& call, Results<int64_t, Errno> results, int64_t fd, std::string_view text) {
  if (host(call).writeWouldBlock(int(fd))) {
    auto work = [fd](Host& host, std::vector<char>& bytes) {
      HostResult r = host.write(int(fd), bytes.data(), bytes.size());
      bytes.clear();
      return r;
    };
    return call.vm.extension<BlockingCalls>().park(call, work, std::vector<char>(text.begin(), text.end()),
                                                   nullptr);
  }
  HostResult r = host(call).write(int(fd), text.data(), text.size());
  results.set(r.value, Errno(r.error));
  return Status::Ok;
}
Status write(NativeCall& call, Results<int64_t, Errno> results, int64_t fd, Slice from) {
  return writeBytes(call, results, fd, from.view());
}
Status writeString(NativeCall& call, Results<int64_t, Errno> results, int64_t fd, String text) {
  return writeBytes(call, results, fd, text.view());
}
IntAndErrno pread(NativeCall& call, int64_t fd, Slice to, int64_t offset) {
  return pair(host(call).readAt(int(fd), static_cast<char*>(to.ptr), size_t(to.len), offset));
}
IntAndErrno pwrite(NativeCall& call, int64_t fd, Slice from, int64_t offset) {
  return pair(host(call).writeAt(int(fd), static_cast<const char*>(from.ptr), size_t(from.len), offset));
}
IntAndErrno seek(NativeCall& call, int64_t fd, int64_t offset, int64_t whence) {
  return pair(host(call).seek(int(fd), offset, int(whence)));
}
Errno ftruncate(NativeCall& call, int64_t fd, int64_t size) {
  return Errno(host(call).truncate(int(fd), size));
}

void fill(GoStat& out, const HostStat& in) {
  constexpr int64_t kSecond = 1'000'000'000;
  int64_t seconds = in.modTimeNanos / kSecond, nanoseconds = in.modTimeNanos % kSecond;
  if (nanoseconds < 0) {
    nanoseconds += kSecond;
    --seconds;
  }
  out = {in.device, in.inode, in.mode, in.size, seconds, nanoseconds};
}
Errno stat(NativeCall& call, String name, bool follow, GoStat* out) {
  HostStat facts;
  int error = host(call).stat(path(name), follow, facts);
  if (error == 0) fill(*out, facts);
  return Errno(error);
}
Errno fstat(NativeCall& call, int64_t fd, GoStat* out) {
  HostStat facts;
  int error = host(call).fstat(int(fd), facts);
  if (error == 0) fill(*out, facts);
  return Errno(error);
}

Errno mkdir(NativeCall& call, String name, uint32_t permissions) {
  return Errno(host(call).mkdir(path(name), permissions));
}
Errno remove(NativeCall& call, String name, bool directory) {
  return Errno(host(call).remove(path(name), directory));
}
Errno rename(NativeCall& call, String from, String to) {
  return Errno(host(call).rename(path(from), path(to)));
}
Errno chmod(NativeCall& call, String name, uint32_t mode) {
  return Errno(host(call).changeMode(path(name), mode));
}
Errno symlink(NativeCall& call, String target, String link) {
  return Errno(host(call).symbolicLink(path(target), path(link)));
}
Errno link(NativeCall& call, String target, String name) {
  return Errno(host(call).hardLink(path(target), path(name)));
}
Errno chown(NativeCall& call, String name, int64_t user, int64_t group, bool follow) {
  return Errno(host(call).changeOwner(path(name), user, group, follow));
}
Errno setTimes(NativeCall& call, String name, int64_t access, int64_t modification) {
  return Errno(host(call).setTimes(path(name), access, modification));
}
// The element `index`, and how many there are.
std::tuple<int64_t, int64_t> groupAt(NativeCall& call, int64_t index) {
  std::vector<int64_t> groups = host(call).groups();
  auto count = int64_t(groups.size());
  return {index < count ? groups[size_t(index)] : 0, count};
}
TextAndErrno readLink(NativeCall& call, String name) {
  std::string target;
  int error = host(call).readLink(path(name), target);
  return {newString(call.alloc, target), Errno(error)};
}
TextAndErrno readDirectory(NativeCall& call, String name) {
  std::vector<std::string> names;
  int error = host(call).readDirectory(path(name), names);
  return {joined(call, names), Errno(error)};
}
TextAndErrno workingDirectory(NativeCall& call) {
  std::string directory;
  int error = host(call).workingDirectory(directory);
  return {newString(call.alloc, directory), Errno(error)};
}
Errno changeDirectory(NativeCall& call, String name) {
  return Errno(host(call).changeDirectory(path(name)));
}

TextAndErrno hostname(NativeCall& call) {
  std::string name;
  int error = host(call).hostname(name);
  return {newString(call.alloc, name), Errno(error)};
}
String arguments(NativeCall& call) {
  return joined(call, host(call).arguments());
}
String environment(NativeCall& call) {
  return joined(call, host(call).environment());
}
int64_t processId(NativeCall& call) {
  return host(call).processId();
}
int64_t parentProcessId(NativeCall& call) {
  return host(call).parentProcessId();
}
int64_t userId(NativeCall& call) {
  return host(call).userId();
}
int64_t groupId(NativeCall& call) {
  return host(call).groupId();
}
bool isTerminal(NativeCall& call, int64_t fd) {
  return host(call).isTerminal(int(fd));
}

// The elements of a list that crosses over as one string.
std::vector<std::string> separated(const String& joined) {
  std::vector<std::string> list;
  std::string_view rest = joined.view();
  while (!rest.empty()) {
    size_t end = rest.find('\0');
    list.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  return list;
}
// `session` and `group` are SysProcAttr's: a new session; -1 for the group there is, else the group to join,
// 0 for a new one.
IntAndErrno startProcess(NativeCall& call, String name, String arguments, String environment,
                         String directory, Slice descriptors, bool session, int64_t group) {
  HostProcess process{path(name), separated(arguments), separated(environment), path(directory), {}};
  for (int64_t fd : descriptors.as<int64_t>()) process.descriptors.push_back(int(fd));
  process.newSession = session;
  process.newGroup = group >= 0;
  process.group = int(group);
  return pair(host(call).startProcess(process));
}
// syscall.processEnd
struct GoProcessEnd {
  int64_t status, userNanos, systemNanos;
};
Status waitProcess(NativeCall& call, Results<int64_t, Errno>, int64_t id, GoProcessEnd* out) {
  auto work = [id](Host& host, std::vector<char>& bytes) {
    HostProcessEnd end;
    int error = host.waitProcess(id, end);
    GoProcessEnd copy{end.status, end.userNanos, end.systemNanos};
    std::memcpy(bytes.data(), &copy, sizeof copy);
    return HostResult{0, error};
  };
  host(call).flush();
  return call.vm.extension<BlockingCalls>().park(call, work, std::vector<char>(sizeof(GoProcessEnd)), out);
}
Errno signalProcess(NativeCall& call, int64_t id, int64_t signal) {
  return Errno(host(call).signalProcess(id, int(signal)));
}
std::tuple<int64_t, int64_t, Errno> pipe(NativeCall& call) {
  int ends[2] = {-1, -1};
  int error = host(call).pipe(ends);
  return {ends[0], ends[1], Errno(error)};
}

Status exitProgram(NativeCall& call, int64_t code) {
  host(call).flush();
  call.exitCode = int(code);
  return Status::Exit;
}

} // namespace

GOSSAMER_NATIVES(syscall, {"syscall.open", leaf<open>}, {"syscall.closeFile", leaf<closeFile>},
                 {"syscall.read", leaf<read>}, {"syscall.write", leaf<write>},
                 {"syscall.writeString", leaf<writeString>}, {"syscall.pread", leaf<pread>},
                 {"syscall.pwrite", leaf<pwrite>}, {"syscall.seek", leaf<seek>},
                 {"syscall.ftruncate", leaf<ftruncate>}, {"syscall.stat", leaf<stat>},
                 {"syscall.fstat", leaf<fstat>}, {"syscall.mkdir", leaf<mkdir>},
                 {"syscall.remove", leaf<remove>}, {"syscall.rename", leaf<rename>},
                 {"syscall.chmod", leaf<chmod>}, {"syscall.symlink", leaf<symlink>},
                 {"syscall.hardLink", leaf<link>}, {"syscall.chown", leaf<chown>},
                 {"syscall.setTimes", leaf<setTimes>}, {"syscall.groupAt", leaf<groupAt>},
                 {"syscall.readLink", leaf<readLink>}, {"syscall.readDirectory", leaf<readDirectory>},
                 {"syscall.workingDirectory", leaf<workingDirectory>},
                 {"syscall.changeDirectory", leaf<changeDirectory>}, {"syscall.hostname", leaf<hostname>},
                 {"syscall.arguments", leaf<arguments>}, {"syscall.environment", leaf<environment>},
                 {"syscall.Getpid", leaf<processId>}, {"syscall.Getppid", leaf<parentProcessId>},
                 {"syscall.Getuid", leaf<userId>}, {"syscall.Getgid", leaf<groupId>},
                 {"syscall.IsTerminal", leaf<isTerminal>}, {"syscall.startProcess", leaf<startProcess>},
                 {"syscall.waitProcess", leaf<waitProcess>}, {"syscall.signalProcess", leaf<signalProcess>},
                 {"syscall.pipe", leaf<pipe>}, {"syscall.Exit", leaf<exitProgram>});

} // namespace gossamer::stdlib
