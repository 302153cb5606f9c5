#include "runtime/sched/Goroutine.h"

namespace gossamer {

std::string_view waitReasonText(WaitReason reason) {
  static constexpr std::string_view kTexts[] = {
#define GOSSAMER_WAIT_REASON(Name, words) words,
#include "runtime/sched/WaitReasons.def"
  };
  return kTexts[static_cast<size_t>(reason)];
}

} // namespace gossamer
