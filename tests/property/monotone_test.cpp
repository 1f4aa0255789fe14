// The claim we make of the number: adding a flagged formula never raises it, and removing, mending
// or lightening one never lowers it, for edits that keep block structure, quotation pairs, genre,
// and the boundaries and languages of the other sentences. Edits that do not are rejected and
// counted. The whole pipeline runs, with all rules, guards and precedence.
#include <gtest/gtest.h>

#include <cstdio>
#include <optional>

#include "audit/audit.h"
#include "audit/quotation.h"
#include "support/asset_packs.h"
#include "support/random.h"
#include "support/source_files.h"

namespace unfeigned::testing {
namespace {

// Of each kind, in each language and genre: with three kinds and four languages, ten thousand a
// genre.
constexpr int kEdits = 840;

// What makes the better text of the worse one.
enum class EditKind {
  Delete,   // the flagged sentence goes; read the other way round, it is inserted
  Mend,     // a clean sentence in its place
  Lighten,  // another flagged one in its place, no heavier and no worse
};

// Sentences of the pack's own examples and of good messages, and some that make the guards speak.
struct Pools {
  std::vector<std::string> flagged;
  std::vector<std::string> clean;
};

bool is_one_sentence(const std::string& text, const std::string& language) {
  Document document = Document::read(text, asset_packs().profiles(), {InputFormat::Text, language});
  return document.sentences().size() == 1 && document.sentences()[0].tokens.size() > 0 &&
         document.tokens().back().kind == TokenKind::Ender;
}

// The sentences of one language that fit.
void add_sentences(const std::string& text, const std::string& language,
                   std::vector<std::string>& out) {
  Document document = Document::read(text, asset_packs().profiles(), {InputFormat::Text, language});
  for (const Sentence& sentence : document.sentences()) {
    std::string one(document.text(sentence.span));
    if (is_one_sentence(one, language)) out.push_back(std::move(one));
  }
}

Pools make_pools(const std::string& language) {
  Pools pools;
  Diagnostics ignored;
  for (const Example& example : load_asset_packs(LoadPurpose::Audit, ignored).examples) {
    if (example.language != language || !is_one_sentence(example.text, language)) continue;
    if (example.kind == ExampleKind::Hit) pools.flagged.push_back(example.text);
    if (example.kind == ExampleKind::NearMiss) pools.clean.push_back(example.text);
  }
  // Good messages bring components and facts.
  for (const std::string& file : source_files("tests/scenarios/" + language)) {
    if (file.ends_with(".good.txt")) add_sentences(read_source_file(file), language, pools.clean);
  }
  if (language != "en") return pools;
  for (const char* more :
       {"It is a hollow slogan.", "The offer is fake and insincere.",
        "The firm hereby limits its liability.", "Read more in the column.", "We never said that.",
        "Is that artificial?", "On 3 May at 10:30 the van left the depot.",
        "Call me on +44 20 7946 0018.", "Order 20431 was sent for $15.",
        "According to the report it rained."}) {
    pools.clean.emplace_back(more);
  }
  return pools;
}

using Paragraph = std::vector<std::string>;
using Text = std::vector<Paragraph>;

struct Place {
  std::size_t paragraph = 0;
  std::size_t sentence = 0;
};

std::string join(const Text& text) {
  std::string out;
  for (const Paragraph& paragraph : text) {
    for (const std::string& sentence : paragraph) out += sentence + ' ';
    out += "\n\n";
  }
  return out;
}

struct Read {
  Document document;
  Audit audit;
  std::size_t quotation_count = 0;
};

Read read_text(const Text& text, const std::string& language, Genre genre) {
  Document document =
      Document::read(join(text), asset_packs().profiles(), {InputFormat::Text, language});
  Audit audited = audit(document, asset_packs(), {genre, false});
  std::size_t quotations = find_quotations(document).size();
  return {std::move(document), std::move(audited), quotations};
}

// The sentences as "language:text", without the one at `index`.
std::vector<std::string> others(const Read& read, std::optional<std::size_t> index) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < read.document.sentences().size(); ++i) {
    const Sentence& sentence = read.document.sentences()[i];
    if (index && i == *index) continue;
    all.push_back(std::to_string(sentence.language.value) + ':' + std::to_string(sentence.block) +
                  ':' + std::string(read.document.text(sentence.span)));
  }
  return all;
}

std::size_t index_of(const Text& text, Place place) {
  std::size_t index = place.sentence;
  for (std::size_t p = 0; p < place.paragraph; ++p) index += text[p].size();
  return index;
}

struct Flags {
  int weight = 0;
  Severity worst = Severity::Note;
};

// What the sentence costs: the sum and the worst of its kept findings.
Flags flags_of(const Read& read, std::size_t sentence) {
  Flags flags;
  for (const Finding& finding : read.audit.findings) {
    if (finding.sentence != sentence) continue;
    flags.weight += weight(finding.severity);
    flags.worst = std::max(flags.worst, finding.severity);
  }
  return flags;
}

