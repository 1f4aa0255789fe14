// ICU's boundaries (UAX #29) over UTF-8, by byte offset. The break rules are compiled in as data;
// the boundaries are the root locale's, whatever the machine's locale is.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace unfeigned {

enum class BreakKind : std::uint8_t { Grapheme, Word, Sentence };

// Not shared between threads; cheap to keep, dear to make.
class BreakFinder {
 public:
  explicit BreakFinder(BreakKind kind);
  ~BreakFinder();
  BreakFinder(BreakFinder&&) noexcept;
  BreakFinder& operator=(BreakFinder&&) noexcept;

  // All boundaries of the text but its start: ascending, the last one is text.size(). Replaces
  // what `out` held. An empty text has none.
  void find(std::string_view text, std::vector<std::uint32_t>& out);

 private:
  struct Iterator;
  std::unique_ptr<Iterator> iterator_;
};

}  // namespace unfeigned
