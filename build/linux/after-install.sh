#!/bin/sh
set -e
ln -sf '/opt/${sanitizedProductName}/${executable}' '/usr/bin/${executable}'
# Chromium's sandbox needs its starter to be root's where unprivileged namespaces are off.
chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox' || true
install -D -m 644 '/opt/${sanitizedProductName}/resources/60-esplanade.rules' /usr/lib/udev/rules.d/60-esplanade.rules
if command -v udevadm >/dev/null; then
  udevadm control --reload || true
  udevadm trigger --subsystem-match=tty || true
fi
if command -v update-desktop-database >/dev/null; then update-desktop-database /usr/share/applications || true; fi
