import type { CommandName, TimeoutRule } from './commands';

/**
 * Time-outs that somebody chose instead of those of the command table, in milliseconds. The names are those of the
 * reference tool's configuration file (esptool documentation, "Configuration File", Options).
 */
export interface TimeoutOverrides {
  /** `timeout`: most commands; no other floor is lower than this. */
  readonly usualMs?: number;
  /** `chip_erase_timeout` */
  readonly chipEraseMs?: number;
  /** `max_timeout`: no command takes longer. */
  readonly longestMs?: number;
  /** `sync_timeout` */
  readonly syncMs?: number;
  /** `md5_timeout_per_mb` */
  readonly md5PerMegabyteMs?: number;
  /** `erase_region_timeout_per_mb` */
  readonly erasePerMegabyteMs?: number;
  /** `erase_write_timeout_per_mb` */
  readonly writePerMegabyteMs?: number;
  /** `mem_end_rom_timeout` */
  readonly memEndMs?: number;
}

/** The rule of one command with the overrides in it. */
export function overrideRule(name: CommandName, rule: TimeoutRule, overrides: TimeoutOverrides): TimeoutRule {
  const usualMs = overrides.usualMs ?? 0;
  const perMegabyte = (perMegabyteMs = rule.perMegabyteMs): TimeoutRule => ({
    atLeastMs: Math.max(rule.atLeastMs, usualMs),
    perMegabyteMs,
  });
  switch (name) {
    case 'SYNC':
      return { ...rule, atLeastMs: overrides.syncMs ?? rule.atLeastMs };
    case 'MEM_END':
      return { ...rule, atLeastMs: overrides.memEndMs ?? rule.atLeastMs };
    // Both are short because there may be no answer at all.
    case 'GET_SECURITY_INFO':
    case 'RUN_USER_CODE':
      return rule;
    case 'ERASE_FLASH':
      return overrides.chipEraseMs === undefined ? rule : { atLeastMs: overrides.chipEraseMs, perMegabyteMs: 0 };
    case 'FLASH_BEGIN':
    case 'FLASH_DEFL_BEGIN':
    case 'ERASE_REGION':
      return perMegabyte(overrides.erasePerMegabyteMs);
    case 'FLASH_DATA':
    case 'FLASH_END':
    case 'FLASH_DEFL_DATA':
    case 'FLASH_DEFL_END':
      return perMegabyte(overrides.writePerMegabyteMs);
    case 'SPI_FLASH_MD5':
      return {
        atLeastMs: overrides.usualMs ?? rule.atLeastMs,
        perMegabyteMs: overrides.md5PerMegabyteMs ?? rule.perMegabyteMs,
      };
    default:
      return { ...rule, atLeastMs: overrides.usualMs ?? rule.atLeastMs };
  }
}
