import { describe, expect, it } from 'vitest';
import { parseDroppedPaths } from '../../src-main/ipc/dropped-paths';
import { isAppError } from '../../src-shared/errors/app-error';

describe('dropped paths', () => {
  it('are taken as they are', () => {
    expect(parseDroppedPaths(['/home/me/app.bin', 'C:\\firmware\\a b.bin'])).toEqual([
      '/home/me/app.bin',
      'C:\\firmware\\a b.bin',
    ]);
  });

  it.each([[undefined], ['/home/me/app.bin'], [[1]], [['']], [[null]], [['x'.repeat(5000)]], [{ 0: '/a', length: 1 }]])(
    'refuse %j',
    (message) => {
      expect(() => parseDroppedPaths(message)).toThrow(
        expect.toSatisfy((error) => isAppError(error, 'ipc.badRequest')),
      );
    },
  );
});
