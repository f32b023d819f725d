import { realpathSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { extname, join, sep } from 'node:path';

/** The only address that is listened on: nobody but this machine reaches it. */
const LOOPBACK = '127.0.0.1';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
]);

const HEADERS = {
  'cache-control': 'no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** A site that is being served. */
export interface ServedSite {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves the files of a folder on the loopback address.
 *
 * @param port - 0 for any that is free.
 * @throws Error of Node.js where the port cannot be had (`EADDRINUSE`, `EACCES`).
 */
export async function serveSite(folder: string, port: number): Promise<ServedSite> {
  const root = realpathSync(folder);
  const server = createServer((request, response) => {
    void answerTo(root, request).then(({ status, type, body }) => {
      response.writeHead(status, { ...HEADERS, 'content-type': type, 'content-length': body.length });
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  return {
    address: `http://${LOOPBACK}:${portOf(server)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

async function answerTo(root: string, request: IncomingMessage): Promise<Answer> {
  // A page of another site may point a name of its own at this machine; it is not to read from here.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) return refusal(403);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const file = await fileAt(root, request.url ?? '/');
  if (file === undefined) return refusal(404);
  return {
    status: 200,
    type: TYPES.get(extname(file)) ?? 'application/octet-stream',
    body: await readFile(file),
  };
}

/** The file of an address; undefined for one that is not within the folder, whatever dots and links it is written with. */
async function fileAt(root: string, url: string): Promise<string | undefined> {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ''));
    if (path.includes('\0')) return undefined;
    const file = await realpath(join(root, path.endsWith('/') ? `${path}index.html` : path));
    return file.startsWith(root + sep) && extname(file) !== '' ? file : undefined;
  } catch {
    return undefined;
  }
}

function refusal(status: number): Answer {
  const words = status === 404 ? 'There is no such file.' : 'This is not served.';
  return { status, type: 'text/plain; charset=utf-8', body: Buffer.from(`${words}\n`) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
