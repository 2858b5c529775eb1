#!/usr/bin/env bash
# Drives a broadsheet in a real terminal with the harness that is given: the scenarios beside this file, each a
# program of its own; then the harness's own torments; then what is measured.
#
#   terminal.sh BROADSHEET TUI_PTY.PY [FOLDER]
#
# FOLDER takes the pictures of the screens. The harness has its own limits; timeout is for the worst.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
binary=$(realpath "$1")
harness=$(realpath "$2")
pictures=""
[ -z "${3:-}" ] || pictures=$(realpath -m "$3")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Nothing of the user's own is read, and nothing is left there.
export HOME="$work/home" XDG_CONFIG_HOME="" XDG_DATA_HOME=""
mkdir -p "$HOME" "$work/folder"
sample="$here/../../Sources/broadsheet/Sample/Sample.txt"
{
  printf 'Harbor talks resume\n\nThe two sides still disagree over the withdrawal from the outer islands.\n\n'
  for day in $(seq 1 1500); do
    printf 'The ships waited for day %s, and the lamps were lit at dusk by Mara Oyelaran.\n\n' "$day"
  done
} > "$work/long.txt"
# An editor that leaves its own words.
printf 'printf "from the editor\\n" > "$1"\n' > "$work/editor.sh"
printf 'The first of two\n\nThe ships wait.\n' > "$work/folder/one.txt"
printf 'The second of two\n\nThe ships left.\n' > "$work/folder/two.txt"
: > "$work/empty.txt"
printf '\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0>\0' > "$work/binary.bin"

failed=0
for scenarios in reading tour sizes endings terminals; do
  timeout 300 python3 "$here/scenarios.py" "$harness" "$here/$scenarios.json" \
    BROADSHEET="$binary" SAMPLE="$sample" WORK="$work" ${pictures:+OUT="$pictures"} || failed=1
done

echo "torments:"
(cd "$work" && timeout 400 python3 "$here/torments.py" "$harness" "$binary" 100000) || failed=1

echo "measured:"
timeout 120 python3 "$here/measure.py" "$harness" "$binary" "$sample" "$work" || failed=1
exit "$failed"
