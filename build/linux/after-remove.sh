#!/bin/sh
rm -f '/usr/bin/${executable}' /usr/lib/udev/rules.d/60-esplanade.rules
if command -v udevadm >/dev/null; then udevadm control --reload || true; fi
