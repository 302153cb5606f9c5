// Builder, verifier and disassembler without running anything.
#include "VmFixture.h"

#include "runtime/type/TypeTable.h"

namespace gossamer {
namespace {

class BytecodeTest : public ::testing::Test {
protected:
  Function* compile(uint32_t slots, const std::function<void(Builder&)>& body) {
    Function* f = module.addFunction("main.f");
    f->captureCount = 1;
    Builder b(*f);
    b.setPosition({module.addFile("f.go"), 3, 1, 0});
    body(b);
    b.finish(slots);
    return f;
  }
  std::string firstError(const Function* f) {
    auto errors = verify(*f);
    return errors.empty() ? "" : errors.front();
  }

  TypeTable types;
  Module module;
};

TEST_F(BytecodeTest, everyRowDecodesToItsLength) {
  for (size_t i = 0; i < kOpcodeCount; ++i) {
    const OpcodeInfo& info = kOpcodes[i];
    Word words[4] = {i, 0, 0, 0};
    Decoded d = decode(words);
    EXPECT_EQ(d.info, &info);
    EXPECT_EQ(d.words(), 1u + info.hasExtension() + info.has(kL) + info.has(kM)) << info.name;
    EXPECT_FALSE(info.prose.empty()) << info.name;
    if (isWideKind(info.operands[kB].kind)) {
      EXPECT_FALSE(info.has(kC)) << info.name;
    }
  }
}

TEST_F(BytecodeTest, operandsSurviveEncoding) {
  Function* f = compile(9, [&](Builder& b) {
    b.emitAddI(1, 2, -7);
    b.emitLoadI32(3, -100000);
    b.emitLoadI64(4, INT64_MIN);
    b.emitSliceSlice(0, 3, kNoSlot, 6, 7, 40000);
    b.emitReturn();
  });
  const Word* at = f->ownedCode.data();
  Decoded d = decode(at);
  EXPECT_EQ(d.value[kC], -7);
  d = decode(at += d.words());
  EXPECT_EQ(d.value[kB], -100000);
  d = decode(at += d.words());
  EXPECT_EQ(d.value[kL], INT64_MIN);
  d = decode(at += d.words());
  EXPECT_EQ(d.value[kC], kNoSlot);
  EXPECT_EQ(d.value[kD], 6);
  EXPECT_EQ(d.value[kE], 7);
  EXPECT_EQ(d.value[kF], 40000);
}

TEST_F(BytecodeTest, shortJumpsThatDoNotReachAreLengthened) {
  Function* f = compile(4, [&](Builder& b) {
    auto top = b.newLabel(), end = b.newLabel();
    b.bind(top);
    b.emitJumpLt(0, 1, end);
    for (int i = 0; i < 40000; ++i) b.emitNop();
    b.emitCountLt(0, 1, top);
    b.bind(end);
    b.emitReturn();
  });
  EXPECT_EQ(firstError(f), "");
  const Word* code = f->ownedCode.data();
  Decoded jump = decode(code);
  EXPECT_EQ(jump.value[kC], 2); // to the long jump
  Decoded around = decode(code + 1), far = decode(code + 2);
  EXPECT_EQ(around.value[kB], 2);
  EXPECT_EQ(far.op, Opcode::Jump);
  EXPECT_EQ(opcodeOf(code[2 + far.value[kB]]), Opcode::Return);
  size_t latch = 3 + 40000;
  EXPECT_EQ(opcodeOf(code[latch]), Opcode::CountLt);
  Decoded back = decode(code + latch + 2);
  EXPECT_EQ(back.op, Opcode::Loop);
  EXPECT_EQ(static_cast<int64_t>(latch) + 2 + back.value[kB], 0);
}

TEST_F(BytecodeTest, mapsAreFoundByPcAndShared) {
  WordKind first = WordKind::Scalar;
  Function* f = compile(8, [&](Builder& b) {
    b.setMapProvider([&](SlotMap& map) { map.set(2, first); });
    b.emitNop();
    b.emitDiv(0, 0, 1);
    b.emitDiv(0, 0, 1);
    first = WordKind::Pointer;
    b.emitDiv(0, 0, 1);
    first = WordKind::Scalar;
    b.emitDiv(0, 0, 1);
    b.emitReturn();
  });
  EXPECT_EQ(f->maps.size(), 2u);
  EXPECT_EQ(f->safepoints.size(), 3u);
  const Word* code = f->ownedCode.data();
  EXPECT_EQ(f->mapAt(code + 2).at(2), WordKind::Scalar);
  EXPECT_EQ(f->mapAt(code + 3).at(2), WordKind::Pointer);
  EXPECT_EQ(f->mapAt(code + 4).at(2), WordKind::Scalar);
  EXPECT_EQ(&f->mapAt(code), &f->entryMap);
}

TEST_F(BytecodeTest, retargetLastRewritesOnlyAResultNothingJumpsBehind) {
  compile(4, [&](Builder& b) {
    b.emitAdd(2, 0, 1);
    EXPECT_FALSE(b.retargetLast(1, 0));
    EXPECT_TRUE(b.retargetLast(2, 0));
    auto label = b.newLabel();
    b.bind(label);
    EXPECT_FALSE(b.retargetLast(0, 1));
    b.emitReturn();
  });
}

TEST_F(BytecodeTest, disassemblyNamesWhatLiteralsPointAt) {
  Function* g = module.addFunction("main.g");
  Global* x = module.addGlobal("main.x", nullptr, 8);
  Function* f = compile(12, [&](Builder& b) {
    auto end = b.newLabel();
    b.emitLoadStr(0, module.string("hi\n"));
    b.emitLoadGlobal(2, x->data);
    b.emitNew(3, types.basic(Kind::Int));
    b.emitJumpEqI(2, 0, end);
    b.emitCall(4, g);
    b.bind(end);
    b.emitReturn();
  });
  std::string text = disassemble(*f);
  for (const char* part :
       {"func main.f", "f.go:3", "\"hi\\n\"", "main.x", "<int>", "r2, #0, L1", "main.g", "L1:"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

TEST_F(BytecodeTest, verifierRejects) {
  Function* callee = module.addFunction("main.callee");
  callee->paramSlots = 5;
  Module other;
  Function* foreign = other.addFunction("other.f");
  struct Case {
    const char* message;
    std::function<void(Builder&)> body;
  } cases[] = {
      {"lies beyond the frame", [](Builder& b) { b.emitMove(8, 0); }},
      {"lies beyond the frame", [](Builder& b) { b.emitMove3(0, 6); }},
      {"lies beyond the frame", [](Builder& b) { b.emitMoveN(0, 4, 5); }},
      {"lies beyond the frame", [](Builder& b) { b.emitFrameLoad8u(0, 7, 8); }},
      {"lies beyond the frame", [](Builder& b) { b.emitConcat(0, 4, 3); }},
      {"lies beyond the frame", [&](Builder& b) { b.emitCall(1, callee); }},
      {"not of this module", [&](Builder& b) { b.emitCall(0, foreign); }},
      {"not static data", [&](Builder& b) { b.emitLoadGlobal(0, &other); }},
      {"is not a type", [](Builder& b) { b.emitNew(0, nullptr); }},
      {"constant 0", [](Builder& b) { b.emitDivI(0, 0, 0); }},
      {"over 63", [](Builder& b) { b.emitShlI(0, 0, 64); }},
      {"no such capture", [](Builder& b) { b.emitLoadCapture(0, 1); }},
      {"no such runtime error", [](Builder& b) { b.emitTrap(200); }},
      {"machine's own", [](Builder& b) { b.emitPanicStep(); }},
      {"not marked as deferring", [](Builder& b) { b.emitDefer(0); }},
      {"CallNative of a function in Go", [&](Builder& b) { b.emitCallNative(0, callee); }},
      {"backward without a poll",
       [](Builder& b) {
         auto top = b.newLabel();
         b.bind(top);
         b.emitJump(0, top);
       }},
  };
  for (const Case& c : cases) {
    Function* f = compile(8, c.body);
    EXPECT_NE(firstError(f).find(c.message), std::string::npos) << c.message << " / " << firstError(f);
  }
}

TEST_F(BytecodeTest, verifierRejectsDamagedCode) {
  auto sound = [&] {
    return compile(4, [](Builder& b) {
      auto end = b.newLabel();
      b.emitLoadI64(0, 1);
      b.emitJumpEq(0, 1, end);
      b.emitDiv(0, 0, 1);
      b.bind(end);
      b.emitReturn();
    });
  };
  Function* f = sound();
  ASSERT_EQ(firstError(f), "");
  f->ownedCode[0] = 0xfffe;
  EXPECT_NE(firstError(f).find("no such opcode"), std::string::npos);
  f = sound();
  f->ownedCode[2] = encodeABC(Opcode::JumpEq, 0, 1, static_cast<uint16_t>(-1)); // into the literal
  EXPECT_NE(firstError(f).find("is not an instruction"), std::string::npos);
  f = sound();
  f->ownedCode.back() = encodeABC(Opcode::Nop, 0, 0, 0);
  EXPECT_NE(firstError(f).find("runs off the end"), std::string::npos);
  f = sound();
  f->ownedCode.back() = encodeABC(Opcode::LoadI64, 0, 0, 0);
  EXPECT_NE(firstError(f).find("is cut off"), std::string::npos);
  f = sound();
  f->safepoints.clear();
  EXPECT_NE(firstError(f).find("has no slot map"), std::string::npos);
  f = sound();
  f->maps[0].set(1, WordKind::InterfaceType);
  EXPECT_NE(firstError(f).find("half an interface"), std::string::npos);
  f = sound();
  f->maps[0].set(9, WordKind::Pointer);
  EXPECT_NE(firstError(f).find("beyond the frame"), std::string::npos);
}

} // namespace
} // namespace gossamer
