// Stands in for ICU's brkeng.cpp, dictbe.cpp and lstmbe.cpp.
//
// Those three split runs of Thai, Khmer, Chinese ... by dictionaries and models. We carry none of that data, so ICU's
// own code always ends with "nobody handles this run, keep the boundaries of the rules"; but on the way there it links
// resource bundles, locales and property names, a third of all its bytes in the page. This file gives the same answer
// at once. It refuses to find boundaries of its own, and it is written against the internal header of the pinned
// version of ICU.

#include "brkeng.h"
#include "unicode/utext.h"
#include "uvectr32.h"

U_NAMESPACE_BEGIN

LanguageBreakEngine::LanguageBreakEngine() {}
LanguageBreakEngine::~LanguageBreakEngine() {}
LanguageBreakFactory::LanguageBreakFactory() {}
LanguageBreakFactory::~LanguageBreakFactory() {}

// ICU collects the scripts that were refused, to recognise them sooner the next time. Refusing everything needs no
// collection, so fHandled stays null.
UnhandledEngine::UnhandledEngine(UErrorCode&) : fHandled(nullptr) {}
UnhandledEngine::~UnhandledEngine() {}
UBool UnhandledEngine::handles(UChar32, const char*) const { return true; }
void UnhandledEngine::handleCharacter(UChar32) {}

// Zero breaks found leaves the boundaries of the rules alone; the text must be left behind the run.
int32_t UnhandledEngine::findBreaks(UText* text, int32_t, int32_t end, UVector32&, UBool, UErrorCode&) const {
  utext_setNativeIndex(text, end);
  return 0;
}

ICULanguageBreakFactory::ICULanguageBreakFactory(UErrorCode&) : fEngines(nullptr) {}
ICULanguageBreakFactory::~ICULanguageBreakFactory() {}
const LanguageBreakEngine* ICULanguageBreakFactory::getEngineFor(UChar32, const char*) { return nullptr; }
const LanguageBreakEngine* ICULanguageBreakFactory::loadEngineFor(UChar32, const char*) { return nullptr; }
DictionaryMatcher* ICULanguageBreakFactory::loadDictionaryMatcherFor(UScriptCode) { return nullptr; }
void ICULanguageBreakFactory::addExternalEngine(ExternalBreakEngine*, UErrorCode& status) {
  status = U_UNSUPPORTED_ERROR;
}

U_NAMESPACE_END
