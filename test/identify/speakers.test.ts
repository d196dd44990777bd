import { describe, expect, test } from 'vitest';
import { ledgerOf } from '../fixtures.js';

/** Whose words the first quotation that holds `words` is, by name; `null` where the text does not tell. */
function speakerOf(texts: string | Record<string, string>, words: string): string | null {
  const ledger = ledgerOf(typeof texts === 'string' ? { 'a.txt': texts } : texts);
  const names = new Map(ledger.speakers.map((speaker) => [speaker.id, speaker.name]));
  const text = new Map(ledger.reports.map((report) => [report.id, report.text]));
  const found = ledger.attributions.find((one) =>
    one.quoted.some((span) => (text.get(one.report) as string).slice(span.start, span.end).includes(words)),
  );
  if (!found) throw new Error(`no attribution holds “${words}”`);
  return (found.speaker && names.get(found.speaker)) || null;
}

describe('within a report', () => {
  test.each<[string, string, string, string]>([
    [
      'a surname is the person named in full before',
      'Mayor Maria Ruiz opened the hall. “It is ours,” Ruiz said.',
      'ours',
      'Maria Ruiz',
    ],
    ['or after', 'Ruiz was pleased. “It is ours,” Ruiz said. Maria Ruiz is the mayor.', 'ours', 'Maria Ruiz'],
    [
      'a surname stays with whom the text is about when a relative comes by',
      'Mayor Maria Ruiz opened the hall. Ruiz thanked the crew and her husband, Tom Ruiz. “It is ours,” Ruiz said.',
      'ours',
      'Maria Ruiz',
    ],
    [
      'a surname goes to a relative who has just spoken',
      'Mayor Maria Ruiz opened the hall. Ruiz thanked the crew. Her husband, Tom Ruiz, said it was late. Tom Ruiz said so twice. “It is ours,” Ruiz said.',
      'ours',
      'Tom Ruiz',
    ],
    [
      'a given name that only a crowd of names knows',
      'Zdenka Holub met Mladen Kos on Monday. “It is ours,” she said.',
      'ours',
      'Zdenka Holub',
    ],
    [
      'whoever introduces herself by name',
      'Lena Holub sang. “I’m Lena Holub and the song is ours,” she said.',
      'ours',
      'Lena Holub',
    ],
    [
      'nobody who is named in the quotation',
      'Asha Nair admired Lena Holub. Lena Holub was late. “Holub is the pride of ours,” she said.',
      'pride',
      'Asha Nair',
    ],
    [
      'they for two who are named together',
      'Ana Holub and Ben Ito arrived late. They said that “it is ours.”',
      'ours',
      'Ana Holub and Ben Ito',
    ],
    [
      'a courtesy title',
      'Mayor Maria Ruiz opened the hall. “It is ours,” Ms. Ruiz said.',
      'ours',
      'Maria Ruiz',
    ],
    ['a role', 'Mayor Maria Ruiz met Ben Ito. “It is ours,” the mayor said.', 'ours', 'Maria Ruiz'],
    [
      'a role of a country',
      'Norwegian President Lars Vik met French President Anne Duval in Oslo. “It is ours,” the French leader said.',
      'ours',
      'Anne Duval',
    ],
    [
      'a role in apposition',
      'Maria Ruiz, the harbour director, met Ben Ito. “It is ours,” the director said.',
      'ours',
      'Maria Ruiz',
    ],
    [
      'a pronoun with a gender',
      'Maria Ruiz met Ben Ito on Monday. “It is ours,” she said.',
      'ours',
      'Maria Ruiz',
    ],
    [
      'a pronoun for the subject before',
      'Ben Ito praised Tom Abara on Monday. “It is ours,” he said.',
      'ours',
      'Ben Ito',
    ],
    [
      'a pronoun for whoever spoke last',
      '“It is ours,” Ben Ito said of Tom Abara. “We paid for it,” he added.',
      'paid',
      'Ben Ito',
    ],
    [
      'I in a quotation within',
      '“I told him, ‘It is ours,’ and left,” Maria Ruiz said.',
      'ours',
      'Maria Ruiz',
    ],

    ['father and son', 'Ben Ito Jr. came with Ben Ito. “It is ours,” Ito said.', 'ours', 'Ben Ito'],
    ['initials', 'H.R. Abara spoke in Munich. “It is ours,” Abara said.', 'ours', 'H.R. Abara'],
    [
      'a spokesman speaks in his own name',
      '“It is ours,” said Tom Abara, a spokesman for the Harbour Board.',
      'ours',
      'Tom Abara',
    ],
    [
      'a body',
      'The Harbour Board met. “It is ours,” the Harbour Board said in a statement.',
      'ours',
      'Harbour Board',
    ],
    [
      'an unnamed official stays one through the report',
      '“It is ours,” a harbour official said. “We paid for it,” the official said.',
      'paid',
      'harbour official',
    ],
    [
      'a name and a role in one source',
      '“It is ours,” Foreign Minister Anne Duval said.',
      'ours',
      'Anne Duval',
    ],
    [
      'the apposition holds the name',
      'The laboratory’s director, Asha Nair, said it was “not a close call at all.”',
      'close call',
      'Asha Nair',
    ],
    [
      'reporters who ask',
      'When asked whether Ruiz could say “once and for all what she believes,” the mayor left.',
      'once',
      'Reporter',
    ],
    [
      'a turn of a transcript',
      'Maria Ruiz met the press.\n\nReporter: Will you sign?\n\nRUIZ: It is ours.\n\nReporter: When?\n\nRUIZ: Now.',
      'ours',
      'Maria Ruiz',
    ],
    [
      'a word that only looks like a name',
      'On Sunday Ruiz, Maria Ruiz, spoke. “It is ours,” Ruiz said.',
      'ours',
      'Maria Ruiz',
    ],
  ])('%s', (_, text, words, speaker) => {
    expect(speakerOf(text, words)).toBe(speaker);
  });

  test('where nobody fits, the speaker is left open, with a note', () => {
    const ledger = ledgerOf({ 'a.txt': 'The rain fell. “It is ours,” she said.' });
    expect(ledger.attributions[0]?.speaker).toBeUndefined();
    expect(ledger.notes.map(({ code }) => code)).toContain('speaker-unresolved');
  });
});

