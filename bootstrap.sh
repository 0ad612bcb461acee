#!/usr/bin/env bash
# Installs the system packages that the build needs, and nothing when they are there.
set -euo pipefail

say() { printf 'bootstrap: %s\n' "$*" >&2; }

has_library() { command -v pkg-config >/dev/null && pkg-config --exists "$1"; }
has_compiler() { command -v c++ >/dev/null || command -v g++ >/dev/null || command -v clang++ >/dev/null; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else say "run as root, for there is no sudo: $*"; exit 1
  fi
}

# Fills `missing` with the names that the package manager knows: apt's in the first column, brew's in the second.
missing=()
lack() { if [ "$manager" = brew ]; then missing+=("$2"); else missing+=("$1"); fi; }

if command -v apt-get >/dev/null; then manager=apt
elif command -v brew >/dev/null; then manager=brew
else manager=none
fi
# Homebrew keeps libarchive out of the way of the system's; pkg-config must be told where.
if [ "$manager" = brew ]; then
  export PKG_CONFIG_PATH="$(brew --prefix)/opt/libarchive/lib/pkgconfig:${PKG_CONFIG_PATH:-}"
fi

command -v pkg-config >/dev/null || lack pkg-config pkgconf
has_library yaml-0.1 || lack libyaml-dev libyaml
has_library re2 || lack libre2-dev re2
has_library libarchive || lack libarchive-dev libarchive
if ! has_compiler; then
  if [ "$manager" = brew ]; then
    say "there is no C++ compiler; install it with: xcode-select --install"
    exit 1
  fi
  lack g++ llvm
fi

if [ ${#missing[@]} -gt 0 ]; then
  case $manager in
    apt)
      say "installing ${missing[*]} with apt-get"
      as_root apt-get update -qq >&2
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
      ;;
    brew)
      say "installing ${missing[*]} with brew"
      brew install "${missing[@]}" >&2
      ;;
    none)
      say "neither apt-get nor brew is here; install what these Debian packages hold: ${missing[*]}"
      exit 1
      ;;
  esac
fi

if ! command -v swift >/dev/null; then
  say "there is no swift; install Swift 6.2 or later from https://www.swift.org/install"
  exit 1
fi
