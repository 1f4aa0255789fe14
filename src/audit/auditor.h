// Audits one text after another, as somebody types. Its answer is the one that audit() gives,
// always, and costs what the edit touched: blocks that it has seen are not read again, nor
// searched. It keeps the last answer, and refuses to know what was edited.
#pragma once

#include <memory>
#include <string>

#include "audit/audit.h"
#include "text/document.h"

namespace unfeigned {

class Auditor {
 public:
  // The packs must outlive the auditor and stay where they are.
  explicit Auditor(const PackSet& packs);
  ~Auditor();
  Auditor(Auditor&&) noexcept;
  Auditor& operator=(Auditor&&) noexcept;

  // As Document::read; the document stays until the next is read.
  const Document& read(std::string bytes, const ReadOptions& reading);
  // As audit() of the document read last, and only after one was; the answer stays until the next.
  const Audit& audit(AuditOptions options);

 private:
  struct Memory;

  const PackSet* packs_;
  std::unique_ptr<Memory> memory_;
  Document document_;
  Audit audit_;
};

}  // namespace unfeigned
