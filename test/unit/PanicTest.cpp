// Panics, deferred calls, recover and Goexit on hand-built bytecode.
#include "VmFixture.h"

namespace gossamer::test {
namespace {

class PanicTest : public VmTest {
protected:
  void emitPanic(Builder& b, SlotIndex at, std::string_view text) {
    b.emitLoadStr(at, module.string(text));
    b.emitBoxIface(at, at, type(Kind::String));
    b.emitPanic(at);
  }
  /// A func() literal that may recover and then may panic.
  Function* deferred(const char* name, bool recovers, const char* panics) {
    return function(name, 0, 0, 8, [&](Builder& b) {
      b.setPosition({file, 5, 1, 0});
      if (recovers) b.emitRecover(0);
      if (panics)
        emitPanic(b, 2, panics);
      else
        b.emitReturn();
    });
  }
  /// Defers the functions in order, then panics; result 7 if it recovers.
  Function* panicking(std::initializer_list<Function*> defers, const char* text) {
    return function(
        "main.f", 1, 0, 12,
        [&](Builder& b) {
          b.emitLoadI32(0, 7);
          for (Function* d : defers) {
            b.emitLoadFunc(1, d);
            b.emitDefer(1);
          }
          b.setPosition({file, 3, 1, 0});
          emitPanic(b, 2, text);
          b.markDeferReturn();
          b.emitRunDefers();
          b.emitReturn();
        },
        kHasDefer);
  }
  /// The report's part before the trace.
  std::string report(Function* f) {
    Function* main = function("main.main", 0, 0, 8, [&](Builder& b) {
      b.setPosition({file, 9, 1, 0});
      b.emitCall(0, f);
      b.emitReturn();
    });
    EXPECT_EQ(run(main).exitCode, 2);
    return host.err.substr(0, host.err.find("\n\n") + 1);
  }
};

TEST_F(PanicTest, recoverInADeferredCallReturnsNormally) {
  EXPECT_EQ(result(panicking({deferred("main.f.func1", true, nullptr)}, "x")), 7);
}

TEST_F(PanicTest, recoverElsewhereDoesNothing) {
  Function* helper = deferred("main.helper", true, nullptr);
  Function* indirect = function("main.f.func1", 0, 0, 8, [&](Builder& b) {
    b.emitCall(0, helper);
    b.emitReturn();
  });
  EXPECT_EQ(report(panicking({indirect}, "x")), "panic: x\n");
}

TEST_F(PanicTest, recoverThroughAWrapperCounts) {
  Function* helper = deferred("main.helper", true, nullptr);
  auto body = [&](Builder& b) {
    b.emitCall(0, helper);
    b.emitReturn();
  };
  Function* wrapper = function("main.f.deferwrap1", 0, 0, 8, body, kWrapper);
  EXPECT_EQ(result(panicking({wrapper}, "x")), 7);
}

TEST_F(PanicTest, deferredRecoverItselfCountsOnlyInADeferredFunction) {
  Function* recovers = function(
      "main.f.deferwrap1", 0, 0, 4,
      [](Builder& b) {
        b.emitRecover(0);
        b.emitReturn();
      },
      kWrapper);
  Function* defersIt = function(
      "main.f.func1", 0, 0, 4,
      [&](Builder& b) {
        b.emitLoadFunc(0, recovers);
        b.emitDefer(0);
        b.markDeferReturn();
        b.emitRunDefers();
        b.emitReturn();
      },
      kHasDefer);
  EXPECT_EQ(result(panicking({defersIt}, "x")), 7);
  EXPECT_EQ(report(panicking({recovers}, "too early")), "panic: too early\n");
}

TEST_F(PanicTest, chainsPrintOldestFirst) {
  Function* third = deferred("main.f.func2", false, "third");
  Function* second = deferred("main.f.func1", false, "second");
  EXPECT_EQ(report(panicking({third, second}, "first")), "panic: first\n\tpanic: second\n\tpanic: third\n");
}

TEST_F(PanicTest, recoveredThenPanickedIsMarked) {
  EXPECT_EQ(report(panicking({deferred("main.f.func1", true, "second")}, "first")),
            "panic: first [recovered]\n\tpanic: second\n");
}

TEST_F(PanicTest, repanickedIsToldOnce) {
  Function* again = function("main.f.func1", 0, 0, 8, [&](Builder& b) {
    b.emitRecover(0);
    b.emitPanic(0);
  });
  EXPECT_EQ(report(panicking({again}, "first")), "panic: first [recovered, repanicked]\n");
}

TEST_F(PanicTest, aPanicRecoveredInsideADeferredCallLeavesTheOuterOne) {
  Function* inner = panicking({deferred("main.g.func1", true, nullptr)}, "inner");
  Function* outer = function("main.f.func1", 0, 0, 8, [&](Builder& b) {
    b.emitCall(0, inner);
    b.emitReturn();
  });
  EXPECT_EQ(report(panicking({outer}, "outer")), "panic: outer\n");
}

TEST_F(PanicTest, aNewerPanicRecoveredInTheOlderFrameOvertakesTheOlder) {
  Function* second = deferred("main.f.func2", false, "second");
  Function* recovers = deferred("main.f.func1", true, nullptr);
  EXPECT_EQ(result(panicking({recovers, second}, "first")), 7);
}

TEST_F(PanicTest, traceShowsPanicFramesBetween) {
  report(panicking({deferred("main.f.func1", false, "second")}, "first"));
  for (const char* part : {"goroutine 1 [running]:\nmain.f.func1()\n\t/t/main.go:5 ", "\npanic({0x",
                           "main.f()\n\t/t/main.go:3 ", "main.main()\n\t/t/main.go:9 "})
    EXPECT_NE(host.err.find(part), std::string::npos) << part << "\n" << host.err;
}

TEST_F(PanicTest, nilDereferenceHasTheSignalLine) {
  Function* f = function("main.f", 1, 0, 4, [&](Builder& b) {
    b.emitZero(1);
    b.emitLoad64(0, 1, 8);
    b.emitReturn();
  });
  EXPECT_TRUE(
      report(f).starts_with("panic: runtime error: invalid memory address or nil pointer dereference\n"
                            "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x"))
      << host.err;
}

TEST_F(PanicTest, deferredCallsRunOnNormalReturnNewestFirst) {
  Global* log = module.addGlobal("log", nullptr, 8);
  auto digit = [&](int16_t d) {
    return function("main.d", 0, 0, 4, [&](Builder& b) {
      b.emitLoadGlobal(0, log->data);
      b.emitMulI(0, 0, 10);
      b.emitAddI(0, 0, d);
      b.emitStoreGlobal(0, log->data);
      b.emitReturn();
    });
  };
  Function *one = digit(1), *two = digit(2), *three = digit(3);
  Function* f = function(
      "main.f", 1, 0, 8,
      [&](Builder& b) {
        for (Function* d : {one, two, three}) {
          b.emitLoadFunc(1, d);
          b.emitDefer(1);
        }
        b.markDeferReturn();
        b.emitRunDefers();
        b.emitLoadGlobal(0, log->data);
        b.emitReturn();
      },
      kHasDefer);
  EXPECT_EQ(result(f), 321);
}

TEST_F(PanicTest, goexitRunsDefersAndCannotBeRecovered) {
  Global* log = module.addGlobal("log", nullptr, 8);
  Function* goexit = module.addNative("runtime.Goexit", [](NativeCall&) { return Status::Goexit; }, 0, 0);
  Function* mark = function("main.mark", 0, 0, 4, [&](Builder& b) {
    b.emitRecover(0);
    b.emitLoadI32(2, 5);
    b.emitStoreGlobal(2, log->data);
    b.emitReturn();
  });
  Function* f = function(
      "main.f", 1, 0, 8,
      [&](Builder& b) {
        b.emitLoadFunc(1, mark);
        b.emitDefer(1);
        b.emitCallNative(2, goexit);
        b.markDeferReturn();
        b.emitRunDefers();
        b.emitReturn();
      },
      kHasDefer);
  Function* main = function("main.main", 0, 0, 8, [&](Builder& b) {
    b.emitCall(0, f);
    b.emitReturn();
  });
  EXPECT_EQ(run(main).exitCode, 2);
  EXPECT_EQ(*static_cast<int64_t*>(log->data), 5);
  EXPECT_TRUE(host.err.starts_with("fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n"))
      << host.err;
}

TEST_F(PanicTest, manyPanicsInDeepStacksRecoverWithoutGrowing) {
  // Each of 2000 rounds recurses 300 deep across chunks, panics, and recovers at the top.
  Function* down = module.addFunction("main.down");
  down->paramSlots = 1;
  define(down, 24, [&](Builder& b) {
    auto more = b.newLabel();
    b.emitJumpNeI(0, 0, more);
    emitPanic(b, 2, "bottom");
    b.bind(more);
    b.emitAddI(13, 0, -1);
    b.emitCall(10, down);
    b.emitReturn();
  });
  Function* recovers = deferred("main.f.func1", true, nullptr);
  Function* f = function(
      "main.f", 1, 0, 12,
      [&](Builder& b) {
        b.emitLoadFunc(1, recovers);
        b.emitDefer(1);
        b.emitLoadI32(5, 300);
        b.emitCall(2, down);
        b.markDeferReturn();
        b.emitRunDefers();
        b.emitReturnI(0, 1);
      },
      kHasDefer);
  EXPECT_EQ(result(function("main.rounds", 1, 0, 10,
                            [&](Builder& b) {
                              auto top = b.newLabel();
                              b.emitZeroN(0, 2);
                              b.bind(top);
                              b.emitCall(2, f);
                              b.emitAdd(0, 0, 5);
                              b.emitCountLtI(1, 2000, top);
                              b.emitReturn();
                            })),
            2000);
  EXPECT_LT(vm.scheduler().stacks().mappedBytes(), size_t{8} << 20);
}

} // namespace
} // namespace gossamer::test
