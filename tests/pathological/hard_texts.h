// Texts that nobody writes and somebody will paste: each a shape that costs a careless program the
// square of its length. They are made to measure, so that time can be compared over size.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace unfeigned::testing {

struct HardText {
  std::string_view name;
  InputFormat format;
  // `unit` again and again, between `head` and `tail`, which are themselves repeated as often: the
  // way to nest. `tokens` is what one unit holds.
  std::string_view head;
  std::string_view unit;
  std::string_view tail;
  std::size_t tokens;
};

const std::vector<HardText>& hard_texts();

// A text of about so many tokens.
std::string text_of_tokens(const HardText& shape, std::size_t tokens);

// A text of at most so many bytes and nearly as many.
std::string text_of_bytes(const HardText& shape, std::size_t bytes);

}  // namespace unfeigned::testing
