# Emscripten; read by ./dev with `.`.
#
# An emcc of version 3.1.69 or later on PATH is used as it is. Otherwise, where apt reaches Debian, a current one is
# unpacked into .toolchain/root and made to run there with its own libc: no root needed, the host is not touched.
# Debian 12's own package (3.1.6) is too old: what it links does not start under node 18.
#
# The answer is one line in .toolchain/emscripten-root, the folder that holds emcc; cmake/toolchain/wasm.cmake reads it.

emcc_minimum=3.1.69
emcc_root_file=$tools/emscripten-root
private_root=$tools/root

emcc_version() {
  "$1" --version 2>/dev/null | sed -n '1s/.* \([0-9][0-9]*\.[0-9][0-9.]*\).*/\1/p'
}

# Prints the folder of a good enough emcc on PATH, or nothing.
emcc_on_path() {
  have emcc || return 0
  version=$(emcc_version emcc)
  [ -n "$version" ] && at_least "$version" "$emcc_minimum" || return 0
  if have em-config; then
    em-config EMSCRIPTEN_ROOT 2>/dev/null
  else
    dirname "$(readlink -f "$(command -v emcc)")"
  fi
}

# True when the folder recorded by an earlier run can still be used. The stamp carries the path, because the unpacked
# programs know the place of their libraries by heart: a checkout that was moved has to be fitted again.
emscripten_is_ready() {
  [ -s "$emcc_root_file" ] || return 1
  recorded=$(cat "$emcc_root_file")
  [ -e "$recorded/emcc" ] || return 1
  case $recorded in
    "$tools"/*) [ "$(cat "$private_root/.fitted" 2>/dev/null)" = "$private_root" ] ;;
  esac
}

ensure_emscripten() {
  emscripten_is_ready && return 0
  found=$(emcc_on_path)
  if [ -n "$found" ]; then
    step "using the Emscripten on PATH ($(emcc_version emcc))"
  else
    private_emscripten
    found=$private_root/usr/share/emscripten
  fi
  printf '%s\n' "$found" >"$emcc_root_file"
}

emscripten_advice="Put an emcc $emcc_minimum or later on PATH (emsdk, Homebrew, Arch and Fedora have one), then run ./dev again."

private_emscripten() {
  have apt-get || die "no Emscripten $emcc_minimum or later here, and no apt to get one with." "$emscripten_advice"
  require patchelf=patchelf xz=xz-utils /usr/share/keyrings/debian-archive-keyring.gpg=debian-archive-keyring
  # The stamp is written last, so a folder without it is a broken unpacking and is redone.
  if [ ! -e "$private_root/.unpacked" ]; then
    # Suites roll: trixie is the floor, for the day when forky has moved on.
    unpack_emscripten_of forky || {
      step "forky gave no usable Emscripten; trying the older one of trixie"
      unpack_emscripten_of trixie
    } || die "could not get Emscripten from Debian's archive (the reason stands above)." \
      "If the download broke off, run ./dev again: it resumes. Otherwise: $emscripten_advice"
  fi
  step "fitting Emscripten into its folder"
  fit_binaries
  configure_emscripten
  version=$(emcc_version "$private_root/usr/share/emscripten/emcc")
  [ -n "$version" ] && at_least "$version" "$emcc_minimum" ||
    die "the unpacked Emscripten does not run, or is older than $emcc_minimum (it says: ${version:-nothing})." \
      "Remove .toolchain/root and run ./dev again. If it stays: $emscripten_advice"
  step "Emscripten $version is ready"
  printf '%s' "$private_root" >"$private_root/.fitted"
}

unpack_emscripten_of() {
  step "downloading Emscripten from Debian $1 (about 170 MB, once)"
  private_apt_ready "$1" || return 1
  quietly emscripten-download private_apt install -y --download-only emscripten || return 1
  step "unpacking Emscripten (about 800 MB)"
  rm -rf "$private_root" "$private_root.new"
  mkdir -p "$private_root.new"
  # The copyright files stay: the page must carry Emscripten's.
  find "$apt_dir/cache/archives" -maxdepth 1 -name '*.deb' -print0 |
    quietly emscripten-unpack xargs -0 -n 1 -P 2 sh -c '
      dpkg-deb --fsys-tarfile "$2" |
        tar -x -C "$1" --no-same-owner --exclude="./usr/share/doc/*/changelog*" --exclude="./usr/share/man/*"' \
      unpack "$private_root.new" || return 1
  [ -e "$private_root.new/usr/share/emscripten/emcc" ] && [ -e "$private_root.new/usr/share/doc/emscripten/copyright" ] ||
    return 1
  : >"$private_root.new/.unpacked"
  mv "$private_root.new" "$private_root"
  rm -rf "$apt_dir/cache/archives"
}

# The unpacked programs were linked against a newer libc than the host's. They are told to use the one unpacked beside
# them; DT_RPATH (--force-rpath) and not RUNPATH, because only the former also serves the libraries' own libraries.
fit_binaries() {
  loader=$(find "$private_root/usr/lib" -maxdepth 2 -name 'ld-linux*.so*' | head -n 1)
  llvm=$(find "$private_root/usr/lib" -maxdepth 1 -name 'llvm-*' | sort -V | tail -n 1)
  [ -n "$loader" ] && [ -n "$llvm" ] || die "the unpacked Emscripten is incomplete." \
    "Remove .toolchain/root and run ./dev again."
  rpath=$(dirname "$loader"):$llvm/lib
  find "$llvm/bin/clang" "$llvm/bin/lld" "$llvm"/bin/llvm-* "$private_root"/usr/bin/wasm-* -exec readlink -f {} \; |
    sort -u | while read -r program; do
    # Some llvm-* are scripts, which patchelf refuses; what matters is proved by running emcc afterwards.
    patchelf --set-interpreter "$loader" --force-rpath --set-rpath "$rpath" "$program" 2>/dev/null || true
  done
  find "$(dirname "$loader")" "$llvm/lib" -name 'libLLVM*.so*' -o -name 'libclang*.so*' -o -name 'libbinaryen*.so*' |
    while read -r library; do
      [ -L "$library" ] || patchelf --force-rpath --set-rpath "$rpath" "$library" 2>/dev/null || true
    done
}

# Written into the place where emcc looks by itself, so that nobody has to set EM_CONFIG; everything is found from
# the file's own place, so that it holds after a move.
configure_emscripten() {
  cat >"$private_root/usr/share/emscripten/.emscripten" <<'CONFIG'
import glob, os
usr = os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..'))
LLVM_ROOT = sorted(glob.glob(os.path.join(usr, 'lib', 'llvm-*', 'bin')))[-1]
BINARYEN_ROOT = usr
NODE_JS = 'node'
CACHE = os.path.join(os.path.dirname(os.path.dirname(usr)), 'emscripten-cache')
CONFIG
  # Debian's node looks in /usr/share/nodejs for libraries; any other node looks in node_modules.
  ln -sfn ../nodejs "$private_root/usr/share/emscripten/node_modules"
  ln -sfn . "$private_root/usr/share/nodejs/node_modules"
}
