# Runs the suites and counts them; read by ./dev with `.`.

passed=0
failed=0
summary=

# count NAME PASSED FAILED [SKIPPED]: skipped tests are named because nothing here may skip quietly.
count() {
  line="$1: $2 passed, $3 failed"
  [ "${4:-0}" = 0 ] || line="$line, $4 skipped"
  summary="$summary$line
"
  passed=$((passed + $2))
  failed=$((failed + $3))
}

# A suite that breaks before it can count is one failure, so that no sum looks green by accident.
suite_broke() {
  summary="$summary$1: did not run to its end
"
  failed=$((failed + 1))
}

# run_ctest PRESET [CTEST ARGUMENT...]
#
# One ctest is one binary full of cases, and cases are what people want counted: GoogleTest writes them down beside
# ctest's own verdict. A test that is no GoogleTest binary counts as one case.
run_ctest() {
  preset=$1
  shift
  results=$logs/ctest-$preset
  rm -rf "$results"
  mkdir -p "$results"
  GTEST_OUTPUT=xml:$results/ ctest --preset "$preset" --output-junit "$results/ctest.junit" "$@" || true
  sed -n 's/.*<testcase name="\([^"]*\)".* status="\([a-z]*\)".*/\2 \1/p' "$results/ctest.junit" \
    >"$results/verdicts" 2>/dev/null || true
  [ -s "$results/verdicts" ] || suite_broke "native tests ($preset)"
  while read -r verdict name; do
    count_binary "$verdict" "$name ($preset)" "$results/$name.xml"
  done <"$results/verdicts"
}

# count_binary VERDICT NAME XML: ctest's verdict is "run" for a pass; anything else is a failure even when no case
# failed, since that is a crash, a leak or a sanitizer's finding after the last case.
count_binary() {
  cases=$(xml_number tests "$3") wrong=$(xml_number failures "$3")
  skipped=$(grep -c 'result="skipped"' "$3" 2>/dev/null || true)
  if [ -z "$cases" ]; then
    cases=1 wrong=0
  fi
  if [ "$1" != run ] && [ "$wrong" = 0 ]; then
    wrong=1
    [ "$cases" -gt "${skipped:-0}" ] || cases=$((cases + 1))
  fi
  count "$2" "$((cases - wrong - ${skipped:-0}))" "$wrong" "${skipped:-0}"
}
xml_number() { sed -n "s/.*<testsuites.* $1=\"\([0-9]*\)\".*/\1/p" "$2" 2>/dev/null | head -n 1; }

# run_node NAME FILE...: one file after the other (two browsers at once slow each other down). $run_with goes before.
run_with=
run_node() {
  suite=$1
  log=$logs/$(printf %s "$suite" | tr -cs 'a-zA-Z0-9\n' -).tap
  shift
  [ -e "$1" ] || return 0
  mkdir -p "$logs"
  step "running the $suite"
  # shellcheck disable=SC2086
  $run_with node --test --test-concurrency=1 --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$log" "$@" || true
  good=$(tap_line pass) bad=$(tap_line fail) cancelled=$(tap_line cancelled) skipped=$(tap_line skipped)
  if [ -n "$good" ] && [ -n "$bad" ]; then
    count "$suite" "$good" "$((bad + ${cancelled:-0}))" "${skipped:-0}"
  else
    suite_broke "$suite"
  fi
}
tap_line() { sed -n "s/^# $1 \([0-9]*\)\$/\1/p" "$log" | tail -n 1; }

finish_tests() {
  printf '\n%s%s passed, %s failed\n' "$summary" "$passed" "$failed"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}

# What a person goes through, in a second browser. Without a display Firefox has no WebGL, so its page is the plain one;
# on a display it is painted.
firefox_stories() {
  export UNFEIGNED_BROWSER=firefox
  run_with="env -u DISPLAY"
  run_stories "browser tests (Firefox, plain)" asides asking export failing files forms glances languages newcomer \
    offline robust settings story team
  run_with="xvfb-run --auto-servernum"
  run_stories "browser tests (Firefox, painted)" glances newcomer robust story
  run_with=
  unset UNFEIGNED_BROWSER
}

# run_stories NAME STORY...
run_stories() {
  named=$1 files=
  shift
  for story in "$@"; do files="$files tests/e2e/$story.test.mjs"; done
  # shellcheck disable=SC2086
  run_node "$named" $files
}

test_quick() {
  prepare_native
  configure release native
  build release
  step "running the native tests, not sanitised"
  run_ctest release --label-exclude 'slow|browser'
}

test_all() {
  prepare_native
  configure dev native
  build dev
  step "running the native tests, sanitised"
  run_ctest dev --label-exclude optimised

  # The wasm build must give the very bytes that the native command line gives.
  configure release native
  build release
  # Time is measured on the build that people use, and ten thousand edits a genre need its speed.
  step "running the tests that need the optimised build"
  run_ctest release --label-regex optimised
  build_site
  npm_install tests
  UNFEIGNED_CLI=$top/build/release/bin/unfeigned
  UNFEIGNED_WASM=$top/build/wasm-release/bin
  UNFEIGNED_SITE=$top/dist
  export UNFEIGNED_CLI UNFEIGNED_WASM UNFEIGNED_SITE
  run_node "wasm tests (node)" tests/wasm/*.test.mjs
  run_node "schema tests (node)" tests/schema/*.test.mjs
  # shellcheck disable=SC2046
  require $(needs_browsers)
  UNFEIGNED_CHROMIUM=$(find_chromium)
  UNFEIGNED_FIREFOX=$(find_firefox)
  export UNFEIGNED_CHROMIUM UNFEIGNED_FIREFOX
  run_node "browser tests (Chromium)" tests/e2e/*.test.mjs
  firefox_stories
}
