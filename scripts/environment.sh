#!/bin/sh
# Makes .venv and installs what requirements/<level>.txt pins, unless it is all there already.
# usage: scripts/environment.sh run|demo|dev      (PYTHON=... chooses the interpreter)
# Each level includes the ones before it. What is missing on the machine is said in one sentence.
set -eu
cd "$(dirname "$0")/.."
level=$1
environment=.venv
python=$environment/bin/python
pins=$(cat requirements/*.txt pyproject.toml | cksum)

give_up() {
    echo "$1" >&2
    exit 1
}

is_recent() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if is_recent "$name"; then
            echo "$name"
            return
        fi
    done
}

installed() {
    for other in run demo dev; do
        stamp=$environment/installed-$other
        if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$pins" ]; then seen=$other; else seen=; fi
        case "$level:$seen" in run:?* | demo:demo | demo:dev | dev:dev) return 0 ;; esac
    done
    return 1
}

make_environment() {
    base=$(find_python)
    [ -n "$base" ] || give_up "Second Wind needs Python 3.11 or later, and ${PYTHON:-python3} is \
older or missing: install one from https://www.python.org/downloads/ or with your system's packages."
    "$base" -c 'import ensurepip, venv' >/dev/null 2>&1 || give_up "This Python has no venv: \
on Debian or Ubuntu, 'sudo apt install python3-venv' brings it; elsewhere, a Python from python.org has it."
    echo "Making $environment with $("$base" --version) ..."
    "$base" -m venv --clear "$environment" || give_up "The folder $environment could not be made: \
look at the lines above, and whether this folder may be written and has room."
}

install_pins() {
    log=$environment/install.log
    echo "Installing the pinned packages ..."
    if "$python" -m pip install --disable-pip-version-check -r "requirements/$level.txt" >"$log" 2>&1
    then
        echo "$pins" >"$environment/installed-$level"
    elif grep -Eqi 'connection|network|resolution|timed out|unreachable|proxy|from versions: none' "$log"; then
        give_up "The packages could not be fetched: connect this machine to the internet and try again \
(pip's own words are in $log)."
    else
        give_up "The packages could not be installed: $(grep -i error "$log" | tail -n 1) \
(all of pip's words are in $log)."
    fi
}

if is_recent "$python" && installed; then exit 0; fi
if ! is_recent "$python" || ! "$python" -m pip --version >/dev/null 2>&1; then make_environment; fi
install_pins
