import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collate } from '../../src/collate/collate.js';
import type { Attribution } from '../../src/model/attribution.js';
import { segment } from '../../src/segment/segment.js';
import { align } from '../../src/wording/align.js';
import { sameWord, wordsIn } from '../../src/wording/words.js';
import { cases, reportFrom } from '../fixtures.js';

const words = (text: string) => wordsIn(text, { start: 0, end: text.length });
const norms = (text: string) =>
  words(text)
    .map(({ norm }) => norm)
    .join(' ');

/** Two reports: a transcript with the base, and one that quotes the witness's words in a sentence of its own. */
function collated(base: string, witness: string, sentence: string): string {
  const turn = reportFrom(
    `Reporter: And?\n\nRuiz: ${base}\n\nReporter: Thanks.\n\nRuiz: Not at all.`,
    'base.txt',
    { kind: 'transcript' },
  );
  const report = reportFrom(sentence.replace('{}', `“${witness}”`), 'witness.txt');
  const at = (from: { text: string; id: string }, words: string, by: Attribution['by']): Attribution => {
    const start = from.text.indexOf(words);
    const quoted = words.split(' // ').map((part) => {
      const begins = from.text.indexOf(part, start);
      return { start: begins, end: begins + part.length };
    });
    return {
      id: `at-${from.id}`,
      report: from.id,
      content: quoted,
      quoted,
      form: 'direct',
      candidates: [],
      speaker: 'ruiz',
      by,
      kind: 'speech',
      chain: [],
      confidence: 1,
      rule: 'test',
    };
  };
  const inputs = [
    { report: turn, segmentation: segment(turn).value, attributions: [at(turn, base, 'label')] },
    { report, segmentation: segment(report).value, attributions: [at(report, witness, 'name')] },
  ];
  const statements = collate(inputs);
  const found = statements.flatMap((statement) => statement.witnesses.slice(1));
  if (found.length === 0) return 'not located';
  return found
    .map(({ form, verdict, rule, events }) => {
      const shown = events.map(
        ({ kind, base: b, witness: w }) =>
          `${kind} [${turn.text.slice(b.start, b.end)}|${report.text.slice(w.start, w.end)}]`,
      );
      return [`${form}, ${verdict}, ${rule}`, ...shown].join('; ');
    })
    .join(' + ');
}

describe('collation rows', () => {
  cases('collation.txt', (given) => {
    const [base, witness, ...rest] = given.split('\n');
    const sentence = rest.find((line) => line.startsWith('in: '));
    const result = collated(
      (base as string).slice(6),
      (witness as string).slice(6),
      sentence?.slice(4) ?? '{} Ruiz said.',
    );
    return [base, witness, ...(sentence ? [sentence] : []), `  =>  ${result}`].join('\n');
  });
});

describe('words', () => {
  test('contractions, numbers, spelling and accents are levelled', () => {
    expect(norms('He’s won’t can’t they’re')).toBe("he 's will not can not they are");
    expect(norms('four hundred people and 400 people')).toBe('400 people and 400 people');
    expect(norms('1.5 million; 1,500,000; twenty-five; 25%')).toBe('1500000 1500000 25 25 percent');
    expect(norms('naïveté colour organise')).toBe('naivete color organize');
    expect(norms('in 2016 20 ships')).toBe('in 2016 20 ships');
  });

  test('any text: words stand in order inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        let start = 0;
        for (const word of words(text)) {
          expect(word.start).toBeGreaterThanOrEqual(start);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.end).toBeLessThanOrEqual(text.length);
          start = word.start;
        }
      }),
    );
  });
});

describe('alignment', () => {
  const sentence = fc.array(
    fc.constantFrom('we', 'will', 'not', 'sign', 'the', 'treaty', 'if', 'they', 'pay', 'now'),
    { minLength: 1, maxLength: 25 },
  );

  test('a text fits itself whole', () => {
    fc.assert(
      fc.property(sentence, (list) => {
        const own = words(list.join(' '));
        expect(align(own, own).same).toBe(own.length);
      }),
    );
  });

  test('every word of the witness stands in one step, in order, and pairs never cross', () => {
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const [base, witness] = [words(a.join(' ')), words(b.join(' '))];
        const { steps, same } = align(base, witness);
        const witnessed = steps.flatMap((step) => ('witness' in step ? [step.witness] : []));
        expect(witnessed).toEqual(witness.map((_, i) => i));
        const based = steps.flatMap((step) => ('base' in step ? [step.base] : []));
        expect(based).toEqual([...based].sort((x, y) => x - y));
        expect(new Set(based).size).toBe(based.length);
        const alike = steps.filter(
          (step) => step.op === 'same' && sameWord(base[step.base]!.norm, witness[step.witness]!.norm),
        );
        expect(alike.length).toBe(same);
      }),
    );
  });

  test('a part is found where it stands, however long the base', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 4, max: 20 }), (from, size) => {
        const base = words(
          Array.from({ length: 90 }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}${i}`).join(' '),
        );
        const alignment = align(base, base.slice(from, from + size));
        expect([alignment.from, alignment.to]).toEqual([from, from + size]);
      }),
    );
  });
});

describe('translations', () => {
  const outlet = (name: string, words: string, behind: string) => {
    const report = reportFrom(`“${words}” ${behind}`, name, { published: '2031-05-14' });
    const quoted = [{ start: 1, end: 1 + words.length }];
    const attribution: Attribution = {
      id: `at-${report.id}`,
      report: report.id,
      content: quoted,
      quoted,
      form: 'direct',
      candidates: [],
      speaker: 'lindqvist',
      by: 'name',
      kind: 'speech',
      chain: [],
      confidence: 1,
      rule: 'test',
    };
    return { report, segmentation: segment(report).value, attributions: [attribution] };
  };
  const forms = (...inputs: ReturnType<typeof outlet>[]) =>
    collate(inputs).map(({ witnesses }) => witnesses.map(({ form, verdict }) => `${form}, ${verdict}`));
  const one = 'Our vessel has not leaked anything in this harbour, and we hide nothing,';
  const other = 'The vessel leaked not a thing in your harbour and nothing do we hide,';

  test('where both reports say that they translate, two wordings are one sentence', () => {
    expect(
      forms(
        outlet('a.txt', one, 'Lindqvist said through an interpreter.'),
        outlet('b.txt', other, 'Lindqvist said in Swedish.'),
      ),
    ).toHaveLength(1);
  });

  test('other words of a translation are no alteration', () => {
    const reworded = 'Our ship leaked nothing in the harbour, and we have nothing to hide,';
    const again = 'Our ship spilled nothing in the harbour, and we have nothing to conceal,';
    expect(
      forms(
        outlet('a.txt', reworded, 'Lindqvist said in Swedish.'),
        outlet('b.txt', again, 'Lindqvist said through a translator.'),
      ),
    ).toEqual([['verbatim, cosmetic', 'translated, cosmetic']]);
  });

  test('where one of them does not, they stay apart', () => {
    expect(
      forms(
        outlet('a.txt', one, 'Lindqvist said through an interpreter.'),
        outlet('b.txt', other, 'Lindqvist said.'),
      ),
    ).toHaveLength(2);
  });

  test('two sentences of one translated speech stay apart', () => {
    expect(
      forms(
        outlet('a.txt', one, 'Lindqvist said in Swedish.'),
        outlet(
          'b.txt',
          'The captain will give the logs to the board on Friday,',
          'Lindqvist said in Swedish.',
        ),
      ),
    ).toHaveLength(2);
  });
});
