import { describe, expect, it } from 'vitest';
import { normaliseArguments } from '../../src-main/cli/normalise-arguments';

const commands = ['write-flash', 'flash-id', 'read-mac'];
const normalised = (line: string): string => normaliseArguments(line.split(' '), commands).join(' ');

describe('a command line in the spellings of the reference tool', () => {
  it.each([
    ['write_flash 0x0 a.bin', 'write-flash 0x0 a.bin'],
    ['--port COM3 write-flash 0x0 a.bin', '--port COM3 write-flash 0x0 a.bin'],
    ['-p COM3 WRITE_FLASH 0x0 a.bin', '-p COM3 write-flash 0x0 a.bin'],
    [
      'write_flash -fm dio -ff 40m -fs 4MB 0 a.bin',
      'write-flash --flash-mode dio --flash-freq 40m --flash-size 4MB 0 a.bin',
    ],
    ['write_flash -fm=dio 0 a.bin', 'write-flash --flash-mode=dio 0 a.bin'],
    ['write_flash --flash_mode dio --erase_all 0 a.bin', 'write-flash --flash-mode dio --erase-all 0 a.bin'],
    ['--connect_attempts=3 flash_id', '--connect-attempts=3 flash-id'],
    ['--before default_reset read_mac', '--before default_reset read-mac'],
    ['write-flash --flash_frequency 40m 0 a.bin', 'write-flash --flash-freq 40m 0 a.bin'],
  ])('%s', (given, expected) => {
    expect(normalised(given)).toBe(expected);
  });

  it('keeps file names and values as they are, whatever they are called', () => {
    expect(normalised('write_flash 0x0 write_flash 0x1000 my_file.bin')).toBe(
      'write-flash 0x0 write_flash 0x1000 my_file.bin',
    );
    expect(normalised('--port=/dev/tty_x --flash_size=4MB read_mac')).toBe(
      '--port=/dev/tty_x --flash-size=4MB read-mac',
    );
    expect(normalised('-p/dev/tty_x flash_id')).toBe('-p/dev/tty_x flash-id');
    expect(normalised('write_flash -- 0x0 -fm_.bin --a_b')).toBe('write-flash -- 0x0 -fm_.bin --a_b');
  });

  it('leaves unknown commands for the parser to complain about', () => {
    expect(normalised('write_flush 0x0 a.bin')).toBe('write_flush 0x0 a.bin');
  });
});
