import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import robotsModule from 'robots-parser';
import { Agent, type Dispatcher, request } from 'undici';
import { privateAddress, publicLookup, refusePrivateLiteral } from './addresses.js';
import { HearsayError } from './error.js';

/** The package's types describe a default export that Node does not see as one. */
type Robots = { isAllowed(url: string, agent: string): boolean | undefined };
const robotsParser = robotsModule as unknown as (url: string, text: string) => Robots;

export interface Fetched {
  readonly bytes: Uint8Array;
  /** After redirects. */
  readonly url: string;
  readonly contentType: string;
}

export interface FetchOptions {
  /** Whole time for one URL, redirects and all, in milliseconds. */
  readonly deadline?: number;
  /** `host:port` pairs that may be private. */
  readonly allowedHosts?: readonly string[];
}

const DEADLINE = 15_000;
const HOPS = 5;

/** Largest page in bytes, counted as it decodes. */
const LARGEST = 10_000_000;

/** Encodings that may lie over one another; servers never need more than two. */
const ENCODINGS = 2;

const USER_AGENT = 'hearsay/0.1 (+reads one page at a time; respects robots.txt)';

/** Fetches pages, politely and warily: one request a host at a time, robots.txt heard, every hop's address checked. */
export class Fetcher {
  readonly #options: Required<FetchOptions>;
  readonly #guarded = new Agent({ connect: { lookup: publicLookup, timeout: 10_000 } });
  readonly #open = new Agent({ connect: { timeout: 10_000 } });
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #robots = new Map<string, Robots | null>();

  constructor(options: FetchOptions = {}) {
    this.#options = { deadline: options.deadline ?? DEADLINE, allowedHosts: options.allowedHosts ?? [] };
  }

  /** @throws HearsayError with what went wrong and what to do */
  async get(address: string): Promise<Fetched> {
    if (!URL.canParse(address))
      throw new HearsayError('bad-url', 'this is no valid URL; check it for typing errors', address);
    const { host } = new URL(address);
    const turn = (this.#queues.get(host) ?? Promise.resolve()).then(
      () => this.#follow(address),
      () => this.#follow(address),
    );
    this.#queues.set(host, turn);
    return turn;
  }

  async close(): Promise<void> {
    await Promise.all([this.#guarded.destroy(), this.#open.destroy()]);
  }

  async #follow(address: string): Promise<Fetched> {
    const signal = AbortSignal.timeout(this.#options.deadline);
    let url = new URL(address);
    try {
      for (let hop = 0; hop <= HOPS; hop++) {
        if (url.protocol !== 'http:' && url.protocol !== 'https:')
          throw new HearsayError(
            'bad-url',
            `only http and https can be fetched, not ${url.protocol}`,
            address,
          );
        await this.#askRobots(url, signal, address);
        const answer = await this.#request(url, signal);
        const location = answer.headers.location;
        if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === 'string') {
          discard(answer.body);
          if (!URL.canParse(location, url.href))
            throw new HearsayError(
              'bad-url',
              'the server redirects to something that is no URL; open it in a browser and give the address that it ends at',
              address,
            );
          url = new URL(location, url);
          continue;
        }
        if (answer.statusCode < 200 || answer.statusCode >= 300) {
          discard(answer.body);
          throw new HearsayError(
            'http-status',
            `the server answered ${answer.statusCode}; open it in a browser, save the page and give the file`,
            address,
          );
        }
        const bytes = await decoded(answer, address);
        return { bytes, url: url.href, contentType: String(answer.headers['content-type'] ?? '') };
      }
      throw new HearsayError(
        'too-many-redirects',
        `the server redirects more than ${HOPS} times; open it in a browser and give the address that it ends at`,
        address,
      );
    } catch (error) {
      throw explained(error, address, signal);
    }
  }

  async #request(url: URL, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    const allowed = this.#options.allowedHosts.includes(url.host);
    if (!allowed) refusePrivateLiteral(url);
    return request(url, {
      dispatcher: allowed ? this.#open : this.#guarded,
      signal,
      headers: {
        'user-agent': USER_AGENT,
        accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1',
        'accept-encoding': 'gzip, deflate, br',
      },
    });
  }

