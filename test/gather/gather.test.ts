import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPublic } from '../../src/gather/addresses.js';
import { gather } from '../../src/gather/gather.js';
import { Reader } from '../../src/gather/reader.js';

const ARTICLE =
  '<html><head><meta property="og:site_name" content="Coast"></head><body><article><h1>Harbour open</h1><p>“We will not close the harbour,” Mayor Maria Ruiz said on Monday, after she had met the owners of the ship on the quay.</p></article></body></html>';

/** Reads in this thread: the worker's script exists only when built, and is tested with the command line. */
class HereReader extends Reader {
  constructor() {
    super({ script: new URL('../../dist/gather/worker.js', import.meta.url) });
  }
}

let folder: string;
let server: Server;
let host: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-gather-'));
  server = createServer((request, response) => {
    if (request.url === '/robots.txt') {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /private/\n');
      return;
    }
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const get = async (inputs: readonly string[], deadline = 4000) =>
  gather(inputs, { deadline, allowedHosts: [host], reader: new HereReader() });

/** The one failure of one input: its code, and that its message says what to do. */
async function failure(input: string, deadline?: number): Promise<string> {
  const { failures, reports } = await get([input], deadline);
  expect(reports).toHaveLength(0);
  expect(failures).toHaveLength(1);
  expect(failures[0]!.message).toMatch(/; |, not |check|give|save|try|allow/);
  expect(failures[0]!.message).not.toContain('\n');
  return failures[0]!.code;
}

describe('files', () => {
  const file = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  test('each thing that is no report has its own code', async () => {
    expect(await failure(join(folder, 'missing.txt'))).toBe('not-found');
    expect(await failure(await file('empty.txt', ''))).toBe('empty');
    expect(
      await failure(await file('image.png.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))),
    ).toBe('binary');
    expect(await failure(await file('front.html', '<html><body><nav>Home</nav></body></html>'))).toBe(
      'no-article',
    );
    const bare = join(folder, 'bare');
    await mkdir(bare);
    expect(await failure(bare)).toBe('no-reports');
  });

  test('the rest of the reports still go through', async () => {
    const good = await file('good.txt', '“We will not sign,” Ruiz said.');
    const { reports, failures } = await get([join(folder, 'missing.txt'), good]);
    expect([reports.length, failures.length]).toEqual([1, 1]);
  });

  test('a folder with a manifest; a broken line leaves a note', async () => {
    const story = join(folder, 'story');
    await mkdir(story);
    await writeFile(join(story, 'a.txt'), '“We will not sign,” Ruiz said.');
    await writeFile(join(story, 'README.md'), 'Not a report.');
    await writeFile(join(story, 'manifest.jsonl'), '{"file":"a.txt","outlet":"Coast"}\n{broken\n[1]\n');
    const { reports, notes } = await get([story]);
    expect(reports.map(({ outlet }) => outlet)).toEqual(['Coast']);
    expect(notes.map(({ code }) => code)).toEqual(['manifest-line-invalid', 'manifest-line-invalid']);
  });
});

describe('URLs', () => {
  test('an article, over redirects and packed', async () => {
    answer = (request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' })
          .end(brotliCompressSync(ARTICLE));
    };
    const { reports, failures } = await get([`http://${host}/old`]);
    expect(failures).toEqual([]);
    expect(reports[0]).toMatchObject({ outlet: 'Coast', origin: `http://${host}/new` });
  });

  test('404, redirects for ever, a time-out, a broken connection', async () => {
    answer = (_, response) => response.writeHead(404).end('gone');
    expect(await failure(`http://${host}/a`)).toBe('http-status');
    answer = (request, response) => response.writeHead(302, { location: `${request.url}x` }).end();
    expect(await failure(`http://${host}/b`)).toBe('too-many-redirects');
    answer = () => {};
    expect(await failure(`http://${host}/c`, 300)).toBe('timeout');
    answer = (request) => request.socket.destroy();
    expect(await failure(`http://${host}/d`)).toBe('unreachable');
  });

  test('a body that never ends is given up in time', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('<p>more</p>'), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect(await failure(`http://${host}/slow`, 500)).toBe('timeout');
  });

  test('a zip bomb, and packing over packing', async () => {
    answer = (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(60_000_000)));
    expect(await failure(`http://${host}/bomb`)).toBe('too-large');
    answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip' }).end('x');
    expect(await failure(`http://${host}/layers`)).toBe('bad-encoding');
    answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip at all');
    expect(await failure(`http://${host}/broken`)).toBe('bad-encoding');
  });

  test('redirects into private networks are refused, however they are written', async () => {
    const port = host.split(':')[1];
    for (const target of [
      `http://localhost:${port}/`,
      'http://10.0.0.1/',
      'http://2130706433/',
      'http://127.1/',
      'http://[::ffff:127.0.0.1]/',
      'http://169.254.169.254/latest',
      'http://[fd00::1]/',
      'http://0.0.0.0/',
    ]) {
      answer = (_, response) => response.writeHead(302, { location: target }).end();
      expect([target, await failure(`http://${host}/r`)]).toEqual([target, 'private-address']);
    }
  });

  test('other schemes, and what is no URL', async () => {
    answer = (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    expect(await failure(`http://${host}/f`)).toBe('bad-url');
    expect(await failure('ftp://a.example/x')).toBe('bad-url');
    expect(await failure('http://')).toBe('bad-url');
  });

  test('robots.txt is heard', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(ARTICLE);
    expect(await failure(`http://${host}/private/a`)).toBe('robots');
  });

  test('public and private addresses', () => {
    for (const address of ['8.8.8.8', '2606:4700::1111'])
      expect([address, isPublic(address)]).toEqual([address, true]);
    for (const address of [
      '127.0.0.1',
      '10.1.2.3',
      '192.168.0.1',
      '172.16.0.1',
      '169.254.1.1',
      '100.64.0.1',
      '::1',
      'fe80::1',
      'fc00::1',
      '::ffff:10.0.0.1',
      '0.0.0.0',
      'nonsense',
    ]) {
      expect([address, isPublic(address)]).toEqual([address, false]);
    }
  });
});

describe('a page that takes too long', () => {
  test('is ended, and the next one is read', async () => {
    const slow = new Reader({ script: new URL('../../dist/gather/worker.js', import.meta.url), patience: 1 });
    const bytes = new TextEncoder().encode(
      `<html><body>${'<p>The mayor of the town said that she would not close it. <a href="x">x</a></p>'.repeat(4000)}</body></html>`,
    );
    await expect(slow.read({ bytes, origin: 'slow.html' })).rejects.toMatchObject({ code: 'too-slow' });
    await slow.close();
    const reader = new HereReader();
    expect(
      'report' in (await reader.read({ bytes: new TextEncoder().encode(ARTICLE), origin: 'a.html' })),
    ).toBe(true);
    await reader.close();
  });
});
