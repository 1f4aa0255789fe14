# A private apt, for things that are newer than the Debian underneath; read by ./dev with `.`.
#
# It downloads packages and sources into .toolchain/apt and changes nothing outside .toolchain: no root, no new
# source for the machine's own apt. The mirror is whichever the machine itself uses.

apt_dir=$tools/apt

# The archive this machine already trusts. Security and other repositories carry another label; a derivative such
# as Ubuntu carries another origin, and has no use for us: it does not hold Debian's newer suites.
debian_mirror() {
  have apt-get || return 1
  apt-get indextargets --format '$(REPO_URI) $(COMPONENT) $(ORIGIN) $(LABEL)' 'Created-By: Packages' 2>/dev/null |
    awk '$2 == "main" && $3 == "Debian" && $4 == "Debian" { print $1; exit }'
}

private_apt() { apt-get -c "$apt_dir/apt.conf" "$@"; }

# private_apt_ready SUITE...: writes the private configuration and fetches the lists of those suites.
private_apt_ready() {
  mirror=$(debian_mirror)
  if [ -z "$mirror" ] && have apt-get; then
    # A machine just made has no lists yet, so its own archive cannot be told from the others.
    quietly apt-update as_root apt-get update || true
    mirror=$(debian_mirror)
  fi
  [ -n "$mirror" ] || return 1
  mkdir -p "$apt_dir/state/lists/partial" "$apt_dir/cache/archives/partial" "$apt_dir/sources"
  : >"$apt_dir/status"
  printf 'Types: deb deb-src\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' \
    "$mirror" "$*" /usr/share/keyrings/debian-archive-keyring.gpg >"$apt_dir/sources/debian.sources"
  # An empty status file makes apt see an empty machine, so that it fetches every library down to libc.
  # Sandbox::User: the apt user could not write into this folder.
  # Error-Mode: without it an update that reached nothing counts as done.
  cat >"$apt_dir/apt.conf" <<CONF
Dir::State "$apt_dir/state";
Dir::State::status "$apt_dir/status";
Dir::Cache "$apt_dir/cache";
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "$apt_dir/sources";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
APT::Update::Error-Mode "any";
Debug::NoLocking "1";
CONF
  quietly private-apt-update private_apt update
}
