import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attribute } from '../../src/attribute/attribute.js';
import { CUE_KINDS, type Finding } from '../../src/model/attribution.js';
import { covers } from '../../src/model/span.js';
import { segment } from '../../src/segment/segment.js';
import { cases, mark, unmark } from '../fixtures.js';

function findingsIn(text: string): readonly Finding[] {
  return attribute({ id: 'r', text }, segment({ id: 'r', text }).value).value;
}

/**
 * `{said2:…}` is what the second finding quotes, `{told2:…}` what it reports without marks, `{cue2:…}` and `{by2:…}` its
 * cue and source; the number is left out where there is one finding. `{said2^1:…}` goes on from the first,
 * `{told2@1:…}` stands inside it, `{via2:…}` handed it on.
 */
function marked(text: string): string {
  const findings = findingsIn(text);
  const seen = new Set<string>();
  return mark(
    text,
    findings.flatMap(({ source, cue, content, quoted, from, within, relay }, i) => {
      const number = findings.length > 1 ? String(i + 1) : '';
      const link = from !== undefined ? `^${from + 1}` : within !== undefined ? `@${within + 1}` : '';
      return [
        ...(source ? [{ ...source, name: `by${number}` }] : []),
        ...(cue ? [{ ...cue, name: `cue${number}` }] : []),
        ...(relay ? [{ ...relay.source, name: `via${number}` }] : []),
        ...quoted.map((span) => ({ ...span, name: `said${number}${link}` })),
        ...(quoted.length > 0 ? [] : content.map((span) => ({ ...span, name: `told${number}${link}` }))),
      ].filter(({ start, end, name }) => {
        const key = `${start} ${end} ${name}`;
        return !seen.has(key) && seen.add(key);
      });
    }),
  );
}

describe('attributions', () => {
  cases('attributions.txt', (given) => marked(unmark(given)));
  cases('indirect.txt', (given) => marked(unmark(given)));

  test('a paragraph that ends in a colon names the speaker of the next', () => {
    const text =
      'Dr. Ruiz stated:\n\n“We will not sign the treaty this year, whatever they say.\n\n“It is a bad deal for the whole of the town.”';
    const [first, second] = findingsIn(text).filter(({ within }) => within === undefined);
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

  test('a quotation stands in a content whole or not at all', () => {
    const text = readFileSync(new URL('../fixtures/attributions.txt', import.meta.url), 'utf8');
    for (const block of unmark(text).split(/\n\n+/)) {
      const { quotations } = segment({ id: 'r', text: block }).value;
      for (const { content } of findingsIn(block)) {
        for (const { start, end } of content) {
          const cut = quotations.filter(
            (one) =>
              one.depth === 0 &&
              one.start < end &&
              start < one.end &&
              !(start <= one.start && one.end <= end),
          );
          // Cut only from the inside, by what somebody in the quotation says.
          expect(cut.every((one) => one.start <= start && end <= one.end)).toBe(true);
        }
      }
    }
  });

  test('a quotation is one attribution’s', () => {
    for (const file of ['attributions.txt', 'indirect.txt']) {
      const text = readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8');
      for (const block of unmark(text).split(/\n\n+/)) {
        const quoted = findingsIn(block).flatMap((finding) => finding.quoted.map(({ start }) => start));
        expect([block, quoted.length]).toEqual([block, new Set(quoted).size]);
      }
    }
  });

  test('any text: confidence is a probability, kinds are known, what stands inside lies inside', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.array(fc.constantFrom(...PROSE)),
        (noise, prose) => {
          const text = `${prose.join(' ')} ${noise} ${prose.join('\n')}`;
          const findings = findingsIn(text);
          for (const { confidence, kind, within, content, head } of findings) {
            expect(confidence >= 0 && confidence <= 1).toBe(true);
            expect(CUE_KINDS).toContain(kind);
            expect(head === undefined || head.end <= text.length).toBe(true);
            if (within === undefined) continue;
            const outer = findings[within] as Finding;
            expect(content.every((span) => outer.content.some((whole) => covers(whole, span)))).toBe(true);
          }
        },
      ),
      {
        numRuns: 150,
        // A quotation that goes on behind the end of the clause that holds its cue.
        examples: [['𐼞𝈜⒙𝄐𓈏𝣴', [4, 1, 2, 6].map((i) => PROSE[i] as string)]],
      },
    );
  });

  test.each([
    ['clauses without a stop', 'Ruiz said that Ito had promised the bridge would open and '.repeat(400)],
    ['cues alone', 'said '.repeat(4000)],
    ['gerunds that hang on each other', 'saying, adding, '.repeat(2000)],
    ['marks that never close', 'Ruiz said “Ito said ‘'.repeat(1500)],
    ['a table', 'Ruiz | 12 | said | “no” \n'.repeat(1500)],
    ['a list', '- Ruiz said\n- Ito said\n'.repeat(1500)],
    ['a poem', 'The harbour said\nand said again\n\n'.repeat(1500)],
    ['quotations without a stop', '“a b c d e f,” said Ruiz, “and g h i j,” '.repeat(800)],
    ['a nest of sayings', `${'Ruiz said that '.repeat(600)}it rained.`],
  ])('%s: read to the end', (_, text) => {
    for (const { content } of findingsIn(text))
      for (const { start, end } of content) expect(start < end && end <= text.length).toBe(true);
  });

  test.each([
    ['Ruiz said the port would close.', 'speech'],
    ['Ruiz wrote that the port would close.', 'writing'],
    ['The audit said the port would close.', 'writing'],
    ['A survey found that the port would close.', 'evidence'],
    ['Ruiz believes the port will close.', 'attitude'],
    ['Ruiz vowed to close the port.', 'decision'],
  ])('%s is %s', (text, kind) => {
    expect(findingsIn(text).map((finding) => finding.kind)).toEqual([kind]);
  });
});

const PROSE = [
  'Ruiz said the port would stay open.',
  '“We will not sign,” Ito said, adding that she believes him.',
  'According to the Wire,',
  'Ruiz: “No.”',
  'The report found “nothing',
  '\u0301\u202e',
  'who said that he said',
  'Q: Why?',
];
