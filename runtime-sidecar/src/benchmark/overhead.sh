#!/usr/bin/env bash
# What being watched costs: processor time of an application with a watcher, against the same run without one.
# Usage: overhead.sh ROUNDS "WORKLOAD…" "WATCHER…"   run as root, after ./mvnw -pl runtime-sidecar package
# Workloads: exec find tar cpu node.  Watchers: none sidecar strace seccomp.
# In every round each watcher has its turn; printed are each run, then the medians and their ratio to 'none'.
set -euo pipefail
rounds=${1:-5}
workloads=${2:-exec find tar cpu node}
watchers=${3:-none sidecar strace seccomp}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar=$here/../../target/sidecar.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
calls=execve,connect,openat

# Runs once under a watcher; prints hundredths of a second of processor time, user and system, of all its processes.
run() {
  local workload=$1 watcher=$2 watching='' application
  rm -f "$work"/{go,ready,result}
  : >"$work/events"
  local start=(bash "$here/workload.sh" "$workload" "$work")
  case $watcher in
    seccomp) strace -f --seccomp-bpf -qq -o /dev/null -e "trace=$calls" "${start[@]}" & ;;
    *) "${start[@]}" & ;;
  esac
  application=$!
  until [ -e "$work/ready" ]; do sleep 0.02; done
  case $watcher in
    sidecar)
      java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx48m -jar "$jar" watch --pid "$(<"$work/ready")" \
        >"$work/events" 2>/dev/null &
      watching=$!
      until grep -q '"available"' "$work/events"; do sleep 0.02; done
      ;;
    strace)
      strace -f -qq -o /dev/null -e "trace=$calls" -p "$(<"$work/ready")" &
      watching=$!
      until grep -q 'TracerPid:[[:space:]]*[1-9]' "/proc/$(<"$work/ready")/status"; do sleep 0.02; done
      ;;
  esac
  touch "$work/go"
  wait "$application"
  if [ -n "$watching" ]; then
    kill "$watching" 2>/dev/null || true
    wait "$watching" 2>/dev/null || true
  fi
  cat "$work/result"
}

median() { sort -n | awk '{v[NR]=$1} END {print NR%2 ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }

for workload in $workloads; do
  run "$workload" none >/dev/null # fills the caches
  for ((round = 1; round <= rounds; round++)); do
    for watcher in $watchers; do
      ticks=$(run "$workload" "$watcher")
      echo "$ticks" >>"$work/$workload.$watcher"
      echo "$workload $watcher round $round: $ticks"
    done
  done
  base=$(median <"$work/$workload.none")
  for watcher in $watchers; do
    median <"$work/$workload.$watcher" | awk -v w="$workload" -v x="$watcher" -v b="$base" \
      '{printf "= %-5s %-8s median %5.0f  ratio %.3f\n", w, x, $1, $1 / b}'
  done
done
