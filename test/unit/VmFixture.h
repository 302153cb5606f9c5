// A VM that runs hand-built bytecode, with captured standard error.
#pragma once

#include "gossamer/Host.h"
#include "runtime/sched/Vm.h"
#include "vm/bytecode/Builder.h"
#include "vm/bytecode/Disassembler.h"
#include "vm/bytecode/Verifier.h"
#include "vm/interp/Interpreter.h"

#include <gtest/gtest.h>

#include <cstring>
#include <functional>
#include <string>

namespace gossamer::test {

class CapturingHost final : public Host {
public:
  HostResult write(int fd, const char* data, size_t n) override {
    (fd == 2 ? err : out).append(data, n);
    return {static_cast<int64_t>(n), 0};
  }
  int64_t monotonicNanos() override { return now; }
  int64_t wallNanos() override { return now; }
  void entropy(void* buffer, size_t n) override { std::memset(buffer, 7, n); }
  int64_t now = 1;
  std::string out, err;
};

class VmTest : public ::testing::Test {
protected:
  explicit VmTest(const VmOptions& options = {}) : vm(host, options), interpreter(vm, module) {}

  /// A function with a frame of `slots` slots, windows included.
  Function* function(std::string name, uint16_t results, uint16_t params, uint32_t slots,
                     const std::function<void(Builder&)>& body, uint16_t flags = 0) {
    Function* f = module.addFunction(std::move(name));
    f->resultSlots = results;
    f->paramSlots = params;
    f->flags = flags;
    define(f, slots, body);
    return f;
  }
  void define(Function* f, uint32_t slots, const std::function<void(Builder&)>& body) {
    Builder b(*f);
    b.setPosition({file, 1, 1, 0});
    body(b);
    b.finish(slots);
    for (const std::string& error : verify(*f)) ADD_FAILURE() << error << "\n" << disassemble(*f);
  }
  /// Runs main until it ends.
  RunResult run(Function* main) { return vm.scheduler().run(vm.scheduler().newGoroutine(main->closure())); }
  /// Runs a function without parameters and gives its first result slot.
  int64_t result(Function* f) {
    Global* g = module.addGlobal("result", nullptr, 8);
    Function* main = function("main.main", 0, 0, 8, [&](Builder& b) {
      b.emitCall(0, f);
      b.emitStoreGlobal(3, g->data);
      b.emitReturn();
    });
    EXPECT_EQ(run(main).end, RunEnd::MainReturned) << host.err;
    return *static_cast<int64_t*>(g->data);
  }
  const TypeInfo* type(Kind kind) { return vm.types().basic(kind); }

  CapturingHost host;
  Vm vm;
  Module module;
  Interpreter interpreter;
  uint32_t file = module.addFile("/t/main.go");
};

} // namespace gossamer::test
