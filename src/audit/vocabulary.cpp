#include "audit/vocabulary.h"

namespace unfeigned {

int priority(Category category) {
  // What is graver to a reader comes first: denying the harm before decorating the letter.
  switch (category) {
    case Category::ConditionalApology:
      return 18;
    case Category::GenericInconvenience:
      return 17;
    case Category::Minimising:
      return 16;
    case Category::AgencyDeflection:
      return 15;
    case Category::SelectiveEmpathy:
      return 14;
    case Category::AutomationAsHuman:
      return 13;
    case Category::OverclaimedFeeling:
      return 12;
    case Category::BenefitWashing:
      return 11;
    case Category::UnspecificPromise:
      return 10;
    case Category::SelfCentredFraming:
      return 9;
    case Category::FormulaicAcknowledgement:
      return 8;
    case Category::HollowValues:
      return 7;
    case Category::GratitudeDeflection:
      return 6;
    case Category::EmotionalPressure:
      return 5;
    case Category::HollowPersonalisation:
      return 4;
    case Category::CommodifiedEmpathy:
      return 3;
    case Category::AssistantBoilerplate:
      return 2;
    case Category::IntensifierStacking:
      return 1;
  }
  return 0;
}

}  // namespace unfeigned
