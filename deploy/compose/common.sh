# What the commands of this folder share; read by them, not run.
# shellcheck shell=bash

# Ends with one line that says why. Set "command" beforehand.
die() {
  echo "${command:?}: $*" >&2
  exit 1
}

wrong_usage() {
  echo "${command:?}: $* (see $command --help)" >&2
  exit 2
}

# Prints the comment at the head of a command: its help.
usage() { sed -n '2,/^$/{s/^# \{0,1\}//;p}' "$1"; }

need() {
  local tool
  for tool in "$@"; do
    command -v "$tool" >/dev/null || die "$tool is needed and is not on the PATH."
  done
}

# Two commands at once would each undo what the other does. The lock goes when the process does, however that ends.
alone() {
  exec 8>"$1/.lock"
  flock -n 8 || die "another command is at work in $1."
}

# A value of .env, which is never run as a script: a password with a dollar in it is a text.
setting() { # NAME
  sed -n "s/^$1=//p" "${env_file:?}" | tail -n 1
}

compose() { docker compose --project-directory "${here:?}" --env-file "${env_file:?}" "$@"; }

configured() {
  [ -f "${env_file:?}" ] || die "there is no .env: run deploy/compose/init first."
}

# shellcheck disable=SC2034 # read by the commands
databases=(letters mp_lookup mail)
# shellcheck disable=SC2034 # read by the commands
services=(mp-lookup-service letter-service mail-service)
