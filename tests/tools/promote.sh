#!/bin/sh
# Accepts what the golden tests got: every *.new under tests/ takes the place of the file beside it.
# Read the differences first; with --list nothing is moved.
set -eu
cd "$(dirname "$0")/.."

find . -name node_modules -prune -o -name '*.new' -type f -print | sort | while read -r new; do
  echo "${new#./}"
  [ "${1:-}" = --list ] || mv "$new" "${new%.new}"
done
