// An Auditor gives the bytes that a whole audit gives, after any edits: sequences of what people do
// in an editor, some of which move the borders of blocks, the language of what follows, the pairs
// of quotation marks or the genre. Every edit kind is tried in every language, and options change
// too.
#include "audit/auditor.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include "report/json.h"
#include "support/asset_packs.h"
#include "support/random.h"
#include "support/source_files.h"

namespace unfeigned::testing {
namespace {

constexpr int kSequences = 1'000;        // a language
constexpr int kEdits = 6;                // a sequence
constexpr std::size_t kLongest = 5'000;  // bytes; what is longer makes room

enum class Edit {
  Letter,
  Word,
  WordOut,
  WordOver,
  Sentence,
  SentenceOut,
  Block,
  BlockOut,
  BlockMoved,
  QuoteMark,
  LineMark,
  Fence,
  History,
  LineBreaks,
  Field,
  Sign,
  Cut,
  BrokenBytes,
  Paste,
  Undo,
  Option
};
constexpr std::size_t kEditKinds = static_cast<std::size_t>(Edit::Option) + 1;

// Texts of one language, and what they are made of.
struct Pools {
  std::vector<std::string> texts;
  std::vector<std::string> blocks;
  std::vector<std::string> sentences;
  std::vector<std::string> words;
};

Pools make_pools(const std::string& language) {
  Pools pools;
  for (const char* folder : {"tests/golden/", "tests/scenarios/"}) {
    for (const std::string& file : source_files(folder + language)) {
      bool is_text = (file.ends_with(".txt") && !file.ends_with(".report.txt")) ||
                     file.ends_with(".md") || file.ends_with(".html");
      if (is_text) pools.texts.push_back(read_source_file(file));
    }
  }
  Diagnostics ignored;
  for (const Example& example : load_asset_packs(LoadPurpose::Audit, ignored).examples) {
    if (example.language == language) pools.blocks.push_back(example.text);
  }
  for (const std::string& text : pools.texts) {
    Document document = Document::read(text, asset_packs().profiles(), {});
    for (const Block& block : document.blocks())
      pools.blocks.emplace_back(document.text(block.span));
    for (const Sentence& sentence : document.sentences())
      pools.sentences.emplace_back(document.text(sentence.span));
    for (const Token& token : document.tokens()) {
      if (!token.span.is_empty()) pools.words.emplace_back(document.text(token.span));
    }
  }
  return pools;
}

const std::vector<std::string> kQuoteMarks = {"\"",     "'",      "`",      "\u201c",
                                              "\u201d", "\u201e", "\u2018", "\u2019",
                                              "\u00ab", "\u00bb", "\u300c", "\u300d"};
const std::vector<std::string> kLineMarks = {"- ", "* ",   "1. ", "2) ", "\u2022 ",
                                             "> ", "> > ", "# ",  "  ",  "+ "};
const std::vector<std::string> kFences = {"```\n", "~~~\n", "```"};
const std::vector<std::string> kHistory = {"From: a\nSent: b\n", "\nDe : a\nDate : b\n",
                                           "\nOd: a\nTemat: b\n",
                                           "\n\u53d1\u4ef6\u4eba: a\n\u4e3b\u9898: b\n"};
const std::vector<std::string> kBreaks = {"\n",       "\n\n",         "\r\n",  "\r\n\r\n", "\r",
                                          "\xC2\x85", "\xE2\x80\xA8", "\n \n", " \n"};
const std::vector<std::string> kFields = {"{{name}}", "[first name]", "\u27e8what happened\u27e9",
                                          "<b>",      "</p><p>",      "[a](b)",
                                          "&amp;",    "<!--",         "-->",
                                          "%ORDER%"};
const std::vector<std::string> kSigns = {
    "\u20ac",     "$",      "%", "(", ")", "#",      "+", "-",     ":",     ",",
    ";",          "\uff1b", ".", "?", "!", "\u3002", "5", "3 May", "10:30", "+48 22 555 01 23",
    "a@b.example"};
const std::vector<std::string> kBroken = {
    "\xFF", "\xC3", "\xE2\x82", "\xEF\xBB\xBF", std::string(1, '\0'), "\xF0\x9F\x98\x80"};

// A text in an editor, with the undo of one.
class Editor {
 public:
  Editor(const std::string& language, Random& random)
      : pools_(make_pools(language)), random_(random) {}

  const Pools& pools() const { return pools_; }
  const std::string& text() const { return text_; }
  const ReadOptions& reading() const { return reading_; }
  const AuditOptions& options() const { return options_; }

  void open() {
    history_.clear();
    reading_ = {};
    options_ = {};
    text_ = random_.pick(pools_.texts);
    shorten();
  }

  void make(Edit kind) {
    if (kind == Edit::Undo) {
      if (history_.empty()) return;
      text_ = history_[random_.below(static_cast<std::uint32_t>(history_.size()))];
      return;
    }
    history_.push_back(text_);
    edit(kind);
    shorten();
  }