  /** Where robots.txt cannot be had, nothing is forbidden (RFC 9309, 2.3.1.3). */
  async #askRobots(url: URL, signal: AbortSignal, address: string): Promise<void> {
    const at = new URL('/robots.txt', url);
    if (!this.#robots.has(at.href)) {
      const answer = await this.#request(at, signal);
      const ok = answer.statusCode === 200;
      if (!ok) discard(answer.body);
      this.#robots.set(
        at.href,
        ok
          ? robotsParser(
              at.href,
              Buffer.from(await decoded(answer, address))
                .toString('utf8')
                .slice(0, 500_000),
            )
          : null,
      );
    }
    if (this.#robots.get(at.href)?.isAllowed(url.href, 'hearsay') === false) {
      throw new HearsayError(
        'robots',
        'the site’s robots.txt asks programs not to read this page; save it from a browser and give the file',
        address,
      );
    }
  }
}

/** Ends a stream that nobody will read; how it ends no longer matters. */
function discard(stream: Readable): void {
  stream.on('error', () => undefined);
  stream.destroy();
}

async function decoded(answer: Dispatcher.ResponseData, address: string): Promise<Uint8Array> {
  const encodings = String(answer.headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > ENCODINGS) {
    discard(answer.body);
    throw new HearsayError(
      'bad-encoding',
      'the page is packed several times over; save it from a browser and give the file',
      address,
    );
  }
  let stream: Readable = answer.body;
  for (const name of encodings.reverse()) {
    const decoder: Transform | null =
      name === 'gzip' || name === 'x-gzip'
        ? createGunzip()
        : name === 'deflate'
          ? createInflate()
          : name === 'br'
            ? createBrotliDecompress()
            : null;
    if (!decoder) {
      discard(answer.body);
      throw new HearsayError(
        'bad-encoding',
        `the page is packed as “${name.slice(0, 20)}”, which is not known; save it from a browser and give the file`,
        address,
      );
    }
    const before = stream;
    before.on('error', (error) => decoder.destroy(error));
    stream = before.pipe(decoder);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > LARGEST)
        throw new HearsayError(
          'too-large',
          `the page is larger than ${LARGEST / 1_000_000} MB unpacked; save the article’s text and give that`,
          address,
        );
      chunks.push(chunk);
    }
  } finally {
    discard(stream);
    discard(answer.body);
  }
  return Buffer.concat(chunks);
}

function explained(error: unknown, address: string, signal: AbortSignal): HearsayError {
  if (error instanceof HearsayError)
    return error.origin === address ? error : new HearsayError(error.code, error.message, address);
  const code = (error as { code?: string }).code ?? '';
  const causes = [
    error,
    (error as { cause?: unknown }).cause,
    ...((error as { errors?: unknown[] }).errors ?? []),
  ];
  if (causes.some((cause) => (cause as { code?: string } | undefined)?.code === 'PRIVATE_ADDRESS'))
    return privateAddress(address);
  if (signal.aborted || /TIMEOUT|ETIMEDOUT/.test(code))
    return new HearsayError(
      'timeout',
      'the server did not answer in time; try again later, or save the page and give the file',
      address,
    );
  if (/^Z_|ERR__ERROR_FORMAT|ERR_BROTLI/.test(code))
    return new HearsayError(
      'bad-encoding',
      'the page is packed wrongly; save it from a browser and give the file',
      address,
    );
  const reason = code || (error instanceof Error ? error.message : String(error));
  return new HearsayError(
    'unreachable',
    `the server could not be reached (${reason}); check the address and the network`,
    address,
  );
}
