#include "audit/suggestions.h"

#include <algorithm>

#include "base/order.h"
#include "base/utf8.h"
#include "text/characters.h"

namespace unfeigned {
namespace {

constexpr std::string_view kOpen = "\xE2\x9F\xA8";
constexpr std::string_view kClose = "\xE2\x9F\xA9";

void append_slot(Suggestion& suggestion, std::string id, std::string_view label) {
  auto begin = static_cast<std::uint32_t>(suggestion.text.size());
  suggestion.text += kOpen;
  suggestion.text += label;
  suggestion.text += kClose;
  suggestion.slots.push_back({std::move(id),
                              std::string(label),
                              {begin, static_cast<std::uint32_t>(suggestion.text.size())}});
}

// A slot id may carry a grammatical hint after a colon ("topic:gen"); its label falls back to the
// plain one, and an unknown id to itself.
std::string_view label_of(const Pack& pack, std::string_view id) {
  for (std::string_view key : {id, id.substr(0, id.find(':'))}) {
    auto found = pack.slots.find(key);
    if (found != pack.slots.end()) return found->second;
  }
  return id;
}

void fill_text(Suggestion& suggestion, const Pack& pack, std::string_view text) {
  // Labels are a little longer than their ids; a text that grows bit by bit is dear by the
  // thousand.
  suggestion.text.reserve(suggestion.text.size() + text.size() + text.size() / 2);
  suggestion.slots.reserve(4);
  while (!text.empty()) {
    std::size_t open = text.find(kOpen);
    std::size_t close = open == std::string_view::npos ? open : text.find(kClose, open);
    if (close == std::string_view::npos) {
      suggestion.text += text;
      return;
    }
    suggestion.text += text.substr(0, open);
    std::string_view id = text.substr(open + kOpen.size(), close - open - kOpen.size());
    append_slot(suggestion, std::string(id), label_of(pack, id));
    text.remove_prefix(close + kClose.size());
  }
}

bool is_space(std::string_view text, std::uint32_t at) {
  return is_white_space(code_point_at(text, at).value);
}

// Taking words out leaves a hole: a comma and a space after them at the start of a sentence, one of
// two spaces elsewhere. A sentence that lost its beginning begins with a capital again.
void close_hole(Suggestion& suggestion, std::string_view text, const Sentence& sentence) {
  Span& hole = suggestion.replaced;
  if (hole.begin == sentence.span.begin) {
    while (hole.end < sentence.span.end && (is_space(text, hole.end) || text[hole.end] == ',')) {
      hole.end += code_point_at(text, hole.end).size;
    }
    if (hole.end >= sentence.span.end) return;
    CodePoint first = code_point_at(text, hole.end);
    char32_t upper = upper_case(first.value);
    if (upper == first.value) return;
    append_utf8(suggestion.text, upper);
    hole.end += first.size;
  } else if (hole.begin > sentence.span.begin && is_space(text, hole.begin - 1) &&
             text[hole.begin - 1] == ' ') {
    --hole.begin;
  }
}

// A sentence of which nothing but its end mark would be left goes whole.
bool leaves_nothing(std::string_view text, const Sentence& sentence, Span removed) {
  auto has_word = [&](std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t at = begin; at < end;) {
      CodePoint point = code_point_at(text, at);
      if (is_letter(point.value) || is_digit(point.value)) return true;
      at += point.size;
    }
    return false;
  };
  return !has_word(sentence.span.begin, removed.begin) && !has_word(removed.end, sentence.span.end);
}

void remove_words(Suggestion& suggestion, std::string_view text, const Sentence& sentence) {
  if (!leaves_nothing(text, sentence, suggestion.replaced)) {
    close_hole(suggestion, text, sentence);
    return;
  }
  suggestion.replaced = sentence.span;
  if (suggestion.replaced.end < text.size() && text[suggestion.replaced.end] == ' ') {
    ++suggestion.replaced.end;
  } else if (suggestion.replaced.begin > 0 && text[suggestion.replaced.begin - 1] == ' ') {
    --suggestion.replaced.begin;
  }
}

// Facts of the sentence that the new text would lose follow it as slots of their own: the author
// puts them where they belong.
void keep_facts(Suggestion& suggestion, const Reading& reading, const Finding& finding,
                std::string_view gap) {
  for (const Evidence& item : reading.evidence_in(suggestion.replaced)) {
    if (item.span.overlaps(finding.span)) continue;
    bool is_kept = !suggestion.keeps.empty() && suggestion.keeps.back().overlaps(item.span);
    if (is_kept) continue;
    suggestion.keeps.push_back(item.span);
    suggestion.text += gap;
    append_slot(suggestion, "keep", reading.document.text(item.span));
  }
}

const Ask* ask_for(const Pack& pack, Genre genre, Component component) {
  auto found = std::find_if(pack.asks.begin(), pack.asks.end(), [&](const Ask& ask) {
    bool is_of_genre = ask.genres.empty() ||
                       std::find(ask.genres.begin(), ask.genres.end(), genre) != ask.genres.end();
    return ask.component == component && is_of_genre;
  });
  return found == pack.asks.end() ? nullptr : &*found;
}

// A paragraph that says something: no salutation, no signature.
bool is_body(const Document& document, const Block& block) {
  constexpr std::uint32_t kFewTokens = 8;
  if (block.kind != BlockKind::Paragraph || block.sentences.size() == 0) return false;
  const auto sentences = document.sentences();
  std::uint32_t tokens =
      sentences[block.sentences.end - 1].tokens.end - sentences[block.sentences.begin].tokens.begin;
  return tokens >= kFewTokens;
}

struct Place {
  std::uint32_t offset = 0;
  bool is_after = false;  // something stands before it in its paragraph
};

// After the sentence of the nearest component before this one; without any, what tells of the past
// opens the message and the rest closes it.
Place place_for(const Reading& reading, const Audit& audit, Component component) {
  const Document& document = reading.document;
  const FoundComponent* before = nullptr;
  for (const FoundComponent& found : audit.components) {
    if (found.component < component && found.component != Component::Fact) before = &found;
  }
  if (before != nullptr) return {document.sentences()[before->sentence].span.end, true};
  std::optional<Place> place;
  for (const Block& block : document.blocks()) {
    if (!is_body(document, block)) continue;
    const auto sentences = document.sentences();
    if (component <= Component::Forbearance)
      return {sentences[block.sentences.begin].span.begin, false};
    place = {sentences[block.sentences.end - 1].span.end, true};
  }
  return place.value_or(
      Place{static_cast<std::uint32_t>(document.text().size()), !document.text().empty()});
}

}  // namespace

