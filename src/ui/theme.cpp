#include "ui/theme.h"

namespace unfeigned::ui {

void Theme::set(std::span<const std::uint32_t> values) {
  if (values.size() != kInks - 1) return;
  for (std::size_t i = 0; i < values.size(); ++i) colors_[i + 1] = opaque(values[i]);
}

Ink ink_of(Look look) {
  switch (look) {
    case Look::Note:
      return Ink::Note;
    case Look::Minor:
      return Ink::Minor;
    case Look::Notable:
      return Ink::Notable;
    case Look::Major:
      return Ink::Major;
    case Look::Grave:
      return Ink::Grave;
    case Look::Question:
      return Ink::Question;
    case Look::Noted:
      return Ink::Noted;
  }
  return Ink::Note;
}

}  // namespace unfeigned::ui
