# What each command needs and how it is built; read by ./dev with `.`.

# header FILE PACKAGE: a need for a header, wherever it lives here.
header() {
  for folder in /usr/include /usr/local/include /opt/homebrew/include; do
    [ ! -e "$folder/$1" ] || break
    folder=/usr/include
  done
  printf '%s/%s=%s' "$folder" "$1" "$2"
}

needs_build="cmake=cmake ninja=ninja-build icupkg=icu-devtools $(header nlohmann/json.hpp nlohmann-json3-dev)"
needs_wasm="python3=python3 node=nodejs"
# The command line and its tests share a build tree, so they share their needs.
needs_native="c++=g++ $(header CLI/CLI.hpp libcli11-dev) $(header gtest/gtest.h libgtest-dev) \
$(header benchmark/benchmark.h libbenchmark-dev)"
needs_npm="node=nodejs npm=npm"
# Without these fonts Chinese and emoji are drawn as boxes, and a test of what is on the screen would see boxes.
fonts=/usr/share/fonts/truetype
needs_fonts="$fonts/dejavu/DejaVuSans.ttf=fonts-dejavu-core $fonts/wqy/wqy-microhei.ttc=fonts-wqy-microhei \
$fonts/noto/NotoColorEmoji.ttf=fonts-noto-color-emoji"

# Any Chromium and any Firefox count; the tests are told which through UNFEIGNED_CHROMIUM and UNFEIGNED_FIREFOX.
find_chromium() {
  for browser in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$browser" && return 0
  done
  return 1
}
find_firefox() {
  for browser in firefox-esr firefox; do
    command -v "$browser" && return 0
  done
  return 1
}
# xvfb is a display for who has none, and xauth is what it is started with.
needs_browsers() {
  find_chromium >/dev/null || printf 'chromium=chromium '
  find_firefox >/dev/null || printf 'firefox-esr=firefox-esr '
  printf 'xvfb-run=xvfb xauth=xauth '
  # Elsewhere fonts have other homes; only Debian's places can be checked.
  ! have apt-get || printf '%s' "$needs_fonts"
}

node_is_new_enough() {
  at_least "$(node --version | tr -d v)" 18.19 ||
    die "node $(node --version) is too old; 18.19 or later is needed." "Debian 12's own nodejs will do."
}

# True when the archive of ICU for $1 (native or wasm) stands ready.
icu_is_built() {
  for stamp in "$tools/icu/$1"-*/complete; do [ ! -e "$stamp" ] || return 0; done
  return 1
}

# configure PRESET KIND: every time, since it costs a second and an edited preset must not be overlooked.
configure() {
  if icu_is_built "$2"; then step "configuring $1"; else step "configuring $1, and building ICU for $2 (once, 1 to 2 minutes)"; fi
  # Build trees know their place by heart; after a move they have to be made anew.
  if [ -e "build/$1/CMakeCache.txt" ] &&
    ! grep -q -x -F "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "build/$1/CMakeCache.txt"; then
    rm -rf "build/$1" "$tools/fetched"
  fi
  quietly "configure-$1" cmake --preset "$1" ||
    die "CMake could not configure the preset $1." \
      "If it could not download: is the network up? To start this one afresh, remove build/$1 and run ./dev again."
}

# build PRESET [TARGET]
build() {
  step "building $1${2:+ ($2)}"
  quietly "build-$1" cmake --build --preset "$1" ${2:+--target "$2"} ||
    die "the preset $1 does not build; the whole output is in .toolchain/log/build-$1.log"
}

prepare_native() {
  # Word splitting is meant: lists of needs.
  # shellcheck disable=SC2086
  require $needs_build $needs_native
  lock_toolchain
  ensure_sources
  unlock_toolchain
}

prepare_wasm() {
  # shellcheck disable=SC2086
  require $needs_build $needs_wasm
  node_is_new_enough
  lock_toolchain
  ensure_emscripten
  ensure_sources
  unlock_toolchain
}

# npm_install FOLDER: exactly what the lock file says, again only when the lock file changed.
npm_install() {
  [ -e "$1/package-lock.json" ] || return 0
  ! cmp -s "$1/package-lock.json" "$1/node_modules/.unfeigned-lock" || return 0
  # shellcheck disable=SC2086
  require $needs_npm
  step "npm ci in $1"
  (cd "$1" && quietly npm-ci npm ci --no-audit --no-fund) ||
    die "npm ci failed in $1." "Is the network up? Run ./dev again when it is."
  cp "$1/package-lock.json" "$1/node_modules/.unfeigned-lock"
}

# The licences of what is compiled into the page; each stands where its own source or package put it.
first_file() {
  for file in "$@"; do
    [ ! -e "$file" ] || { printf '%s' "$file"; return 0; }
  done
  return 1
}
licence_of() {
  emcc_root=$(cat "$emcc_root_file")
  prefix=$(dirname "$(dirname "$emcc_root")")
  case $1 in
    ICU) first_file "$tools/src/icu/LICENSE" "$tools/fetched/icu-src/LICENSE" ;;
    'Dear ImGui') first_file "$tools/src/imgui/LICENSE.txt" "$tools/fetched/imgui-src/LICENSE.txt" ;;
    nlohmann/json) first_file /usr/share/doc/nlohmann-json3-dev/copyright \
      /usr/share/licenses/nlohmann-json/LICENSE.MIT /opt/homebrew/opt/nlohmann-json/LICENSE.MIT ;;
    Emscripten) first_file "$emcc_root/LICENSE" "$prefix/share/doc/emscripten/copyright" \
      /usr/share/doc/emscripten/copyright ;;
  esac || die "the licence of $1 is not where it was expected, and the page must not go without it." \
    "Add its place to licence_of in cmake/toolchain/build.sh."
}

# The page, as static files in dist/. web/tools/build_site.mjs decides what goes there, and leaves the last good page
# alone when it fails.
build_site() {
  prepare_wasm
  configure wasm-release wasm
  build wasm-release
  npm_install web
  step "assembling dist/"
  set --
  for part in ICU 'Dear ImGui' nlohmann/json Emscripten; do
    licence=$(licence_of "$part") || exit 1
    set -- "$@" --licence "$part=$licence"
  done
  quietly site node web/tools/build_site.mjs --wasm build/wasm-release/bin --out dist "$@" ||
    die "the page could not be assembled (web/tools/build_site.mjs)."
  # What a first visit loads, and its budget.
  tail -n 1 "$logs/site.log" >&2
}