describe('across reports', () => {
  const one = (texts: Record<string, string>) =>
    [...new Set(ledgerOf(texts).speakers.map(({ name }) => name))].sort();

  test('a surname alone is the story’s one person of that name', () => {
    expect(
      one({ 'a.txt': '“It is ours,” Maria Ruiz said.', 'b.txt': '“We paid for it,” Ruiz said.' }),
    ).toEqual(['Maria Ruiz']);
  });

  test('nicknames, middle names, hyphens and accents do not part a person', () => {
    expect(
      one({ 'a.txt': '“It is ours,” Steve Abara said.', 'b.txt': '“We paid,” Steven Abara said.' }),
    ).toHaveLength(1);
    expect(
      one({ 'a.txt': '“It is ours,” Sarah Holm Abara said.', 'b.txt': '“We paid,” Sarah Abara said.' }),
    ).toHaveLength(1);
    expect(
      one({ 'a.txt': '“It is ours,” Kim Jong-so said.', 'b.txt': '“We paid,” Kim Jong So said.' }),
    ).toHaveLength(1);
    expect(
      one({ 'a.txt': '“It is ours,” José Duval said.', 'b.txt': '“We paid,” Jose Duval said.' }),
    ).toHaveLength(1);
  });

  test('a pronoun is nobody whom another report shows to be of the other gender', () => {
    const report =
      'Nina Holt came in late.\n\nThe hall was full. The crews sang.\n\nVik spoke first. Vik thanked the crews. “It is ours,” she said.';
    expect(speakerOf({ 'a.txt': report }, 'ours')).toBe('Vik');
    const other = 'Stefan Vik spoke first. “We paid,” Vik said.';
    expect(speakerOf({ 'a.txt': report, 'b.txt': other }, 'ours')).toBe('Nina Holt');
  });

  test('two people of one surname stay two', () => {
    expect(one({ 'a.txt': '“It is ours,” Maria Ruiz said.', 'b.txt': '“We paid,” Tom Ruiz said.' })).toEqual([
      'Maria Ruiz',
      'Tom Ruiz',
    ]);
  });

  test('a role in a report that names nobody is the story’s one holder of it', () => {
    expect(
      speakerOf(
        {
          'a.txt': 'Mayor Maria Ruiz spoke. “It is ours,” Mayor Maria Ruiz said.',
          'b.txt': '“We paid for it,” the mayor said.',
        },
        'paid',
      ),
    ).toBe('Maria Ruiz');
  });

  test('unnamed sources of two outlets stay two', () => {
    const ledger = ledgerOf({
      'a.txt': '“It is ours,” a senior official said.',
      'b.txt': '“We paid for it,” a senior official said.',
    });
    expect(new Set(ledger.attributions.map(({ speaker }) => speaker)).size).toBe(2);
  });

  test('the agencies of a state are one body, whatever they are called', () => {
    const ledger = ledgerOf({
      'a.txt': 'U.S. intelligence agencies said it was “very likely indeed.”',
      'b.txt': 'The US intelligence community said there was “no doubt of it.”',
      'c.txt':
        'Norwegian intelligence services said that “nobody asked us.” The intelligence services said it was “too late for this.”',
    });
    const cited = ledger.attributions.map(({ speaker }) => speaker);
    expect(new Set(cited).size).toBe(2);
  });

  test('agencies of no state are those of no report beside', () => {
    const ledger = ledgerOf({
      'a.txt': 'U.S. intelligence agencies said it was “very likely indeed.”',
      'b.txt': 'The intelligence community said there was “no doubt of it.”',
    });
    expect(new Set(ledger.attributions.map(({ speaker }) => speaker)).size).toBe(2);
  });
});
