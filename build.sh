#!/usr/bin/env bash
# Builds, tests and runs Hexapla. `./build.sh help` lists the verbs.
set -euo pipefail
shopt -s inherit_errexit

readonly oldest_swift=6.1

# Where a toolchain is looked for when the `swift` on PATH will not do.
readonly toolchain_folders=(/opt/swift/usr/bin /usr/share/swift/usr/bin)

# What Sources/ compiles and links against: docs/dependencies.md says why.
readonly library_packages=(
    libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libicu-dev libexpat1-dev libgit2-dev libmd-dev libxxhash-dev libstb-dev libwebp-dev pkg-config
)

# What a Swift toolchain that was unpacked from an archive needs in order to start, compile and link.
readonly toolchain_packages=(
    libcurl4 libncurses6 libsqlite3-0 libxml2 binutils libc6-dev libgcc-12-dev
)

usage() {
    cat <<'HELP'
Usage: ./build.sh [VERB]

  (none)          set up, build the release binary, build the site, say where to look
  site [ARG …]    the same; the arguments go to `hexapla build`, paths are taken from the project's folder
  setup           install what is missing, through apt; nothing is fetched when everything is there
  build           the release binary only: .build/release/hexapla
  test [ARG …]    set up and run all tests; with arguments, `swift test ARG …` alone, its output in full
  lint            the style rules of .swift-format
  help            this text

HEXAPLA_SKIP_SETUP=1 leaves set-up out. Logs are in .build/logs.
Exit status: 0 done, 1 a build or a test failed, 2 something is missing or the arguments are wrong.
HELP
}

main() {
    local verb=${1:-site}
    shift || true
    case $verb in
        site | test) "verb_$verb" "$@" ;;
        setup | build | lint)
            (($# == 0)) || fail "'$verb' takes no arguments, but was given: $*"
            "verb_$verb"
            ;;
        help | -h | --help) usage ;;
        *) fail "unknown verb '$verb'; known are: site setup build test lint help" ;;
    esac
}

# --- Verbs ---------------------------------------------------------------------------------------------

verb_setup() { set_up; }

verb_build() {
    set_up
    build_release
}

verb_site() {
    set_up
    build_release
    say "site: hexapla build${*:+ $*}"
    .build/release/hexapla build "$@"
    where_to_look "$(output_folder "$@")"
}

verb_test() {
    set_up
    if (($# > 0)); then
        swift test "$@"
        return
    fi
    say "test: swift test"
    logged test swift test
    closing_lines "$logs/test.log"
    setup_tests
    schema_tests
    browser_tests
}

verb_lint() {
    set_up
    swift format lint --strict --parallel --recursive Sources Tests || fail_with 1 "lint: the lines above break the rules of .swift-format"
    say "lint: Sources and Tests follow .swift-format"
}

# --- Steps ---------------------------------------------------------------------------------------------

build_release() {
    say "build: swift build -c release --product hexapla"
    logged build swift build -c release --product hexapla
}

# The folder that `hexapla build` with these arguments writes to.
output_folder() {
    local folder=_site
    while (($# > 0)); do
        case $1 in
            --output) folder=${2:-$folder} ;;
            --output=*) folder=${1#--output=} ;;
        esac
        shift
    done
    printf '%s\n' "$folder"
}

where_to_look() {
    local site=$1
    [[ -f $site/index.html ]] || fail_with 1 "site: there is no $site/index.html"
    echo "The site:      $site/index.html"
    if [[ -f $site/report/index.html ]]; then
        echo "The report:    $site/report/index.html"
    fi
    echo "The findings:  .build/release/hexapla check"
}

# What `swift test` says last, once for each testing library that had something to run.
closing_lines() {
    grep -aE '^(.{1,4}Test run with [0-9]+ tests|[[:space:]]*Executed [0-9]+ test)' "$1" | grep -av 'Executed 0 tests' || tail -n 3 "$1"
}

setup_tests() {
    local script=Tests/Setup/build-script.sh
    if [[ -f $script ]]; then
        bash "$script"
    fi
}

# The model against its schema, with a validator of its own.
schema_tests() {
    local status=0
    [[ -f Tests/Schema/validate.sh ]] || return 0
    build_release
    bash Tests/Schema/validate.sh .build/release/hexapla || status=$?
    case $status in
        0) say "schema tests: passed" ;;
        77) say "schema tests: skipped" ;;
        *) fail_with 1 "schema tests: failed" ;;
    esac
}

