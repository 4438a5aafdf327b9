import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerAppRequest } from '../../src-main/app/app-protocol';

describe('the app:// protocol', () => {
  const outer = mkdtempSync(join(tmpdir(), 'esplanade-protocol-'));
  const folder = join(outer, 'renderer');
  const get = (url: string) => answerAppRequest(folder, 'GET', url);

  beforeAll(() => {
    mkdirSync(join(folder, 'assets'), { recursive: true });
    mkdirSync(join(outer, 'renderer-secret'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'assets/app.js'), 'export {};');
    writeFileSync(join(folder, 'assets/with space.css'), 'a{}');
    writeFileSync(join(folder, 'assets/app.exe'), 'MZ');
    writeFileSync(join(outer, 'secret.json'), '{}');
    writeFileSync(join(outer, 'renderer-secret/secret.json'), '{}');
  });
  afterAll(() => rmSync(outer, { recursive: true }));

  it.each([
    ['app://esplanade/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://esplanade/index.html?x=1#/flash', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://esplanade/assets/app.js', 'text/javascript; charset=utf-8', 'export {};'],
    ['app://esplanade/assets/with%20space.css', 'text/css; charset=utf-8', 'a{}'],
  ])('serves %s as %s under the strict policy', async (url, mediaType, text) => {
    const { status, headers, body } = await get(url);
    expect(status).toBe(200);
    expect(headers['Content-Type']).toBe(mediaType);
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
    const policy = headers['Content-Security-Policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(Buffer.from(body!).toString()).toBe(text);
  });

  it.each([
    ['app://esplanade/../secret.json'],
    ['app://esplanade/%2e%2e/secret.json'],
    ['app://esplanade/assets/..%2f..%2fsecret.json'],
    ['app://esplanade/..%5csecret.json'],
    ['app://esplanade/../renderer-secret/secret.json'],
    ['app://esplanade//etc/hostname.json'],
    ['app://esplanade/%00index.html'],
    ['app://esplanade/%'],
    ['app://other/index.html'],
    ['app://esplanade.evil/index.html'],
    ['file:///etc/passwd'],
    ['app://esplanade/assets/app.exe'],
    ['app://esplanade/assets'],
    ['app://esplanade/missing.js'],
  ])('does not serve %s', async (url) => {
    expect(await get(url)).toEqual({ status: 404, headers: {}, body: null });
  });

  it('answers nothing but GET', async () => {
    expect(await answerAppRequest(folder, 'POST', 'app://esplanade/')).toMatchObject({ status: 405, body: null });
  });
});
