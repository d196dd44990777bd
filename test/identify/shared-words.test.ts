import { describe, expect, test } from 'vitest';
import { verifyQuotes } from '../../src/pipeline.js';
import { ledgerOf, reportFrom } from '../fixtures.js';

const WORDS = 'the pumps were never tested before the storm came in';

/** Who is told as the speaker of the words in a report. */
function speakerIn(report: string, texts: Record<string, string>): string | undefined {
  const ledger = ledgerOf(texts);
  const found = ledger.reports.find(({ origin }) => origin === report);
  const said = ledger.attributions.find(
    (one) =>
      one.report === found?.id &&
      one.quoted.some(({ start, end }) => found.text.slice(start, end).includes('never tested')),
  );
  return ledger.speakers.find(({ id }) => id === said?.speaker)?.name;
}

const named = `Harbour chief Maria Ruiz spoke on Monday. “I tell you, ${WORDS},” Maria Ruiz said.`;

describe('one saying has one speaker', () => {
  test.each<[string, string, string | undefined]>([
    [
      'a pronoun that was taken for another woman whom the report names',
      `Harbour chief Maria Ruiz was there. Anna Lee, who runs the ferry, arrived late. Anna Lee left again. “I tell you, ${WORDS},” she said.`,
      'Maria Ruiz',
    ],
    ['a role that no name answers to', `“I tell you, ${WORDS},” the engineer said.`, 'Maria Ruiz'],
    [
      'somebody whom the report names as the speaker',
      `Harbour chief Maria Ruiz was there. “I tell you, ${WORDS},” Anna Lee said.`,
      'Anna Lee',
    ],
    [
      'a pronoun of a report that never names her',
      `Anna Lee, who runs the ferry, arrived late. “I tell you, ${WORDS},” she said.`,
      'Anna Lee',
    ],
    [
      'a man’s pronoun',
      `Harbour chief Maria Ruiz was there. Tom Lee arrived late. “I tell you, ${WORDS},” he said.`,
      'Tom Lee',
    ],
    [
      'a surname that another bears of whom the story speaks as much',
      `Anna Ruiz runs the ferry. “I tell you, ${WORDS},” Ruiz said.`,
      'Anna Ruiz',
    ],
    ['several, who are no one person', `“I tell you, ${WORDS},” two engineers said.`, 'two engineers'],
    [
      'a set phrase of few words',
      'Harbour chief Maria Ruiz was there. Anna Lee arrived late. “But the pumps were never tested,” she said.',
      'Anna Lee',
    ],
  ])('%s', (_, text, expected) => {
    expect(speakerIn('b.txt', { 'a.txt': named, 'b.txt': text })).toBe(expected);
    expect(speakerIn('b.txt', { 'b.txt': text, 'a.txt': named })).toBe(expected);
  });

  test('a surname alone is whoever of that surname the story is about', () => {
    const much = 'Maria Ruiz went to the quay. Maria Ruiz spoke to the board. Maria Ruiz left again. ';
    expect(
      speakerIn('b.txt', {
        'a.txt': much + much + named,
        'b.txt': `Anna Ruiz was at home. “I tell you, ${WORDS},” Ruiz said.`,
      }),
    ).toBe('Maria Ruiz');
  });

  test('a role that turned out to be somebody is one of their roles', () => {
    const ledger = ledgerOf({ 'a.txt': named, 'b.txt': `“I tell you, ${WORDS},” the engineer said.` });
    expect(ledger.speakers.map(({ name, roles }) => [name, roles.includes('engineer')])).toEqual([
      ['Maria Ruiz', true],
    ]);
  });

  test('where two are named for the words, nobody else is', () => {
    expect(
      speakerIn('c.txt', {
        'a.txt': named,
        'b.txt': `“I tell you, ${WORDS},” Anna Lee said.`,
        'c.txt': `“I tell you, ${WORDS},” the engineer said.`,
      }),
    ).toBe('engineer');
  });

  test('two spellings of one name, and a word that is none, are one person where the words are the same', () => {
    const speakers = (second: string) =>
      ledgerOf({ 'a.txt': named, 'b.txt': `“I tell you, ${WORDS},” ${second} said.` }).speakers.length;
    expect(speakers('Mariya Ruiz')).toBe(1);
    expect(speakers('Anna Ruiz')).toBe(2);
    expect(speakers('Maria Ruiz Jr.')).toBe(2);
  });

  test('a draft is not settled by what it is checked against', () => {
    const draft = reportFrom(
      `Harbour chief Maria Ruiz was there. Anna Lee arrived late. Anna Lee left again. “I tell you, ${WORDS},” she said.`,
      'draft.txt',
    );
    const source = reportFrom(named, 'source.txt');
    const [found] = verifyQuotes(draft, [source]).quotations;
    expect([found?.verdict, found?.speaker]).toEqual(['exact', 'Anna Lee']);
  });
});

describe('bodies of a state', () => {
  test.each<[string, string, number]>([
    ['Norway’s foreign ministry', 'The Norwegian Foreign Ministry', 1],
    ['North Korea’s foreign ministry', 'The North’s Foreign Ministry', 1],
    ['Norway’s foreign ministry', 'The Danish Foreign Ministry', 2],
    ['Norway’s foreign ministry', 'Norway’s defence ministry', 2],
    // Americans who are asked are not their government.
    ['Norway', 'The Norwegians', 2],
  ])('%s and %s: %i', (first, second, count) => {
    const { attributions } = ledgerOf({
      'a.txt': `${first} said “the port would close.” The road goes from Norway to North Korea.`,
      'b.txt': `${second} said “the ferry would wait.” The road goes from Norway to North Korea.`,
    });
    const quoted = attributions.filter((one) => one.quoted.length > 0);
    expect(quoted).toHaveLength(2);
    expect(new Set(quoted.map(({ speaker }) => speaker)).size).toBe(count);
  });
});
