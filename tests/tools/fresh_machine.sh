#!/bin/sh
# Does the page come up on a bare Debian 12? Makes one in a temporary folder, copies what is committed into it, runs
# ./dev serve there twice and asks for the page over HTTP.
#
#   sudo tests/tools/fresh_machine.sh [--port N] [--keep]
#
# Needs root, debootstrap, git and curl. The mirror, proxies, certificates and npm settings are those of this machine.
# Fails when the first run takes more than 600 s or the second more than 15 s.
set -eu

port=8713
keep=no
while [ $# -gt 0 ]; do
  case $1 in
    --port) port=$2; shift 2 ;;
    --keep) keep=yes; shift ;;
    *) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 2 ;;
  esac
done
first_limit=600
second_limit=15

fail() { printf 'fresh_machine: %s\n' "$*" >&2; exit 1; }
[ "$(id -u)" = 0 ] || fail "needs root (chroot and debootstrap)."
for tool in debootstrap git curl chroot; do
  command -v "$tool" >/dev/null || fail "needs $tool; apt-get install $tool"
done
repository=$(cd "$(dirname "$0")/../.." && git rev-parse --show-toplevel)
mirror=$(apt-get indextargets --format '$(REPO_URI) $(COMPONENT) $(ORIGIN) $(LABEL)' 'Created-By: Packages' |
  awk '$2 == "main" && $3 == "Debian" && $4 == "Debian" { print $1; exit }')
[ -n "$mirror" ] || fail "this machine's apt knows no Debian archive (run apt-get update?)."

machine=$(mktemp -d "${TMPDIR:-/tmp}/fresh-machine.XXXXXX")
server=
cleanup() {
  [ -z "$server" ] || kill -- "-$server" 2>/dev/null || true
  for place in dev proc; do
    while grep -q " $machine/$place " /proc/mounts; do umount -l "$machine/$place" || break; done
  done
  # A folder that is still mounted into must never be removed recursively.
  if grep -q " $machine/" /proc/mounts; then
    printf 'fresh_machine: %s is still in use and was left there.\n' "$machine" >&2
  elif [ "$keep" = yes ]; then
    printf 'Kept: %s\n' "$machine"
  else
    rm -rf "$machine"
  fi
}
trap cleanup EXIT
trap 'exit 130' INT TERM

now() { date +%s; }

printf 'Making a bare Debian 12 ...\n'
made=$(now)
debootstrap --variant=minbase bookworm "$machine" "$mirror" >"$machine.log" 2>&1 ||
  { tail -n 20 "$machine.log" >&2; fail "debootstrap failed."; }
rm -f "$machine.log"
printf 'Made in %s s.\n' "$(($(now) - made))"

# The network as this machine has it: where apt and npm go, through which proxy, and whom they trust.
mkdir -p "$machine/etc/apt" "$machine/home/someone"
: >"$machine/etc/apt/sources.list"
for file in /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/apt.conf /etc/apt/apt.conf.d /etc/apt/auth.conf \
  /etc/apt/auth.conf.d /etc/apt/keyrings /etc/resolv.conf /etc/hosts /etc/npmrc /etc/ssl/certs; do
  [ -e "$file" ] || continue
  mkdir -p "$machine$(dirname "$file")"
  # -L: settings are often links to somewhere that the new machine does not have.
  cp -rL "$file" "$machine$(dirname "$file")/" 2>/dev/null || true
done
# Only Debian itself: a bare machine has no other repository, and a newer node from elsewhere would hide the truth.
find "$machine/etc/apt/sources.list.d" -type f 2>/dev/null | while read -r list; do
  grep -q -F "${mirror%/}" "$list" || rm -f "$list"
done
# npm's own settings of the whole machine lie where its prefix is, which is another one there.
for file in "$(npm config get globalconfig 2>/dev/null || true)" "$HOME/.npmrc"; do
  # awk ends the last line, whether or not the file does.
  [ ! -e "$file" ] || awk 1 "$file" >>"$machine/home/someone/.npmrc"
done
env | grep -iE '^(https?_proxy|no_proxy|all_proxy|npm_config_[a-z_]*)=' >"$machine/home/someone/environment" || true
# Debian's ca-certificates, which comes with npm, writes /etc/ssl/certs anew and knows no certificate of ours; so what
# this machine trusts lies where no package looks.
for file in "${NODE_EXTRA_CA_CERTS:-}" /etc/ssl/certs/ca-certificates.crt; do
  [ -f "$file" ] || continue
  cp -L "$file" "$machine/home/someone/trusted.crt"
  for name in NODE_EXTRA_CA_CERTS npm_config_cafile; do
    printf '%s=/home/someone/trusted.crt\n' "$name" >>"$machine/home/someone/environment"
  done
  break
done

git clone --quiet --no-hardlinks "$repository" "$machine/home/someone/unfeigned"
mount -t proc proc "$machine/proc"
mount --bind /dev "$machine/dev"

# run LOG: ./dev serve inside, in a process group of its own, with an environment of its own.
run() {
  # The words of the file are VARIABLE=VALUE; no value of these contains a space.
  # shellcheck disable=SC2046
  setsid env -i $(cat "$machine/home/someone/environment") HOME=/home/someone LANG=C.UTF-8 \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    chroot "$machine" /bin/sh -c "cd /home/someone/unfeigned && exec ./dev serve --port $port" \
    >"$1" 2>&1 </dev/null &
  server=$!
}

# serve_once NAME LIMIT: starts, waits for the page, prints the seconds, stops.
serve_once() {
  log=$machine/home/someone/$1.log
  began=$(now)
  run "$log"
  while :; do
    took=$(($(now) - began))
    page=$(curl --silent --fail --noproxy '*' --max-time 5 "http://127.0.0.1:$port/" || true)
    case $page in *'<'*) break ;; esac
    if ! kill -0 "$server" 2>/dev/null; then
      cat "$log" >&2
      fail "$1: ./dev serve ended after $took s."
    fi
    [ "$took" -le "$2" ] || { cat "$log" >&2; fail "$1: no page after $took s (limit $2 s)."; }
    sleep 0.2
  done
  cat "$log"
  printf '%s: the page answered after %s s (limit %s s).\n\n' "$1" "$took" "$2"
  kill -- "-$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  server=
}

! curl --silent --noproxy '*' --max-time 2 "http://127.0.0.1:$port/" >/dev/null || fail "port $port is taken; use --port."
serve_once "first run" "$first_limit"
serve_once "second run" "$second_limit"
printf 'fresh machine: passed\n'
