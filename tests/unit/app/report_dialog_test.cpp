// The dialog that hands out the report.
#include <gtest/gtest.h>

#include "app/app.h"
#include "support/app_messages.h"

namespace unfeigned {
namespace {

using test::app_with;
using test::dump;
using test::effects_of;
using test::node_named;
using test::press;

std::string dialog_of(const App& app) { return dump(app.view(), Tag::Dialog); }

App opened() {
  App app = app_with({});
  press(app, "Report");
  return app;
}

TEST(ReportDialog, WaitsForAReport) {
  App app = test::app_with_text();
  EXPECT_TRUE(node_named(app.view(), "Report")->is_disabled);
  press(app, "Report");
  EXPECT_EQ(dialog_of(app), "");
}

TEST(ReportDialog, OffersThreeFormsAndFetchesWhatMakesThem) {
  App app = opened();
  EXPECT_EQ(effects_of(app).at(0), (Effect{EffectKind::Export, 0, 0, 0, "", "", ""}));
  const std::string dialog = dialog_of(app);
  EXPECT_NE(dialog.find("  select 'As' =markdown\n"
                        "  live\n"
                        "  group\n"
                        "    button 'Copy'\n"
                        "    button 'Download'\n"
                        "    button 'Print\xE2\x80\xA6'\n"
                        "    button 'Close'\n"),
            dialog.npos)
      << dialog;
  EXPECT_EQ(node_named(app.view(), "As")->options.size(), 3U);
}

TEST(ReportDialog, HandsOutTheFormThatWasChosen) {
  const std::pair<const char*, std::uint32_t> formats[] = {
      {"markdown", 0}, {"html", 1}, {"json", 2}};
  for (const auto& [id, index] : formats) {
    App app = opened();
    effects_of(app);
    press(app, "As", id);
    EXPECT_TRUE(effects_of(app).empty());
    press(app, "Copy");
    EXPECT_EQ(effects_of(app).at(0), (Effect{EffectKind::Export, index, 1, 0, "", "", ""}));
    press(app, "Download");
    EXPECT_EQ(effects_of(app).at(0), (Effect{EffectKind::Export, index, 2, 0, "", "", ""}));
    EXPECT_NE(dialog_of(app), "");
  }
}

TEST(ReportDialog, SaysWhatBecameOfIt) {
  App app = opened();
  const auto done = [&app](Told what, std::uint32_t count) {
    app.receive(test::number_message(MessageKind::Done, {static_cast<std::uint32_t>(what), count}));
    return dialog_of(app);
  };
  EXPECT_NE(done(Told::Exported, 0).find("live 'The report is copied.'"), std::string::npos);
  EXPECT_NE(done(Told::Exported, 1).find("live 'The report is handed"), std::string::npos);
  EXPECT_NE(done(Told::ExportFailed, 0).find("live 'The report could not"), std::string::npos);
}

TEST(ReportDialog, ClosesBeforeThePageIsPrinted) {
  App app = opened();
  effects_of(app);
  press(app, "Print\xE2\x80\xA6");
  EXPECT_EQ(effects_of(app).at(0), (Effect{EffectKind::Export, 0, 3, 0, "", "", ""}));
  EXPECT_EQ(dialog_of(app), "");
}

TEST(ReportDialog, DoesNotHandOutTheReportOfAnotherText) {
  App app = opened();
  effects_of(app);
  app.receive(test::text_message(2, true));
  press(app, "Copy");
  EXPECT_TRUE(effects_of(app).empty());
  EXPECT_NE(dialog_of(app).find("live 'The text has changed"), std::string::npos);
  app.receive(test::text_message(3, false));
  EXPECT_EQ(dialog_of(app), "");
}

}  // namespace
}  // namespace unfeigned
