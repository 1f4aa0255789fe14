#include "pathological/hard_texts.h"

namespace unfeigned::testing {
namespace {

#define FAMILY "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"
#define ACUTE "\xCC\x81"
#define WOMEN "\xE6\x88\x91\xE4\xBB\xAC"  // Han characters that every Chinese text has
#define STOP "\xE3\x80\x82"

constexpr InputFormat kText = InputFormat::Text;
constexpr InputFormat kMarkdown = InputFormat::Markdown;
constexpr InputFormat kHtml = InputFormat::Html;

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

}  // namespace

const std::vector<HardText>& hard_texts() {
  static const std::vector<HardText> kTexts = {
      {"one letter", kText, "", "a ", "", 1},
      {"one word", kText, "", "a", "", 1},
      {"NUL", kText, "", {"\0", 1}, "", 1},
      {"bytes that are no character", kText, "", "\xFF\xC3 ", "", 1},
      {"a byte order mark each time", kText, "",
       "\xEF\xBB\xBF"
       "a ",
       "", 1},
      {"CRLF only", kText, "", "\r\n", "", 1},
      {"one word a line, CRLF", kText, "", "sorry\r\n", "", 1},
      {"one word a paragraph", kText, "", "we\n\n", "", 1},
      {"quotes that pair", kText, "", "\"we hear you\" ", "", 3},
      {"stray quotes", kText, "", "\" ", "", 1},
      {"opening quotes", kText, "",
       "\xE2\x80\x9C"
       "we ",
       "", 1},
      {"apostrophes", kText, "", "'a ", "", 1},
      {"emoji families", kText, "", FAMILY " ", "", 1},
      {"emoji families without a space", kText, "", FAMILY, "", 1},
      {"combining marks", kText, "", "e" ACUTE ACUTE ACUTE " ", "", 1},
      {"one letter under all marks", kText, "e", ACUTE, "", 1},
      {"nested brackets", kText, "(", "we ", ")", 1},
      {"nested links", kMarkdown, "[", "we ", "](u)", 1},
      {"emphasis without an end", kMarkdown, "", "**we *", "", 1},
      {"backticks of every length", kMarkdown, "", "` `` ", "", 1},
      {"nested elements", kHtml, "<b>", "we ", "</b>", 1},
      {"tags without an end", kHtml, "", "<b we ", "", 1},
      {"references without an end", kHtml, "", "&amp we ", "", 1},
      {"history in history", kText, "", "> > we hear you\n", "", 3},
      {"every sentence flagged", kText, "", "We apologise for any inconvenience. ", "", 6},
      {"every sentence a question", kText, "", "Any questions? ", "", 3},
      {"one sentence of formulas", kText, "", "we apologise for any inconvenience and ", "", 6},
      {"one sentence of cues", kText, "",
       "not we but never the hollow phrase that critics say is fake, we hear you ", "", 15},
      {"one sentence of facts", kText, "", "on 3 May at 10:30 we paid 20% to a@b.example, ", "",
       12},
      {"half a formula", kText, "", "we are sorry if if you you ", "", 7},
      {"a list of findings", kText, "", "- Thank you for your patience\n", "", 5},
      {"merge fields", kText, "", "{{name}} ", "", 1},
      {"three languages", kText, "",
       "We hear you. Nous vous remercions de votre patience. " WOMEN WOMEN STOP " ", "", 16},
      {"no space between sentences", kText, "", "we.", "", 2},
      {"numbers with marks", kText, "", "1,000.00-", "", 1},
      {"addresses", kText, "", "a.b@c.d.example/e?f=g&", "", 4},
  };
  return kTexts;
}

std::string text_of_tokens(const HardText& shape, std::size_t tokens) {
  std::size_t times = tokens / shape.tokens;
  return repeated(shape.head, times) + repeated(shape.unit, times) + repeated(shape.tail, times);
}

std::string text_of_bytes(const HardText& shape, std::size_t bytes) {
  std::size_t one = shape.head.size() + shape.unit.size() + shape.tail.size();
  return text_of_tokens(shape, bytes / one * shape.tokens);
}

}  // namespace unfeigned::testing
