#!/usr/bin/env bash
# Proves on an empty Debian 12 that a newcomer gets from a copy of this project to a site:
#
#     Tests/Setup/clean-machine.sh TOOLCHAIN [FOLDER]
#
#   TOOLCHAIN  a Swift toolchain: the folder that holds usr/bin/swift
#   FOLDER     where the machine is made; default hexapla-clean-machine in the folder for temporary files
#
# Needs root, debootstrap and, for the first two of its steps, Debian's packages from the network. Not part
# of the ordinary tests for that reason; the cases that need no real machine are in build-script.sh.
#
# FOLDER/pristine keeps the empty system for the next run (DEBIAN_MIRROR says where it comes from, else apt's
# own mirror). FOLDER/machine is a new copy of it at each run, with the working files of this project; the
# toolchain is mounted at /opt/swift and is not on PATH. FOLDER/logs has the whole output of each step.
set -euo pipefail
shopt -s inherit_errexit

readonly suite=bookworm
readonly here=${BASH_SOURCE[0]}
project=$(cd -- "$(dirname -- "$here")/../.." && pwd -P)

main() {
    (($# == 1 || $# == 2)) || fail "usage: $here TOOLCHAIN [FOLDER]"
    [[ -x $1/usr/bin/swift ]] || fail "$1/usr/bin/swift is not there"
    [[ $(id -u) == 0 ]] || fail "this needs root"
    in_own_mount_namespace "$@"

    toolchain=$(cd -- "$1" && pwd -P)
    folder=${2:-${TMPDIR:-/tmp}/hexapla-clean-machine}
    mkdir -p "$folder"
    folder=$(cd -- "$folder" && pwd -P)
    machine=$folder/machine
    logs=$folder/logs
    rm -rf "$logs"
    mkdir -p "$logs"

    make_pristine
    make_machine
    proof
    echo "clean machine: all $count steps as expected; the machine is in $folder/machine"
}

# Everything mounted below is gone when the script ends, however it ends.
in_own_mount_namespace() {
    if [[ -z ${HEXAPLA_CLEAN_MACHINE:-} ]]; then
        HEXAPLA_CLEAN_MACHINE=1 exec unshare --mount bash "$here" "$@"
    fi
}

# --- The machine ---------------------------------------------------------------------------------------

make_pristine() {
    if [[ -f $folder/pristine/.complete ]]; then
        return
    fi
    echo "making an empty Debian ($suite) ..."
    command -v debootstrap >/dev/null || fail "debootstrap is not there"
    rm -rf --one-file-system "$folder/pristine"
    # shellcheck disable=SC2046,SC2086 # where there is no mirror, there is no argument
    debootstrap --variant=minbase "$suite" "$folder/pristine" ${DEBIAN_MIRROR:-$(apt_mirror)} >"$logs/debootstrap.log" 2>&1 ||
        fail "debootstrap failed: $(tail -n 3 "$logs/debootstrap.log")"
    touch "$folder/pristine/.complete"
}

# The mirror that this machine's own apt has for the suite; nothing, where it has none.
apt_mirror() {
    # shellcheck disable=SC2016 # the field is apt's
    apt-get indextargets --format '$(REPO_URI)' "Codename: $suite" 'Component: main' 'Created-By: Packages' 2>/dev/null | head -n 1
}

make_machine() {
    rm -rf --one-file-system "$machine"
    cp -a "$folder/pristine" "$machine"
    if [[ -f /etc/resolv.conf ]]; then
        cp --dereference /etc/resolv.conf "$machine/etc/resolv.conf"
    fi
    mount -t proc proc "$machine/proc"
    chroot "$machine" useradd --create-home newcomer
    copy_project "$machine/root/hexapla"
    copy_project "$machine/home/newcomer/hexapla"
    chroot "$machine" chown -R newcomer: /home/newcomer
}

# The files that git has or would add, as they are in the working folder.
copy_project() {
    mkdir -p "$1"
    git -c safe.directory="$project" -C "$project" ls-files -z --cached --others --exclude-standard |
        (cd "$project" && while IFS= read -r -d '' file; do if [[ -e $file ]]; then printf '%s\0' "$file"; fi; done) |
        tar -C "$project" --null --files-from=- --create --file=- | tar -C "$1" --extract --no-same-owner --file=-
}

mount_toolchain() {
    mkdir -p "$machine/opt/swift"
    mount --bind "$toolchain" "$machine/opt/swift"
    mount -o remount,bind,ro "$machine/opt/swift"
}

# --- The proof -----------------------------------------------------------------------------------------

proof() {
    count=0

    step 2 "no Swift: says where to get it" root ./build.sh
    wants 'https://swift\.org/install'
    nothing_was_installed

    mount_toolchain
    step 2 "packages missing, a user without sudo: one command" newcomer ./build.sh
    wants "^  su -c 'apt-get update && apt-get install .*'\$"
    nothing_was_installed

    step 0 "root: sets up and builds the site" root ./build.sh
    wants '^set-up: installing '
    wants '^The site: '
    [[ -s $machine/root/hexapla/_site/index.html ]] || fail "there is no site"

    step 0 "root: tests" root ./build.sh test
    wants 'Test run with [0-9]+ tests.* passed'

    # From here on there is no network, and apt may not even be asked.
    offline=(unshare --net)
    forbid apt-get
    step 0 "without network, root: the site again" root ./build.sh
    wants '^set-up: everything is there'
    step 0 "without network, root: tests again" root ./build.sh test
    step 0 "without network, a user without sudo: the site from nothing" newcomer ./build.sh
    wants '^set-up: everything is there'
    step 0 "without network, a user without sudo: tests" newcomer ./build.sh test
    wants 'Test run with [0-9]+ tests.* passed'
}

offline=()

# step STATUS WHAT USER COMMAND …: runs it in the user's copy, and expects the exit status.
step() {
    local wanted=$1 what=$2 user=$3 start=$SECONDS status=0
    shift 3
    count=$((count + 1))
    log=$logs/$count.log
    local home=/root
    [[ $user == root ]] || home=/home/$user
    "${offline[@]}" chroot --userspec="$user:$user" "$machine" \
        env -i HOME="$home" USER="$user" PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
        bash -c 'cd "$HOME/hexapla" && exec "$@"' bash "$@" >"$log" 2>&1 </dev/null || status=$?
    echo "$count. $what: $* → exit $status, $((SECONDS - start)) s"
    tail -n 6 "$log" | sed 's/^/     /'
    ((status == wanted)) || fail "step $count: exit status $wanted was expected; all its output is in $log"
}

# The last step's output has a line of this form.
wants() {
    grep -aqE -- "$1" "$log" || fail "step $count: its output lacks $1; all of it is in $log"
}

nothing_was_installed() {
    cmp -s "$folder/pristine/var/lib/dpkg/status" "$machine/var/lib/dpkg/status" || fail "step $count: packages were installed"
}

# Puts a program in the way of the real one that leaves a trace and fails.
forbid() {
    printf '#!/bin/sh\necho "$0 was called" >&2\nexit 99\n' >"$machine/usr/bin/$1"
}

fail() {
    printf 'clean-machine.sh: %s\n' "$*" >&2
    exit 1
}

main "$@"
