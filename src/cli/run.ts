import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { CUE_KINDS } from '../model/attribution.js';
import type { Waiver } from '../model/check.js';
import { PARTS } from '../render/parts.js';
import type { CheckOptions } from './check.js';
import type { CompareOptions } from './compare.js';
import { CHECK_FORMATS, FORMATS } from './output.js';
import { VERSION } from './version.js';

/** What a command may touch of the terminal it runs in. */
export interface Terminal {
  readonly out: (text: string) => unknown;
  readonly err: (text: string) => unknown;
  readonly columns: number;
  readonly colour: boolean;
  readonly interactive: boolean;
}

/** Exit codes: 0 fine, 1 findings that were asked about, 2 usage, 3 nothing could be read. */
export const EXIT = { fine: 0, findings: 1, usage: 2, unreadable: 3 } as const;

/** Runs the command line and gives the exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = EXIT.fine;
  const program = build(terminal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  }
}

/** The commands and their options; the documentation test reads them from here. */
export function build(terminal: Terminal, done: (code: number) => void): Command {
  const program = new Command('hearsay')
    .description('Who said what, according to whom, and every word that changed on the way to print.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError('(see hearsay --help)')
    .exitOverride();
  const compare = program
    .command('compare')
    .description('compare reports of one event: files, folders, URLs')
    .argument('<inputs...>', 'text, Markdown, HTML, Word or subtitle files, folders of them, http(s) URLs')
    .addOption(
      new Option('-f, --format <format>', 'how to show the record').choices([...FORMATS]).default('text'),
    )
    .option('-o, --output <file>', 'write to a file instead of the terminal')
    .addOption(
      new Option('--fail-on <verdict>', 'exit with 1 where a finding is this grave').choices([
        'meaning-at-risk',
        'content-changed',
      ]),
    )
    .option(
      '--min-confidence <number>',
      'leave out attributions that are less sure than this, 0 to 1',
      share,
      0,
    )
    .addOption(
      new Option(
        '--kind <kinds>',
        `only acts of these kinds, comma-separated: ${CUE_KINDS.join(', ')}`,
      ).argParser(oneOf(CUE_KINDS)),
    )
    .addOption(
      new Option(
        '--only <parts>',
        `only these parts of the record, comma-separated: ${PARTS.join(', ')}`,
      ).argParser(oneOf(PARTS)),
    )
    .exitOverride()
    .action(async (inputs: string[], options: CompareOptions) =>
      done(await (await import('./compare.js')).compareCommand(inputs, options, terminal)),
    );
  readsReports(compare);
  const check = program
    .command('check')
    .description('check every quotation of a draft against its sources')
    .argument('<draft>', 'text, Markdown, HTML or Word file, or - for standard input')
    .requiredOption('--against <inputs...>', 'sources: files, folders, URLs')
    .addOption(
      new Option('-f, --format <format>', 'how to show what was found')
        .choices([...CHECK_FORMATS])
        .default('text'),
    )
    .option('-o, --output <file>', 'write to a file instead of the terminal')
    .option('--policy <policy>', 'what counts as a fault: ap, reuters, verbatim, or a JSON file', 'ap')
    .option('--waive <id=reason>', 'let the finding with this id stand (repeatable)', waiver, [])
    .exitOverride()
    .action(async (draft: string, options: CheckOptions) =>
      done(await (await import('./check.js')).checkCommand(draft, options, terminal)),
    );
  readsReports(check);
  program
    .command('demo')
    .description('compare the bundled story and write its page')
    .option('-o, --output <file>', 'where to write the page', 'out/demo.html')
    .exitOverride()
    .action(async (options: { output: string }) =>
      done(await (await import('./demo.js')).demoCommand(options, terminal)),
    );
  return program;
}

/** What every command takes that reads reports. */
function readsReports(command: Command): void {
  command
    .option('--speakers <file>', 'corrections to the speakers: merge, split, rename … (see docs/formats.md)')
    .option('--timeout <seconds>', 'longest time for one URL', seconds, 15)
    .option(
      '--allow-host <host:port>',
      'let a URL lead to this host even if it is private (repeatable)',
      collect,
      [],
    );
}

function seconds(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 600))
    throw new InvalidArgumentError('give a number of seconds from 1 to 600.');
  return number;
}

function share(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError('give a number from 0 to 1.');
  return number;
}

/** Reads a list of known words. */
function oneOf<T extends string>(known: readonly T[]): (value: string) => readonly T[] {
  return (value) =>
    value.split(',').map((one) => {
      const found = known.find((word) => word === one.trim());
      if (!found) throw new InvalidArgumentError(`“${one.trim()}” is none of ${known.join(', ')}.`);
      return found;
    });
}

function waiver(value: string, before: readonly Waiver[]): readonly Waiver[] {
  const at = value.indexOf('=');
  const [id, reason] = [value.slice(0, at).trim(), value.slice(at + 1).trim()];
  if (at < 1 || reason === '')
    throw new InvalidArgumentError(
      'give the id of the finding and the reason: q1abc=checked against the tape.',
    );
  return [...before, { on: id, reason }];
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
