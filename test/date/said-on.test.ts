import { describe, expect, test } from 'vitest';
import { compare } from '../../src/pipeline.js';
import { reportFrom } from '../fixtures.js';

/** When each saying of a report of Sunday, 12 November 2017, was said: value and basis. */
function said(text: string, published: string | null = '2017-11-12') {
  const { attributions, reports } = compare([reportFrom(text, 'a.txt', { published })]);
  const own = reports[0]!.text;
  return attributions.map(({ saidOn }) =>
    saidOn
      ? `${saidOn.value} ${saidOn.basis}${saidOn.span ? ` ${own.slice(saidOn.span.start, saidOn.span.end)}` : ''}`
      : null,
  );
}

describe('when it was said', () => {
  test.each([
    ['Maria Ruiz said on Saturday that the harbour was safe.', ['2017-11-11 told Saturday']],
    ['On Friday, Maria Ruiz said that the harbour was safe.', ['2017-11-10 told Friday']],
    ['Maria Ruiz on Thursday denied that the harbour was closed.', ['2017-11-09 told Thursday']],
    ['“The harbour is safe,” Maria Ruiz told reporters on Saturday.', ['2017-11-11 told Saturday']],
    // A day inside what is said is no day of saying.
    ['Maria Ruiz said that the ship had left on Friday.', ['2017-11-12 assumed']],
    // Nor is one in a clause about the speaker.
    ['Maria Ruiz, who resigned on Friday, said that the harbour was safe.', ['2017-11-12 assumed']],
    ['Maria Ruiz has said that the harbour was safe.', [null]],
    ['Maria Ruiz previously said that the harbour was safe.', [null]],
    ['Maria Ruiz said last month that the harbour was safe.', ['2017-10 told last month']],
    [
      'Maria Ruiz said on Saturday that the harbour was safe.\n\n“We will keep it open,” Ruiz said.',
      ['2017-11-11 told Saturday', '2017-11-11 carried Saturday'],
    ],
    // What she thinks as she says so, she thinks then; when somebody else said it, nobody knows.
    [
      'Maria Ruiz said on Saturday that she believed that the ship was safe.',
      ['2017-11-11 told Saturday', '2017-11-11 carried Saturday'],
    ],
    [
      'Maria Ruiz said on Saturday that Ben Ito had told her that the ship was safe.',
      ['2017-11-11 told Saturday', null],
    ],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test('without a day of publication only what the text tells is known', () => {
    expect(said('Maria Ruiz said that the harbour was safe.', null)).toEqual([null]);
    expect(said('Maria Ruiz said on May 3, 2017, that the harbour was safe.', null)).toEqual([
      '2017-05-03 told May 3, 2017',
    ]);
  });

  test('a day later in the report’s date moves what is reckoned from it, and nothing else', () => {
    const text =
      'Maria Ruiz said on Saturday that the harbour was safe. On May 3, 2017, Ben Ito said that it was not.';
    expect(said(text, '2017-11-12')).toEqual(['2017-11-11 told Saturday', '2017-05-03 told May 3, 2017']);
    expect(said(text, '2017-11-19')).toEqual(['2017-11-18 told Saturday', '2017-05-03 told May 3, 2017']);
  });
});
