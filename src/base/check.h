// Invariants that no input can break. They are on in every build: a wrong answer is worse than a
// stop, and a stop names its place. Bad input is never a check; it is a Diagnostic or a Notice.
#pragma once

namespace unfeigned {

[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace unfeigned

#define UF_CHECK(condition)              \
  (static_cast<bool>(condition) ? void() \
                                : ::unfeigned::check_failed(#condition, __FILE__, __LINE__))
