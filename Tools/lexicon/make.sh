#!/bin/sh
# Makes locales/lexicons/en-US.<locale>.tsv from the message catalogues of Debian packages.
#
# usage: Tools/lexicon/make.sh [LOCALE…]      (default: every locale with a catalogue in catalogues.py)
# With DOCUMENTATION=DIR it learns from aligned pages too, DIR/<locale>/*.gold.jsonl, and from them which words stay as they are.
# Needs apt, dpkg-deb, Python 3 and a built hexapla; takes about a minute.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
hexapla=${HEXAPLA:-$root/.build/release/hexapla}
[ -x "$hexapla" ] || { echo "make.sh: no $hexapla: run ./build.sh build first" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
# apt gives its downloads to a user of its own where it can.
chmod 755 "$work"
# shellcheck disable=SC2046
apt-get download -qq $(python3 "$here/catalogues.py" packages "$@")
mkdir tree
for package in *.deb; do dpkg-deb -x "$package" tree; done
mkdir -p "$root/locales/lexicons"
for locale in $(python3 "$here/catalogues.py" locales "$@"); do
    python3 "$here/catalogues.py" bitext "$locale" tree ./*.deb >"$locale.tsv"
    # The first file tells which words titles keep: without pages none does.
    : >"$locale.pages.tsv"
    if [ -n "${DOCUMENTATION:-}" ]; then
        find -L "$DOCUMENTATION" -path "*/$locale/*.gold.jsonl" -exec python3 "$here/catalogues.py" documentation "$locale" {} + >"$locale.pages.tsv"
    fi
    "$hexapla" learn "$locale.pages.tsv" "$locale.tsv" --output "$root/locales/lexicons/en-US.$locale.tsv"
done
