// What an audit costs: megabytes a second by size of text, the ratio to ICU's word iteration over
// the same text in the same process, and how the cost grows with rules and with size. Ratios are
// medians of nine interleaved measurements, because machines are noisy.
#include <benchmark/benchmark.h>
#include <unicode/rbbi.h>
#include <unicode/utext.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <numeric>

#include "audit/audit.h"
#include "audit/auditor.h"
#include "bench/bench_text.h"
#include "embedded/break_data.h"
#include "report/json.h"
#include "support/asset_packs.h"
#include "support/random.h"

namespace unfeigned::bench {
namespace {

constexpr std::size_t kMegabyte = 1'000'000;
constexpr int kRounds = 9;

// ICU's word iteration alone: no boundaries kept, nothing looked at.
class IcuWords {
 public:
  IcuWords() {
    for (const EmbeddedFile& file : break_data()) {
      if (file.name != "word.brk") continue;
      auto header = static_cast<std::size_t>(static_cast<unsigned char>(file.bytes[0])) |
                    static_cast<std::size_t>(static_cast<unsigned char>(file.bytes[1])) << 8U;
      UErrorCode status = U_ZERO_ERROR;
      rules_ = std::make_unique<icu::RuleBasedBreakIterator>(
          reinterpret_cast<const std::uint8_t*>(file.bytes.data() + header),
          static_cast<std::uint32_t>(file.bytes.size() - header), status);
    }
  }

  std::size_t run(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    UText* handle =
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    rules_->setText(handle, status);
    std::size_t count = 0;
    for (rules_->first(); rules_->next() != icu::BreakIterator::DONE;) ++count;
    utext_close(handle);
    return count;
  }

