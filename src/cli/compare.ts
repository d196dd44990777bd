import { readCorrections } from '../gather/corrections.js';
import { HearsayError } from '../gather/error.js';
import { gather } from '../gather/gather.js';
import type { CueKind } from '../model/attribution.js';
import type { Correction } from '../model/correction.js';
import type { Ledger } from '../model/ledger.js';
import type { Verdict } from '../model/statement.js';
import { compare } from '../pipeline.js';
import type { Part } from '../render/parts.js';
import { deliver, errorLine, type Format, render, skippedNotes, spinnerFor, tellNotes } from './output.js';
import { EXIT, type Terminal } from './run.js';

export interface CompareOptions {
  readonly format: Format;
  readonly output?: string;
  readonly failOn?: Exclude<Verdict, 'cosmetic'>;
  readonly minConfidence: number;
  readonly kind?: readonly CueKind[];
  readonly only?: readonly Part[];
  readonly speakers?: string;
  readonly timeout: number;
  readonly allowHost: readonly string[];
}

/** `hearsay compare`: reads the inputs, compares, writes the record; what could not be read is told on stderr. */
export async function compareCommand(
  inputs: readonly string[],
  options: CompareOptions,
  terminal: Terminal,
): Promise<number> {
  let corrections: readonly Correction[] = [];
  try {
    if (options.speakers !== undefined) corrections = await readCorrections(options.speakers);
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error;
    terminal.err(errorLine(error));
    return EXIT.unreadable;
  }
  const spinner = await spinnerFor(
    terminal,
    `reading ${inputs.length} ${inputs.length === 1 ? 'input' : 'inputs'}`,
  );
  const { reports, notes, failures } = await gather(inputs, {
    deadline: options.timeout * 1000,
    allowedHosts: options.allowHost,
  });
  spinner?.stop();
  for (const failure of failures) terminal.err(errorLine(failure));
  if (reports.length === 0) {
    terminal.err('hearsay: nothing could be read; give at least one report as a file, folder or URL\n');
    return EXIT.unreadable;
  }
  tellNotes(notes, terminal);
  const ledger = compare(reports, [...notes, ...skippedNotes(failures)], {
    minConfidence: options.minConfidence,
    ...(options.kind ? { kinds: options.kind } : {}),
    corrections,
  });
  for (const note of ledger.notes)
    if (note.code === 'correction-unused')
      terminal.err(`hearsay: ${options.speakers}: ${note.message} [${note.code}]\n`);
  const text = await render(ledger, options.format, terminal, options.only);
  if (!(await deliver(text, options.output, terminal))) return EXIT.usage;
  return options.failOn && hasFinding(ledger, options.failOn) ? EXIT.findings : EXIT.fine;
}

function hasFinding(ledger: Ledger, gravity: Exclude<Verdict, 'cosmetic'>): boolean {
  const grave: readonly Verdict[] =
    gravity === 'meaning-at-risk' ? ['meaning-at-risk'] : ['meaning-at-risk', 'content-changed'];
  return ledger.statements.some((statement) =>
    statement.witnesses.some((witness) => grave.includes(witness.verdict)),
  );
}
