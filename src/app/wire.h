// The one binary form in which the page and the painter talk: little-endian 32-bit words, floats,
// and texts as a length in bytes followed by UTF-8, or as the place where the same text stood
// before, with the highest bit set. It knows no message; messages.h and outbox.h do. A reader never
// reads past its end: after a short read every value is zero or empty and ok() says so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace unfeigned {

class WireReader {
 public:
  explicit WireReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  std::uint32_t u32();
  std::int32_t i32() { return static_cast<std::int32_t>(u32()); }
  float f32();
  // Valid as long as the bytes are.
  std::string_view text();
  // A number of elements that follow, of at least `least_bytes` each: a count that cannot be true
  // is a short read, so that a broken message cannot ask for gigabytes.
  std::uint32_t count(std::size_t least_bytes);

  // What was read cannot be true.
  void refuse() { ok_ = false; }

  bool ok() const { return ok_; }
  bool at_end() const { return position_ == bytes_.size(); }

 private:
  bool take(std::size_t size);

  std::span<const std::uint8_t> bytes_;
  std::size_t position_ = 0;
  bool ok_ = true;
};

class WireWriter {
 public:
  void u32(std::uint32_t value);
  void i32(std::int32_t value) { u32(static_cast<std::uint32_t>(value)); }
  void f32(float value);
  void text(std::string_view value);

  // A record: its kind, the number of bytes of its body, the body. Records do not nest.
  void begin_record(std::uint32_t kind);
  void end_record();

  const std::vector<std::uint8_t>& bytes() const { return bytes_; }
  void clear() { bytes_.clear(); }

 private:
  std::vector<std::uint8_t> bytes_;
  std::size_t record_body_ = 0;
};

}  // namespace unfeigned
