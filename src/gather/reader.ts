import { Worker } from 'node:worker_threads';
import { type Original, type ReadResult, read } from '../read/read.js';
import { HearsayError } from './error.js';

/** How long one page may take to read, in milliseconds. */
const PATIENCE = 20_000;

/** Memory for one page's document, in MiB. */
const MEMORY = 512;

/** Reads originals: plain text here, pages in a worker thread that is ended when one takes too long or too much. */
export class Reader {
  #worker: Worker | null = null;
  readonly #script: URL;
  readonly #patience: number;

  constructor(options: { readonly script?: URL; readonly patience?: number } = {}) {
    this.#script = options.script ?? new URL('./worker.js', import.meta.url);
    this.#patience = options.patience ?? PATIENCE;
  }

  /** @throws HearsayError `too-slow` where the page was given up */
  async read(original: Original): Promise<ReadResult> {
    if (!mayBePage(original)) return read(original);
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve, reject) => {
      const giveUp = (reason: string) => {
        this.#worker = null;
        void worker.terminate();
        finish(() =>
          reject(
            new HearsayError('too-slow', `${reason}; save the article’s text and give that`, original.origin),
          ),
        );
      };
      const timer = setTimeout(() => giveUp('reading this page took too long'), this.#patience);
      const onMessage = (result: ReadResult) => finish(() => resolve(result));
      const onError = () => giveUp('reading this page took too much memory');
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.postMessage(original);

      function finish(settle: () => void): void {
        clearTimeout(timer);
        worker.off('message', onMessage);
        worker.off('error', onError);
        settle();
      }
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #start(): Worker {
    return new Worker(this.#script, { resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
  }
}

/** Anything but what is plainly text or Markdown by its name. */
function mayBePage({ origin, contentType, bytes }: Original): boolean {
  if (/html|xml/i.test(contentType ?? '')) return true;
  if (/\.(?:md|markdown|srt|vtt)$/i.test(origin)) return false;
  if (/\.x?html?(?:[?#]|$)/i.test(origin)) return true;
  return Buffer.from(bytes.subarray(0, 2000)).toString('latin1').includes('<');
}
