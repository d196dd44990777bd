import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segment } from '../../src/segment/segment.js';
import { cases } from '../fixtures.js';

const segmented = (text: string) => segment({ id: 'r', text }).value;

describe('sentences', () => {
  cases('sentences.txt', (given) => {
    const text = given.replaceAll(' | ', ' ');
    return segmented(text)
      .sentences.map(({ start, end }) => text.slice(start, end))
      .join(' | ');
  });
});

test('a sentence ends where the space after its stop was lost', () => {
  const text = 'Ruiz left.Ito stayed in the hall.';
  expect(segmented(text).sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Ruiz left.',
    'Ito stayed in the hall.',
  ]);
});

describe('paragraphs', () => {
  const paragraphs = (text: string) =>
    segmented(text).paragraphs.map(({ start, end, role }) => `${role}: ${text.slice(start, end)}`);

  test('a line is a paragraph', () => {
    expect(paragraphs('The vote is over and nobody is pleased.\nIt was close.')).toEqual([
      'body: The vote is over and nobody is pleased.',
      'body: It was close.',
    ]);
  });

  test('hard-wrapped lines are one', () => {
    const text =
      'The council of Salt Harbour met on Monday to talk about the\nsolvent that was found in the basin a week ago, and it did\nnot come to an end.';
    expect(segmented(text).paragraphs).toHaveLength(1);
  });

  test('headlines, links and signed posts are told apart', () => {
    const text =
      'Mayor Keeps Harbour Open\n\nThe harbour stays open, the mayor said on Monday.\n\nMore: Ito: ‘It is over’\n\nIt is over! — Ben Ito (@benito) June 28, 2031';
    expect(segmented(text).paragraphs.map(({ role }) => role)).toEqual([
      'headline',
      'body',
      'link',
      'social-post',
    ]);
  });
});

describe('turns', () => {
  const turns = (text: string) =>
    segmented(text).turns.map(
      ({ label, content }) =>
        `${text.slice(label.start, label.end)}> ${content.map((span) => text.slice(span.start, span.end)).join(' / ')}`,
    );

  test('labels with colons, with or without quotation marks', () => {
    expect(
      turns(
        'Reporter: Did you ask him?\n\nRuiz: "I asked him twice. He said no."\n\nReporter: Today?\n\nRuiz: "Today."',
      ),
    ).toEqual([
      'Reporter> Did you ask him?',
      'Ruiz> I asked him twice. He said no.',
      'Reporter> Today?',
      'Ruiz> Today.',
    ]);
  });

  test('Q without a colon, and a turn over two paragraphs', () => {
    expect(
      turns(
        'Q Mayor, will you close it?\n\nMAYOR RUIZ: No.\n\nWe will test the water.\n\nQ When?\n\nMAYOR RUIZ: At noon.',
      ),
    ).toEqual([
      'Q> Mayor, will you close it?',
      'MAYOR RUIZ> No. / We will test the water.',
      'Q> When?',
      'MAYOR RUIZ> At noon.',
    ]);
  });

  test('a turn goes on in a paragraph that opens with a quotation mark', () => {
    const report =
      'The mayor met the press on Monday.\n\nShe was in a hurry.\n\nIt rained.\n\nNobody stayed long.\n\n';
    expect(
      turns(
        report +
          'Reporter: And?\n\nRuiz: "It is odd."\n\n"It is very odd."\n\nReporter: Thanks.\n\nThe talks went on for an hour.',
      ),
    ).toEqual(['Reporter> And?', 'Ruiz> It is odd. / It is very odd.', 'Reporter> Thanks.']);
  });

  test('one colon after a name is a headline, not a turn', () => {
    expect(turns('Ruiz: Harbour stays open\n\nThe harbour stays open, the mayor said on Monday.')).toEqual(
      [],
    );
  });
});

describe('tokens', () => {
  test('words keep apostrophes, hyphens, initials and decimals', () => {
    const text = 'Ruiz’s U.S.-born aide, Jong-un, didn’t pay $3.50 or 4:25.';
    const { tokens } = segmented(text);
    const words = Array.from({ length: tokens.length }, (_, i) =>
      text.slice(tokens.starts[i], tokens.ends[i]),
    );
    expect(words).toEqual([
      'Ruiz’s',
      'U.S.',
      '-',
      'born',
      'aide',
      ',',
      'Jong-un',
      ',',
      'didn’t',
      'pay',
      '$3.50',
      'or',
      '4:25',
      '.',
    ]);
  });

  test('any text: tokens stand in order and leave only white space between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const { tokens } = segmented(text);
        let end = 0;
        for (let i = 0; i < tokens.length; i++) {
          expect(text.slice(end, tokens.starts[i]).trim()).toBe('');
          expect(tokens.ends[i]!).toBeGreaterThan(tokens.starts[i]!);
          end = tokens.ends[i]!;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });

  test('any text: sentences tile their paragraphs', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', 'B', '.', '!', ' ', '\n', '“', '”', '1', 'é', '…'),
          maxLength: 160,
        }),
        (text) => {
          const { paragraphs, sentences } = segmented(text);
          paragraphs.forEach((paragraph, index) => {
            const own = sentences.filter((sentence) => sentence.paragraph === index);
            const words = own
              .map(({ start, end }) => text.slice(start, end))
              .join('')
              .replace(/\s/g, '');
            expect(words).toBe(text.slice(paragraph.start, paragraph.end).replace(/\s/g, ''));
          });
        },
      ),
    );
  });
});
