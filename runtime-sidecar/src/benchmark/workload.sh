#!/usr/bin/env bash
# One workload: says its pid in 'ready', waits for 'go', and writes its processor time in hundredths of a second to 'result'.
set -euo pipefail
workload=$1
work=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# utime, stime, cutime and cstime of proc_pid_stat(5); bash's own name has no blanks.
ticks() { awk '{print $14 + $15 + $16 + $17}' "/proc/$1/stat"; }

if [ "$workload" = node ]; then
  # The server says its time itself: its load comes from a client that nobody watches.
  exec node "$here/server.js" "$work"
fi
echo $$ >"$work/ready"
until [ -e "$work/go" ]; do sleep 0.02; done
before=$(ticks $$)
case $workload in
  exec) for ((i = 0; i < 1500; i++)); do /bin/true; done ;;
  find) for i in 1 2 3; do find /usr -xdev -newermt 2001-01-01 >/dev/null; done ;;
  tar) tar cf - /usr/lib 2>/dev/null | cat >/dev/null ;;
  cpu) awk 'BEGIN {for (i = 0; i < 20000000; i++) s += i % 7}' ;;
esac
echo $(($(ticks $$) - before)) >"$work/result"
