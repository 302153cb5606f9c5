// A host's view: everything here goes through include/gossamer alone.
#include "gossamer/Engine.h"
#include "gossamer/Host.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <gtest/gtest.h>
#include <string>
#include <thread>
#include <vector>

namespace gossamer {
namespace {

/// Streams in memory, a clock that stands still unless told otherwise, and nothing else.
class MemoryHost : public Host {
public:
  HostResult write(int fd, const char* data, size_t n) override {
    (fd == 2 ? error : output).append(data, n);
    writes.fetch_add(1);
    return {int64_t(n), 0};
  }
  HostResult read(int fd, char* buffer, size_t n) override {
    if (fd != 0) return {0, EBADF};
    size_t got = std::min(n, input.size());
    input.copy(buffer, got);
    input.erase(0, got);
    return {int64_t(got), 0};
  }
  int64_t monotonicNanos() override { return realTime ? sinceEpoch(std::chrono::steady_clock::now()) : 0; }
  int64_t wallNanos() override { return wall; }
  void entropy(void* buffer, size_t n) override { std::fill_n(static_cast<char*>(buffer), n, '\x2a'); }
  std::vector<std::string> arguments() override { return {"program", "first", "second"}; }
  std::vector<std::string> environment() override { return {"PLACE=here"}; }

  std::string output, error, input;
  int64_t wall = 1'000'000'000'000'000'000; // in 2001
  bool realTime = true;
  std::atomic<int> writes{0}; ///< what another thread may watch

private:
  static int64_t sinceEpoch(std::chrono::steady_clock::time_point time) { return time.time_since_epoch().count(); }
};

/// A program, its host and its end.
struct Program {
  explicit Program(const std::string& body, Options options = {}) : engine(with(options)) {
    compiled = engine.compile({{"program.go", "package main\n" + body}});
  }
  Exit run() {
    EXPECT_TRUE(compiled.ok()) << compiled.text();
    return engine.run();
  }
  Options with(Options options) {
    options.host = &host;
    return options;
  }

