#!/bin/sh
# Shows the version in use, full screen, and starts the browser again when it ends or hangs.
# KIOSK_ROOT: the kiosk's folder. KIOSK_BROWSER: the browser, when it is not found by itself.
set -u
root=${KIOSK_ROOT:-/opt/microsite-kiosk}
profile=${KIOSK_PROFILE:-${XDG_RUNTIME_DIR:-/tmp}/microsite-kiosk}
browser=${KIOSK_BROWSER:-}
for name in chromium chromium-browser google-chrome; do
  [ -n "$browser" ] || browser=$(command -v "$name") || browser=
done
[ -n "$browser" ] || { echo "Không thấy Chromium / Chromium is missing" >&2; exit 1; }

restarts=0
log() { echo "$(date '+%d/%m/%Y %H:%M:%S') $*" >> "$root/launcher.log"; }

# What the technician's page shows. It lies beside the versions, so no manifest changes by it.
tell_state() {
  python3 "$root/kiosk.pyz" --root "$root" state --started "$(date '+%d/%m/%Y %H:%M')" --restarts "$restarts" > "$root/status.js.new" 2>> "$root/launcher.log" \
    && mv "$root/status.js.new" "$root/status.js"
}

trap 'kill "$pid" 2> /dev/null; exit 0' INT TERM
while :; do
  version=$(head -n 1 "$root/current.txt") || exit 1
  start=$root/releases/$version/man-hinh-cho.html
  tell_state
  rm -rf "$profile"
  log "start $version ($restarts)"
  "$browser" --kiosk --incognito --noerrdialogs --disable-session-crashed-bubble --no-first-run \
    --disable-pinch --overscroll-history-navigation=0 --disable-translate --disable-features=Translate,BackForwardCache \
    --autoplay-policy=no-user-gesture-required --disable-background-networking --disable-component-update \
    --password-store=basic --user-data-dir="$profile" ${KIOSK_FLAGS:-} "file://$start" > /dev/null 2>> "$root/launcher.log" &
  pid=$!
  # a new version, put in use while the browser runs, is shown at the next rest: the browser starts anew
  while kill -0 "$pid" 2> /dev/null; do
    sleep "${KIOSK_LOOK:-5}"
    if [ "$(head -n 1 "$root/current.txt")" != "$version" ]; then
      log "new version"
      kill "$pid" 2> /dev/null
    fi
  done
  wait "$pid" 2> /dev/null
  log "browser ended ($?)"
  restarts=$((restarts + 1))
  [ "$(wc -c < "$root/launcher.log")" -gt 1000000 ] && tail -n 500 "$root/launcher.log" > "$root/launcher.log.new" && mv "$root/launcher.log.new" "$root/launcher.log"
  sleep 1
done
