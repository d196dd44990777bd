import { describe, expect, test } from 'vitest';
import { nounClass } from '../../src/learned/nouns/classes.js';
import { ENTITY_TYPES, entityTypes, referenceModel, softmax } from '../../src/learned/reference/model.js';
import type { Speaker } from '../../src/model/speaker.js';
import { compare } from '../../src/pipeline.js';
import { ledgerOf, reportFrom } from '../fixtures.js';

function speakersOf(texts: Record<string, string>): ReadonlyMap<string, Speaker> {
  return new Map(ledgerOf(texts).speakers.map((speaker) => [speaker.name, speaker]));
}

describe('mentions', () => {
  const text =
    'Mayor Maria Ruiz walked in. The mayor looked tired. “I will not sign it,” she said. Ruiz, the harbour chief, left.';

  test('of every kind, each with its words', () => {
    const ledger = ledgerOf({ 'a.txt': text });
    const ruiz = ledger.speakers.find(({ name }) => name === 'Maria Ruiz');
    const words = (kind: string) =>
      ruiz?.mentions.filter((one) => one.kind === kind).map(({ start, end }) => text.slice(start, end));
    expect(words('name')).toEqual(['Maria Ruiz', 'Ruiz']);
    expect(words('role')).toEqual(['Mayor', 'The mayor', 'the harbour chief', 'harbour chief']);
    expect(words('pronoun')).toEqual(['I', 'she']);
  });

  test('an office that somebody is addressed by is no surname, `Mr. King` is one', () => {
    const named = speakersOf({
      'a.txt':
        '“No,” Mr. King said. “Thank you, Mr. President. We will stay, Mr. Chairman, and so will Mr. Speaker.”',
    });
    expect(named.has('King')).toBe(true);
    for (const office of ['President', 'Chairman', 'Speaker']) expect(named.has(office)).toBe(false);
  });

  test('a case at law is nobody', () => {
    const named = speakersOf({
      'a.txt':
        'Paula Holt left. “It is ours,” said Holt. “Not so,” Ruiz v. Holt says, and Ruiz v. Holt stands.',
    });
    expect(named.has('Paula Holt')).toBe(true);
    expect(named.get('Paula Holt')?.mentions.length).toBe(2);
  });

  test('every role and every alias has a mention with its words', () => {
    const ledger = ledgerOf({
      'a.txt': text,
      'b.txt': 'Harbour chief Ruiz, the town’s mayor, spoke. “No,” Ms. Ruiz said.',
    });
    const report = new Map(ledger.reports.map((one) => [one.id, one.text]));
    for (const speaker of ledger.speakers.filter(({ kind }) => kind === 'person')) {
      const said = speaker.mentions.map(({ report: id, start, end }) => report.get(id)?.slice(start, end));
      for (const words of [...speaker.roles, ...speaker.aliases])
        expect(
          said.some((one) => one === words || one?.endsWith(` ${words}`)),
          words,
        ).toBe(true);
    }
  });
});

describe('across reports', () => {
  test('unnamed sources that say the same words in the same role are one', () => {
    const speakers = ledgerOf({
      'a.txt': '“The pumps were never tested at all,” a senior official said.',
      'b.txt': '“The pumps were never tested at all,” an official said.',
    }).speakers.filter(({ kind }) => kind === 'unnamed');
    expect(speakers).toHaveLength(1);
  });

  test('they stay two where the words or the roles differ', () => {
    const count = (second: string) =>
      ledgerOf({ 'a.txt': '“The pumps were never tested at all,” a senior official said.', 'b.txt': second })
        .speakers.length;
    expect(count('“The pumps were tested only last week,” an official said.')).toBe(2);
    expect(count('“The pumps were never tested at all,” a resident said.')).toBe(2);
  });

  test('a country is one, whatever it is called; its capital stays apart', () => {
    const speakers = speakersOf({
      'a.txt': 'The United States said the port would close.',
      'b.txt': 'The U.S. said the port would close.',
      'c.txt': 'Washington said the port would close.',
    });
    expect([...speakers.values()].filter(({ aliases }) => aliases.length > 0)).toHaveLength(1);
    expect(speakers.has('Washington')).toBe(true);
  });
});

describe('addressee and venue', () => {
  test.each<[string, string, string]>([
    ['Ruiz told reporters aboard the ferry that the port would stay open.', 'reporters', 'aboard the ferry'],
    ['“It is ours,” Ruiz told reporters at a briefing in Oslo.', 'reporters', 'at a briefing in Oslo'],
    [
      'Ruiz said in an interview with the Salt Harbour Courier that it was over.',
      'the Salt Harbour Courier',
      'in an interview with the Salt Harbour Courier',
    ],
    ['Ruiz told a news conference on Monday that it was over.', '', 'a news conference'],
    ['“It is over,” Ruiz said in a statement.', '', 'in a statement'],
    ['“It is over,” Ruiz wrote on Twitter.', '', 'on Twitter'],
    ['“It is over,” Ruiz said on Monday.', '', ''],
    ['“It is over,” Ruiz said after the meeting.', '', ''],
    ['Ruiz said the meeting at a hotel in Oslo was a mistake.', '', ''],
  ])('%s', (text, to, where) => {
    const report = reportFrom(text);
    const [found] = compare([report]).attributions;
    const words = (span?: { start: number; end: number }) =>
      span ? report.text.slice(span.start, span.end) : '';
    expect([words(found?.addressee), words(found?.venue)]).toEqual([to, where]);
  });
});

describe('what is learned', () => {
  test('types are probabilities', () => {
    for (const buckets of [[], [1, 2, 3], [5, 5, 5]]) {
      const types = entityTypes(referenceModel(), buckets);
      expect(types).toHaveLength(ENTITY_TYPES.length);
      expect(types.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1);
    }
    expect(softmax([1000, 0])).toEqual([1, 0]);
  });

  test.each([
    ['fisherman', 'person'],
    ['fishermen', 'person'],
    ['witnesses', 'person'],
    ['committee', 'group'],
    ['province', 'place'],
    ['mistake', null],
    ['', null],
  ])('%s is a %s', (noun, expected) => {
    expect(nounClass(noun)).toBe(expected);
  });
});