  MemoryHost host;
  Engine engine;
  Compilation compiled;
};

Options virtualTime() {
  Options options;
  options.virtualTime = true;
  return options;
}

void expectExit(const Exit& exit, ExitKind kind, int code) {
  EXPECT_EQ(exit.kind, kind);
  EXPECT_EQ(exit.exitCode, code);
}

TEST(Embed, CompileErrorsAreValues) {
  Program program("func main() {\n\tx := 1\n\tvar s string = 2\n}\n");
  ASSERT_FALSE(program.compiled.ok());
  ASSERT_EQ(program.compiled.messages.size(), 3u);
  const Message& first = program.compiled.messages[0];
  EXPECT_EQ(first.kind, MessageKind::Error);
  EXPECT_EQ(first.file, "program.go");
  EXPECT_EQ(first.line, 3u);
  EXPECT_EQ(first.column, 2u);
  EXPECT_EQ(first.text, "declared and not used: x");
  EXPECT_EQ(first.sourceLine, "\tx := 1");
  EXPECT_NE(program.compiled.text().find("program.go:4:17: cannot use 2"), std::string::npos);
  expectExit(program.engine.run(), ExitKind::Fatal, 2); // there is nothing to run
}

TEST(Embed, MaxErrorsLimitsTheMessages) {
  Options options;
  options.maxErrors = 2;
  Program program("func main() { a(); b(); c(); d() }", options);
  EXPECT_EQ(program.compiled.messages.size(), 2u);
  EXPECT_TRUE(program.compiled.tooMany);
}

TEST(Embed, SeveralSourcesMakeOnePackage) {
  MemoryHost host;
  Options options;
  options.host = &host;
  Engine engine(options);
  Compilation compiled = engine.compile({{"a.go", "package main\nfunc main() { println(answer()) }"},
                                         {"b.go", "package main\nfunc answer() int { return 42 }"}});
  ASSERT_TRUE(compiled.ok()) << compiled.text();
  expectExit(engine.run(), ExitKind::Returned, 0);
  EXPECT_EQ(host.error, "42\n");
}

TEST(Embed, PackageNeedsNoMain) {
  Engine engine;
  EXPECT_TRUE(engine.compile({{"lib.go", "package lib\nfunc F() {}"}}, Goal::Package).ok());
  expectExit(engine.run(), ExitKind::Fatal, 2);
}

TEST(Embed, EngineCompilesOnce) {
  Program program("func main() {}");
  EXPECT_FALSE(program.engine.compile({{"again.go", "package main\nfunc main() {}"}}).ok());
  expectExit(program.run(), ExitKind::Returned, 0);
  expectExit(program.engine.run(), ExitKind::Fatal, 2);
}

TEST(Embed, MissingFileIsAMessage) {
  Engine engine;
  Compilation compiled = engine.compileFiles({"/nowhere/at/all.go"});
  ASSERT_EQ(compiled.messages.size(), 1u);
  EXPECT_TRUE(compiled.failed);
}

TEST(Embed, ExitCodes) {
  expectExit(Program("func main() {}").run(), ExitKind::Returned, 0);
  expectExit(Program("import \"os\"\nfunc main() { defer println(1); os.Exit(3) }").run(), ExitKind::Exited, 3);
  expectExit(Program("import \"os\"\nfunc main() { os.Exit(0) }").run(), ExitKind::Exited, 0);
}

TEST(Embed, PanicReportsAndEndsWithTwo) {
  Program program("func main() { panic(\"boom\") }");
  expectExit(program.run(), ExitKind::Panicked, 2);
  EXPECT_TRUE(program.host.error.starts_with("panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n")) << program.host.error;
}

TEST(Embed, DeadlockIsFatal) {
  Program program("func main() { <-make(chan int) }");
  expectExit(program.run(), ExitKind::Fatal, 2);
  EXPECT_TRUE(program.host.error.starts_with("fatal error: all goroutines are asleep - deadlock!\n")) << program.host.error;
}

TEST(Embed, HostGivesStreamsClockAndFacts) {
  Program program(R"(
import ("bufio"; "fmt"; "os"; "time")
func main() {
	line, err := bufio.NewReader(os.Stdin).ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	fmt.Fprintln(os.Stderr, time.Now().UTC().Format(time.DateOnly))
	fmt.Println(os.Args[1:], os.Getenv("PLACE"))
})");
  program.host.input = "hello\nrest";
  expectExit(program.run(), ExitKind::Returned, 0);
  EXPECT_EQ(program.host.output, "\"hello\\n\" <nil>\n[first second] here\n");
  EXPECT_EQ(program.host.error, "2001-09-09\n");
}

TEST(Embed, DefaultHostDenies) {
  Program program(R"(
import ("errors"; "fmt"; "io/fs"; "os")
func main() {
	_, err := os.Open("/etc/passwd")
	fmt.Println(errors.Is(err, fs.ErrPermission), err)
	fmt.Println(os.WriteFile("/tmp/x", nil, 0o600), os.Remove("/tmp/x") != nil, os.Mkdir("/tmp/y", 0o700) != nil)
	_, err = os.Hostname()
	fmt.Println(err != nil, os.Getpid())
})");
  expectExit(program.run(), ExitKind::Returned, 0);
  EXPECT_EQ(program.host.output, "true open /etc/passwd: operation not permitted\n"
                                 "open /tmp/x: operation not permitted true true\ntrue 1\n");
}

TEST(Embed, VirtualTimeJumps) {
  Program program(R"(
import ("fmt"; "time")
func main() {
	start := time.Now()
	time.Sleep(1000 * time.Hour)
	fmt.Println(time.Since(start))
})",
                  virtualTime());
  program.host.realTime = false;
  expectExit(program.run(), ExitKind::Returned, 0);
  EXPECT_EQ(program.host.output, "1000h0m0s\n");
}

constexpr const char* kRandomProgram = R"(
import ("fmt"; "math/rand")
func main() {
	c, d := make(chan int, 100), make(chan int, 100)
	for i := range 100 { c <- i; d <- i }
	for range 100 {
		select {
		case <-c: fmt.Print("c")
		case <-d: fmt.Print("d")
		}
	}
	m := map[int]int{1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9}
	for k := range m { fmt.Print(k) }
	fmt.Println(rand.Int63())
})";

