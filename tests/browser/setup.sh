#!/usr/bin/env bash
# What the browser tests need: node packages, Chromium, Java. Quick when all is there.
# What cannot be had here is said aloud and its tests are skipped; where CI runs, that is a failure.
set -euo pipefail
cd "$(dirname "$0")"
missing=0

missing() {
  printf '\n!! BỎ QUA kiểm tra trên trình duyệt / browser tests SKIPPED: %s\n\n' "$1" >&2
  missing=1
}

find_chromium() {
  local name
  for name in "${CHROME:-}" chromium chromium-browser google-chrome; do
    if [[ -n $name ]] && command -v "$name" > /dev/null; then return 0; fi
  done
  return 1
}

install_package() {
  local as_root=()
  command -v apt-get > /dev/null || return 1
  if [[ $(id -u) != 0 ]]; then
    sudo -n true 2> /dev/null || return 1
    as_root=(sudo -n)
  fi
  echo "· apt-get install $1" >&2
  "${as_root[@]}" apt-get update -qq >&2 || true
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq "$1" > /dev/null 2>&1
}

if ! command -v npm > /dev/null; then
  missing "không có node và npm / node and npm are missing"
elif [[ ! node_modules/.package-lock.json -nt package-lock.json ]]; then
  echo "· npm ci (tests/browser)" >&2
  # no scripts: one package would fetch a Java of its own
  if ! said=$(npm ci --ignore-scripts --no-audit --no-fund --loglevel=error 2>&1); then
    head -n 8 <<< "$said" >&2
    missing "npm ci không chạy được / npm ci failed"
  fi
fi

find_chromium || install_package chromium && find_chromium \
  || missing "không có Chromium / Chromium is missing"

command -v java > /dev/null || install_package default-jre-headless \
  || missing "không có java, HTML chưa được kiểm tra / java is missing, HTML is not checked"

# what the tests of the host deploy to and serve with
serve_with() { # command, its Debian package
  PATH=$PATH:/usr/sbin command -v "$1" > /dev/null || install_package "$2" \
    || missing "không có $1, chưa kiểm tra máy chủ và đưa lên / $1 is missing, hosting and deployment are not tested"
}
serve_with nginx nginx-light
[[ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ]] || install_package libnginx-mod-http-brotli-static || true
serve_with apache2 apache2-bin
serve_with sshd openssh-server
serve_with rsync rsync
serve_with rclone rclone
serve_with openssl openssl
serve_with wrk wrk

# the package of the web form: fetched once, held to its checksum, kept in build/
if [[ -x ../../.venv/bin/microsite ]]; then
  ../../.venv/bin/microsite --root ../.. admin --fetch > /dev/null \
    || missing "không tải được gói của biểu mẫu web / the package of the web form was not fetched"
fi

if [[ $missing == 1 && ${CI:-} == true ]]; then exit 1; fi
