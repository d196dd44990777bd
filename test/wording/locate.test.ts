import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Finder, type SourceText } from '../../src/verify/finder.js';
import { Locator } from '../../src/wording/locate.js';
import { SourceIndex } from '../../src/wording/source-index.js';
import { wordsIn } from '../../src/wording/words.js';

/** Prose of a small language: words of uneven frequency, sentences, paragraphs. */
const WORDS =
  'the the the of of to and and in a harbour council ship pump winter logs test mayor quay water company ferry lawyers crew captain order morning vote panic proof board town'.split(
    ' ',
  );
const sentence = fc
  .array(fc.nat(5000), { minLength: 6, maxLength: 24 })
  .map((picks) => picks.map((pick) => (pick % 3 === 0 ? `w${pick}` : WORDS[pick % WORDS.length])).join(' '));
const text = fc.array(sentence, { minLength: 3, maxLength: 12 }).map((sentences) =>
  sentences
    .map((one) => `${one}.`)
    .join(' ')
    .replace(/(\w+\.) (\w+)/g, '$1\n$2'),
);
const source = (one: string, i: number): SourceText => ({ id: `s${i}`, text: one });
const all = (one: string) => wordsIn(one, { start: 0, end: one.length });

describe('a quotation in an index', () => {
  test('what stands there is found where it stands', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        (texts, which, where) => {
          const finder = new Finder(texts.map(source));
          const number = which % texts.length;
          const given = texts[number] as string;
          const words = all(given);
          const from = where % Math.max(1, words.length - 8);
          const [first, last] = [words[from], words[Math.min(words.length, from + 8) - 1]];
          const quotation = given.slice(first!.start, last!.end);
          const found = finder.find(finder.read(quotation));
          const said = (one: string) => all(one).map(({ norm }) => norm);
          expect(
            found.map(({ source: at, spans }) =>
              said((texts[at] as string).slice(spans[0]!.start, spans[0]!.end)),
            ),
          ).toContainEqual(said(quotation));
          for (const { source: at, spans } of found)
            for (const { start, end } of spans)
              expect(0 <= start && start < end && end <= (texts[at] as string).length).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('texts that came one by one are searched as if they had come at once', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), sentence, (texts, other) => {
        const whole = new Finder(texts.map(source));
        const grown = new Finder();
        for (const [i, one] of texts.entries()) {
          grown.add(source(one, i));
          grown.find(grown.read(other));
        }
        const quotation = `${(texts.at(-1) as string).split('.')[0]} ${other.split(' ').slice(0, 2).join(' ')}`;
        expect(grown.find(grown.read(quotation))).toEqual(whole.find(whole.read(quotation)));
      }),
      { numRuns: 40 },
    );
  });

  test('an index that was saved finds the same', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const index = new SourceIndex();
        for (const one of texts) index.add(one);
        const loaded = SourceIndex.load(index.save());
        const quotation = all((texts[0] as string).slice(0, 60));
        expect(new Locator(loaded).locate(quotation)).toEqual(new Locator(index).locate(quotation));
        loaded.add('more words than there were before');
        expect(loaded.columns.length).toBe(index.columns.length + 6);
      }),
      { numRuns: 30 },
    );
  });

  test('bytes that are no index, or not all of one, say so', () => {
    const index = new SourceIndex();
    index.add('We will not close the harbour.');
    const bytes = index.save();
    expect(() => SourceIndex.load(new Uint8Array(20))).toThrow('no saved index');
    expect(() => SourceIndex.load(bytes.subarray(0, bytes.length - 3))).toThrow('cut short');
    expect(() => SourceIndex.load(bytes.subarray(0, 12))).toThrow('cut short');
  });

  test('any text: never throws, spans lie inside', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (given, quotation) => {
          const finder = new Finder([{ id: 's', text: given }]);
          for (const { spans } of finder.find(finder.read(quotation)))
            for (const { start, end } of spans)
              expect(0 <= start && start < end && end <= given.length).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a scope is kept to', () => {
    const same = 'We will not close the harbour before the winter comes.';
    const finder = new Finder([same, same, same].map(source));
    const found = (admits?: (text: number) => boolean) =>
      finder.find(finder.read(same), '', admits ? { admits } : {}).map((one) => one.source);
    expect(found()).toEqual([0, 1, 2]);
    expect(found((number) => number === 1)).toEqual([1]);
    expect(found(() => false)).toEqual([]);
  });
});

describe('one place of each kind', () => {
  const SPEECH = [
    'Fellow townspeople, the winter was long and the pumps on the northern quay have failed us twice.',
    'We will not close the harbour unless the second test comes back positive, whatever the company says.',
    'I have asked the captain for the logs of the ship, and I have asked for them again this morning.',
    'The council has found forty million crowns for the repair of the northern pumps.',
    'If the water is clean by Friday, the ferries will leave at six and at noon as they always did.',
  ].join('\n');
  const finder = new Finder([{ id: 'speech', text: SPEECH }]);
  const told = (quotation: string) => {
    const [best] = finder.find(finder.read(quotation));
    if (!best) return 'not-located';
    return [best.form, ...best.events.map(({ kind }) => kind)].join(' ');
  };

  test.each([
    ['We will not close the harbour unless the second test comes back positive', 'trimmed'],
    ['The council has found 40 million crowns for the repair of the northern pumps.', 'house-style'],
    ['I have asked the captain for the logs … again this morning', 'marked-elision'],
    ['I have asked the captain for the logs . . . again this morning', 'marked-elision'],
    ['I have asked the captain for the logs of the ship this morning', 'silent-elision content-word'],
    [
      'The winter was long. The council has found forty million crowns for the repair of the northern pumps.',
      'stitched number',
    ],
    ['The [board] has found forty million crowns for the repair of the northern pumps', 'bracketed'],
    ['The council has found sixty million crowns for the repair of the northern pumps', 'altered number'],
    ['We will close the harbour unless the second test comes back positive', 'silent-elision negator'],
    [
      'The council has fuond forty million crowns for the repair of the northern pumps',
      'altered misspelling',
    ],
    [
      'the ferries will leave at six and at noon as they always did, If the water is clean by Friday',
      'reordered order',
    ],
    ['Nobody in this town has ever paid for the sins of the shipping lines', 'not-located'],
    ['clean by Friday', 'trimmed boundary'],
    ['', 'not-located'],
  ])('%s: %s', (quotation, expected) => expect(told(quotation)).toBe(expected));

  test('all places that are as good are told', () => {
    const twice = new Finder([{ id: 'a', text: 'I want the logs.\nThank you.\nI want the logs.' }]);
    expect(twice.find(twice.read('I want the logs')).map(({ spans }) => spans[0]?.start)).toEqual([0, 28]);
  });

  test('words put together from two texts say so', () => {
    const two = new Finder([
      { id: 'a', text: 'The pumps on the northern quay have failed us twice this winter.' },
      { id: 'b', text: 'The captain has refused to give us the logs of his ship.' },
    ]);
    const [best] = two.find(
      two.read(
        'The pumps on the northern quay have failed us twice this winter. The captain has refused to give us the logs of his ship.',
      ),
    );
    expect([best?.form, best?.source, best?.elsewhere.map(({ text: number }) => number)]).toEqual([
      'stitched',
      0,
      [1],
    ]);
  });
});
