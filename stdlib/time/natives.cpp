// Natives of package time: clocks, sleeping, timers, and the files of the time zone database.
#include "gossamer/Host.h"
#include "runtime/chan/Channel.h"
#include "runtime/heap/Barrier.h"
#include "runtime/object/Slice.h"
#include "runtime/object/String.h"
#include "runtime/sched/Vm.h"
#include "stdlib/Registry.h"

#include <fcntl.h>

namespace gossamer::stdlib {

namespace {

Status timeNow(NativeCall& call) {
  Clock& clock = call.vm.clock();
  call.setInt(0, clock.wall());
  call.setInt(1, clock.now());
  return Status::Ok;
}

Status timeSleep(NativeCall& call) {
  return parkSleep(workerOf(call), call.intArg(0));
}

/// Takes the timer back: whether it was going to fire or its value is still unread (Go 1.23: then it never
/// will be).
bool disarm(Worker& worker, Timer* timer) {
  bool active = timer->when != 0;
  worker.p().timers.remove(timer);
  timer->when = 0;
  if (Channel* c = timer->channel) {
    if (c->count) active = true;
    Slot dropped[sizeof(GoTime) / sizeof(Slot)];
    bool done = true;
    while (done) tryRecv(worker, c, dropped, nullptr, done);
  }
  return active;
}

Status timerStop(NativeCall& call) {
  call.setBool(0, disarm(workerOf(call), call.pointerArg<Timer>(1)));
  return Status::Ok;
}

Status timerReset(NativeCall& call) {
  Worker& worker = workerOf(call);
  auto* timer = call.pointerArg<Timer>(1);
  bool active = disarm(worker, timer);
  timer->when = call.intArg(2);
  timer->period = call.intArg(3);
  if (Channel* c = timer->channel)
    armChannelTimer(worker, c, timer);
  else
    worker.p().timers.add(timer);
  call.setBool(0, active);
  return Status::Ok;
}

Status readZoneFile(NativeCall& call) {
  constexpr size_t kMaxBytes = 10 << 20; // no zone file is near it; a device given by TZ might never end
  const std::string path(call.arg<String>(4).view());
  call.setResult(0, Slice{});
  call.setBool(3, false);
  Host& host = call.vm.host();
  HostResult file = host.open(path, O_RDONLY, 0);
  if (file.error) return Status::Ok;
  std::string data;
  char buffer[4096];
  HostResult got;
  while ((got = host.read(static_cast<int>(file.value), buffer, sizeof buffer)).error == 0 && got.value > 0 &&
         data.size() < kMaxBytes)
    data.append(buffer, static_cast<size_t>(got.value));
  host.close(static_cast<int>(file.value));
  if (got.error || data.empty()) return Status::Ok;
  call.setResult(0, bytesOfString(call.alloc, String::of(data)));
  call.setBool(3, true);
  return Status::Ok;
}

Status environment(NativeCall& call) {
  std::string_view name = call.arg<String>(3).view();
  call.setResult(0, String{});
  call.setBool(2, false);
  for (const std::string& entry : call.vm.host().environment()) {
    if (entry.size() <= name.size() || entry[name.size()] != '=' ||
        !std::string_view(entry).starts_with(name))
      continue;
    call.setResult(0, newString(call.alloc, std::string_view(entry).substr(name.size() + 1)));
    call.setBool(2, true);
    break;
  }
  return Status::Ok;
}

} // namespace

GOSSAMER_NATIVES(time, {"time.now", timeNow}, {"time.Sleep", timeSleep}, {"time.(*runtimeTimer).stop", timerStop},
                 {"time.(*runtimeTimer).reset", timerReset}, {"time.readZoneFile", readZoneFile},
                 {"time.environment", environment});

} // namespace gossamer::stdlib
