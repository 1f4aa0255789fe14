#include "app/forms.h"

#include <utility>

namespace unfeigned {

namespace {

// Without the spaces that people leave around an answer.
std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n\r") + 1 - begin);
}

}  // namespace

FormDialog form_for(std::uint32_t item, std::uint32_t index, const SuggestionRecord& suggestion) {
  FormDialog form{item, index, suggestion, {}};
  for (const SlotRecord& slot : suggestion.slots) {
    form.answers.push_back(slot.is_kept ? slot.label : std::string());
  }
  return form;
}

std::vector<FormPart> parts_of(const FormDialog& form) {
  std::vector<FormPart> parts;
  const auto add = [&parts](PartKind kind, std::string_view text) {
    if (!text.empty()) parts.push_back({kind, std::string(text)});
  };
  const std::string_view text = form.suggestion.text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < form.suggestion.slots.size(); ++i) {
    const std::string slot = "\xE2\x9F\xA8" + form.suggestion.slots[i].label + "\xE2\x9F\xA9";
    const std::size_t found = text.find(slot, at);
    if (found == std::string_view::npos) continue;
    add(PartKind::Given, text.substr(at, found - at));
    const std::string_view answer =
        i < form.answers.size() ? trimmed(form.answers[i]) : std::string_view();
    add(answer.empty() ? PartKind::Open : PartKind::Answer, answer.empty() ? slot : answer);
    at = found + slot.size();
  }
  add(PartKind::Given, text.substr(at));
  return parts;
}

std::string sentence_of(const FormDialog& form) {
  std::string out;
  for (const FormPart& part : parts_of(form)) out += part.text;
  return out;
}

}  // namespace unfeigned
