import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segment } from '../../src/segment/segment.js';
import { cases, mark, unmark } from '../fixtures.js';

const quotationsOf = (text: string) => segment({ id: 'r', text }).value.quotations;

describe('quotations', () => {
  cases('quotations.txt', (given) => {
    const text = unmark(given);
    return mark(
      text,
      quotationsOf(text).map(({ inner, depth }) => ({ ...inner, name: String(depth) })),
    );
  });

  test('a paragraph left open is continued by the next', () => {
    const [first, second] = quotationsOf('Ruiz said: “It is odd.\n\n“It is very odd.”');
    expect(first?.closed).toBe(false);
    expect(second?.continues).toBe(0);
  });

  test('a missing or wrong-way mark leaves a note', () => {
    const codes = (text: string) => segment({ id: 'r', text }).notes.map(({ code }) => code);
    expect(codes('He says that ”[Ito] feels it."')).toContain('wrong-way-mark');
    expect(codes('“We will not sign, Ruiz said.')).toContain('unclosed-quotation');
    expect(codes('We will not sign," Ruiz said.')).toContain('unopened-quotation');
  });

  const marks = fc.string({
    unit: fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      '‘',
      '’',
      '«',
      '»',
      'a',
      'B',
      ' ',
      '.',
      ',',
      '\n',
      '1',
      '—',
      '😀',
    ),
    maxLength: 200,
  });

  test('any marks: never throws, spans lie inside, parents hold their children', () => {
    fc.assert(
      fc.property(marks, (text) => {
        const quotations = quotationsOf(text);
        for (const { start, end, inner, parent } of quotations) {
          expect(
            0 <= start &&
              start <= inner.start &&
              inner.start < inner.end &&
              inner.end <= end &&
              end <= text.length,
          ).toBe(true);
          const outer = parent === null ? null : quotations[parent];
          if (outer) expect(outer.start <= start && end <= outer.end).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
