import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HearsayError } from '../gather/error.js';
import type { Ledger } from '../model/ledger.js';
import type { Terminal } from './run.js';

export const FORMATS = ['text', 'markdown', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** The ledger in a format. Each renderer is loaded only when it is wanted. */
export async function render(
  ledger: Ledger,
  format: Format,
  terminal: Pick<Terminal, 'colour' | 'columns'>,
): Promise<string> {
  switch (format) {
    case 'text': {
      const { PLAIN, renderText } = await import('../render/text.js');
      if (!terminal.colour) return renderText(ledger, { palette: PLAIN, width: terminal.columns });
      const { default: colours } = await import('picocolors');
      return renderText(ledger, { palette: colours.createColors(true), width: terminal.columns });
    }
    case 'markdown':
      return (await import('../render/markdown.js')).renderMarkdown(ledger);
    case 'html':
      return (await import('../render/html.js')).renderHtml(ledger);
    case 'json':
      return (await import('../ledger/format.js')).toJson(ledger);
    default:
      return format satisfies never;
  }
}

/** Writes a file, making its folder. */
export async function save(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
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
