// The closed sets of the audit, each with its spelling in packs and reports.
#pragma once

#include <array>
#include <cstdint>

#include "base/enum_table.h"

namespace unfeigned {

enum class Category : std::uint8_t {
  CommodifiedEmpathy,
  FormulaicAcknowledgement,
  OverclaimedFeeling,
  ConditionalApology,
  GenericInconvenience,
  AgencyDeflection,
  Minimising,
  IntensifierStacking,
  HollowValues,
  HollowPersonalisation,
  SelfCentredFraming,
  BenefitWashing,
  UnspecificPromise,
  GratitudeDeflection,
  EmotionalPressure,
  SelectiveEmpathy,
  AutomationAsHuman,
  AssistantBoilerplate,
};
inline constexpr std::array kCategories = {
    EnumRow<Category>{Category::CommodifiedEmpathy, "commodified-empathy"},
    EnumRow<Category>{Category::FormulaicAcknowledgement, "formulaic-acknowledgement"},
    EnumRow<Category>{Category::OverclaimedFeeling, "overclaimed-feeling"},
    EnumRow<Category>{Category::ConditionalApology, "conditional-apology"},
    EnumRow<Category>{Category::GenericInconvenience, "generic-inconvenience"},
    EnumRow<Category>{Category::AgencyDeflection, "agency-deflection"},
    EnumRow<Category>{Category::Minimising, "minimising"},
    EnumRow<Category>{Category::IntensifierStacking, "intensifier-stacking"},
    EnumRow<Category>{Category::HollowValues, "hollow-values"},
    EnumRow<Category>{Category::HollowPersonalisation, "hollow-personalisation"},
    EnumRow<Category>{Category::SelfCentredFraming, "self-centred-framing"},
    EnumRow<Category>{Category::BenefitWashing, "benefit-washing"},
    EnumRow<Category>{Category::UnspecificPromise, "unspecific-promise"},
    EnumRow<Category>{Category::GratitudeDeflection, "gratitude-deflection"},
    EnumRow<Category>{Category::EmotionalPressure, "emotional-pressure"},
    EnumRow<Category>{Category::SelectiveEmpathy, "selective-empathy"},
    EnumRow<Category>{Category::AutomationAsHuman, "automation-as-human"},
    EnumRow<Category>{Category::AssistantBoilerplate, "assistant-boilerplate"},
};
static_assert(is_dense(kCategories) && kCategories.size() == 18);

// Which category a tie between overlapping findings falls to: a higher number wins.
int priority(Category category);

enum class Severity : std::uint8_t { Note, Minor, Notable, Major, Grave };
inline constexpr std::array kSeverities = {
    EnumRow<Severity>{Severity::Note, "note"},       EnumRow<Severity>{Severity::Minor, "minor"},
    EnumRow<Severity>{Severity::Notable, "notable"}, EnumRow<Severity>{Severity::Major, "major"},
    EnumRow<Severity>{Severity::Grave, "grave"},
};
static_assert(is_dense(kSeverities));

// What a flagged finding of this severity weighs in the score.
constexpr int weight(Severity severity) {
  constexpr std::array<int, 5> kWeights = {0, 1, 2, 4, 6};
  return kWeights[static_cast<std::size_t>(severity)];
}

enum class Certainty : std::uint8_t { Firm, Likely, Unsure };
inline constexpr std::array kCertainties = {
    EnumRow<Certainty>{Certainty::Firm, "firm"},
    EnumRow<Certainty>{Certainty::Likely, "likely"},
    EnumRow<Certainty>{Certainty::Unsure, "unsure"},
};
static_assert(is_dense(kCertainties));

enum class Status : std::uint8_t { Flagged, Noted, Cleared };
inline constexpr std::array kStatuses = {
    EnumRow<Status>{Status::Flagged, "flagged"},
    EnumRow<Status>{Status::Noted, "noted"},
    EnumRow<Status>{Status::Cleared, "cleared"},
};
static_assert(is_dense(kStatuses));

enum class RuleKind : std::uint8_t { Pattern, Repeat, Together, Marker, Claim };
inline constexpr std::array kRuleKinds = {
    EnumRow<RuleKind>{RuleKind::Pattern, "pattern"},
    EnumRow<RuleKind>{RuleKind::Repeat, "repeat"},
    EnumRow<RuleKind>{RuleKind::Together, "together"},
    EnumRow<RuleKind>{RuleKind::Marker, "marker"},
    EnumRow<RuleKind>{RuleKind::Claim, "claim"},
};
static_assert(is_dense(kRuleKinds));

enum class RuleStatus : std::uint8_t { Stable, Preview, Retired, Off };
inline constexpr std::array kRuleStatuses = {
    EnumRow<RuleStatus>{RuleStatus::Stable, "stable"},
    EnumRow<RuleStatus>{RuleStatus::Preview, "preview"},
    EnumRow<RuleStatus>{RuleStatus::Retired, "retired"},
    EnumRow<RuleStatus>{RuleStatus::Off, "off"},
};
static_assert(is_dense(kRuleStatuses));

// In the order in which they are asked; the first that answers decides between noted and cleared.
enum class Guard : std::uint8_t {
  Quotation,       // between paired quotation marks
  QuotedBlock,     // a quoted paragraph, mail history or code
  Metalanguage,    // the sentence speaks about the wording
  Attribution,     // somebody else is reported to say it
  Negation,        // the sentence denies it
  Legal,           // terms and conditions
  CriticalStance,  // the block criticises what it mentions
  Commentary,      // the whole text is about such language
  Specific,        // the sentence supplies the facts itself
  Template,        // a merge field of a text that is a template
  SetAside,        // the author of the text set it aside; no guard of a rule
};
inline constexpr std::array kGuards = {
    EnumRow<Guard>{Guard::Quotation, "quotation"},
    EnumRow<Guard>{Guard::QuotedBlock, "quoted-block"},
    EnumRow<Guard>{Guard::Metalanguage, "metalanguage"},
    EnumRow<Guard>{Guard::Attribution, "attribution"},
    EnumRow<Guard>{Guard::Negation, "negation"},
    EnumRow<Guard>{Guard::Legal, "legal"},
    EnumRow<Guard>{Guard::CriticalStance, "critical-stance"},
    EnumRow<Guard>{Guard::Commentary, "commentary"},
    EnumRow<Guard>{Guard::Specific, "specific"},
    EnumRow<Guard>{Guard::Template, "template"},
    EnumRow<Guard>{Guard::SetAside, "set-aside"},
};
static_assert(is_dense(kGuards));

// Those that a rule can turn off: all but what the author of a text decides.
inline constexpr auto kRuleGuards = [] {
  std::array<EnumRow<Guard>, kGuards.size() - 1> rows{};
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = kGuards[i];
  return rows;
}();
static_assert(is_dense(kRuleGuards) && kGuards.back().value == Guard::SetAside);

// What a pack may list words for; the engine itself has no word of any language.
enum class Cue : std::uint8_t {
  Negator,       // not, never, cannot
  ClauseStart,   // words that open a clause, where a negation stops reaching: and, but, because
  Metalanguage,  // phrase, slogan, so-called
  Attribution,   // according to, critics say
  Critical,      // hollow, fake, queasy
  Ownership,     // we, our: the text speaks for itself
  Legal,         // liability, hereby
  Commentary,    // read more, comments are closed
  MentionList,   // "avoid:", "do not write": the list below mentions what it names
};
inline constexpr std::array kCues = {
    EnumRow<Cue>{Cue::Negator, "negator"},
    EnumRow<Cue>{Cue::ClauseStart, "clause_start"},
    EnumRow<Cue>{Cue::Metalanguage, "metalanguage"},
    EnumRow<Cue>{Cue::Attribution, "attribution"},
    EnumRow<Cue>{Cue::Critical, "critical"},
    EnumRow<Cue>{Cue::Ownership, "ownership"},
    EnumRow<Cue>{Cue::Legal, "legal"},
    EnumRow<Cue>{Cue::Commentary, "commentary"},
    EnumRow<Cue>{Cue::MentionList, "mention_list"},
};
static_assert(is_dense(kCues));

// Cues that only a match's own block can be asked for. Most of them are the commonest words there
// are, so they are not looked for where nothing matched.
constexpr bool is_nearby(Cue cue) {
  return cue != Cue::Critical && cue != Cue::Legal && cue != Cue::Commentary;
}

enum class EvidenceType : std::uint8_t {
  Date,
  Time,
  Amount,
  Identifier,
  Contact,  // a way to a person: a telephone number, an address
  Person,   // a named person or role who answers for it
  Action,   // a concrete act that is done
  Choice,   // something the reader can really choose
};
inline constexpr std::array kEvidenceTypes = {
    EnumRow<EvidenceType>{EvidenceType::Date, "date"},
    EnumRow<EvidenceType>{EvidenceType::Time, "time"},
    EnumRow<EvidenceType>{EvidenceType::Amount, "amount"},
    EnumRow<EvidenceType>{EvidenceType::Identifier, "identifier"},
    EnumRow<EvidenceType>{EvidenceType::Contact, "contact"},
    EnumRow<EvidenceType>{EvidenceType::Person, "person"},
    EnumRow<EvidenceType>{EvidenceType::Action, "action"},
    EnumRow<EvidenceType>{EvidenceType::Choice, "choice"},
};
static_assert(is_dense(kEvidenceTypes));

// What a message can contain for its reader; which of them a genre owes is in structure.h.
enum class Component : std::uint8_t {
  Harm,            // what happened, or is affected, for whom
  Responsibility,  // whose act it was
  Explanation,     // why it happened
  Regret,          // that the writer is sorry
  Repair,          // what is done or given back
  Forbearance,     // what is different from now on
  Timeline,        // when the next thing happens
  Since,           // since when it lasts
  Owner,           // the person or role who answers for it
  Contact,         // how to reach a person
  Interpretation,  // the reader's own case in the writer's words
  Exploration,     // a real question to the reader
  Options,         // what the reader can choose
  Terms,           // price and conditions
  Exit,            // how to cancel or unsubscribe
  Reason,          // why the reader gets this message
  NextStep,        // what the reader can do now
  Fact,            // anything that can be checked
};
inline constexpr std::array kComponents = {
    EnumRow<Component>{Component::Harm, "harm"},
    EnumRow<Component>{Component::Responsibility, "responsibility"},
    EnumRow<Component>{Component::Explanation, "explanation"},
    EnumRow<Component>{Component::Regret, "regret"},
    EnumRow<Component>{Component::Repair, "repair"},
    EnumRow<Component>{Component::Forbearance, "forbearance"},
    EnumRow<Component>{Component::Timeline, "timeline"},
    EnumRow<Component>{Component::Since, "since"},
    EnumRow<Component>{Component::Owner, "owner"},
    EnumRow<Component>{Component::Contact, "contact"},
    EnumRow<Component>{Component::Interpretation, "interpretation"},
    EnumRow<Component>{Component::Exploration, "exploration"},
    EnumRow<Component>{Component::Options, "options"},
    EnumRow<Component>{Component::Terms, "terms"},
    EnumRow<Component>{Component::Exit, "exit"},
    EnumRow<Component>{Component::Reason, "reason"},
    EnumRow<Component>{Component::NextStep, "next-step"},
    EnumRow<Component>{Component::Fact, "fact"},
};
static_assert(is_dense(kComponents));

enum class Genre : std::uint8_t {
  General,
  Incident,
  Status,
  Support,
  Promo,
  Brand,
  Internal,
  Fundraising,
  Change,  // a price, a contract or a service changes, to the reader's loss
  Commentary,
  Legal,
};
inline constexpr std::array kGenres = {
    EnumRow<Genre>{Genre::General, "general"},   EnumRow<Genre>{Genre::Incident, "incident"},
    EnumRow<Genre>{Genre::Status, "status"},     EnumRow<Genre>{Genre::Support, "support"},
    EnumRow<Genre>{Genre::Promo, "promo"},       EnumRow<Genre>{Genre::Brand, "brand"},
    EnumRow<Genre>{Genre::Internal, "internal"}, EnumRow<Genre>{Genre::Fundraising, "fundraising"},
    EnumRow<Genre>{Genre::Change, "change"},     EnumRow<Genre>{Genre::Commentary, "commentary"},
    EnumRow<Genre>{Genre::Legal, "legal"},
};
static_assert(is_dense(kGenres));

// Texts of these genres are about such language, or outside its reach: no number is given.
constexpr bool is_scored(Genre genre) {
  return genre != Genre::Commentary && genre != Genre::Legal;
}

enum class Band : std::uint8_t { Performed, Formulaic, Mixed, PlainSpoken };
inline constexpr std::array kBands = {
    EnumRow<Band>{Band::Performed, "performed"},
    EnumRow<Band>{Band::Formulaic, "formulaic"},
    EnumRow<Band>{Band::Mixed, "mixed"},
    EnumRow<Band>{Band::PlainSpoken, "plain-spoken"},
};
static_assert(is_dense(kBands));

}  // namespace unfeigned
