# Every file that is compiled, one list per target, paths from src/, sorted. To add a file, add its line.
# Headers are not listed.

# base/ and text/
set(unfeigned_text_sources
  base/check.cpp
  base/diagnostic.cpp
  base/utf8.cpp
  text/block_reader.cpp
  text/blocks.cpp
  text/breaks.cpp
  text/characters.cpp
  text/document.cpp
  text/document_reader.cpp
  text/fold.cpp
  text/language.cpp
  text/markup.cpp
  text/offset_map.cpp
  text/sentences.cpp
  text/shapes.cpp
  text/tokenizer.cpp
  text/word_table.cpp
)

# match/, audit/, pack/ and report/
set(unfeigned_core_sources
  audit/audit.cpp
  audit/auditor.cpp
  audit/evidence.cpp
  audit/genre.cpp
  audit/guards/judge.cpp
  audit/guards/legal_guard.cpp
  audit/guards/mention_guards.cpp
  audit/guards/negation_guard.cpp
  audit/guards/quotation_guard.cpp
  audit/guards/quoted_block_guard.cpp
  audit/guards/specific_guard.cpp
  audit/guards/stance_guards.cpp
  audit/guards/template_guard.cpp
  audit/match_memory.cpp
  audit/pack.cpp
  audit/precedence.cpp
  audit/quotation.cpp
  audit/reading.cpp
  audit/score.cpp
  audit/set_aside.cpp
  audit/structure.cpp
  audit/suggestions.cpp
  audit/vocabulary.cpp
  match/automaton.cpp
  match/pattern.cpp
  match/pattern_finder.cpp
  match/pattern_set.cpp
  match/word_index.cpp
  pack/branches.cpp
  pack/check.cpp
  pack/dead_parts.cpp
  pack/example_runner.cpp
  pack/fields.cpp
  pack/fingerprint.cpp
  pack/json_tree.cpp
  pack/loader.cpp
  pack/merge.cpp
  pack/needed.cpp
  pack/read_examples.cpp
  pack/read_part.cpp
  pack/read_profile.cpp
  pack/read_rule.cpp
  pack/surprises.cpp
  pack/trial.cpp
  report/display_width.cpp
  report/excerpt.cpp
  report/json.cpp
  report/json_writer.cpp
  report/message.cpp
  report/text.cpp
)

set(unfeigned_app_sources
  app/app.cpp
  app/forms.cpp
  app/messages.cpp
  app/outbox.cpp
  app/read_report.cpp
  app/receipt.cpp
  app/reduce.cpp
  app/reduce_aside.cpp
  app/reduce_dialogs.cpp
  app/reduce_report.cpp
  app/reduce_settings.cpp
  app/scale.cpp
  app/strings.cpp
  app/view.cpp
  app/view_about.cpp
  app/view_aside.cpp
  app/view_cards.cpp
  app/view_dialogs.cpp
  app/view_missing.cpp
  app/view_reader.cpp
  app/view_report.cpp
  app/view_settings.cpp
  app/wire.cpp
)

set(unfeigned_ui_sources
  ui/clusters.cpp
  ui/composer.cpp
  ui/font_loader.cpp
  ui/fonts.cpp
  ui/layout.cpp
  ui/layout_cards.cpp
  ui/layout_panel.cpp
  ui/painter.cpp
  ui/strokes.cpp
  ui/theme.cpp
)

# The command line, unfeigned; native only.
set(unfeigned_cli_sources
  cli/agreement.cpp
  cli/audit_command.cpp
  cli/batch_command.cpp
  cli/batch_input.cpp
  cli/check_pack_command.cpp
  cli/command_line.cpp
  cli/eval_command.cpp
  cli/evaluation.cpp
  cli/explain_command.cpp
  cli/explanation.cpp
  cli/files.cpp
  cli/labels.cpp
  cli/main.cpp
  cli/near_frames.cpp
  cli/packs.cpp
  cli/rules_command.cpp
  cli/terminal.cpp
  cli/version_command.cpp
)

# core.mjs + core.wasm
set(unfeigned_wasm_core_sources
  wasm/core.cpp
)

# ui.mjs + ui.wasm
set(unfeigned_wasm_ui_sources
  wasm/ui.cpp
)
