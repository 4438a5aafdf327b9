import { describe, expect, it } from 'vitest';
import { formatTraceLine } from '../../src-main/cli/trace-line';
import { runCli } from './run-cli';

describe('--trace', () => {
  it('decodes every command and its reply, and quotes what the board prints', async () => {
    const { code, err } = await runCli(['-p', 'sim://esp32', '--trace', 'flash-id']);
    expect(code).toBe(0);
    expect(err).toMatch(/ > SYNC\n/);
    expect(err).toMatch(/ > READ_REG address=0x40001000\n.* < READ_REG value=0xf01d83 len=4\n/);
    expect(err).toMatch(/ > SPI_ATTACH /);
    expect(err).toMatch(/ < text ".*waiting for download/);
  });

  it('shows damaged frames as they came, and no bytes of others', () => {
    const event = { atMs: 1500, direction: 'fromChip', text: 'bad frame: bad escape' } as const;
    expect(formatTraceLine({ ...event, bytes: Uint8Array.of(0xdb, 1) })).toBe(
      '    1.500 < bad frame: bad escape [db 01]',
    );
    expect(formatTraceLine({ ...event, bytes: new Uint8Array(40) })).toMatch(/\[(00 ){32}…\]$/);
    expect(formatTraceLine({ ...event, text: 'SYNC', bytes: Uint8Array.of(1) })).toBe('    1.500 < SYNC');
    expect(formatTraceLine({ ...event, text: 'unknown frame', bytes: null })).toBe('    1.500 < unknown frame');
  });
});
