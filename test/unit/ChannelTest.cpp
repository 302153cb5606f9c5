// Channels and select: operation x state, with scripted goroutines.
#include "FakeExecutor.h"

#include <gtest/gtest.h>

#include <array>

using namespace gossamer;
using namespace gossamer::test;

namespace {

struct ChannelWorld : World {
  using World::World;
  Step sendInt(Channel*& c, int64_t v) {
    slots.push_back(std::make_unique<Slot>(Slot::ofInt(v)));
    Slot* value = slots.back().get();
    return [this, &c, value](Worker& w) { return send(w, c, value, trap); };
  }
  Step recvInt(Channel*& c, int64_t* v, bool* ok = nullptr) {
    return [&c, v, ok](Worker& w) {
      return recv(w, c, reinterpret_cast<Slot*>(v), reinterpret_cast<Slot*>(ok));
    };
  }
  Step closeIt(Channel*& c) {
    return [this, &c](Worker& w) { return close(w, c, trap); };
  }
  std::vector<std::unique_ptr<Slot>> slots;
};

struct Received {
  int64_t value = -1;
  Slot ok = Slot::ofInt(-1);
};

} // namespace

TEST(Channel, BufferedKeepsOrderAndCounts) {
  ChannelWorld w;
  Channel* c = w.channel(w.intType(), 3);
  int64_t got[3] = {};
  w.main({w.sendInt(c, 1), w.sendInt(c, 2), w.sendInt(c, 3),
          [&](Worker& worker) {
            EXPECT_EQ(channelLen(worker, c), 3);
            EXPECT_EQ(channelCap(worker, c), 3);
            return Status::Ok;
          },
          w.recvInt(c, &got[0]), w.recvInt(c, &got[1]), w.sendInt(c, 4), w.recvInt(c, &got[2])});
  EXPECT_EQ(got[0], 1);
  EXPECT_EQ(got[1], 2);
  EXPECT_EQ(got[2], 3);
  EXPECT_EQ(c->count, 1u);
}

TEST(Channel, UnbufferedReceiverWaits) {
  ChannelWorld w;
  Channel* c = w.channel(w.intType(), 0);
  Received r;
  w.go({[&](Worker& worker) { return recv(worker, c, reinterpret_cast<Slot*>(&r.value), &r.ok); },
        w.say("got")});
  w.main({w.yield(), w.sendInt(c, 9), w.say("sent"), w.yield()});
  EXPECT_EQ(r.value, 9);
  EXPECT_EQ(r.ok.u, 1u);
  EXPECT_EQ(w.log, "sent;got;");
}

TEST(Channel, UnbufferedSenderWaits) {
  ChannelWorld w;
  Channel* c = w.channel(w.intType(), 0);
  int64_t got = 0;
  w.go({w.sendInt(c, 5), w.say("sent")});
  w.main({w.yield(), w.recvInt(c, &got), w.say("got"), w.yield()});
  EXPECT_EQ(got, 5);
  EXPECT_EQ(w.log, "got;sent;");
}

TEST(Channel, FullBufferSendersEnterInOrder) {
  ChannelWorld w;
  Channel* c = w.channel(w.intType(), 1);
  std::array<int64_t, 4> got = {};
  for (int i = 1; i <= 4; i++) w.go({w.sendInt(c, i)});
  w.main({w.yield(), w.recvInt(c, &got[0]), w.recvInt(c, &got[1]), w.recvInt(c, &got[2]),
          w.recvInt(c, &got[3])});
  EXPECT_EQ(got, (std::array<int64_t, 4>{1, 2, 3, 4}));
}

TEST(Channel, ReceiversAreServedInOrder) {
  ChannelWorld w;
  Channel* c = w.channel(w.intType(), 0);
  std::array<int64_t, 3> got = {};
  for (auto& x : got) w.go({w.recvInt(c, &x)});
  w.main({w.yield(), w.sendInt(c, 1), w.sendInt(c, 2), w.sendInt(c, 3)});
  EXPECT_EQ(got, (std::array<int64_t, 3>{1, 2, 3}));
}

TEST(Channel, NilBlocksForEver) {
  for (bool sends : {false, true}) {
    ChannelWorld w;
    Channel* c = nullptr;
    int64_t v = 0;
    EXPECT_EQ(w.main({sends ? w.sendInt(c, 1) : w.recvInt(c, &v)}).exitCode, 2);
    Goroutine* g = w.vm.scheduler().all()[0];
    EXPECT_EQ(waitReasonText(g->waitReason), sends ? "chan send (nil chan)" : "chan receive (nil chan)");
  }
}

