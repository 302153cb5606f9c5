// The interpreter on hand-built bytecode.
#include "VmFixture.h"

#include <bit>
#include <cmath>

namespace gossamer::test {
namespace {

class InterpTest : public VmTest {
protected:
  int64_t compute(uint32_t slots, const std::function<void(Builder&)>& body) {
    return result(function("main.f", 1, 0, slots, body));
  }
};

TEST_F(InterpTest, arithmeticWrapsAndShiftsAsGoDoes) {
  EXPECT_EQ(compute(4,
                    [](Builder& b) {
                      b.emitLoadI64(1, INT64_MIN);
                      b.emitLoadI32(2, -1);
                      b.emitDiv(0, 1, 2);
                      b.emitReturn();
                    }),
            INT64_MIN);
  EXPECT_EQ(compute(4,
                    [](Builder& b) {
                      b.emitLoadI32(1, -5);
                      b.emitLoadI32(2, 64);
                      b.emitSar(0, 1, 2);
                      b.emitShl(1, 1, 2);
                      b.emitAdd(0, 0, 1);
                      b.emitReturn();
                    }),
            -1);
  EXPECT_EQ(compute(4,
                    [](Builder& b) {
                      b.emitLoadI32(1, 300);
                      b.emitExt8s(0, 1);
                      b.emitReturn();
                    }),
            44);
}

TEST_F(InterpTest, floatsConvertAsGcOnAmd64) {
  auto convert = [&](double x, auto emit) {
    return compute(3, [&](Builder& b) {
      b.emitLoadI64(1, std::bit_cast<int64_t>(x));
      emit(b);
      b.emitReturn();
    });
  };
  auto toI64 = [](Builder& b) { b.emitF64ToI64(0, 1); };
  auto toI32 = [](Builder& b) { b.emitF64ToI32(0, 1); };
  auto toU64 = [](Builder& b) { b.emitF64ToU64(0, 1); };
  EXPECT_EQ(convert(3e9, toI32), INT32_MIN);
  EXPECT_EQ(convert(NAN, toI64), INT64_MIN);
  EXPECT_EQ(static_cast<uint64_t>(convert(1.5e19, toU64)), 15000000000000000000u);
  EXPECT_EQ(static_cast<uint64_t>(convert(1e20, toU64)), 1ull << 63);
  EXPECT_EQ(static_cast<uint64_t>(convert(-3e9, toU64)), 18446744070709551616u);
}

TEST_F(InterpTest, countedLoopSums) {
  EXPECT_EQ(compute(4,
                    [](Builder& b) {
                      auto top = b.newLabel();
                      b.emitZero(0);
                      b.emitZero(1);
                      b.emitLoadI32(2, 1000000);
                      b.bind(top);
                      b.emitAdd(0, 0, 1);
                      b.emitCountLt(1, 2, top);
                      b.emitReturn();
                    }),
            499999500000);
}

TEST_F(InterpTest, callsRecurse) {
  Function* f = module.addFunction("main.fib"); // result in slot 0, n in slot 1
  f->resultSlots = f->paramSlots = 1;
  define(f, 10, [&](Builder& b) {
    auto recurse = b.newLabel();
    b.emitJumpGeI(1, 2, recurse);
    b.emitReturnWord(1);
    b.bind(recurse);
    b.emitAddI(6, 1, -1);
    b.emitCall(2, f);
    b.emitMove(2, 5);
    b.emitAddI(7, 1, -2);
    b.emitCall(3, f);
    b.emitAdd(0, 2, 6);
    b.emitReturn();
  });
  EXPECT_EQ(compute(8,
                    [&](Builder& b) {
                      b.emitLoadI32(5, 25);
                      b.emitCall(1, f);
                      b.emitReturnWord(4);
                    }),
            75025);
}

TEST_F(InterpTest, deepRecursionCrossesChunksAndComesBack) {
  Function* f = module.addFunction("main.sum");
  f->resultSlots = f->paramSlots = 1;
  define(f, 20, [&](Builder& b) {
    auto more = b.newLabel();
    b.emitJumpNeI(1, 0, more);
    b.emitReturnI(0, 0);
    b.bind(more);
    b.emitAddI(12, 1, -1);
    b.emitCall(8, f);
    b.emitAdd(0, 11, 1);
    b.emitReturn();
  });
  EXPECT_EQ(compute(8,
                    [&](Builder& b) {
                      b.emitLoadI32(5, 100000);
                      b.emitCall(1, f);
                      b.emitReturnWord(4);
                    }),
            5000050000);
}

TEST_F(InterpTest, endlessRecursionOverflows) {
  Function* f = module.addFunction("main.f");
  f->paramSlots = 1;
  define(f, 120, [&](Builder& b) {
    b.emitMove(103, 0);
    b.emitCall(100, f);
    b.emitReturn();
  });
  Function* main = function("main.main", 0, 0, 8, [&](Builder& b) {
    b.emitCall(0, f);
    b.emitReturn();
  });
  RunResult r = run(main);
  EXPECT_EQ(r.end, RunEnd::Fatal);
  EXPECT_EQ(r.exitCode, 2);
  EXPECT_TRUE(host.err.starts_with("runtime: goroutine stack exceeds 1000000000-byte limit\n"
                                   "fatal error: stack overflow\n\ngoroutine 1 [running]:\nmain.f(...)\n"))
      << host.err.substr(0, 200);
  EXPECT_NE(host.err.find(" frames elided...\n"), std::string::npos);
  EXPECT_LT(host.err.size(), 10000u);
}

TEST_F(InterpTest, lazyFunctionsAreCompiledOnTheirFirstCall) {
  struct Compiler final : LazyCompiler {
    int calls = 0;
    bool compile(Function& f, std::string& error) override {
      ++calls;
      if (f.name == "main.bad") {
        error = "cannot compile";
        return false;
      }
      Builder b(f);
      b.emitLoadI32(90, 42);
      b.emitReturnWord(90);
      b.finish(95);
      return true;
    }
  } compiler;
  module.setCompiler(&compiler);
  Function* lazy = module.addFunction("main.lazy");
  lazy->resultSlots = 1;
  lazy->frameSlots = 1;
  EXPECT_EQ(compute(8,
                    [&](Builder& b) {
                      b.emitCall(1, lazy);
                      b.emitCall(1, lazy);
                      b.emitReturnWord(4);
                    }),
            42);
  EXPECT_EQ(compiler.calls, 1);
  Function* bad = module.addFunction("main.bad");
  Function* main = function("main.main", 0, 0, 8, [&](Builder& b) {
    b.emitCall(1, bad);
    b.emitReturn();
  });
  EXPECT_EQ(run(main).exitCode, 2);
  EXPECT_TRUE(host.err.starts_with("fatal error: cannot compile\n")) << host.err;
}

TEST_F(InterpTest, slicesGrowIndexAndSlice) {
  const TypeInfo* integer = type(Kind::Int);
  EXPECT_EQ(compute(12,
                    [&](Builder& b) {
                      auto top = b.newLabel();
                      b.emitZeroN(1, 5);
                      b.emitLoadI32(5, 100);
                      b.bind(top);
                      b.emitAppendWord(1, 1, 4, integer);
                      b.emitCountLt(4, 5, top);
                      b.emitLoadI32(6, 90);
                      b.emitSliceSlice(7, 1, 6, kNoSlot, kNoSlot, 8);
                      b.emitLoadI32(6, 9);
                      b.emitSliceLoad64(0, 7, 6);
                      b.emitReturn();
                    }),
            99);
  Function* bad = function("main.main", 0, 0, 12, [&](Builder& b) {
    b.emitLoadI32(1, 3);
    b.emitMakeSlice(2, 1, kNoSlot, integer);
    b.emitLoadI32(5, 5);
    b.emitSliceLoad64(0, 2, 5);
    b.emitReturn();
  });
  EXPECT_EQ(run(bad).exitCode, 2);
  EXPECT_EQ(host.err, "panic: runtime error: index out of range [5] with length 3\n\n"
                      "goroutine 2 [running]:\nmain.main()\n\t/t/main.go:1 +0x21\n");
}

TEST_F(InterpTest, closuresShareTheirCaptures) {
  Function* add = module.addFunction("main.main.func1");
  add->resultSlots = 1;
  add->captureCount = 1;
  add->captureMap.set(0, WordKind::Pointer);
  define(add, 3, [&](Builder& b) {
    b.emitLoadCapture(1, 0);
    b.emitLoad64(2, 1, 0);
    b.emitAddI(2, 2, 1);
    b.emitStore64(2, 1, 0);
    b.emitReturnWord(2);
  });
  EXPECT_EQ(compute(12,
                    [&](Builder& b) {
                      b.emitNew(1, type(Kind::Int));
                      b.emitMakeClosure(2, 1, 1, add);
                      b.emitCallClosure(4, 2);
                      b.emitCallClosure(4, 2);
                      b.emitLoad64(0, 1, 0);
                      b.emitReturn();
                    }),
            2);
}

TEST_F(InterpTest, mapsAndIteration) {
  const TypeInfo* m = vm.types().mapOf(type(Kind::Int32), type(Kind::Int8));
  EXPECT_EQ(compute(16,
                    [&](Builder& b) {
                      auto top = b.newLabel(), next = b.newLabel(), done = b.newLabel();
                      b.emitMakeMap(1, kNoSlot, m);
                      b.emitLoadI32(2, -10);
                      b.bind(top);
                      b.emitMapSet(1, 2, 2, m);
                      b.emitCountLtI(2, 10, top);
                      b.emitZero(0);
                      b.emitMapIterInit(3, 1, m);
                      b.bind(next);
                      b.emitMapIterNext(3, 4, 5, done);
                      b.emitMul(6, 4, 5); // both sign-extended: squares
                      b.emitAdd(0, 0, 6);
                      b.emitLoop(0, next);
                      b.bind(done);
                      b.emitReturn();
                    }),
            670);
}

TEST_F(InterpTest, stringsRangeByRune) {
  // Sum of index * rune over "aé€" plus a broken byte.
  EXPECT_EQ(compute(16,
                    [&](Builder& b) {
                      auto next = b.newLabel(), done = b.newLabel();
                      b.emitZero(0);
                      b.emitLoadStr(1, module.string("a\xc3\xa9\xe2\x82\xac\xff"));
                      b.emitZeroN(3, 3);
                      b.bind(next);
                      b.emitRangeStr(3, 1, 0, done);
                      b.emitMul(6, 4, 5);
                      b.emitAdd(0, 0, 6);
                      b.emitLoop(0, next);
                      b.bind(done);
                      b.emitReturn();
                    }),
            0 * 'a' + 1 * 0xe9 + 3 * 0x20ac + 6 * 0xfffd);
}

TEST_F(InterpTest, goroutinesMeetOnChannels) {
  const TypeInfo* ch = vm.types().chanOf(type(Kind::Int), ChanDir::Both);
  Function* sender = module.addFunction("main.main.func1");
  sender->captureCount = 1;
  sender->captureMap.set(0, WordKind::Pointer);
  define(sender, 4, [&](Builder& b) {
    auto top = b.newLabel();
    b.emitLoadCapture(0, 0);
    b.emitZero(1);
    b.bind(top);
    b.emitSend(0, 1);
    b.emitCountLtI(1, 1000, top);
    b.emitCloseChan(0);
    b.emitReturn();
  });
  EXPECT_EQ(compute(16,
                    [&](Builder& b) {
                      auto top = b.newLabel(), done = b.newLabel();
                      b.emitMakeChan(1, kNoSlot, ch);
                      b.emitMakeClosure(2, 1, 1, sender);
                      b.emitGo(2);
                      b.emitZero(0);
                      b.bind(top);
                      b.emitRecv(3, 1, 4);
                      b.emitJumpIfNot(4, done);
                      b.emitAdd(0, 0, 3);
                      b.emitLoop(0, top);
                      b.bind(done);
                      b.emitReturn();
                    }),
            499500);
}

TEST_F(InterpTest, deadlockIsReportedWithTheWaitReason) {
  const TypeInfo* ch = vm.types().chanOf(type(Kind::Int), ChanDir::Both);
  Function* main = function("main.main", 0, 0, 16, [&](Builder& b) {
    b.emitMakeChan(1, kNoSlot, ch);
    b.setPosition({file, 7, 2, 0});
    b.emitRecv(3, 1, kNoSlot);
    b.emitReturn();
  });
  EXPECT_EQ(run(main).exitCode, 2);
  EXPECT_EQ(host.err, "fatal error: all goroutines are asleep - deadlock!\n\n"
                      "goroutine 1 [chan receive]:\nmain.main()\n\t/t/main.go:7 +0x11\n");
}

TEST_F(InterpTest, collectionsAtSafepointsSeeTheFramesMaps) {
  // A list of 3000 nodes {next *node, value int}, built while other garbage is made, then summed.
  TypeInfo* node = vm.types().named("main", "node", 1);
  TypeField fields[2] = {};
  fields[0].name = "next";
  fields[0].type = vm.types().pointerTo(node);
  fields[1].name = "value";
  fields[1].type = type(Kind::Int);
  vm.types().setUnderlying(node, vm.types().structOf(fields));
  const TypeInfo* garbage = vm.types().arrayOf(type(Kind::Int), 4000);
  EXPECT_EQ(compute(8,
                    [&](Builder& b) {
                      b.setMapProvider([](SlotMap& map) {
                        map.set(1, WordKind::Pointer);
                        map.set(2, WordKind::Pointer);
                      });
                      auto top = b.newLabel(), walk = b.newLabel(), done = b.newLabel();
                      b.emitZeroN(0, 5);
                      b.bind(top);
                      b.emitNew(4, garbage);
                      b.emitNew(2, node);
                      b.emitStore64(1, 2, 0);
                      b.emitStore64(3, 2, 8);
                      b.emitMove(1, 2);
                      b.emitCountLtI(3, 3000, top);
                      b.bind(walk);
                      b.emitJumpEqI(1, 0, done);
                      b.emitLoad64(2, 1, 8);
                      b.emitAdd(0, 0, 2);
                      b.emitLoad64(1, 1, 0);
                      b.emitZero(2);
                      b.emitLoop(0, walk);
                      b.bind(done);
                      b.emitReturn();
                    }),
            4498500);
  EXPECT_GT(vm.heap().stats().numGC, 2u);
}

} // namespace
} // namespace gossamer::test
