// A host that runs Go programs of its own: it gives them a clock and a standard output, takes away everything else, and
// keeps two VMs on two threads.
#include <gossamer/Engine.h>
#include <gossamer/Host.h>

#include <cstdio>
#include <string>
#include <thread>

namespace {

// What these programs may see of the world: standard output (kept in a string) and a clock that only this host moves.
class SmallWorld : public gossamer::Host {
public:
  gossamer::HostResult write(int fd, const char* data, size_t n) override {
    output.append(data, n);
    return {int64_t(n), 0};
  }
  int64_t monotonicNanos() override { return 0; }
  int64_t wallNanos() override { return 1'000'000'000'000'000'000; }
  void entropy(void* buffer, size_t n) override { std::fill_n(static_cast<char*>(buffer), n, '\7'); }
  std::string output;
};

int run(const char* name, const char* source, SmallWorld& world) {
  gossamer::Options options;
  options.host = &world;
  options.virtualTime = true;
  gossamer::Engine engine(options);
  gossamer::Compilation compiled = engine.compile({{name, source}});
  world.output += compiled.text();
  return compiled.ok() ? engine.run().exitCode : 1;
}

constexpr const char* kSleeper = R"(package main
import ("fmt"; "time")
func main() {
	start := time.Now()
	time.Sleep(24 * time.Hour)
	fmt.Println("slept", time.Since(start), "since", start.UTC().Year())
})";

constexpr const char* kCrasher = R"(package main
func main() {
	var m map[string]int
	m["boom"] = 1
})";

} // namespace

int main() {
  SmallWorld first, second;
  int firstCode = 0, secondCode = 0;
  std::thread other([&] { secondCode = run("crasher.go", kCrasher, second); });
  firstCode = run("sleeper.go", kSleeper, first);
  other.join();
  std::printf("sleeper ended with %d:\n%scrasher ended with %d:\n%s", firstCode, first.output.c_str(), secondCode,
              second.output.c_str());
  bool good = firstCode == 0 && secondCode == 2 && first.output == "slept 24h0m0s since 2001\n" &&
              second.output.starts_with("panic: assignment to entry in nil map\n");
  return good ? 0 : 1;
}
