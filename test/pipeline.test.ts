import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJson } from '../src/ledger/format.js';
import type { Ledger } from '../src/model/ledger.js';
import { sliceSpan } from '../src/model/span.js';
import { compare } from '../src/pipeline.js';
import { renderText } from '../src/render/text.js';
import { ledgerOf, reportFrom } from './fixtures.js';
import { bundledStory, reportsIn } from './story.js';

const story = bundledStory();
const ledger = compare(story);
const REAL = fileURLToPath(new URL('../../shared/data/apec-2017', import.meta.url));

/** Rows that name a report, by their ids. */
function rowsOf(record: Ledger): ReadonlyMap<string, string> {
  return new Map([
    ...record.attributions.map((row) => [row.id, JSON.stringify(row)] as const),
    ...record.statements.map((row) => [row.id, JSON.stringify(row)] as const),
    ...record.speakers.map((row) => [row.id, JSON.stringify(row)] as const),
  ]);
}

describe('the bundled story', () => {
  test('the whole record is as it was written down', () => {
    const path = fileURLToPath(new URL('./fixtures/salt-harbour.record.txt', import.meta.url));
    const record = renderText(ledger);
    if (process.env.UPDATE) writeFileSync(path, record);
    expect(record).toBe(readFileSync(path, 'utf8'));
  });

  const witnessWith = (words: string) => {
    const texts = new Map(ledger.reports.map((report) => [report.id, report.text]));
    const reportOf = new Map(ledger.attributions.map((one) => [one.id, one.report]));
    return ledger.statements
      .flatMap((statement) => statement.witnesses.slice(1))
      .find((witness) =>
        witness.spans.some((span) =>
          texts
            .get(reportOf.get(witness.attribution) as string)
            ?.slice(span.start, span.end)
            .concat('$')
            .includes(words),
        ),
      );
  };

  test.each([
    ['and I believe that when he says that,$', 'trimmed', 'meaning-at-risk'],
    ['We will not close the harbour,', 'trimmed', 'meaning-at-risk'],
    ['but I believe', 'altered', 'meaning-at-risk'],
    ['three times, and', 'stitched', 'meaning-at-risk'],
    ['four hundred workers', 'altered', 'content-changed'],
    ['tihs is an artificial', 'stitched', 'content-changed'],
    ['that when [Lindqvist] says that', 'bracketed', 'cosmetic'],
    ['test the water every morning … and at noon', 'marked-elision', 'cosmetic'],
    ['400 people', 'trimmed', 'cosmetic'],
    ['unless the second test comes back positive', 'trimmed', 'cosmetic'],
  ])('“%s” is %s, %s', (words, form, verdict) => {
    expect(witnessWith(words)).toMatchObject({ form, verdict });
  });

  test('scare quotes are no statements', () => {
    const quoted = ledger.attributions.flatMap((one) =>
      one.quoted.map((span) =>
        (ledger.reports.find(({ id }) => id === one.report) as { text: string }).text.slice(
          span.start,
          span.end,
        ),
      ),
    );
    for (const scare of ['Backs', 'Leak Panic']) expect(quoted).not.toContain(scare);
  });
});