# Runs each Tests/Browser/test_*.py in a virtual environment of its own, with HEXAPLA naming the binary.
# What cannot run here is said and skipped: a script says so by exit status 77.
browser_tests() {
    local script status environment=.build/browser-environment
    compgen -G 'Tests/Browser/test_*.py' >/dev/null || return 0
    if ! browser_environment "$environment"; then
        say "browser tests: skipped, no Python environment could be made (see $logs/browser.log)"
        return
    fi
    build_release
    mkdir -p "$logs"
    # Two at a time: most of their time is a browser's.
    for script in Tests/Browser/test_*.py; do
        while (($(jobs -rp | wc -l) >= 2)); do wait -n || :; done
        browser_script "$environment" "$script" &
    done
    wait
    for script in Tests/Browser/test_*.py; do
        cat "$logs/$(basename "$script").log"
        status=$(<"$logs/$(basename "$script").status")
        case $status in
            0) say "browser tests: $script passed" ;;
            77) say "browser tests: $script skipped" ;;
            *) fail_with 1 "browser tests: $script failed" ;;
        esac
    done
}

# Leaves what a script says, and its exit status.
browser_script() {
    local status=0 log
    log=$logs/$(basename "$2")
    HEXAPLA=$PWD/.build/release/hexapla "$1/bin/python" "$2" >"$log.log" 2>&1 || status=$?
    echo "$status" >"$log.status"
}

# Makes the environment, or keeps the one that was made from the same requirements.
browser_environment() {
    local environment=$1 wanted=Tests/Browser/requirements.txt
    [[ -f $wanted ]] || wanted=/dev/null
    if cmp -s "$wanted" "$environment/made-from.txt"; then
        return 0
    fi
    mkdir -p "$logs"
    rm -rf "$environment"
    {
        python3 -m venv "$environment" &&
            "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --retries 1 --requirement "$wanted" &&
            cat "$wanted" >"$environment/made-from.txt"
    } >"$logs/browser.log" 2>&1
}

# --- Set-up --------------------------------------------------------------------------------------------