 private:
  std::unique_ptr<icu::RuleBasedBreakIterator> rules_;
};

std::size_t audit_once(const std::string& text, const PackSet& packs) {
  Document document = Document::read(text, packs.profiles(), {});
  return audit(document, packs, {}).findings.size();
}

// Processor time: what another process does meanwhile is not ours.
double seconds(const std::function<void()>& work) {
  std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// Median over kRounds of time(b) / time(a), measured a b a b ...
double median_ratio(const std::function<void()>& a, const std::function<void()>& b) {
  a();
  b();
  std::vector<double> ratios;
  for (int i = 0; i < kRounds; ++i) {
    double first = seconds(a);
    ratios.push_back(seconds(b) / first);
  }
  return median(ratios);
}

void audit_speed(benchmark::State& state) {
  std::string text = prose(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(audit_once(text, testing::asset_packs()));
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(audit_speed)
    ->Name("audit")
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(kMegabyte)
    ->Unit(benchmark::kMicrosecond);

void icu_speed(benchmark::State& state) {
  std::string text = prose(static_cast<std::size_t>(state.range(0)));
  IcuWords words;
  for (auto _ : state) benchmark::DoNotOptimize(words.run(text));
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(icu_speed)
    ->Name("icu_words")
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(kMegabyte)
    ->Unit(benchmark::kMicrosecond);

// How many times as fast as the audit ICU's word iteration is: 0.5 means the audit takes twice as
// long.
void speed_against_icu(benchmark::State& state) {
  std::string text = prose(kMegabyte);
  IcuWords words;
  double ratio = median_ratio([&] { audit_once(text, testing::asset_packs()); },
                              [&] { benchmark::DoNotOptimize(words.run(text)); });
  for (auto _ : state) benchmark::DoNotOptimize(ratio);
  state.counters["ratio"] = ratio;
}
BENCHMARK(speed_against_icu)->Name("ratio/audit_speed_to_icu_words/1MB")->Iterations(1);

void time_by_size(benchmark::State& state) {
  std::string once = prose(kMegabyte / 2);
  std::string twice = prose(kMegabyte);
  double ratio = median_ratio([&] { audit_once(once, testing::asset_packs()); },
                              [&] { audit_once(twice, testing::asset_packs()); });
  for (auto _ : state) benchmark::DoNotOptimize(ratio);
  state.counters["ratio"] = ratio;
}
BENCHMARK(time_by_size)->Name("ratio/time_2n_to_time_n")->Iterations(1);

// One letter of the text is another, as after a key: where, goes through the text.
class Typist {
 public:
  explicit Typist(std::string text) : text_(std::move(text)) {}

  const std::string& next() {
    at_ = (at_ + text_.size() / 7 + 1) % text_.size();
    at_ = std::min(text_.find(' ', at_), text_.size() - 1);
    if (at_ > 0 && text_[at_ - 1] >= 'a' && text_[at_ - 1] <= 'z')
      text_[at_ - 1] = text_[at_ - 1] == 'x' ? 'y' : 'x';
    return text_;
  }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

// How many times as long a whole audit takes as one that remembers, for one letter; and how long
// the report takes beside the second.
void edit_by_size(benchmark::State& state) {
  const PackSet& packs = testing::asset_packs();
  auto size = static_cast<std::size_t>(state.range(0));
  Typist typist(copy(size));
  Auditor auditor(packs);
  auditor.read(typist.next(), {});
  auditor.audit({});
  const int edits = static_cast<int>(kMegabyte / size);
  auto whole = [&] {
    for (int i = 0; i < edits; ++i) benchmark::DoNotOptimize(audit_once(typist.next(), packs));
  };
  auto touched = [&] {
    for (int i = 0; i < edits; ++i) {
      auditor.read(typist.next(), {});
      benchmark::DoNotOptimize(&auditor.audit({}));
    }
  };
  auto report = [&] {
    for (int i = 0; i < edits; ++i) {
      const Document& document = auditor.read(typist.next(), {});
      const Audit& audited = auditor.audit({});
      benchmark::DoNotOptimize(render_json(document, audited, packs, {OffsetUnit::Utf16, {}}));
    }
  };
  double ratio = median_ratio(touched, whole);
  double with_report = median_ratio(touched, report);
  std::vector<double> times;
  for (int i = 0; i < kRounds; ++i) times.push_back(seconds(touched) / edits);
  for (auto _ : state) benchmark::DoNotOptimize(ratio);
  state.counters["ratio"] = ratio;
  state.counters["with_report"] = with_report;
  state.counters["edit_us"] = median(times) * 1e6;
}
BENCHMARK(edit_by_size)
    ->Name("ratio/whole_audit_to_audit_after_a_letter")
    ->Arg(10'000)
    ->Arg(100'000)
    ->Iterations(1);

// The shape of a real pattern with other words: each word becomes one of the text's own, of rank 20
// to 5,000; a lexicon becomes the copy's lexicon in its place, because real rules share theirs too.
std::string synthetic(const std::string& notation, const std::string& copy,
                      testing::Random& random) {
  const std::vector<std::string>& words = words_by_rank();
  auto any_word = [&] {
    auto last = static_cast<std::uint32_t>(std::min<std::size_t>(words.size(), 5'000));
    return words[20 + random.below(last - 20)];
  };
  std::string out;
  for (std::size_t at = 0; at < notation.size();) {
    std::size_t end = at;
    bool is_name = notation[at] == '%' || notation[at] == '@';
    if (is_name) ++end;
    auto is_word = [&](char c) {
      return (c >= 'a' && c <= 'z') || c == '\'' || (is_name && c == '-');
    };
    while (end < notation.size() && is_word(notation[end])) ++end;
    bool is_plain_word = end > at && !is_name;
    end = std::max(end, at + 1);
    out += is_plain_word ? any_word() : notation.substr(at, end - at);
    if (notation[at] == '%') out += copy;
    at = end;
  }
  return out;
}

// The English pack with so many times its rules, the further ones synthetic.
PackSet multiplied(int times) {
  Diagnostics ignored;
  std::vector<Pack> packs = testing::load_asset_packs(LoadPurpose::Audit, ignored).packs;
  testing::Random random(7);
  for (Pack& pack : packs) {
    // Half of the text is a language of its own, and a pack ships how frequent its language's words
    // are.
    const std::vector<std::string>& ranked = words_by_rank();
    pack.common_words.assign(
        ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(pack.common_words.size()));
    std::vector<Rule> real = pack.rules;
    auto lexicons = pack.lexicons;
    for (int number = 1; number < times; ++number) {
      std::string copy = "-" + std::to_string(number);
      for (const auto& [id, entries] : lexicons) {
        for (const std::string& entry : entries)
          pack.lexicons[id + copy].push_back(synthetic(entry, copy, random));
      }
      for (Rule rule : real) {
        rule.id += copy;
        for (PatternSource& source : rule.patterns)
          source.notation = synthetic(source.notation, copy, random);
        for (PatternSource& source : rule.unless)
          source.notation = synthetic(source.notation, copy, random);
        pack.rules.push_back(std::move(rule));
      }
    }
  }
  return PackSet::compile(std::move(packs), ignored);
}

void time_by_rules(benchmark::State& state) {
  PackSet once = multiplied(1);
  PackSet more = multiplied(static_cast<int>(state.range(0)));
  std::string text = prose(kMegabyte);
  double ratio = median_ratio([&] { audit_once(text, once); }, [&] { audit_once(text, more); });
  for (auto _ : state) benchmark::DoNotOptimize(ratio);
  state.counters["ratio"] = ratio;
  std::size_t rules = 0;
  for (const CompiledPack& pack : more.packs()) rules += pack.pack.rules.size();
  Document document = Document::read(text, more.profiles(), {});
  std::vector<std::uint32_t> sentences(document.sentences().size());
  std::iota(sentences.begin(), sentences.end(), 0U);
  MatchStatistics statistics;
  std::size_t hits = 0;
  for (const CompiledPack& pack : more.packs())
    hits += pack.everywhere.patterns.find(document, sentences, &statistics).size();
  state.counters["rules"] = static_cast<double>(rules);
  state.counters["hits_per_rule"] = static_cast<double>(hits) / static_cast<double>(rules);
  state.counters["verifications_per_token"] =
      static_cast<double>(statistics.verifications) / static_cast<double>(statistics.tokens);
}
BENCHMARK(time_by_rules)->Name("ratio/time_to_time_with_1x_rules")->Arg(2)->Arg(4)->Iterations(1);

}  // namespace
}  // namespace unfeigned::bench

BENCHMARK_MAIN();
