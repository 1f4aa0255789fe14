# Shared by ./dev and the recipes beside this file; read with `.`, never run.
#
# It knows how to name a step, how to fail with advice, and how to get a missing system package. It refuses to ask
# questions: everything here must work with no terminal.

top=$(pwd -P)
tools=$top/.toolchain
logs=$tools/log
started=$(date +%s)
export DEBIAN_FRONTEND=noninteractive
# Debian keeps icupkg in a folder that only root has on PATH.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
export PATH

# Steps carry the seconds since the start, so that a slow machine shows what it is slow at.
step() {
  printf '[%4s s] %s\n' "$(($(date +%s) - started))" "$*" >&2
}

# die WHAT [WHAT TO DO]: the only way out on failure.
die() {
  printf '\ndev: %s\n' "$1" >&2
  [ -z "${2:-}" ] || printf '     %s\n' "$2" >&2
  exit 1
}

# quietly NAME COMMAND...: the output goes to a log and is shown only when the command fails.
quietly() {
  quiet_log=$logs/$1.log
  shift
  mkdir -p "$logs"
  "$@" >"$quiet_log" 2>&1 && return 0
  printf '\n--- the end of %s:\n' "$quiet_log" >&2
  tail -n 25 "$quiet_log" >&2
  return 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# True when version $1 is $2 or later.
at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# A need is COMMAND=PACKAGE or /A/FILE=PACKAGE: what is looked for, and the Debian package that brings it.
# Looking for the thing and not for the package lets a compiler or a node from elsewhere count.
is_met() {
  case $1 in
    /*) [ -e "${1%%=*}" ] ;;
    *) have "${1%%=*}" ;;
  esac
}

# Prints the packages of the needs that are not met.
missing_packages() {
  for need in "$@"; do
    is_met "$need" || printf '%s ' "${need#*=}"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif have sudo; then
    # -n would refuse a password prompt outright; without it sudo itself fails clearly when there is no terminal.
    sudo "$@"
  else
    die "this needs root: $*" "Run that command as root (there is no sudo here), then run ./dev again."
  fi
}

# Gets what is missing, after naming it.
require() {
  packages=$(missing_packages "$@")
  [ -n "$packages" ] || return 0
  have apt-get || die "missing here: $packages(Debian's package names), and this system has no apt." \
    "Install them with your own package manager, then run ./dev again; ./dev doctor shows what is there."
  step "installing with apt: $packages"
  quietly apt-update as_root apt-get update ||
    die "apt-get update failed." "Is the network up? Run ./dev again when it is."
  # Word splitting is meant: $packages is a list of names.
  # shellcheck disable=SC2086
  quietly apt-install as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends $packages ||
    die "apt-get could not install: $packages" "The reason stands above. Mend it, then run ./dev again."
  # Otherwise every run would install again what does not help.
  packages=$(missing_packages "$@")
  [ -z "$packages" ] || die "installed, but still not to be found here: what Debian's $packages should bring."
}

# One toolchain at a time: two ./dev at once would unpack into the same folder. The lock goes with the process.
lock_toolchain() {
  mkdir -p "$tools"
  have flock || return 0
  exec 9>"$tools/lock"
  flock -n 9 || { step "waiting for another ./dev to finish its downloads"; flock 9; }
}
unlock_toolchain() { exec 9>&-; }
