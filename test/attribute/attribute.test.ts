import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attribute } from '../../src/attribute/attribute.js';
import type { Finding } from '../../src/model/attribution.js';
import { segment } from '../../src/segment/segment.js';
import { cases, mark, unmark } from '../fixtures.js';

function findingsIn(text: string): readonly Finding[] {
  return attribute({ id: 'r', text }, segment({ id: 'r', text }).value).value;
}

/**
 * `{said2:…}` is what the second finding quotes, `{cue2:…}` and `{by2:…}` its cue and source; the number is left out
 * where there is one finding. `{said2^1:…}` goes on from the first, `{said2@1:…}` stands inside it.
 */
function marked(text: string): string {
  const findings = findingsIn(text);
  const seen = new Set<string>();
  return mark(
    text,
    findings.flatMap(({ source, cue, quoted, from, within }, i) => {
      const number = findings.length > 1 ? String(i + 1) : '';
      const link = from !== undefined ? `^${from + 1}` : within !== undefined ? `@${within + 1}` : '';
      return [
        ...(source ? [{ ...source, name: `by${number}` }] : []),
        ...(cue ? [{ ...cue, name: `cue${number}` }] : []),
        ...quoted.map((span) => ({ ...span, name: `said${number}${link}` })),
      ].filter(({ start, end, name }) => {
        const key = `${start} ${end} ${name}`;
        return !seen.has(key) && seen.add(key);
      });
    }),
  );
}

describe('attributions', () => {
  cases('attributions.txt', (given) => marked(unmark(given)));

  test('a paragraph that ends in a colon names the speaker of the next', () => {
    const text =
      'Dr. Ruiz stated:\n\n“We will not sign the treaty this year, whatever they say.\n\n“It is a bad deal for the whole of the town.”';
    const [first, second] = findingsIn(text);
    expect(text.slice(first?.source?.start, first?.source?.end)).toBe('Dr. Ruiz');
    expect(second?.from).toBe(0);
  });

  test('a labelled turn and a signed post are direct, by label', () => {
    const findings = findingsIn(
      'Reporter: Did you ask?\n\nRuiz: "I asked. He said, \'No.\'"\n\nReporter: Thanks.\n\nIt is over, I tell you! — Ben Ito (@benito) June 28, 2031',
    );
    expect(
      findings.filter(({ within }) => within === undefined).map(({ by, rule }) => `${by} ${rule}`),
    ).toEqual(['label turn', 'label turn', 'label turn', 'label signed-post']);
  });

  test('a paragraph of quotation alone goes on from the paragraph before', () => {
    const [first, second] = findingsIn(
      '“We will not sign,” Ruiz said.\n\n“It is a bad deal, and everybody at the table knows it.”',
    );
    expect(first?.rule).toBe('source-cue-after');
    expect(second?.from).toBe(0);
  });

  test('any marks and words: never throws, spans lie inside the text', () => {
    const words = fc.constantFrom(
      'Ruiz',
      'said',
      'that',
      'calling',
      'it',
      '“',
      '”',
      '"',
      "'",
      ',',
      '.',
      ':',
      '\n\n',
      'according',
      'to',
      'the',
      'mayor',
      'who',
      'and',
      '—',
      'asked',
      'director',
      'Nair',
      '(',
      ')',
      'was',
      'Q',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (list) => {
        const text = list.join(' ');
        findingsIn(text).forEach(({ content, quoted, source, from, within }, i) => {
          for (const { start, end } of [...content, ...quoted, ...(source ? [source] : [])]) {
            expect(0 <= start && start < end && end <= text.length).toBe(true);
          }
          expect(from === undefined || from < i || from > i).toBe(true);
          expect(within === undefined || within < i).toBe(true);
        });
      }),
      { numRuns: 600 },
    );
  });
});