set_up() {
    local state="everything is there"
    if [[ ${HEXAPLA_SKIP_SETUP:-} == 1 ]]; then
        state="skipped (HEXAPLA_SKIP_SETUP=1)"
    else
        # A toolchain that does not start may only lack a library that is installed next.
        find_swift || ((${#not_starting[@]} > 0)) || no_swift
        install_missing_packages
    fi
    find_swift || no_swift
    if [[ $(type -P swift) != "$swift" ]]; then
        PATH=$(dirname -- "$swift"):$PATH
    fi
    say "set-up: $state, Swift $swift_version"
}

# Sets `swift` and `swift_version` to the first toolchain that is new enough, else lists those that will not do.
find_swift() {
    local version
    too_old=() not_starting=()
    while IFS= read -r swift; do
        version=$(version_of "$swift")
        if [[ -z $version ]]; then
            not_starting+=("$swift")
        elif at_least "$oldest_swift" "$version"; then
            swift_version=$version
            return 0
        else
            too_old+=("$swift is Swift $version: too old")
        fi
    done < <(swift_candidates)
    return 1
}

swift_candidates() {
    local folder
    type -aP swift || true
    for folder in "${toolchain_folders[@]}"; do
        if [[ -x $folder/swift ]]; then
            printf '%s\n' "$folder/swift"
        fi
    done
}

# Empty where it does not start.
version_of() {
    { "$1" --version 2>/dev/null </dev/null || true; } | sed -nE 's/.*Swift version ([0-9]+(\.[0-9]+)*).*/\1/p'
}

at_least() {
    [[ $(printf '%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]
}

no_swift() {
    local found
    say "Swift $oldest_swift or newer is needed, and was not found on PATH or in ${toolchain_folders[*]}."
    for found in "${too_old[@]}"; do
        say "  $found"
    done
    for found in "${not_starting[@]}"; do
        say "  $found does not start: $({ "$found" --version 2>&1 </dev/null || true; } | head -n 1)"
    done
    say "Get a toolchain from https://swift.org/install, unpack it so that /opt/swift/usr/bin/swift is there, or put"
    say "its usr/bin on PATH, and run this again."
    exit 2
}

install_missing_packages() {
    local missing
    type -P apt-get >/dev/null || not_debian
    mapfile -t missing < <(missing_packages)
    ((${#missing[@]} > 0)) || return 0
    can_be_root || ask_for_packages "${missing[@]}"
    say "set-up: installing ${missing[*]}"
    logged setup apt_install "${missing[@]}" || fail "the packages could not be installed"
}

missing_packages() {
    local name
    local -A installed=()
    while IFS= read -r name; do
        installed[$name]=1
        # Any compiler's start files and libgcc will do.
        if [[ $name =~ ^libgcc-[0-9]+-dev$ ]]; then
            installed[libgcc-12-dev]=1
        fi
    done < <(installed_names)
    for name in "${library_packages[@]}" "${toolchain_packages[@]}"; do
        [[ -n ${installed[$name]:-} ]] || printf '%s\n' "$name"
    done
}

# The names of the installed packages of this architecture and of what they provide.
installed_names() {
    local architecture
    architecture=$(dpkg --print-architecture)
    # shellcheck disable=SC2016 # the fields are dpkg-query's
    dpkg-query -W -f '${db:Status-Abbrev}|${Architecture}|${Package},${Provides}\n' |
        sed -nE "s/^.i \|(all|$architecture)\|//p" | tr ',' '\n' | sed -E 's/\(.*//; s/ //g; /^$/d'
}

can_be_root() {
    [[ $(id -u) == 0 ]] || { command -v sudo && sudo -n true; } >/dev/null 2>&1
}

as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

apt_install() {
    # A package source that does not answer matters only if a package is then not found.
    as_root apt-get -q update </dev/null || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 install "$@" </dev/null
}

ask_for_packages() {
    local command="apt-get update && apt-get install -y --no-install-recommends $*"
    say "Packages are missing, and this user may not install them. Run this, then start again:"
    if command -v sudo >/dev/null; then
        say "  sudo sh -c '$command'"
    else
        say "  su -c '$command'"
    fi
    exit 2
}

not_debian() {
    say "Set-up knows Debian's packages only. Install what corresponds to these, then start again with HEXAPLA_SKIP_SETUP=1:"
    say "  ${library_packages[*]}"
    exit 2
}

# --- Messages ------------------------------------------------------------------------------------------

readonly logs=.build/logs

say() { printf '%s\n' "$*" >&2; }

fail() { fail_with 2 "$@"; }

fail_with() {
    local status=$1
    shift
    say "build.sh: $*"
    exit "$status"
}

# logged NAME COMMAND …: runs it with its output in a log, of which the telling lines are shown if it fails.
logged() {
    local status=0 log=$logs/$1.log
    shift
    mkdir -p "$logs"
    "$@" >"$log" 2>&1 </dev/null || status=$?
    ((status == 0)) && return 0
    grep -aE '(^|[ :])error:|^(.{1,4})(Test|Suite) .* (failed|recorded an issue)' "$log" | awk '!seen[$0]++' | head -n 40 >&2 || true
    say "--- the last lines of $log"
    tail -n 15 "$log" >&2
    return "$status"
}

cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
main "$@"
