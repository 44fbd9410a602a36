import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  // Browsers compile during the download only with this type.
  '.wasm': 'application/wasm',
};

/** The response for a path. */
export interface Answer {
  body?: string | Buffer;
  headers?: Record<string, string>;
  /** The HTTP status. Default: 200. */
  status?: number;
  /** Accept the request and never answer. */
  hangs?: boolean;
}

export interface Server {
  /** Such as `http://127.0.0.1:41234`, without a trailing slash. */
  origin: string;
  /** Responses by path, such as `/host.html`; they take precedence over files. The extension determines the type. */
  answers: Map<string, Answer>;
  close(): Promise<void>;
}

/**
 * Serves a folder on a free port of 127.0.0.1, as a plain web server does: `index.html` for a folder, 404 for a missing
 * file.
 *
 * @param headers are added to every answer, such as `Access-Control-Allow-Origin`.
 */
export async function serveFolder(folder: string, headers: Record<string, string> = {}): Promise<Server> {
  const root = resolve(folder);
  const answers = new Map<string, Answer>();
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const answer = answers.get(path);
    if (answer?.hangs) return;
    if (answer) {
      response.writeHead(answer.status ?? 200, { 'Content-Type': TYPES[extname(path)], ...headers, ...answer.headers }).end(answer.body);
      return;
    }
    const file = join(root, path.endsWith(sep) ? join(path, 'index.html') : path);
    const found = await stat(file).catch(() => undefined);
    if (!file.startsWith(root + sep) || !found?.isFile()) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end('Not found');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': found.size, ...headers });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    answers,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