TEST(Embed, SameSeedSameOutput) {
  auto outputOf = [](uint64_t seed) {
    Options options;
    options.seed = seed;
    Program program(kRandomProgram, options);
    program.run();
    return program.host.output;
  };
  std::string once = outputOf(11);
  EXPECT_EQ(once, outputOf(11));
  EXPECT_NE(once, outputOf(12));
}

TEST(Embed, ManyEnginesAlive) {
  std::vector<std::unique_ptr<Program>> programs;
  for (int i = 0; i < 8; ++i)
    programs.push_back(std::make_unique<Program>("var n = " + std::to_string(i) + "\nfunc main() { println(n*n) }"));
  for (auto it = programs.rbegin(); it != programs.rend(); ++it) (*it)->run();
  for (size_t i = 0; i < programs.size(); ++i) EXPECT_EQ(programs[i]->host.error, std::to_string(i * i) + "\n");
}

constexpr const char* kBusyProgram = R"(
import ("fmt"; "sort"; "strings"; "sync"; "time")
type node struct { key string; next *node }
func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	found := map[string]int{}
	for g := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var list *node
			for i := range 300 {
				list = &node{fmt.Sprint(g, "-", i%10), list}
				if i%50 == 0 { time.Sleep(time.Millisecond) }
			}
			for ; list != nil; list = list.next {
				mu.Lock()
				found[strings.ToUpper(list.key)]++
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	keys := make([]string, 0)
	for k := range found { keys = append(keys, k) }
	sort.Strings(keys)
	fmt.Println(len(keys), keys[0], found[keys[0]])
})";

TEST(Embed, TwoVmsOnTwoThreads) {
  auto work = [] {
    for (int round = 0; round < 3; ++round) {
      Options options = virtualTime();
      options.collectEvery = 100;
      Program program(kBusyProgram, options);
      expectExit(program.run(), ExitKind::Returned, 0);
      EXPECT_EQ(program.host.output, "80 0-0 30\n");
    }
  };
  std::thread other(work);
  work();
  other.join();
}

TEST(Embed, EngineDestroyedWhileAnotherRuns) {
  Program runner("func main() { println(0); for {} }");
  std::thread other([&] { expectExit(runner.run(), ExitKind::Stopped, 0); });
  while (runner.host.writes == 0) std::this_thread::yield();
  for (int i = 0; i < 5; ++i) Program(kRandomProgram).run();
  runner.engine.requestStop();
  other.join();
}

/// Runs the program on a thread of its own, stops it when it has printed something, and expects that it ends.
void stopOnceItPrinted(const char* body, Options options = {}) {
  Program program(body, options);
  std::thread other([&] { expectExit(program.run(), ExitKind::Stopped, 0); });
  while (program.host.writes == 0) std::this_thread::yield();
  program.engine.requestStop();
  other.join();
}

TEST(Embed, StopEndlessLoop) {
  stopOnceItPrinted("func main() { println(1); for {} }");
}
TEST(Embed, StopEndlessCalls) {
  stopOnceItPrinted("func f(n int) int { if n < 2 { return n }; return f(n-1) + f(n-2) }\nfunc main() { println(1); f(90) }");
}
TEST(Embed, StopPingPong) {
  stopOnceItPrinted("func main() { c := make(chan int); println(1); go func() { for { c <- 1 } }(); for { <-c } }");
}
TEST(Embed, StopSleep) {
  stopOnceItPrinted("import \"time\"\nfunc main() { println(1); time.Sleep(time.Hour) }");
}
TEST(Embed, StopSleepUnderVirtualTime) {
  stopOnceItPrinted("import \"time\"\nfunc main() { println(1); for { time.Sleep(time.Hour) } }", virtualTime());
}
TEST(Embed, StopRunsNoDeferredCalls) {
  Program program("func main() { defer println(\"deferred\"); println(1); for {} }");
  std::thread other([&] { program.run(); });
  while (program.host.writes == 0) std::this_thread::yield();
  program.engine.requestStop();
  other.join();
  EXPECT_EQ(program.host.error, "1\n");
}

