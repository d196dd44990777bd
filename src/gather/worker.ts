import { parentPort } from 'node:worker_threads';
import { type Original, read } from '../read/read.js';

/** Reads originals in a thread of its own, so that a page which takes for ever can be ended from outside. */
parentPort?.on('message', (original: Original) => {
  parentPort?.postMessage(read(original));
});
