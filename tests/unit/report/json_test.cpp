// The report of an audit made by hand, so that every field has a value that can only come from
// its own place.
#include "report/json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/text.h"
#include "support/hand_packs.h"

namespace unfeigned {
namespace {

using testing::compile;
using testing::english_pack;
using testing::rule;

constexpr std::string_view kSmile = "\xF0\x9F\x98\x80";

struct Case {
  PackSet packs;
  Document document;
  Audit audit;
};

Case made_by_hand() {
  Rule care = rule("hollow-values.en.care", {"we care"}, Severity::Major);
  care.message = {"{words} it is.", "One may doubt.", "Say what."};
  Rule off = rule("minimising.en.off", {"tiny"});
  off.status = RuleStatus::Off;
  PackSet packs = compile({english_pack({care, off})});
  std::string text = std::string(kSmile) + " Because we care on 3 May.";
  Document document = Document::read(text, packs.profiles(), {});

  Audit audited;
  audited.language = {0};
  audited.genre = Genre::Support;
  audited.is_genre_given = true;
  audited.score.plainness = 432;
  audited.score.band = Band::Formulaic;
  audited.genre_reasons = {{5, 12}};
  audited.score.receipt = {401, 100, 13, 80, 750, 12, 160, 400};
  audited.components = {{Component::Harm, 2, {13, 20}, 0}};
  audited.missing = {{Component::Repair, 140, 70, std::nullopt},
                     {Component::Owner, 50, 30, std::nullopt}};
  Finding finding;
  finding.category = Category::HollowValues;
  finding.severity = Severity::Major;
  finding.certainty = Certainty::Likely;
  finding.span = {13, 20};
  finding.points = 123;
  finding.guards = {{Guard::Specific, {24, 29}}};
  Suggestion suggestion;
  suggestion.title = "Say it";
  suggestion.applicability = Applicability::FillIn;
  suggestion.replaced = {5, 30};
  suggestion.text = std::string(kSmile) + "\xE2\x9F\xA8what\xE2\x9F\xA9.";
  suggestion.slots = {{"what-happened", "what", {4, 14}}};
  suggestion.keeps = {{24, 29}};
  finding.suggestions = {suggestion};
  audited.findings = {finding};
  Finding noted = finding;
  noted.status = Status::Noted;
  noted.points = 0;
  noted.suggestions.clear();
  noted.guards = {{Guard::Quotation, {5, 30}}};
  audited.noted = {noted};
  audited.evidence = {{EvidenceType::Date, {24, 29}, 0, true}};
  audited.notices = {{NoticeKind::OpenSlot, {{0, 4}}}};
  return {std::move(packs), std::move(document), std::move(audited)};
}

std::string sliced(const std::string& whole, const std::string& from, const std::string& to) {
  std::size_t begin = whole.find(from);
  std::size_t end = whole.find(to, begin);
  EXPECT_NE(begin, std::string::npos) << from << " in " << whole;
  EXPECT_NE(end, std::string::npos) << to << " in " << whole;
  return whole.substr(begin, end - begin);
}

TEST(Json, HeadAndScore) {
  Case made = made_by_hand();
  std::string json = render_json(made.document, made.audit, made.packs, {});
  EXPECT_EQ(
      sliced(json, "{", "\"findings\""),
      R"({"schema_version":1,"score_version":2,"offset_unit":"utf8",)"
      R"("tool":{"name":"unfeigned","version":"0.1.0"},)"
      R"("packs":[{"id":"en","language":"en","version":"0","fingerprint":"","rules":1}],)"
      R"("language":"en","genre":"support","genre_source":"given",)"
      R"("genre_reasons":[{"start":5,"end":12}],"score":43.2,)"
      R"("score_reason":null,"band":"formulaic","receipt":{"start":100.0,)"
      R"("phrase_loss":40.1,"structure_loss":10.0,"recovery":1.3,"ceiling_loss":8.0,"score":43.2,"ceiling":75.0,)"
      R"("weight":12,"clean_length":160,"total_length":400},)"
      R"("components":[{"component":"harm","level":2,"start":13,"end":20,)"
      R"("sentence":{"start":0,"end":30}}],)"
      R"("missing":[{"component":"repair","permille":140,"points":7.0,"suggestion":null},)"
      R"({"component":"owner","permille":50,"points":3.0,"suggestion":null}],)");
}

TEST(Json, FindingsInBytes) {
  Case made = made_by_hand();
  std::string json = render_json(made.document, made.audit, made.packs, {});
  EXPECT_EQ(
      sliced(json, "\"findings\"", "\"noted\""),
      "\"findings\":[{\"id\":\"hollow-values.en.care@13\",\"start\":13,\"end\":20,"
      "\"rule\":\"hollow-values.en.care\",\"category\":\"hollow-values\",\"severity\":\"major\","
      "\"certainty\":\"likely\",\"status\":\"flagged\",\"points\":12.3,"
      "\"message\":\"\\\"we care\\\" it is. One may doubt.\","
      "\"observed\":\"\\\"we care\\\" it is.\",\"effect\":\"One may doubt.\","
      "\"missing\":\"Say what.\",\"words\":\"we care\",\"sentence\":{\"start\":0,\"end\":30},"
      "\"guards\":[{\"guard\":\"specific\",\"start\":24,\"end\":29}],"
      "\"suggestions\":[{\"title\":\"Say it\",\"applicability\":\"fill_in\",\"start\":5,"
      "\"end\":30,\"text\":\"\xF0\x9F\x98\x80\xE2\x9F\xA8what\xE2\x9F\xA9.\","
      "\"slots\":[{\"id\":\"what-happened\",\"label\":\"what\",\"start\":4,\"end\":14}],"
      "\"keeps\":[{\"start\":24,\"end\":29}]}]}],\"unsure\":[],");
  EXPECT_EQ(sliced(json, "\"evidence\"", "\"text\":{"),
            R"("evidence":[{"type":"date","start":24,"end":29,"credited":true}],)"
            R"("notices":[{"kind":"open-slot","places":[{"start":0,"end":4}]}],)");
}

// A smile is four bytes, two UTF-16 units and one code point; each unit moves all that follows.
TEST(Json, EveryOffsetIsInTheUnitOfTheReport) {
  Case made = made_by_hand();
  struct Wanted {
    OffsetUnit unit;
    int shift;
    std::string slot;
  };
  for (const Wanted& wanted : {Wanted{OffsetUnit::Utf16, 2, "\"start\":2,\"end\":8"},
                               Wanted{OffsetUnit::CodePoint, 3, "\"start\":1,\"end\":7"}}) {
    std::string json =
        render_json(made.document, made.audit, made.packs, {wanted.unit, std::nullopt});
    auto at = [&wanted](int byte) { return std::to_string(byte - wanted.shift); };
    std::string span = "\"start\":" + at(13) + ",\"end\":" + at(20);
    std::string date = "\"start\":" + at(24) + ",\"end\":" + at(29);
    EXPECT_NE(json.find("\"offset_unit\":\"" + std::string(id_of(kOffsetUnits, wanted.unit))),
              std::string::npos);
    EXPECT_NE(json.find("@" + at(13) + "\"," + span), std::string::npos) << json;
    EXPECT_NE(json.find("\"sentence\":{\"start\":0,\"end\":" + at(30)), std::string::npos);
    EXPECT_NE(json.find("\"guard\":\"specific\"," + date), std::string::npos);
    EXPECT_NE(json.find("\"fill_in\",\"start\":" + at(5) + ",\"end\":" + at(30)),
              std::string::npos);
    EXPECT_NE(json.find("\"label\":\"what\"," + wanted.slot), std::string::npos) << json;
    EXPECT_NE(json.find("\"keeps\":[{" + date), std::string::npos);
    EXPECT_NE(json.find("\"type\":\"date\"," + date), std::string::npos);
    EXPECT_NE(json.find("\"places\":[{\"start\":0,\"end\":" + at(4)), std::string::npos);
  }
}

TEST(Json, WithoutANumberTheReasonIsTold) {
  Case made = made_by_hand();
  made.audit.score = {};
  made.audit.score.reason = NoScoreReason::TooShort;
  made.audit.language = {};
  made.audit.is_genre_given = false;
  made.audit.genre_reasons.clear();
  made.audit.components.clear();
  made.audit.missing.clear();
  std::string json = render_json(made.document, made.audit, made.packs, {});
  EXPECT_EQ(
      sliced(json, "\"language\":n", "\"findings\""),
      R"("language":null,"genre":"support","genre_source":"detected",)"
      R"("genre_reasons":[],"score":null,)"
      R"("score_reason":"too-short","band":null,"receipt":null,"components":[],"missing":[],)");
}

TEST(Json, AReportAmongSeveralBeginsWithItsPath) {
  Case made = made_by_hand();
  std::string json =
      render_json(made.document, made.audit, made.packs, {OffsetUnit::Utf8, "a\xFF.txt"});
  EXPECT_EQ(json.substr(0, 39), "{\"path\":\"a\xEF\xBF\xBD.txt\",\"schema_version\":1,\"");
}

TEST(Json, RepairedBytesComeWithTheOffsetsOfTheInput) {
  Case made = made_by_hand();
  Document document = Document::read("\xFF\xFF Because we care.", made.packs.profiles(), {});
  made.audit.findings[0].span = {15, 22};
  made.audit.noted.clear();
  made.audit.evidence.clear();
  made.audit.findings[0].guards.clear();
  made.audit.findings[0].suggestions.clear();
  std::string json = render_json(document, made.audit, made.packs, {});
  EXPECT_NE(json.find(R"("original_bytes":{"start":11,"end":18}})"), std::string::npos) << json;
}

TEST(BatchLine, TellsFindingsInShort) {
  Case made = made_by_hand();
  EXPECT_EQ(render_batch_line(made.document, made.audit, made.packs, {OffsetUnit::Utf16, "\"x\""}),
            "{\"id\":\"x\",\"language\":\"en\",\"genre\":\"support\",\"score\":43.2,"
            "\"findings\":[{\"start\":11,\"end\":18,\"rule\":\"hollow-values.en.care\","
            "\"category\":\"hollow-values\",\"severity\":\"major\",\"certainty\":\"likely\","
            "\"message\":\"\\\"we care\\\" it is. One may doubt.\"}],"
            "\"unsure\":[],\"noted\":[{\"start\":11,\"end\":18,"
            "\"rule\":\"hollow-values.en.care\",\"category\":\"hollow-values\","
            "\"severity\":\"major\",\"certainty\":\"likely\","
            "\"message\":\"\\\"we care\\\" it is. One may doubt.\"}],"
            "\"schema_version\":1,\"score_version\":2,\"offset_unit\":\"utf16\","
            "\"packs\":[\"en 0 \"]}");
}

TEST(BatchLine, AnErrorNamesItsLine) {
  EXPECT_EQ(render_batch_error("null", 7, "a \"quote\""),
            R"({"id":null,"line":7,"error":"a \"quote\""})");
}

TEST(Text, TellsWhereWhyAndWhatIsMissing) {
  Case made = made_by_hand();
  std::string text = render_text(made.document, made.audit, made.packs, {"mail.txt", false, 60});
  EXPECT_EQ(text,
            "mail.txt:1:11: major, likely hollow-values.en.care\n"
            "    \xF0\x9F\x98\x80 Because we care on 3 May.\n"
            "               ^^^^^^^\n"
            "  Why: \"we care\" it is. One may doubt.\n"
            "  Missing: Say what.\n"
            "  Lowered: specific\n"
            "  Rewrites:\n"
            "    - Say it (fill in): \xF0\x9F\x98\x80\xE2\x9F\xA8what\xE2\x9F\xA9.\n"
            "\n"
            "Noted, not counted:\n"
            "  mail.txt:1:11: \"we care\" (quotation) hollow-values.en.care\n"
            "\n"
            "Note: 1 slot is still to be filled in.\n"
            "\n"
            "Plainness 43.2 of 100, formulaic. Based on 1 sentence, read as support.\n"
            "    100.0  at the start\n"
            "    -40.1  for formulas of weight 12\n"
            "     -7.0  for what is missing: repair\n"
            "     -3.0  for what is missing: owner\n"
            "     +1.3  given back for facts in plain sentences\n"
            "     -8.0  for the ceiling of 75.0 that the worst one sets\n"
            "   = 43.2  plainness\n"
            "mail.txt: 1 finding, 0 open questions, 1 noted.\n");
}

TEST(Text, ColoursAreOnlyAddedAndOnlyWhenAskedFor) {
  Case made = made_by_hand();
  std::string plain = render_text(made.document, made.audit, made.packs, {"mail.txt", false, 60});
  std::string coloured = render_text(made.document, made.audit, made.packs, {"mail.txt", true, 60});
  EXPECT_EQ(plain.find('\x1B'), std::string::npos);
  EXPECT_NE(coloured.find("\x1B[31mwe care\x1B[0m"), std::string::npos);
  std::string stripped;
  for (std::size_t i = 0; i < coloured.size(); ++i) {
    if (coloured[i] == '\x1B') {
      i = coloured.find('m', i);
    } else {
      stripped += coloured[i];
    }
  }
  EXPECT_EQ(stripped, plain);
}

TEST(Text, LongListsAreCutAndCounted) {
  Case made = made_by_hand();
  made.audit.findings.assign(203, made.audit.findings[0]);
  std::string text = render_text(made.document, made.audit, made.packs, {"mail.txt", false, 60});
  EXPECT_NE(text.find("  and 3 more\n"), std::string::npos);
  EXPECT_NE(text.find("203 findings, "), std::string::npos);
}

TEST(Text, EveryReasonForNoNumberHasItsWords) {
  Case made = made_by_hand();
  std::vector<std::string> all;
  for (const auto& row : kNoScoreReasons) {
    made.audit.score = {};
    made.audit.score.reason = row.value;
    std::string text = render_text(made.document, made.audit, made.packs, {"m", false, 60});
    std::size_t at = text.find("No plainness number: ");
    ASSERT_NE(at, std::string::npos);
    all.push_back(text.substr(at));
    EXPECT_EQ(text.find('!'), std::string::npos);
  }
  std::sort(all.begin(), all.end());
  EXPECT_EQ(std::unique(all.begin(), all.end()) - all.begin(), 5);
}

}  // namespace
}  // namespace unfeigned
