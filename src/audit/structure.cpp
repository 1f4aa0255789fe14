#include "audit/structure.h"

#include <algorithm>
#include <array>
#include <optional>

namespace unfeigned {
namespace {

// Apologies rank responsibility and repair first; a status update owes the next time to look, and
// no cause; a reply owes the reader's own case and a way out of it.
constexpr std::array kIncident = {
    Owed{Component::Harm, 120},       Owed{Component::Responsibility, 120},
    Owed{Component::Repair, 80},      Owed{Component::Explanation, 50},
    Owed{Component::Timeline, 40},    Owed{Component::Regret, 40},
    Owed{Component::Forbearance, 30}, Owed{Component::Contact, 20},
};
constexpr std::array kStatus = {
    Owed{Component::Harm, 140},  Owed{Component::Timeline, 140}, Owed{Component::Since, 100},
    Owed{Component::Repair, 60}, Owed{Component::Contact, 60},
};
constexpr std::array kSupport = {
    Owed{Component::Repair, 140},  Owed{Component::Interpretation, 120},
    Owed{Component::Timeline, 80}, Owed{Component::Owner, 50},
    Owed{Component::Contact, 50},  Owed{Component::Exploration, 40},
    Owed{Component::Regret, 20},
};
constexpr std::array kPromo = {
    Owed{Component::Terms, 120},
    Owed{Component::Exit, 50},
    Owed{Component::Reason, 50},
};
constexpr std::array kBrand = {
    Owed{Component::Fact, 100},
    Owed{Component::NextStep, 50},
    Owed{Component::Contact, 50},
};
constexpr std::array kInternal = {
    Owed{Component::Harm, 120},           Owed{Component::Repair, 120},
    Owed{Component::Responsibility, 100}, Owed{Component::Explanation, 80},
    Owed{Component::Contact, 50},         Owed{Component::Regret, 30},
};
constexpr std::array kFundraising = {
    Owed{Component::Terms, 100},
    Owed{Component::Fact, 50},
    Owed{Component::Exit, 40},
    Owed{Component::Contact, 30},
};
constexpr std::array kChange = {
    Owed{Component::Harm, 140},   Owed{Component::Timeline, 120}, Owed{Component::Explanation, 120},
    Owed{Component::Options, 60}, Owed{Component::Contact, 60},
};

// Saying "call us" is no contact without a number, nor is "our price" a condition without an
// amount.
std::optional<EvidenceType> needed_beside(Component component) {
  if (component == Component::Contact) return EvidenceType::Contact;
  if (component == Component::Terms) return EvidenceType::Amount;
  return std::nullopt;
}

class Finder {
 public:
  Finder(const Reading& reading, const std::vector<bool>& is_clean)
      : reading_(reading), is_clean_(is_clean) {}

  std::vector<FoundComponent> run() {
    for (const ComponentHit& hit : component_hits(reading_, is_clean_)) {
      auto needed = needed_beside(hit.component);
      if (needed && !has_evidence(hit.sentence, *needed)) continue;
      offer({hit.component, has_evidence(hit.sentence) ? 2 : 1,
             reading_.document.span_of(hit.tokens), hit.sentence});
    }
    for (const Evidence& item : reading_.evidence) {
      if (is_clean_[item.sentence]) offer({Component::Fact, 2, item.span, item.sentence});
    }
    std::vector<FoundComponent> found;
    for (const auto& best : best_) {
      if (best) found.push_back(*best);
    }
    return found;
  }

 private:
  std::span<const Evidence> evidence_of(std::uint32_t sentence) const {
    return reading_.evidence_in(reading_.document.sentences()[sentence].span);
  }
  bool has_evidence(std::uint32_t sentence) const { return !evidence_of(sentence).empty(); }
  bool has_evidence(std::uint32_t sentence, EvidenceType type) const {
    auto all = evidence_of(sentence);
    return std::any_of(all.begin(), all.end(),
                       [type](const Evidence& item) { return item.type == type; });
  }

  void offer(const FoundComponent& one) {
    auto& best = best_[static_cast<std::size_t>(one.component)];
    bool is_better =
        !best || one.level > best->level || (one.level == best->level && one.span < best->span);
    if (is_better) best = one;
  }

  const Reading& reading_;
  const std::vector<bool>& is_clean_;
  std::array<std::optional<FoundComponent>, kComponents.size()> best_;
};

}  // namespace

std::span<const Owed> owed_by(Genre genre) {
  switch (genre) {
    case Genre::Incident:
      return kIncident;
    case Genre::Status:
      return kStatus;
    case Genre::Support:
      return kSupport;
    case Genre::Promo:
      return kPromo;
    case Genre::Brand:
      return kBrand;
    case Genre::Internal:
      return kInternal;
    case Genre::Fundraising:
      return kFundraising;
    case Genre::Change:
      return kChange;
    case Genre::General:
    case Genre::Commentary:
    case Genre::Legal:
      return {};
  }
  return {};
}

std::vector<FoundComponent> find_components(const Reading& reading,
                                            const std::vector<bool>& is_clean) {
  return Finder(reading, is_clean).run();
}

}  // namespace unfeigned
