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

# run_ctest PRESET NAME [CTEST ARGUMENT...]
run_ctest() {
  preset=$1
  name=$2
  shift 2
  log=$logs/ctest-$preset.log
  mkdir -p "$logs"
  step "running the $name"
  # A pipe would hide ctest's own status; here the summary line decides, and its absence is a failure.
  ctest --preset "$preset" "$@" 2>&1 | tee "$log" | grep -v -E '^ *(Start +[0-9]+:|[0-9]+/[0-9]+ Test .* Passed )' || true
  total=$(sed -n 's/^.* tests passed, .* out of \([0-9]*\)$/\1/p' "$log" | tail -n 1)
  wrong=$(sed -n 's/^.* tests passed, \([0-9]*\) tests\{0,1\} failed out of .*/\1/p' "$log" | tail -n 1)
  skipped=$(grep -c '\*\*\*Skipped' "$log" || true)
  if [ -n "$total" ] && [ -n "$wrong" ]; then
    count "$name" "$((total - wrong - skipped))" "$wrong" "$skipped"
  else
    suite_broke "$name"
  fi
}

# run_node FOLDER NAME: every *.test.mjs of the folder, one after the other (two browsers at once slow each other down).
run_node() {
  set -- "$1" "$2" "$1"/*.test.mjs
  [ -e "$3" ] || return 0
  suite=$2
  log=$logs/$(basename "$1").tap
  mkdir -p "$logs"
  shift 2
  step "running the $suite"
  node --test --test-concurrency=1 --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$log" "$@" || true
  good=$(tap_line pass) bad=$(tap_line fail) cancelled=$(tap_line cancelled) skipped=$(tap_line skipped)
  if [ -n "$good" ] && [ -n "$bad" ]; then
    count "$suite" "$good" "$((bad + ${cancelled:-0}))" "${skipped:-0}"
  else
    suite_broke "$suite"
  fi
}
tap_line() { sed -n "s/^# $1 \([0-9]*\)\$/\1/p" "$log" | tail -n 1; }

has_suite() {
  for file in "$1"/*.test.mjs; do [ ! -e "$file" ] || return 0; done
  return 1
}

finish_tests() {
  printf '\n%s%s passed, %s failed\n' "$summary" "$passed" "$failed"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}

test_quick() {
  prepare_native
  configure release native
  build release
  run_ctest release "native tests (release)" --label-exclude 'slow|browser'
}

test_all() {
  prepare_native
  configure dev native
  build dev
  run_ctest dev "native tests (sanitised)"

  # The wasm build must give the very bytes that the native command line gives.
  configure release native
  build release
  build_site
  npm_install tests
  UNFEIGNED_CLI=$top/build/release/bin/unfeigned
  UNFEIGNED_WASM=$top/build/wasm-release/bin
  UNFEIGNED_DIST=$top/dist
  export UNFEIGNED_CLI UNFEIGNED_WASM UNFEIGNED_DIST
  run_node tests/wasm "wasm tests (node)"
  if has_suite tests/e2e; then
    # shellcheck disable=SC2046
    require $(needs_browser)
    UNFEIGNED_CHROMIUM=$(chromium)
    export UNFEIGNED_CHROMIUM
    run_node tests/e2e "browser tests (Chromium)"
  fi
}
