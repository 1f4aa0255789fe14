#include "audit/auditor.h"

#include <utility>

#include "audit/match_memory.h"
#include "base/check.h"
#include "text/document_reader.h"

namespace unfeigned {

struct Auditor::Memory {
  explicit Memory(const PackSet& packs)
      : reader(packs.profiles(), DocumentReader::Memory::Blocks) {}

  DocumentReader reader;
  MatchMemory matches;
};

Auditor::Auditor(const PackSet& packs) : packs_(&packs) {}
Auditor::~Auditor() = default;
Auditor::Auditor(Auditor&&) noexcept = default;
Auditor& Auditor::operator=(Auditor&&) noexcept = default;

const Document& Auditor::read(std::string bytes, const ReadOptions& reading) {
  if (memory_ == nullptr || memory_->reader.is_overgrown())
    memory_ = std::make_unique<Memory>(*packs_);
  document_ = memory_->reader.read(std::move(bytes), reading);
  return document_;
}

const Audit& Auditor::audit(AuditOptions options) {
  UF_CHECK(memory_ != nullptr);
  options.memory = &memory_->matches;
  audit_ = unfeigned::audit(document_, *packs_, options);
  // Only now: of two blocks that share a place in the memory, one was forgotten and is in the text.
  memory_->matches.forget(memory_->reader.forgotten());
  return audit_;
}

}  // namespace unfeigned
