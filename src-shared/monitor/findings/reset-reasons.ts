import type { ResetReason } from './finding';

/**
 * Names in `rst:0x1 (POWERON_RESET)`: ESP32's end in RESET, later chips' in RST or nothing (ESP-IDF, `esp_rom/rtc.h`
 * of each chip, as its ROM prints them).
 */
const byName: readonly (readonly [RegExp, ResetReason])[] = [
  [/^(?:POWERON|CHIP_POWER_ON)/, 'powerOn'],
  [/^EXT_CPU|^EXT_SYS|^RESET_PIN/, 'external'],
  [/BROWN_?OUT/, 'brownout'],
  [/^DEEPSLEEP|^DSLEEP/, 'deepSleep'],
  [/USB_(?:UART|JTAG)|^JTAG/, 'usb'],
  [/^(?:(?:RTC|LP|HP)_)?SW_/, 'software'],
  [/GLITCH/, 'glitch'],
  [/WDT|WATCHDOG/, 'watchdog'],
];

/** The reason by the name that ROM prints. */
export function resetReasonByName(name: string): ResetReason {
  return byName.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown';
}

/** `rst cause:2` of the ESP8266's ROM (esptool documentation, "Boot Mode Selection"). */
export function resetReasonOfEsp8266(cause: number): ResetReason {
  switch (cause) {
    case 1:
      return 'powerOn';
    case 2:
      return 'external';
    case 3:
      return 'software';
    case 4:
      return 'watchdog';
    default:
      return 'unknown';
  }
}
