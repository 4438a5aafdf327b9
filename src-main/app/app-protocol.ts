import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/** The window's own scheme: a real origin, unlike file://, and nothing else can be reached through it. */
export const appScheme = 'app';
export const appOrigin = `${appScheme}://esplanade`;

/** Nothing from outside, no inline script or style, no eval. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** An answer of the protocol: status, headers and body, free of Electron so that it can be tested. */
export interface ProtocolAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

const refuse = (status: number): ProtocolAnswer => ({ status, headers: {}, body: null });

/** The file inside `folder` that a URL means; null for anything outside it and for names that cannot be. */
function fileOf(folder: string, url: string): string | null {
  if (!url.startsWith(`${appOrigin}/`)) return null;
  let path: string;
  try {
    path = decodeURIComponent(url.slice(appOrigin.length).replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(normalize(folder) + sep) ? file : null;
}

/** Answers `app://esplanade/…` from the built window in `folder`; GET only, known media types only. */
export async function answerAppRequest(folder: string, method: string, url: string): Promise<ProtocolAnswer> {
  if (method !== 'GET') return refuse(405);
  const file = fileOf(folder, url);
  const mediaType = file === null ? undefined : mediaTypes[extname(file)];
  if (file === null || mediaType === undefined) return refuse(404);
  try {
    const body = await readFile(file);
    const headers = {
      'Content-Type': mediaType,
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
    };
    return { status: 200, headers, body };
  } catch {
    return refuse(404);
  }
}