std::vector<Suggestion> suggestions_for(const Reading& reading, const Finding& finding) {
  const Pack& pack = reading.packs.packs()[finding.pack].pack;
  const Sentence& sentence = reading.document.sentences()[finding.sentence];
  std::vector<Suggestion> suggestions;
  suggestions.reserve(pack.rules[finding.rule.index()].suggestions.size());
  for (const SuggestionTemplate& source : pack.rules[finding.rule.index()].suggestions) {
    Suggestion& suggestion = suggestions.emplace_back();
    suggestion.title = source.title;
    bool is_sentence = source.replaces == Replaces::Sentence;
    Span whole{sentence.span.begin, std::max(sentence.span.end, finding.span.end)};
    suggestion.replaced = is_sentence ? whole : finding.span;
    fill_text(suggestion, pack, source.text);
    if (source.text.empty()) remove_words(suggestion, reading.document.text(), sentence);
    if (is_sentence) keep_facts(suggestion, reading, finding, sentence_gap(pack.profile.script));
    // A new sentence drops words of the old one that no rule looked at.
    suggestion.applicability = !suggestion.slots.empty() ? Applicability::FillIn
                               : is_sentence             ? Applicability::Review
                                                         : Applicability::Ready;
  }
  return suggestions;
}

std::optional<Suggestion> suggestion_for_missing(const Reading& reading, const Audit& audit,
                                                 Component component) {
  if (!audit.language.is_known()) return std::nullopt;
  const Pack& pack = reading.packs.packs()[audit.language.value].pack;
  const Ask* ask = ask_for(pack, audit.genre, component);
  if (ask == nullptr) return std::nullopt;
  Place place = place_for(reading, audit, component);
  std::string_view gap = sentence_gap(pack.profile.script);
  Suggestion suggestion;
  suggestion.title = ask->title;
  suggestion.applicability = Applicability::FillIn;
  suggestion.replaced = {place.offset, place.offset};
  if (place.is_after) suggestion.text += gap;
  fill_text(suggestion, pack, ask->text);
  if (!place.is_after) suggestion.text += gap;
  return suggestion;
}

std::string apply_suggestions(const Document& document, std::span<const Suggestion> suggestions) {
  std::vector<const Suggestion*> order;
  for (const Suggestion& suggestion : suggestions) order.push_back(&suggestion);
  put_in_order(order,
               [](const Suggestion* a, const Suggestion* b) { return a->replaced < b->replaced; });
  std::string out;
  std::uint32_t at = 0;
  for (const Suggestion* suggestion : order) {
    if (suggestion->replaced.begin < at) continue;
    out += document.text({at, suggestion->replaced.begin});
    out += suggestion->text;
    at = suggestion->replaced.end;
  }
  out += document.text().substr(at);
  return out;
}

}  // namespace unfeigned
