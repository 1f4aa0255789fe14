// The text of `unfeigned explain`: each sentence with its words, its language, its matches and what
// became of them, then what was made of the whole. Nothing is decided here.
#pragma once

#include <cstddef>
#include <string>

#include "audit/audit.h"
#include "audit/trace.h"
#include "text/document.h"

namespace unfeigned::cli {

struct ExplainedText {
  const Document& document;
  const Audit& audit;
  const AuditTrace& trace;
  const PackSet& packs;
  bool is_language_given = false;
  std::size_t frames = 5;  // near ones shown for a sentence
};

std::string explain(const ExplainedText& text);

}  // namespace unfeigned::cli
