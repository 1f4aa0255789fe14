#include "app/wire.h"

#include <algorithm>
#include <bit>

#include "base/check.h"

namespace unfeigned {

namespace {

constexpr std::uint32_t kAgain = 0x80000000;

}  // namespace

bool WireReader::take(std::size_t size) {
  if (!ok_ || bytes_.size() - position_ < size) {
    ok_ = false;
    return false;
  }
  return true;
}

std::uint32_t WireReader::u32() {
  if (!take(4)) return 0;
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value |= static_cast<std::uint32_t>(bytes_[position_ + i]) << (8 * i);
  }
  position_ += 4;
  return value;
}

float WireReader::f32() { return std::bit_cast<float>(u32()); }

std::string_view WireReader::text() {
  const std::uint32_t size = u32();
  if ((size & kAgain) != 0) {
    WireReader earlier(bytes_.first(position_ - 4));
    earlier.position_ = std::min<std::size_t>(size - kAgain, position_ - 4);
    // Only a text that stands there itself, so that nothing can go in circles.
    const std::uint32_t told = earlier.u32();
    ok_ = ok_ && earlier.ok() && (told & kAgain) == 0 && earlier.take(told);
    if (!ok_) return {};
    return {reinterpret_cast<const char*>(bytes_.data() + earlier.position_), told};
  }
  if (!take(size)) return {};
  const auto* begin = reinterpret_cast<const char*>(bytes_.data() + position_);
  position_ += size;
  return {begin, size};
}

std::uint32_t WireReader::count(std::size_t least_bytes) {
  const std::uint32_t value = u32();
  if (!ok_ || value > (bytes_.size() - position_) / least_bytes) {
    ok_ = false;
    return 0;
  }
  return value;
}

void WireWriter::u32(std::uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) {
    bytes_.push_back(static_cast<std::uint8_t>((value >> shift) & 0xFFU));
  }
}

void WireWriter::f32(float value) { u32(std::bit_cast<std::uint32_t>(value)); }

void WireWriter::text(std::string_view value) {
  u32(static_cast<std::uint32_t>(value.size()));
  bytes_.insert(bytes_.end(), value.begin(), value.end());
}

void WireWriter::begin_record(std::uint32_t kind) {
  UF_CHECK(record_body_ == 0);
  u32(kind);
  u32(0);
  record_body_ = bytes_.size();
}

void WireWriter::end_record() {
  UF_CHECK(record_body_ != 0);
  const auto size = static_cast<std::uint32_t>(bytes_.size() - record_body_);
  for (std::size_t i = 0; i < 4; ++i) {
    bytes_[record_body_ - 4 + i] = static_cast<std::uint8_t>((size >> (8 * i)) & 0xFFU);
  }
  record_body_ = 0;
}

}  // namespace unfeigned