TEST(Channel, CloseDrainsThenGivesZeroes) {
  ChannelWorld w;
  Channel* c = w.channel(w.intType(), 2);
  std::array<Received, 2> r;
  auto receive = [&](Received& x) {
    return [&](Worker& worker) { return recv(worker, c, reinterpret_cast<Slot*>(&x.value), &x.ok); };
  };
  w.main({w.sendInt(c, 7), w.closeIt(c), receive(r[0]), receive(r[1])});
  EXPECT_EQ(r[0].value, 7);
  EXPECT_EQ(r[0].ok.u, 1u);
  EXPECT_EQ(r[1].value, 0);
  EXPECT_EQ(r[1].ok.u, 0u);
}

TEST(Channel, CloseWakesAllReceivers) {
  ChannelWorld w;
  Channel* c = w.channel(w.intType(), 0);
  std::array<Received, 3> r;
  for (auto& x : r)
    w.go({[&](Worker& worker) { return recv(worker, c, reinterpret_cast<Slot*>(&x.value), &x.ok); },
          w.say("woken")});
  w.main({w.yield(), w.closeIt(c), w.yield()});
  for (auto& x : r) {
    EXPECT_EQ(x.value, 0);
    EXPECT_EQ(x.ok.u, 0u);
  }
  EXPECT_EQ(w.log, "woken;woken;woken;");
}

TEST(Channel, ClosePanicsBlockedSenders) {
  ChannelWorld w;
  Channel* c = w.channel(w.intType(), 0);
  w.go({w.sendInt(c, 1), w.say("never")});
  w.main({w.yield(), w.closeIt(c), w.yield()});
  EXPECT_EQ(w.executor.traps, std::vector<TrapCode>{TrapCode::SendOnClosed});
  EXPECT_EQ(w.log, "");
}

TEST(Channel, MisusePanics) {
  ChannelWorld w;
  Worker& worker = w.vm.scheduler().worker();
  Channel* c = w.channel(w.intType(), 1);
  EXPECT_EQ(close(worker, nullptr, w.trap), Status::Panic);
  EXPECT_EQ(w.trap.code, TrapCode::CloseOfNil);
  EXPECT_EQ(close(worker, c, w.trap), Status::Ok);
  EXPECT_EQ(close(worker, c, w.trap), Status::Panic);
  EXPECT_EQ(w.trap.code, TrapCode::CloseOfClosed);
  Slot v = Slot::ofInt(1);
  EXPECT_EQ(send(worker, c, &v, w.trap), Status::Panic);
  EXPECT_EQ(w.trap.code, TrapCode::SendOnClosed);
  Channel* out = nullptr;
  const TypeInfo* type = w.vm.types().chanOf(w.intType(), ChanDir::Both);
  for (int64_t n : {int64_t{-1}, int64_t{1} << 60}) {
    EXPECT_EQ(makeChannel(worker, type, n, &out, w.trap), Status::Panic);
    EXPECT_EQ(w.trap.code, TrapCode::MakeChanSize);
  }
}

