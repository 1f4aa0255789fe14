# ./dev doctor: looks, says, changes nothing; read by ./dev with `.`.

# check_needs TITLE NEED...
check_needs() {
  printf '%s\n' "$1"
  shift
  for need in "$@"; do
    if is_met "$need"; then
      printf '  ok       %s\n' "${need%%=*}"
    else
      printf '  missing  %s (package %s)\n' "${need%%=*}" "${need#*=}"
      doctor_missing="$doctor_missing ${need#*=}"
    fi
  done
}

check_folder() {
  if [ "$2" = yes ]; then printf '  ok       %s\n' "$1"; else printf '  not yet  %s (./dev gets it)\n' "$1"; fi
}
yes_if() { if "$@" >/dev/null 2>&1; then echo yes; else echo no; fi; }

doctor() {
  doctor_missing=
  # shellcheck disable=SC2086
  {
    check_needs "To build anything:" $needs_build
    check_needs "For serve, site and test:" $needs_wasm
    check_needs "For cli, test and bench:" $needs_native
  }
  # shellcheck disable=SC2046
  check_needs "For the browser tests:" npm=npm $(find_chromium >/dev/null && echo "$(find_chromium)=chromium") $(find_firefox >/dev/null && echo "$(find_firefox)=firefox-esr") $(needs_browsers)
  check_needs "For format and the tidy preset:" clang-format=clang-format clang-tidy=clang-tidy
  printf 'Inside this folder:\n'
  check_folder "Emscripten $emcc_minimum or later$(emscripten_is_ready && printf ': %s' "$(emcc_version "$(cat "$emcc_root_file")/emcc")")" \
    "$(yes_if emscripten_is_ready)"
  check_folder "source of ICU $icu_version" "$(yes_if source_is_there icu)"
  check_folder "source of Dear ImGui" "$(yes_if source_is_there imgui)"
  check_folder "ICU, native" "$(yes_if icu_is_built native)"
  check_folder "ICU, wasm" "$(yes_if icu_is_built wasm)"
  if [ -z "$doctor_missing" ]; then
    printf 'Nothing is missing.\n'
  elif have apt-get; then
    printf 'Missing:%s\n./dev installs what a command needs; all at once: apt-get install%s\n' \
      "$doctor_missing" "$doctor_missing"
  else
    printf 'Missing (names as in Debian):%s\nThere is no apt here: use your own package manager.\n' "$doctor_missing"
  fi
}
