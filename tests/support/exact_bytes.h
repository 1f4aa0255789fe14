// A text in a heap block of exactly its size, so that the address sanitizer sees a read one byte
// past its end, which a string's spare capacity would hide.
#pragma once

#include <cstring>
#include <memory>
#include <string_view>

namespace unfeigned::testing {

class ExactBytes {
 public:
  explicit ExactBytes(std::string_view text) : size_(text.size()), bytes_(new char[text.size()]) {
    if (!text.empty()) std::memcpy(bytes_.get(), text.data(), text.size());
  }
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::size_t size_;
  std::unique_ptr<char[]> bytes_;
};

}  // namespace unfeigned::testing
