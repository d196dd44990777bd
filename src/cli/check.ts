import { readCorrections } from '../gather/corrections.js';
import { readDraft } from '../gather/draft.js';
import { HearsayError } from '../gather/error.js';
import { gather } from '../gather/gather.js';
import { readPolicy } from '../gather/policy.js';
import { isFault, type Waiver } from '../model/check.js';
import { verifyQuotes } from '../pipeline.js';
import {
  type CheckFormat,
  deliver,
  errorLine,
  renderCheck,
  skippedNotes,
  spinnerFor,
  tellNotes,
} from './output.js';
import { EXIT, type Terminal } from './run.js';

export interface CheckOptions {
  readonly against: readonly string[];
  readonly format: CheckFormat;
  readonly output?: string;
  readonly policy: string;
  readonly waive: readonly Waiver[];
  readonly speakers?: string;
  readonly timeout: number;
  readonly allowHost: readonly string[];
}

/** `hearsay check`: reads a draft and its sources, checks every quotation, writes what was found. */
export async function checkCommand(path: string, options: CheckOptions, terminal: Terminal): Promise<number> {
  const spinner = await spinnerFor(terminal, 'reading');
  try {
    const policy = await readPolicy(options.policy);
    const corrections = options.speakers === undefined ? [] : await readCorrections(options.speakers);
    const draft = await readDraft(path);
    const { reports, notes, failures } = await gather(options.against, {
      deadline: options.timeout * 1000,
      allowedHosts: options.allowHost,
    });
    spinner?.stop();
    for (const failure of failures) terminal.err(errorLine(failure));
    if (reports.length === 0) {
      terminal.err(
        'hearsay: no source could be read; give at least one as a file, folder or URL after --against\n',
      );
      return EXIT.unreadable;
    }
    const check = verifyQuotes(draft.report, reports, [...draft.notes, ...notes, ...skippedNotes(failures)], {
      policy,
      corrections,
      waivers: [...draft.waivers, ...options.waive],
      lines: draft.lines,
    });
    tellNotes(
      check.notes.filter(({ code }) => code !== 'input-skipped'),
      terminal,
    );
    const text = await renderCheck(check, options.format, terminal);
    if (!(await deliver(text, options.output, terminal))) return EXIT.usage;
    return check.quotations.some(isFault) ? EXIT.findings : EXIT.fine;
  } catch (error) {
    spinner?.stop();
    if (!(error instanceof HearsayError)) throw error;
    terminal.err(errorLine(error));
    return EXIT.unreadable;
  }
}
