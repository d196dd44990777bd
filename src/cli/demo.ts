import { fileURLToPath } from 'node:url';
import { gather } from '../gather/gather.js';
import { compare } from '../pipeline.js';
import { deliver, errorLine, render, save } from './output.js';
import { EXIT, type Terminal } from './run.js';

/** The bundled story: invented news. */
export const STORY = fileURLToPath(new URL('../../examples/salt-harbour', import.meta.url));

/** `hearsay demo`: prints the record of the bundled story, writes its page and says where. */
export async function demoCommand(options: { readonly output: string }, terminal: Terminal): Promise<number> {
  const { reports, notes, failures } = await gather([STORY]);
  for (const failure of failures) terminal.err(errorLine(failure));
  if (reports.length === 0) return EXIT.unreadable;
  const ledger = compare(reports, notes);
  await deliver(await render(ledger, 'text', terminal), undefined, terminal);
  await save(options.output, await render(ledger, 'html', terminal));
  terminal.out(`\nThe page with collation and sources: ${options.output}\n`);
  return EXIT.fine;
}