describe('laws', () => {
  test('every span of every row lies inside its text', () => {
    const texts = new Map(ledger.reports.map((report) => [report.id, report.text]));
    for (const one of ledger.attributions)
      for (const span of [...one.content, ...one.quoted])
        expect(sliceSpan(texts.get(one.report) as string, span)).not.toBe('');
    for (const speaker of ledger.speakers)
      for (const mention of speaker.mentions)
        expect(sliceSpan(texts.get(mention.report) as string, mention)).not.toBe('');
  });

  test('the order of the reports changes nothing', () => {
    const expected = toJson(ledger);
    fc.assert(
      fc.property(fc.shuffledSubarray([...story], { minLength: story.length }), (shuffled) => {
        expect(toJson(compare(shuffled))).toBe(expected);
      }),
      { numRuns: 8 },
    );
  });

  test('where the files lie changes nothing but ids', () => {
    const words = ['close the harbour', 'shut the harbour', 'close that harbour', 'close this harbour'];
    const bases = (at: string) => {
      const reports = words.map((end, i) =>
        reportFrom(`“We will not, whatever Ito says, ${end} in May,” Maria Ruiz said.`, `${at}${i}.txt`),
      );
      const { attributions, statements } = compare(reports);
      expect(statements).toHaveLength(1);
      const { report } = attributions.find(({ id }) => id === statements[0]?.base) ?? {};
      return words[reports.findIndex(({ id }) => id === report)];
    };
    const found = new Set(['', 'a/', 'b/', 'news/', 'news/2031/', '/', 'x/', 'y/'].map(bases));
    expect(found.size).toBe(1);
    expect(words).toContain([...found][0]);
  });

  test('the same reports give the same bytes, and a report given twice counts once', () => {
    expect(toJson(compare(bundledStory()))).toBe(toJson(ledger));
    const twice = compare([...story, ...story]);
    expect(twice.reports).toHaveLength(story.length);
    expect(twice.notes.filter(({ code }) => code === 'duplicate-report')).toHaveLength(story.length);
  });

  test('an unrelated report changes only its own rows', () => {
    const odd = reportFrom(
      '“The snail race is off,” said Petra Okoye, who runs it. “They were too fast this year.”',
      'odd.txt',
      { outlet: 'Garden Weekly', published: '2031-06-30' },
    );
    const before = rowsOf(ledger);
    const after = rowsOf(compare([...story, odd]));
    for (const [id, row] of before) expect(after.get(id)).toBe(row);
    expect(after.size).toBeGreaterThan(before.size);
  });

  test('each statement has one speaker, and its base is its first witness', () => {
    for (const statement of ledger.statements)
      expect(statement.witnesses[0]?.attribution).toBe(statement.base);
    const attributions = new Map(ledger.attributions.map((one) => [one.id, one]));
    for (const { base, speaker } of ledger.statements)
      expect(attributions.get(base)?.speaker ?? null).toBe(speaker);
  });

  test('any texts: a speaker is told or left open, never both', () => {
    const parts = fc.constantFrom(
      'President Lars Vik',
      'President Anne Duval',
      'Ben Ito',
      'met',
      'said.',
      '“It is ours,”',
      'the president said.',
      'he said.',
      'they said.',
      'a resident said.',
      'his lawyer said.',
      '.',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(parts, { minLength: 4, maxLength: 24 }), (list) => {
        const record = ledgerOf({ 'a.txt': `x ${list.join(' ')}` });
        const known = new Set(record.speakers.map(({ id }) => id));
        for (const { speaker, candidates } of record.attributions) {
          if (speaker !== undefined) expect(candidates).toEqual([]);
          for (const id of [...(speaker ? [speaker] : []), ...candidates.map((one) => one.speaker)])
            expect(known.has(id)).toBe(true);
          expect(candidates.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1.02);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('any texts: never throws, and the rows hold together', () => {
    const words = fc.constantFrom(
      'Ruiz',
      'Ana Ruiz',
      'said',
      '“We will not sign,”',
      '“We will not sign the treaty if they pay,”',
      'the mayor',
      'he',
      'called it',
      '"bad"',
      '.',
      '\n\n',
      'Mr. Ito',
      'Q: Why?',
      'RUIZ: No.',
      '’',
      '“',
      '\u{1F600}',
      '\u0301',
    );
    const texts = fc.array(fc.array(words, { minLength: 3, maxLength: 30 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, (lists) => {
        const record = ledgerOf(
          Object.fromEntries(lists.map((list, i) => [`${i}.txt`, `x ${list.join(' ')}`])),
        );
        expect(() => toJson(record)).not.toThrow();
        const ids = new Set(record.attributions.map(({ id }) => id));
        expect(ids.size).toBe(record.attributions.length);
        expect(new Set(record.statements.map(({ id }) => id)).size).toBe(record.statements.length);
        for (const statement of record.statements)
          for (const witness of statement.witnesses) expect(ids.has(witness.attribution)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe.skipIf(!existsSync(REAL))('real reports, where they are at hand', () => {
  const real = compare(
    reportsIn(existsSync(REAL) ? REAL : fileURLToPath(new URL('../examples/salt-harbour', import.meta.url))),
  );

  test('the order of the reports changes nothing', () => {
    expect(toJson(compare([...reportsIn(REAL)].reverse()))).toBe(toJson(real));
  });

  test('a cut before “he means it” is meaning at risk; a typing error and a changed word are found', () => {
    const of = (file: string) => {
      const report = real.reports.find(({ origin }) => origin.startsWith(file)) as {
        id: string;
        text: string;
      };
      const own = new Set(real.attributions.filter((one) => one.report === report.id).map(({ id }) => id));
      return real.statements.flatMap((statement) =>
        statement.witnesses.slice(1).filter(({ attribution }) => own.has(attribution)),
      );
    };
    expect(of('02').some(({ rule }) => rule === 'main-clause-cut')).toBe(true);
    expect(
      of('02')
        .flatMap(({ events }) => events)
        .some(({ kind }) => kind === 'content-word'),
    ).toBe(true);
    expect(
      of('01')
        .flatMap(({ events }) => events)
        .some(({ kind }) => kind === 'misspelling'),
    ).toBe(true);
    expect(
      of('24')
        .flatMap(({ events }) => events)
        .some(({ kind }) => kind === 'clause'),
    ).toBe(true);
  });
});
