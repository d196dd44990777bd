import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeExpressions } from '../../src/date/expressions.js';
import { monthFirstIn } from '../../src/date/order.js';
import { RULES } from '../../src/date/rules.js';
import { cases, mark, unmark } from '../fixtures.js';

const PUBLISHED = '2017-11-12';
const found = (text: string) => timeExpressions(text, { published: PUBLISHED }).value;

/** Marks hold a value; a colon in it is a dot. */
function marked(given: string): string {
  const text = unmark(given);
  return mark(
    text,
    found(text).map(({ start, end, value }) => ({ start, end, name: value.replace(':', '.') })),
  );
}

describe('marked lines', () => cases('times.txt', marked));

describe('every rule', () => {
  test.each(RULES.map(({ name, example }) => [name, example]))('%s', (_, example) => {
    const [, words, value] = /\{(.*)\}\[(.*)\]/.exec(example) as unknown as [string, string, string];
    const text = example.replace(/\{(.*)\}\[.*\]/, '$1');
    expect(found(text).map((one) => [text.slice(one.start, one.end), one.value])).toContainEqual([
      words,
      value,
    ]);
  });
});

describe('values', () => {
  test('modifiers, granularity and anchors stand beside the value', () => {
    expect(found('Talks began in early March.')[0]).toMatchObject({
      value: '2017-03',
      granularity: 'month',
      modifier: 'START',
      anchor: 'published',
    });
    expect(found('They spoke for about five minutes.')[0]).toMatchObject({
      modifier: 'APPROX',
      type: 'DURATION',
    });
    expect(found('It opened on May 3, 2016, and closed the next day.')[1]).toMatchObject({
      anchor: 'previous',
    });
  });

  test('a clock time keeps its zone', () => {
    expect(found('It fell at 9 a.m. EST on Saturday.')[0]).toMatchObject({
      value: '2017-11-11T09:00',
      zone: '-05:00',
    });
    expect(found('It fell at 9 a.m. ET on Saturday.')[0]).toMatchObject({ zone: 'ET' });
  });

  test('without a day of publication a weekday is a weekday, and nothing is made up', () => {
    const [one] = timeExpressions('It fell on Tuesday, two years ago.', { published: null }).value;
    expect(one).toMatchObject({ value: 'XXXX-WXX-2' });
  });

  test('the order of day and month is the country’s, else it is assumed and said', () => {
    const text = 'It was signed on 03/04/2017.';
    const of = (monthFirst: boolean | null) =>
      timeExpressions(text, { published: PUBLISHED, monthFirst, report: 'r' });
    expect(of(true)).toMatchObject({ value: [{ value: '2017-03-04' }], notes: [] });
    expect(of(false)).toMatchObject({ value: [{ value: '2017-04-03' }], notes: [] });
    expect(of(null)).toMatchObject({ value: [{ value: '2017-03-04' }], notes: [{ code: 'date-order' }] });
    expect(monthFirstIn({ language: 'en-GB', url: null })).toBe(false);
    expect(monthFirstIn({ language: 'en-US', url: 'https://example.co.uk/a' })).toBe(true);
    expect(monthFirstIn({ language: 'en', url: 'https://example.com.au/a' })).toBe(false);
    expect(monthFirstIn({ language: null, url: 'https://example.com/a' })).toBeNull();
  });
});

test('any text: spans in order, inside, none overlapping, and a later publication moves no absolute date', () => {
  const words = fc.constantFrom(
    'on',
    'Monday',
    'May',
    '3',
    '2016',
    ',',
    '.',
    'the',
    'last',
    'two',
    'weeks',
    'ago',
    'early',
    '5',
    'p.m.',
    'next',
    'day',
    'a',
    'half',
    '-',
    'every',
    '1990s',
    '\n',
    'said',
    '😀',
    '12/13/14',
    'second',
    'quarter',
    'of',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (list) => {
      const text = list.join(' ');
      const expressions = found(text);
      let at = 0;
      for (const { start, end, value } of expressions) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(value).not.toBe('');
        at = end;
      }
      const later = timeExpressions(text, { published: '2019-02-03' }).value;
      const absolute = (all: typeof later) =>
        all.filter(({ anchor }) => anchor === 'absolute').map(({ value }) => value);
      expect(absolute(later)).toEqual(absolute(expressions));
    }),
    { numRuns: 400 },
  );
});
