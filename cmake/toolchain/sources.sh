# Sources of ICU and Dear ImGui; read by ./dev with `.`.
#
# Where apt reaches Debian they come from its source packages, so that a machine behind a mirror needs nothing else.
# Elsewhere nothing is done here, and cmake/Dependencies.cmake fetches the pinned upstream releases itself.

icu_version=76.1
# Debian ships upstream's own release file; this is the hash upstream published for icu4c-76_1-src.tgz.
icu_sha256=dfacb46bfe4747410472ce3e1144bf28a102feeaa4e3875bac9b4c6cf30f4f3e
imgui_minimum=1.92.1

source_is_there() { [ -e "$tools/src/$1/.unpacked" ]; }

ensure_sources() {
  source_is_there icu && source_is_there imgui && return 0
  # Reaching the archive decides, not the name of the system.
  private_apt_ready trixie forky || {
    step "no Debian archive for apt here; CMake fetches ICU and Dear ImGui from their own releases on GitHub"
    return 0
  }
  require xz=xz-utils
  # trixie stays at this ICU for as long as it lives.
  source_is_there icu || fetch_source icu icu/trixie icu_check
  source_is_there imgui || fetch_source imgui imgui/forky imgui_check
}

# fetch_source NAME APT_NAME CHECK: CHECK looks at the tarball and at the unpacked folder, in that order.
fetch_source() {
  step "getting the source of $1 from Debian's archive"
  rm -rf "$tools/src/$1" "$tools/src/$1.new"
  mkdir -p "$tools/src/$1.new" "$tools/src/download"
  (cd "$tools/src/download" && quietly "source-$1" private_apt source --download-only "$2") ||
    die "could not download the source of $1." "Run ./dev again: it resumes."
  tarball=$(find "$tools/src/download" -name "$1_*.orig.tar.*" ! -name '*.asc' | sort -V | tail -n 1)
  [ -n "$tarball" ] || die "Debian's source package of $1 holds no original tarball." "Please report this."
  "$3" tarball "$tarball"
  tar -x -f "$tarball" -C "$tools/src/$1.new" --strip-components=1 --no-same-owner ||
    die "could not unpack $tarball." "Remove it and run ./dev again."
  "$3" folder "$tools/src/$1.new"
  : >"$tools/src/$1.new/.unpacked"
  mv "$tools/src/$1.new" "$tools/src/$1"
}

icu_check() {
  if [ "$1" = tarball ]; then
    printf '%s  %s\n' "$icu_sha256" "$2" | sha256sum -c --status - || {
      rm -f "$2"
      die "the tarball of ICU is not upstream's release $icu_version (SHA-256 differs); it was removed." \
        "Run ./dev again. If it stays, the mirror serves something else: do not use it."
    }
  else
    [ -e "$2/source/common/unicode/rbbi.h" ] || die "ICU's source has another shape than expected: $2"
  fi
}

# Debian repacks Dear ImGui (fonts and example libraries are left out), so no upstream hash exists; apt has checked
# the archive's signature. What counts is the version.
imgui_check() {
  [ "$1" = folder ] || return 0
  version=$(sed -n 's/^#define IMGUI_VERSION  *"\([0-9.]*\).*/\1/p' "$2/imgui.h")
  at_least "${version:-0}" "$imgui_minimum" || die "Debian's Dear ImGui is ${version:-unreadable}, needed is $imgui_minimum."
}