TEST(Channel, ElementsOfEverySize) {
  ChannelWorld w;
  TypeTable& types = w.vm.types();
  Worker& worker = w.vm.scheduler().worker();
  auto roundTrip = [&](const TypeInfo* elem, std::vector<Slot> value) {
    Channel* c = w.channel(elem, 2);
    std::vector<Slot> got(value.size() + 1, Slot::ofInt(0x5555));
    bool done = false;
    for (int i = 0; i < 3; i++) { // wraps round
      ASSERT_EQ(trySend(worker, c, value.data(), done, w.trap), Status::Ok);
      ASSERT_TRUE(done);
      tryRecv(worker, c, got.data(), nullptr, done);
      ASSERT_TRUE(done);
      for (size_t s = 0; s < value.size(); s++) EXPECT_EQ(got[s].u, value[s].u) << elem->string;
      EXPECT_EQ(got[value.size()].i, 0x5555);
    }
  };
  roundTrip(types.basic(Kind::Int8), {Slot::ofInt(-5)});
  roundTrip(types.basic(Kind::Uint8), {Slot::ofInt(250)});
  roundTrip(types.basic(Kind::Int16), {Slot::ofInt(-30000)});
  roundTrip(types.basic(Kind::Int32), {Slot::ofInt(-2'000'000'000)});
  roundTrip(types.basic(Kind::Uint32), {Slot::ofInt(4'000'000'000)});
  roundTrip(types.basic(Kind::Bool), {Slot::ofBool(true)});
  roundTrip(types.basic(Kind::Float64), {Slot::ofFloat64(-1.5)});
  roundTrip(types.structOf({}), {});
  static const char text[] = "text";
  roundTrip(types.basic(Kind::String), {Slot::ofPointer(text), Slot::ofInt(4)});
  roundTrip(types.arrayOf(types.basic(Kind::Uint8), 13),
            {Slot::ofUint(0x0102030405060708), Slot::ofUint(0x0504030201)});
  roundTrip(types.arrayOf(types.basic(Kind::Int), 9), std::vector<Slot>(9, Slot::ofInt(-3)));
}

TEST(Select, DefaultWhenNothingIsReady) {
  ChannelWorld w;
  Channel* c = w.channel(w.intType(), 0);
  Slot index = Slot::ofInt(99);
  SelectCase cases[] = {{c, nullptr, SelectDir::Recv}, {nullptr, nullptr, SelectDir::Recv}};
  EXPECT_EQ(select(w.vm.scheduler().worker(), cases, SelectDefault::Present, &index, nullptr, w.trap),
            Status::Ok);
  EXPECT_EQ(index.i, kSelectDefault);
}

TEST(Select, ChoosesUniformlyAmongReady) {
  ChannelWorld w;
  Worker& worker = w.vm.scheduler().worker();
  Channel* c[4];
  for (auto& x : c) x = w.channel(w.intType(), 1);
  Slot v = Slot::ofInt(1), dst, index, ok;
  bool done;
  int counts[4] = {};
  for (int i = 0; i < 4; i++)
    if (i != 2) trySend(worker, c[i], &v, done, w.trap);
  for (int round = 0; round < 30000; round++) {
    SelectCase cases[] = {{c[0], &dst, SelectDir::Recv},
                          {c[1], &dst, SelectDir::Recv},
                          {c[2], &dst, SelectDir::Recv},
                          {c[3], &dst, SelectDir::Recv}};
    ASSERT_EQ(select(worker, cases, SelectDefault::Absent, &index, &ok, w.trap), Status::Ok);
    counts[index.i]++;
    trySend(worker, c[index.i], &v, done, w.trap);
  }
  EXPECT_EQ(counts[2], 0);
  for (int i : {0, 1, 3}) EXPECT_NEAR(counts[i], 10000, 500);
}

TEST(Select, BlockedIsWokenByOneCaseOnly) {
  ChannelWorld w;
  Channel *a = w.channel(w.intType(), 0), *b = w.channel(w.intType(), 0);
  int64_t got = 0;
  Slot value = Slot::ofInt(5), index = Slot::ofInt(-7), ok = Slot::ofInt(-7);
  w.go({[&](Worker& worker) {
          SelectCase cases[] = {{a, reinterpret_cast<Slot*>(&got), SelectDir::Recv},
                                {b, &value, SelectDir::Send}};
          return select(worker, cases, SelectDefault::Absent, &index, &ok, w.trap);
        },
        w.say("selected")});
  int64_t fromB = -1;
  bool done = true;
  w.main({w.yield(), w.sendInt(a, 3),
          [&](Worker& worker) { // decided though it has not run: the other case is gone
            tryRecv(worker, b, reinterpret_cast<Slot*>(&fromB), nullptr, done);
            return Status::Ok;
          },
          w.yield()});
  EXPECT_EQ(got, 3);
  EXPECT_EQ(index.i, 0);
  EXPECT_EQ(ok.u, 1u);
  EXPECT_FALSE(done);
  EXPECT_EQ(w.log, "selected;");
  EXPECT_TRUE(a->recvq.empty());
  EXPECT_TRUE(b->sendq.empty());
}

TEST(Select, SendCaseGivesItsValue) {
  ChannelWorld w;
  Channel *a = w.channel(w.intType(), 0), *b = w.channel(w.intType(), 0);
  Slot value = Slot::ofInt(5), index;
  int64_t got = 0;
  w.go({[&](Worker& worker) {
    SelectCase cases[] = {{a, nullptr, SelectDir::Recv}, {b, &value, SelectDir::Send}};
    return select(worker, cases, SelectDefault::Absent, &index, nullptr, w.trap);
  }});
  w.main({w.yield(), w.recvInt(b, &got), w.yield()});
  EXPECT_EQ(got, 5);
  EXPECT_EQ(index.i, 1);
}

TEST(Select, SameChannelInBothDirectionsDoesNotMeetItself) {
  ChannelWorld w;
  Channel* a = w.channel(w.intType(), 0);
  Slot value = Slot::ofInt(5), index, dst;
  RunResult r = w.main({[&](Worker& worker) {
    SelectCase cases[] = {{a, &dst, SelectDir::Recv}, {a, &value, SelectDir::Send}};
    return select(worker, cases, SelectDefault::Absent, &index, nullptr, w.trap);
  }});
  EXPECT_EQ(r.exitCode, 2);
  EXPECT_EQ(w.vm.scheduler().all()[0]->waitReason, WaitReason::Select);
}

TEST(Select, CloseWakesReceiveCaseAndPanicsSendCase) {
  for (bool sends : {false, true}) {
    ChannelWorld w;
    Channel *a = w.channel(w.intType(), 0), *b = w.channel(w.intType(), 0);
    Slot value = Slot::ofInt(5), index = Slot::ofInt(-7), ok = Slot::ofInt(-7);
    w.go({[&](Worker& worker) {
            SelectCase cases[] = {{a, nullptr, SelectDir::Recv},
                                  {b, &value, sends ? SelectDir::Send : SelectDir::Recv}};
            return select(worker, cases, SelectDefault::Absent, &index, &ok, w.trap);
          },
          w.say("selected")});
    w.main({w.yield(), w.closeIt(b), w.yield()});
    if (sends) {
      EXPECT_EQ(w.executor.traps, std::vector<TrapCode>{TrapCode::SendOnClosed});
    } else {
      EXPECT_EQ(index.i, 1);
      EXPECT_EQ(ok.u, 0u);
      EXPECT_EQ(w.log, "selected;");
    }
  }
}

TEST(Select, NoCasesBlocksForEver) {
  ChannelWorld w;
  RunResult r = w.main(
      {[&](Worker& worker) { return select(worker, {}, SelectDefault::Absent, nullptr, nullptr, w.trap); }});
  EXPECT_EQ(r.exitCode, 2);
  EXPECT_EQ(waitReasonText(w.vm.scheduler().all()[0]->waitReason), "select (no cases)");
}

namespace {
/// A channel of times with its timer, as package time makes them.
struct TimerWorld : ChannelWorld {
  explicit TimerWorld(int64_t when, int64_t period = 0) {
    TypeTable& t = vm.types();
    TypeField fields[] = {{.name = "wall", .pkgPath = "time", .type = t.basic(Kind::Uint64)},
                          {.name = "ext", .pkgPath = "time", .type = t.basic(Kind::Int64)},
                          {.name = "loc", .pkgPath = "time", .type = t.basic(Kind::UnsafePointer)}};
    c = channel(t.structOf(fields), 1);
    timer.channel = c;
    timer.when = vm.clock().now() + when;
    timer.period = period;
    c->timer = &timer;
  }
  Step recvTime() {
    return [this](Worker& w) { return recv(w, c, reinterpret_cast<Slot*>(&time), nullptr); };
  }
  Channel* c;
  Timer timer = {};
  GoTime time = {};
};
} // namespace

TEST(TimerChannel, WaiterGetsTheTime) {
  TimerWorld w(1000);
  w.main({w.recvTime()});
  EXPECT_EQ(w.time.ext, 1001);
  EXPECT_EQ(w.timer.when, 0);
  EXPECT_TRUE(w.vm.scheduler().worker().p().timers.empty());
}

TEST(TimerChannel, NotInTheHeapUntilSomebodyWaits) {
  TimerWorld w(1000);
  w.main({[&](Worker& worker) {
            EXPECT_TRUE(worker.p().timers.empty());
            return Status::Ok;
          },
          w.sleep(5000),
          [&](Worker& worker) {
            EXPECT_EQ(channelLen(worker, w.c), 0);
            EXPECT_EQ(channelCap(worker, w.c), 0);
            bool done = false;
            tryRecv(worker, w.c, reinterpret_cast<Slot*>(&w.time), nullptr, done);
            EXPECT_TRUE(done);
            return Status::Ok;
          }});
  EXPECT_EQ(w.time.ext, 1001); // when it was due, not when it was looked at
}

TEST(TimerChannel, TickerSkipsMissedTicks) {
  TimerWorld w(1000, 1000);
  std::vector<int64_t> ticks;
  auto note = [&](Worker&) {
    ticks.push_back(w.time.ext);
    return Status::Ok;
  };
  w.main({w.recvTime(), note, w.sleep(3500), w.recvTime(), note, w.recvTime(), note});
  EXPECT_EQ(ticks, (std::vector<int64_t>{1001, 2001, 5001}));
}

TEST(TimerChannel, LosingASelectTakesItOutOfTheHeap) {
  TimerWorld w(1'000'000);
  Channel* other = w.channel(w.intType(), 0);
  Slot index, dst;
  w.go({w.sleep(10), w.sendInt(other, 1)});
  w.main({[&](Worker& worker) {
            SelectCase cases[] = {{w.c, reinterpret_cast<Slot*>(&w.time), SelectDir::Recv},
                                  {other, &dst, SelectDir::Recv}};
            return select(worker, cases, SelectDefault::Absent, &index, nullptr, w.trap);
          },
          [&](Worker& worker) {
            EXPECT_TRUE(worker.p().timers.empty());
            return Status::Ok;
          }});
  EXPECT_EQ(index.i, 1);
}