 private:
  void edit(Edit kind) {
    switch (kind) {
      case Edit::Letter:
        return put(random_.one_in(3) ? " "
                                     : std::string(1, static_cast<char>('a' + random_.below(26))));
      case Edit::Word:
        return put(random_.pick(pools_.words) + (random_.one_in(2) ? " " : ""));
      case Edit::WordOut:
        return replace(some_token(), "");
      case Edit::WordOver:
        return replace(some_token(), random_.pick(pools_.words));
      case Edit::Sentence:
        return replace({some_sentence().begin, some_sentence().begin},
                       random_.pick(pools_.sentences) + " ");
      case Edit::SentenceOut:
        return replace(some_sentence(), "");
      case Edit::Block:
        return replace({some_block().begin, some_block().begin},
                       random_.pick(pools_.blocks) + random_.pick(kBreaks));
      case Edit::BlockOut:
        return replace(some_block(), "");
      case Edit::BlockMoved:
        return move_block();
      case Edit::QuoteMark:
        return put(random_.pick(kQuoteMarks));
      case Edit::LineMark:
        return replace({line_begin(), line_begin()}, random_.pick(kLineMarks));
      case Edit::Fence:
        return replace({line_begin(), line_begin()}, random_.pick(kFences));
      case Edit::History:
        return replace({line_begin(), line_begin()}, random_.pick(kHistory));
      case Edit::LineBreaks:
        return random_.one_in(3) ? all_breaks_to_crlf() : put(random_.pick(kBreaks));
      case Edit::Field:
        return put(random_.pick(kFields));
      case Edit::Sign:
        return put(random_.pick(kSigns));
      case Edit::Cut:
        return cut();
      case Edit::BrokenBytes:
        return put(random_.pick(kBroken));
      case Edit::Paste:
        text_ = random_.pick(pools_.texts);
        return;
      case Edit::Option:
        return choose_options();
      case Edit::Undo:
        return;
    }
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  std::uint32_t boundary() {
    std::uint32_t at = random_.below(size() + 1);
    while (at > 0 && at < size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U) --at;
    return at;
  }
  std::uint32_t line_begin() {
    std::size_t feed = text_.find('\n', boundary());
    return feed == std::string::npos ? 0 : static_cast<std::uint32_t>(feed) + 1;
  }
  void replace(Span span, const std::string& with) { text_.replace(span.begin, span.size(), with); }
  void put(const std::string& what) { text_.insert(boundary(), what); }
  void cut() {
    std::uint32_t begin = boundary();
    std::uint32_t end = boundary();
    replace({std::min(begin, end), std::min(std::max(begin, end), std::min(begin, end) + 300)}, "");
  }

  // The text may hold broken bytes, whose repair moves what follows: then a span is any span.
  Document shape() const { return Document::read(text_, asset_packs().profiles(), {}); }
  template <class Item>
  Span pick_span(std::span<const Item> items) {
    if (items.empty()) return {0, 0};
    Span span = random_.pick(items).span;
    return {std::min(span.begin, size()), std::min(span.end, size())};
  }
  Span some_token() { return pick_span(shape().tokens()); }
  Span some_sentence() { return pick_span(shape().sentences()); }
  Span some_block() { return pick_span(shape().blocks()); }

  void move_block() {
    Span from = some_block();
    std::string block = text_.substr(from.begin, from.size());
    if (!random_.one_in(4)) replace(from, "");
    std::uint32_t to = line_begin();
    replace({to, to}, block + "\n\n");
  }
  void all_breaks_to_crlf() {
    std::string out;
    for (char c : text_) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    text_ = out;
  }
  void choose_options() {
    static const std::vector<std::string> kLanguages = {"", "", "en", "fr", "pl", "zh", "xx"};
    reading_.format = static_cast<InputFormat>(random_.below(3));
    reading_.forced_language = random_.pick(kLanguages);
    options_.is_template = random_.one_in(2);
    options_.genre.reset();
    if (random_.one_in(2)) options_.genre = random_.pick(kGenres).value;
  }
  void shorten() {
    if (text_.size() > kLongest) text_.resize(kLongest);
  }

  Pools pools_;
  Random& random_;
  std::string text_;
  std::vector<std::string> history_;
  ReadOptions reading_;
  AuditOptions options_;
};

std::string whole(const std::string& text, const ReadOptions& reading,
                  const AuditOptions& options) {
  Document document = Document::read(text, asset_packs().profiles(), reading);
  return render_json(document, audit(document, asset_packs(), options), asset_packs(),
                     {OffsetUnit::Utf16, {}});
}

class SameAnswer : public ::testing::TestWithParam<std::string> {};

TEST_P(SameAnswer, AfterAnyEdits) {
  Random random(seed_for("auditor " + GetParam()));
  Editor editor(GetParam(), random);
  ASSERT_GT(editor.pools().texts.size(), 20U);
  Auditor auditor(asset_packs());
  std::array<int, kEditKinds> made{};
  int findings = 0;
  for (int sequence = 0; sequence < kSequences; ++sequence) {
    editor.open();
    std::string edits;
    for (int step = 0; step <= kEdits; ++step) {
      if (step > 0) {
        auto kind = random.below(kEditKinds);
        editor.make(static_cast<Edit>(kind));
        ++made[kind];
        edits += ' ' + std::to_string(kind);
      }
      const Document& document = auditor.read(editor.text(), editor.reading());
      const Audit& audited = auditor.audit(editor.options());
      findings += static_cast<int>(audited.findings.size());
      std::string got = render_json(document, audited, asset_packs(), {OffsetUnit::Utf16, {}});
      ASSERT_EQ(got, whole(editor.text(), editor.reading(), editor.options()))
          << "sequence " << sequence << ", edits" << edits << ", text:\n"
          << editor.text();
    }
  }
  for (std::size_t kind = 0; kind < made.size(); ++kind) EXPECT_GT(made[kind], 100) << kind;
  EXPECT_GT(findings, kSequences * kEdits) << "texts with hardly any finding prove little";
  std::printf("%s: %d sequences, %d findings\n", GetParam().c_str(), kSequences, findings);
}

INSTANTIATE_TEST_SUITE_P(Languages, SameAnswer, ::testing::Values("en", "fr", "pl", "zh"),
                         [](const auto& one) { return one.param; });

}  // namespace
}  // namespace unfeigned::testing