TEST(Embed, StopBeforeRun) {
  Program program("func main() { println(1) }");
  program.engine.requestStop();
  expectExit(program.run(), ExitKind::Stopped, 0);
  EXPECT_EQ(program.host.error, "");
}

TEST(Embed, StopAfterTheEndDoesNothing) {
  Program program("func main() {}");
  expectExit(program.run(), ExitKind::Returned, 0);
  program.engine.requestStop();
}

TEST(Embed, StopWhileStarting) {
  for (int i = 0; i < 20; ++i) {
    Program program("func main() { for {} }");
    std::thread other([&] { expectExit(program.run(), ExitKind::Stopped, 0); });
    std::this_thread::sleep_for(std::chrono::microseconds(100 * i));
    program.engine.requestStop();
    other.join();
  }
}

Engine* interrupted = nullptr;

TEST(Embed, StopFromSignalHandler) {
  Program program("import \"time\"\nfunc main() { for { time.Sleep(time.Microsecond) } }");
  interrupted = &program.engine;
  auto previous = std::signal(SIGUSR1, [](int) { interrupted->requestStop(); });
  pthread_t self = pthread_self();
  std::thread other([self] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    pthread_kill(self, SIGUSR1);
  });
  expectExit(program.run(), ExitKind::Stopped, 0);
  other.join();
  std::signal(SIGUSR1, previous);
}

/// Programs that need more than the limit, each in its own way.
class EmbedMemory : public testing::TestWithParam<const char*> {};

TEST_P(EmbedMemory, LimitEndsTheRunNotTheProcess) {
  Options options;
  options.memoryLimit = 8 << 20;
  Program program(GetParam(), options);
  expectExit(program.run(), ExitKind::Fatal, 2);
  EXPECT_TRUE(program.host.error.starts_with("fatal error: runtime: out of memory\n")) << program.host.error;
  EXPECT_EQ(program.host.error.find("survived"), std::string::npos);
  expectExit(Program("func main() {}").run(), ExitKind::Returned, 0);
}

INSTANTIATE_TEST_SUITE_P(
    All, EmbedMemory,
    testing::Values("type l struct { n *l; a [10]int }\nfunc main() { var x *l; for { x = &l{n: x} } }",
                    "func main() { var x []int; for { x = append(x, 1) } }",
                    "func main() { n := 1 << 30; x := make([]byte, n); x[5] = 1; println(\"survived\") }",
                    "func main() { s := \"abc\"; for { s += s }; println(\"survived\") }",
                    "func main() { m := map[int]int{}; for i := 0; ; i++ { m[i] = i } }",
                    "import \"strings\"\nfunc main() { println(len(strings.Repeat(\"x\", 1<<30)), \"survived\") }",
                    "import \"strings\"\nfunc main() { s := strings.Repeat(\"x\", 1<<20); println(len(strings.ReplaceAll(s, \"x\", s)), \"survived\") }",
                    "func main() { n := 1 << 27; c := make(chan [8]int, n); println(cap(c), \"survived\") }"));

TEST(Embed, MapHintBeyondTheLimitIsNoError) {
  Options options;
  options.memoryLimit = 8 << 20;
  Program program("func main() { n := 1 << 27; m := make(map[int]int, n); m[1]++; println(len(m)) }", options);
  expectExit(program.run(), ExitKind::Returned, 0);
  EXPECT_EQ(program.host.error, "1\n");
}

TEST(Embed, MemoryBelowTheLimitIsFine) {
  Options options;
  options.memoryLimit = 8 << 20;
  Program program("func main() { n := 0; for range 2000 { x := make([]byte, 100_000); n += len(x) }; println(n) }", options);
  expectExit(program.run(), ExitKind::Returned, 0);
  EXPECT_EQ(program.host.error, "200000000\n");
}

TEST(Embed, EndlessRecursionIsFatal) {
  Program program("func f(n int) int { return f(n+1) + 1 }\nfunc main() { println(f(0)) }");
  expectExit(program.run(), ExitKind::Fatal, 2);
  EXPECT_TRUE(program.host.error.starts_with("runtime: goroutine stack exceeds 1000000000-byte limit\n"))
      << program.host.error.substr(0, 500);
}

} // namespace
} // namespace gossamer