class Editor {
 public:
  Editor(std::string language, Genre genre)
      : language_(std::move(language)),
        genre_(genre),
        pools_(make_pools(language_)),
        // The same edits in every genre would be one experiment repeated.
        random_(seed_for("monotone") + static_cast<std::uint64_t>(genre)) {}

  const Pools& pools() const { return pools_; }
  int accepted() const { return accepted_; }
  int rejected() const { return rejected_; }

  Text random_text() {
    Text text;
    std::uint32_t paragraphs = 1 + random_.below(3);
    for (std::uint32_t p = 0; p < paragraphs; ++p) {
      Paragraph paragraph;
      std::uint32_t sentences = 3 + random_.below(4);
      for (std::uint32_t s = 0; s < sentences; ++s) {
        paragraph.push_back(random_.pick(random_.one_in(3) ? pools_.flagged : pools_.clean));
      }
      text.push_back(std::move(paragraph));
    }
    return text;
  }

  Place random_place(const Text& text) {
    Place place;
    place.paragraph = random_.below(static_cast<std::uint32_t>(text.size()));
    place.sentence = random_.below(static_cast<std::uint32_t>(text[place.paragraph].size()));
    return place;
  }

  // One edit; true when it kept what the claim asks for.
  bool edit(EditKind kind) {
    Text text = random_text();
    Place place = random_place(text);
    std::size_t index = index_of(text, place);
    Paragraph& paragraph = text[place.paragraph];
    auto at = paragraph.begin() + static_cast<std::ptrdiff_t>(place.sentence);
    Read worse = [&] {
      *at = random_.pick(pools_.flagged);
      return read_text(text, language_, genre_);
    }();
    std::optional<std::size_t> gone;
    if (kind == EditKind::Delete) {
      paragraph.erase(at);
    } else {
      *at = random_.pick(kind == EditKind::Mend ? pools_.clean : pools_.flagged);
      gone = index;
    }
    Read better = read_text(text, language_, genre_);
    if (!is_comparable(worse, better, index, gone, kind)) return false;
    EXPECT_GE(*better.audit.score.plainness, *worse.audit.score.plainness)
        << "worse:\n"
        << worse.document.text() << "\nbetter:\n"
        << better.document.text();
    return true;
  }

  // Tries until so many edits were comparable, or hardly any is.
  void run(EditKind kind) {
    int wanted = accepted_ + kEdits;
    for (int tries = 0; accepted_ < wanted && tries < kEdits * 20; ++tries) {
      ++(edit(kind) ? accepted_ : rejected_);
    }
  }

 private:
  static bool is_comparable(const Read& worse, const Read& better, std::size_t index,
                            std::optional<std::size_t> gone, EditKind kind) {
    if (!worse.audit.score.plainness || !better.audit.score.plainness) return false;
    if (worse.audit.genre != better.audit.genre) return false;
    if (others(worse, index) != others(better, gone)) return false;
    Flags before = flags_of(worse, index);
    if (before.weight == 0) return false;  // the formula was noted or cleared where it stands
    if (gone) {
      Flags after = flags_of(better, index);
      bool is_lighter = after.weight <= before.weight && after.worst <= before.worst;
      if (kind == EditKind::Mend ? after.weight != 0 : !is_lighter || after.weight == 0)
        return false;
    }
    return worse.quotation_count == better.quotation_count;
  }

  std::string language_;
  Genre genre_;
  Pools pools_;
  Random random_;
  int accepted_ = 0;
  int rejected_ = 0;
};

class Monotone : public ::testing::TestWithParam<Genre> {};

TEST_P(Monotone, NoEditThatHelpsLowersTheNumber) {
  for (const LanguageProfile& profile : asset_packs().profiles()) {
    Editor editor(profile.language, GetParam());
    EXPECT_GT(editor.pools().flagged.size(), 100U) << profile.language;
    EXPECT_GT(editor.pools().clean.size(), 100U) << profile.language;
    for (EditKind kind : {EditKind::Delete, EditKind::Mend, EditKind::Lighten}) editor.run(kind);
    std::printf("%s: edits kept %d, rejected %d\n", profile.language.c_str(), editor.accepted(),
                editor.rejected());
    EXPECT_EQ(editor.accepted(), 3 * kEdits) << profile.language;
  }
}

INSTANTIATE_TEST_SUITE_P(Genres, Monotone,
                         ::testing::Values(Genre::General, Genre::Incident, Genre::Status,
                                           Genre::Support, Genre::Promo, Genre::Brand,
                                           Genre::Internal, Genre::Fundraising, Genre::Change),
                         [](const auto& one) { return std::string(id_of(kGenres, one.param)); });

}  // namespace
}  // namespace unfeigned::testing
