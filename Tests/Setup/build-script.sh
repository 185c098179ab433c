#!/usr/bin/env bash
# Tests build.sh against made-up tools: no root, no network, nothing installed. About two seconds.
# clean-machine.sh beside it is the proof on a real empty system.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# --- The made-up machine -------------------------------------------------------------------------------

# fake NAME: a command made from standard input.
fake() {
    { echo '#!/bin/bash'; cat; } >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}

# A new machine: Swift 6.3.1, every package, an ordinary user, no sudo that asks nothing.
machine() {
    rm -rf "${work:?}"/*
    mkdir -p "$work/bin" "$work/project"
    # The toolchains that this machine may really have are looked for where the test can say.
    sed "s|^readonly toolchain_folders=.*|readonly toolchain_folders=($work/elsewhere)|" build.sh >"$work/project/build.sh"
    swift_says "Swift version 6.3.1 (swift-6.3.1-RELEASE)"
    fake id <<<'echo 1000'
    fake sudo <<<'exit 1'
    fake dpkg <<<'echo amd64'
    fake apt-get <<<"echo \"apt-get \$*\" >>'$work/calls'"
    packages libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libicu-dev libexpat1-dev libgit2-dev libmd-dev libxxhash-dev libstb-dev libwebp-dev 'pkgconf,pkg-config (= 1.8)' \
        libcurl4 libncurses6 libsqlite3-0 libxml2 binutils libc6-dev libgcc-12-dev
}

swift_says() {
    fake swift <<<"[[ \$1 == --version ]] && echo '$1' || { echo \"swift \$*\" >>'$work/calls'; echo \"swift \$*\"; echo '✔ Test run with 3 tests in 1 suite passed'; }"
}

packages() {
    local name
    for name in "$@"; do
        printf 'ii |amd64|%s\n' "$name"
    done >"$work/installed"
    fake dpkg-query <<<"cat '$work/installed'"
}

without() { sed -i "/|$1\$/d" "$work/installed"; }

# run ARG …: sets status, output and calls.
run() {
    status=0
    output=$(env -u HEXAPLA_SKIP_SETUP PATH="$work/bin:/usr/bin:/bin" bash "$work/project/build.sh" "$@" 2>&1 </dev/null) || status=$?
    calls=$(cat "$work/calls" 2>/dev/null || true)
}

# --- Expectations --------------------------------------------------------------------------------------

expect() {
    local what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s\n  status %s, output:\n%s\n  calls:\n%s\n' "$what" "$status" "$output" "$calls" >&2
    fi
}
exits() { [[ $status == "$1" ]]; }
says() { [[ $output == *"$1"* ]]; }
lines() { [[ $(wc -l <<<"$output") == "$1" ]]; }
called() { [[ $calls == *"$1"* ]]; }
called_nothing() { [[ -z $calls ]]; }

# --- Cases ---------------------------------------------------------------------------------------------

machine
run setup
expect "nothing missing: done" exits 0
expect "nothing missing: one line" lines 1
expect "nothing missing: the version is said" says "everything is there, Swift 6.3.1"
expect "nothing missing: apt is not called" called_nothing

machine
without libmd-dev
run setup
expect "no root: exit 2" exits 2
expect "no root: one command, with what is missing only" says "sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends libmd-dev'"
expect "no root: apt is not called" called_nothing

machine
without libmd-dev
fake id <<<'echo 0'
run setup
expect "root: done" exits 0
expect "root: lists first" called "apt-get -q update"
expect "root: what is missing only" called "install libmd-dev"

machine
without libmd-dev
fake sudo <<<"shift; \"\$@\""
run setup
expect "sudo without password: done" exits 0
expect "sudo without password: installs" called "install libmd-dev"

machine
without libmd-dev
fake id <<<'echo 0'
fake apt-get <<<'echo "E: Unable to locate package"; exit 100'
run setup
expect "apt fails: exit 2" exits 2
expect "apt fails: its words are shown" says "E: Unable to locate package"

machine
sed -i 's/libgcc-12-dev/libgcc-14-dev/' "$work/installed"
run setup
expect "another compiler's files will do" exits 0

machine
sed -i 's/^ii |amd64|libcurl4/ii |i386|libcurl4/; s/^ii \(.*libxml2\)/rc \1/' "$work/installed"
run setup
expect "another architecture's package and a removed one are missing" says "libcurl4 libxml2"

machine
without libmd-dev
swift_says "Swift version 5.10 (swift-5.10-RELEASE)"
run setup
expect "old Swift: exit 2" exits 2
expect "old Swift: said" says "is Swift 5.10: too old"
expect "old Swift: where to get one" says "https://swift.org/install"
expect "old Swift: nothing is installed for it" called_nothing

machine
rm "$work/bin/swift"
run setup
expect "no Swift: exit 2" exits 2
expect "no Swift: where to get one" says "https://swift.org/install"

machine
mkdir -p "$work/elsewhere"
mv "$work/bin/swift" "$work/elsewhere/swift"
fake swift <<<'echo "python-swiftclient 4.1.0"'
run setup
expect "another program called swift on PATH: the toolchain is found elsewhere" says "Swift 6.3.1"
rm -r "$work/elsewhere"

machine
without libncurses6
fake swift <<<'echo "swift: cannot open libncurses.so.6" >&2; exit 127'
run setup
expect "Swift that does not start yet: packages come first" says "libncurses6"
status=0
output=$(HEXAPLA_SKIP_SETUP=1 PATH="$work/bin:/usr/bin:/bin" bash "$work/project/build.sh" setup 2>&1) || status=$?
expect "Swift that does not start: why" says "does not start: swift: cannot open libncurses.so.6"

machine
without libmd-dev
status=0
output=$(HEXAPLA_SKIP_SETUP=1 PATH="$work/bin:/usr/bin:/bin" bash "$work/project/build.sh" setup 2>&1) || status=$?
expect "set-up skipped: done" exits 0
expect "set-up skipped: said" says "skipped"

machine
run paint
expect "unknown verb: exit 2" exits 2
expect "unknown verb: one line" lines 1
expect "unknown verb: the known ones" says "known are: site setup build test lint help"
run lint Sources
expect "arguments where none belong: exit 2" exits 2
run help
expect "help: done" exits 0

machine
run test
expect "test: passes" exits 0
expect "test: the closing line" says "✔ Test run with 3 tests in 1 suite passed"
run test --filter Numbers
expect "test: arguments are passed on" called "swift test --filter Numbers"

machine
fake swift <<<'[[ $1 == --version ]] && echo "Swift version 6.3.1" || { echo "a.swift:1:1: error: no such thing"; exit 1; }'
run test
expect "test that fails: exit 1" exits 1
expect "test that fails: the error" says "a.swift:1:1: error: no such thing"
run build
expect "build that fails: exit 1" exits 1

machine
mkdir -p "$work/project/.build/release"
cat >"$work/project/.build/release/hexapla" <<'HEXAPLA'
#!/bin/bash
[[ "$*" == "build --output out" ]] || exit 64
mkdir -p out/report
touch out/index.html out/report/index.html
HEXAPLA
chmod +x "$work/project/.build/release/hexapla"
run site --output out
expect "site: done" exits 0
expect "site: where it is" says "out/index.html"
expect "site: where the report is" says "out/report/index.html"
expect "site: how to see the findings" says "hexapla check"
run
expect "site: the exit status of hexapla" exits 64

echo "set-up tests: $passed passed, $failed failed" >&2
((failed == 0))
