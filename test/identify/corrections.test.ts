import { describe, expect, test } from 'vitest';
import { correctionsFrom } from '../../src/gather/corrections.js';
import type { Correction } from '../../src/model/correction.js';
import { compare } from '../../src/pipeline.js';
import { reportFrom } from '../fixtures.js';

const TEXTS = {
  'a.txt': 'Maria Ruiz walked in. “The quay stays open,” Ruiz said.',
  'b.txt': 'Ms Cole came too. “We tested it three times over,” Cole said. “It was a mistake,” Cole said.',
  'c.txt':
    'President Lars Vik and President Anne Duval met. “The port will be ours again,” the president said.',
};

function corrected(corrections: readonly Correction[]) {
  const reports = Object.entries(TEXTS).map(([origin, text]) => reportFrom(text, origin));
  const ledger = compare(reports, [], { corrections });
  const names = new Map(ledger.speakers.map(({ id, name }) => [id, name]));
  const said = ledger.attributions.map(({ report, quoted, speaker, chain }) => {
    const { text } = ledger.reports.find(({ id }) => id === report) as { text: string };
    const [first] = quoted;
    return {
      words: first ? text.slice(first.start, first.end) : '',
      by: names.get(speaker ?? '') ?? null,
      chain,
    };
  });
  return { ledger, by: (words: string) => said.find((one) => one.words.includes(words)) };
}

describe('corrections by a person', () => {
  test('without any, the text decides', () => {
    const { by, ledger } = corrected([]);
    expect(by('quay stays')?.by).toBe('Maria Ruiz');
    expect(by('tested it')?.by).toBe('Cole');
    expect(by('ours again')?.by).toBeNull();
    expect(ledger.attributions.find(({ candidates }) => candidates.length > 0)?.candidates).toHaveLength(2);
  });

  test('merge: the first one’s name and id, everywhere', () => {
    const before = corrected([]).ledger.speakers.find(({ name }) => name === 'Maria Ruiz');
    const { by, ledger } = corrected([{ merge: ['Maria Ruiz', 'Cole'] }]);
    expect(by('tested it')?.by).toBe('Maria Ruiz');
    expect(by('tested it')?.chain.at(-1)?.holder).toBe('Maria Ruiz');
    const merged = ledger.speakers.find(({ name }) => name === 'Maria Ruiz');
    expect(merged?.id).toBe(before?.id);
    expect(merged?.aliases).toContain('Cole');
    expect(ledger.statements.filter(({ speaker }) => speaker === merged?.id)).toHaveLength(3);
  });

  test('merge: candidates that are one are told once', () => {
    const { ledger } = corrected([{ merge: ['Lars Vik', 'Anne Duval'] }]);
    const vik = ledger.speakers.find(({ name }) => name === 'Lars Vik');
    expect(ledger.attributions.flatMap(({ candidates }) => candidates)).toEqual([
      { speaker: vik?.id, probability: 1 },
    ]);
  });

  test('split: some of the words are another’s', () => {
    const { by } = corrected([
      { split: 'Cole', into: 'Anna Cole', where: [{ report: 'b.txt', words: 'tested it' }] },
    ]);
    expect(by('tested it')?.by).toBe('Anna Cole');
    expect(by('a mistake')?.by).toBe('Cole');
  });

  test('assign: who said what was left open', () => {
    const { by, ledger } = corrected([
      { assign: 'Anne Duval', where: [{ report: 'c.txt', words: 'ours again' }] },
    ]);
    expect(by('ours again')?.by).toBe('Anne Duval');
    expect(ledger.attributions.flatMap(({ candidates }) => candidates)).toEqual([]);
    expect(ledger.notes.filter(({ code }) => code === 'speaker-unresolved')).toEqual([]);
  });

  test('rename, role, Wikidata item and kind; later corrections see the earlier ones', () => {
    const { ledger } = corrected([
      { rename: 'Maria Ruiz', to: 'María Ruiz' },
      { speaker: 'María Ruiz', role: 'mayor of Salt Harbour', wikidata: 'Q42' },
      { speaker: 'Cole', kind: 'body' },
    ]);
    expect(ledger.speakers.find(({ name }) => name === 'María Ruiz')).toMatchObject({
      wikidata: 'Q42',
      roles: ['mayor of Salt Harbour'],
      aliases: ['Maria Ruiz', 'Ruiz'],
    });
    expect(ledger.speakers.find(({ name }) => name === 'Cole')?.kind).toBe('body');
  });

  test('what fits nobody changes nothing and says so', () => {
    const { ledger } = corrected([{ merge: ['Maria Ruiz', 'Nobody'] }]);
    expect(ledger.notes.find(({ code }) => code === 'correction-unused')?.message).toContain(
      'no speaker is called “Nobody” here',
    );
    expect({ ...ledger, notes: [] }).toEqual({ ...corrected([]).ledger, notes: [] });
  });

  test('the same corrections give the same record', () => {
    const corrections: readonly Correction[] = [
      { split: 'Cole', into: 'Anna Cole', where: [{ report: 'b.txt' }] },
      { rename: 'Anna Cole', to: 'A. Cole' },
    ];
    expect(corrected(corrections).ledger).toEqual(corrected(corrections).ledger);
  });
});

describe('a file of corrections', () => {
  const file = (corrections: unknown) => JSON.stringify({ format: 'hearsay-speakers/1', corrections });

  test('holds corrections of every kind', () => {
    const all: readonly Correction[] = [
      { merge: ['A', 'B'] },
      { split: 'A', into: 'B', where: [{ report: 'a.txt', words: 'x' }] },
      { assign: 'A', where: [{ report: 'a.txt' }] },
      { rename: 'A', to: 'B' },
      { speaker: 'A', role: 'mayor', wikidata: 'Q1', kind: 'person' },
    ];
    expect(correctionsFrom(file(all), 'speakers.json')).toEqual(all);
    expect(correctionsFrom(`\uFEFF${file([])}`, 'speakers.json')).toEqual([]);
  });

  test.each<[string, string]>([
    ['{', 'is not JSON'],
    ['[]', 'has no "format"'],
    ['{"format":"hearsay-speakers/1"}', 'no list "corrections"'],
    ['{"format":"hearsay-speakers/1","corrections":[],"speakers":[]}', 'unknown field "speakers"'],
    [file(['x']), 'correction 1: is no object'],
    [file([{}]), 'correction 1: needs exactly one of'],
    [file([{ merge: ['A', 'B'] }, { merge: ['A'] }]), 'correction 2: "merge" must be a list of two names'],
    [file([{ rename: 'A' }]), '"to" must be a name'],
    [file([{ rename: 'A', to: 'B', into: 'C' }]), '"into" is no field of "rename"'],
    [file([{ split: 'A', into: 'B', where: [] }]), '"where" must be a list of places'],
    [file([{ assign: 'A', where: [{ words: 'x' }] }]), '"where" must be a list of places'],
    [file([{ speaker: 'A' }]), 'needs a "role"'],
    [file([{ speaker: 'A', wikidata: '42' }]), 'such as "Q42"'],
    [file([{ speaker: 'A', kind: 'robot' }]), '"kind" must be one of person, body'],
  ])('%s', (text, problem) => {
    expect(() => correctionsFrom(text, 'speakers.json')).toThrow(problem);
  });
});
