import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HearsayError } from '../gather/error.js';
import type { Check } from '../model/check.js';
import type { Ledger } from '../model/ledger.js';
import type { Note } from '../model/note.js';
import type { Part } from '../render/parts.js';
import type { Palette } from '../render/text.js';
import type { Terminal } from './run.js';
import { VERSION } from './version.js';

/** What is written out: a text, or one in pieces. */
export type Output = string | Iterable<string>;

export const FORMATS = ['text', 'markdown', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** The ledger in a format. Each renderer is loaded only when it is wanted. */
export async function render(
  ledger: Ledger,
  format: Format,
  terminal: Pick<Terminal, 'colour' | 'columns'>,
  only?: readonly Part[],
): Promise<Output> {
  switch (format) {
    case 'text': {
      const { renderText } = await import('../render/text.js');
      return renderText(ledger, {
        palette: await paletteFor(terminal),
        width: terminal.columns,
        ...(only ? { only } : {}),
      });
    }
    case 'markdown':
      return (await import('../render/markdown.js')).renderMarkdown(ledger, only);
    case 'html':
      return (await import('../render/html.js')).renderHtml(ledger, only);
    case 'json':
      return (await import('../ledger/format.js')).jsonOf(only ? partsOf(ledger, only) : ledger);
    default:
      return format satisfies never;
  }
}

/** The ledger with the rows of other parts left out; reports, speakers and attributions stay, as rows point at them. */
function partsOf(ledger: Ledger, only: readonly Part[]): Ledger {
  const needed = only.includes('shifts') || only.includes('stances');
  return {
    ...ledger,
    statements: only.some((part) => part === 'statements' || part === 'coverage' || part === 'timeline')
      ? ledger.statements
      : [],
    stances: needed ? ledger.stances : [],
    disagreements: only.includes('disagreements') ? ledger.disagreements : [],
    shifts: only.includes('shifts') ? ledger.shifts : [],
    coverage: only.includes('coverage') ? ledger.coverage : [],
  };
}

export const CHECK_FORMATS = ['text', 'json', 'sarif', 'github', 'html'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** A check in a format. Each renderer is loaded only when it is wanted. */
export async function renderCheck(
  check: Check,
  format: CheckFormat,
  terminal: Pick<Terminal, 'colour' | 'columns'>,
): Promise<string> {
  switch (format) {
    case 'text': {
      const { renderCheckText } = await import('../render/check-text.js');
      return renderCheckText(check, { palette: await paletteFor(terminal), width: terminal.columns });
    }
    case 'json':
      return (await import('../ledger/check.js')).toCheckJson(check);
    case 'sarif':
      return (await import('../render/sarif.js')).renderCheckSarif(check, VERSION);
    case 'github':
      return (await import('../render/github.js')).renderCheckGithub(check);
    case 'html':
      return (await import('../render/check-html.js')).renderCheckHtml(check);
    default:
      return format satisfies never;
  }
}

async function paletteFor({ colour }: Pick<Terminal, 'colour'>): Promise<Palette> {
  if (!colour) return (await import('../render/text.js')).PLAIN;
  return (await import('picocolors')).default.createColors(true);
}

/** Writes to a file, or to the terminal; false where the file cannot be written, which is told. */
export async function deliver(
  text: Output,
  output: string | undefined,
  terminal: Terminal,
): Promise<boolean> {
  if (output === undefined) {
    for (const piece of typeof text === 'string' ? [text] : batches(text)) terminal.out(piece);
    return true;
  }
  try {
    await save(output, text);
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error;
    terminal.err(errorLine(error));
    return false;
  }
  terminal.err(`hearsay: wrote ${output}\n`);
  return true;
}

/** Characters that are written at once. */
const BATCH = 1 << 18;

function* batches(pieces: Iterable<string>): Generator<string> {
  let batch: string[] = [];
  let size = 0;
  for (const piece of pieces) {
    batch.push(piece);
    size += piece.length;
    if (size < BATCH) continue;
    yield batch.join('');
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch.join('');
}

/** Inputs that could not be read, as notes of the record. */
export const skippedNotes = (failures: readonly HearsayError[]): readonly Note[] =>
  failures.map(({ message, code, origin }) => ({
    code: 'input-skipped',
    severity: 'error',
    message: `${message} [${code}]`,
    at: { origin: origin ?? '' },
  }));

/** What was odd about the inputs, but for what is only worth knowing. */
export function tellNotes(notes: readonly Note[], terminal: Terminal): void {
  for (const note of notes)
    if (note.severity !== 'info')
      terminal.err(
        `hearsay: ${note.at?.origin ? `${note.at.origin}: ` : ''}${note.message} [${note.code}]\n`,
      );
}

export async function spinnerFor(terminal: Terminal, text: string): Promise<{ stop: () => unknown } | null> {
  if (!terminal.interactive) return null;
  const { default: spin } = await import('yocto-spinner');
  return spin({ text }).start();
}

/** Writes a file, making its folder. */
export async function save(path: string, text: Output): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, typeof text === 'string' ? text : batches(text));
  } catch (error) {
    throw new HearsayError(
      'not-writable',
      `this cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}); choose another --output`,
      path,
    );
  }
}

/** `path: what is wrong; what to do`, on one line whatever the message holds. */
export function errorLine(error: HearsayError): string {
  const line = `${error.origin ? `${error.origin}: ` : ''}${error.message}`.replace(
    /[\u0000-\u001f\u007f-\u009f]+/g,
    ' ',
  );
  return `hearsay: ${line} [${error.code}]\n`;
}
