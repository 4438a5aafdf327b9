import { describe, expect, it } from 'vitest';
import { normaliseArguments } from '../../src-main/cli/normalise-arguments';

const commands = ['write-flash', 'read-flash', 'verify-flash', 'image-info', 'flash-id', 'read-mac', 'version'];
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
    ['write_flash --ignore-flash-encryption-efuse-setting 0 a.bin', 'write-flash --ignore-flash-enc-efuse 0 a.bin'],
    ['write_flash -s 0 a.bin', 'write-flash --skip-flashed 0 a.bin'],
    ['-s write_flash 0 a.bin', '-s write-flash 0 a.bin'],
    ['write_flash -p 0x0 a.bin', 'write-flash --no-progress 0x0 a.bin'],
    ['write_flash -p -z 0x0 a.bin', 'write-flash --no-progress -z 0x0 a.bin'],
    ['write_flash -p COM3 0x0 a.bin', 'write-flash -p COM3 0x0 a.bin'],
    ['read_flash 0 ALL a.bin -p /dev/ttyUSB0', 'read-flash 0 ALL a.bin -p /dev/ttyUSB0'],
    ['verify_flash --diff yes 0 a.bin', 'verify-flash --diff --diff 0 a.bin'],
    ['verify_flash --diff=no 0 a.bin', 'verify-flash --no-diff 0 a.bin'],
    ['image_info --version 2 a.bin', 'image-info --version 2 a.bin'],
    ['image_info -v 2 a.bin', 'image-info --version 2 a.bin'],
    ['--version', 'version'],
    ['--override-vddsdio flash_id', '--override-vddsdio=1.9V flash-id'],
    ['--override-vddsdio 1.8v flash_id', '--override-vddsdio 1.8v flash-id'],
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
