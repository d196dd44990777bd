import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHECK_VERDICTS, type CheckVerdict } from '../../src/model/check.js';
import { verifyQuotes } from '../../src/pipeline.js';
import { reportFrom } from '../fixtures.js';

const page = readFileSync(new URL('../../docs/check.md', import.meta.url), 'utf8');

/** The rows of the page's tables that show a rule by an example. */
const rows = [...page.matchAll(/^\| ([A-Z][^|]+?) \| ([^|]+?) \| ([^|]+?) \| `([a-z-]+)` \|$/gm)].map(
  ([, rule, says, quotes, verdict]) => ({
    rule: rule as string,
    says: says as string,
    quotes: quotes as string,
    verdict: verdict as CheckVerdict,
  }),
);

describe('docs/check.md', () => {
  test('has a row of every verdict but that of the speaker, which takes two', () => {
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(
      new Set(CHECK_VERDICTS.filter((verdict) => verdict !== 'misattributed')),
    );
    expect(rows.length).toBeGreaterThan(30);
  });

  test.each(rows)('$rule', ({ says, quotes, verdict }) => {
    const source = reportFrom(
      `Q: What now, Ms. Ruiz?\n\nRUIZ: ${says}\n\nQ: And the ferries?\n\nRUIZ: They go on as before.`,
      'remarks.txt',
      { kind: 'transcript' },
    );
    const draft = reportFrom(
      `The mayor met the press on the quay.\n\n${quotes.includes('”') ? `“${quotes}.”` : `“${quotes},” Ruiz said.`}\n`,
      'draft.txt',
    );
    const { quotations } = verifyQuotes(draft, [source]);
    expect(quotations.map((one) => `${one.verdict} (${one.rule})`)).toEqual([
      expect.stringContaining(`${verdict} (`),
    ]);
  });
});
