import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { originalSpan, type Report } from '../../src/model/report.js';
import { type ReadResult, read } from '../../src/read/read.js';

const encoder = new TextEncoder();
const readAs = (origin: string, text: string): ReadResult => read({ bytes: encoder.encode(text), origin });
function reportOf(result: ReadResult): Report {
  if ('unreadable' in result) throw new Error(result.unreadable.message);
  return result.report;
}

const VTT = `WEBVTT - Remarks on the quay

STYLE
::cue { color: red }

NOTE the first question is lost

1
00:01.000 --> 00:04.000
<v Maria Ruiz>We will not close the harbour

2
00:04.000 --> 00:07.500 line:0 align:start
<v Maria Ruiz>unless the <i>second</i> test &amp; the third
come back positive.

3
00:08.000 --> 00:09.000
<v.loud Reporter>And who pays?

4
01:00:10.250 --> 01:00:12.000
<v Maria Ruiz>That is for the lawyers.
`;

const SRT = `1\r
00:00:01,000 --> 00:00:04,000\r
>> RUIZ: We will not close the harbour\r
\r
2\r
00:00:04,000 --> 00:00:07,500\r
unless the second test comes back.\r
\r
3\r
00:00:08,000 --> 00:00:09,000\r
>> And who pays?\r
\r
4\r
00:00:10,000 --> 00:00:12,000\r
{\\an8}- <b>That</b> is for the lawyers.\r
`;

describe('subtitles', () => {
  test('WebVTT: voices are labels, cues run on, tags and notes are no text', () => {
    const report = reportOf(readAs('remarks.vtt', VTT));
    expect(report.kind).toBe('transcript');
    expect(report.text).toBe(
      'Maria Ruiz: We will not close the harbour unless the second test & the third come back positive.\n\nReporter: And who pays?\n\nMaria Ruiz: That is for the lawyers.',
    );
  });

  test('each cue has its time', () => {
    const { text, times } = reportOf(readAs('remarks.vtt', VTT));
    expect(times?.map(({ start, end, from, to }) => [text.slice(start, end), from, to])).toEqual([
      ['Maria Ruiz: We will not close the harbour', 1, 4],
      ['unless the second test & the third come back positive.', 4, 7.5],
      ['Reporter: And who pays?', 8, 9],
      ['Maria Ruiz: That is for the lawyers.', 3610.25, 3612],
    ]);
  });

  test('SubRip: labels stay, a change of speaker that nobody names is seen to be one', () => {
    expect(reportOf(readAs('remarks.srt', SRT)).text).toBe(
      'RUIZ: We will not close the harbour unless the second test comes back.\n\n>> And who pays?\n\n>> That is for the lawyers.',
    );
  });

  test('they are known by what they hold, whatever the name', () => {
    expect(reportOf(readAs('remarks.txt', SRT)).times).toHaveLength(4);
    expect(
      reportOf(readAs('notes.txt', 'The train leaves at 00:01 --> 00:04 from here.\nNo more.')).times,
    ).toBeUndefined();
  });

  test('every word leads back to the file', () => {
    const { text, sourceMap } = reportOf(readAs('remarks.vtt', VTT));
    for (const word of ['harbour', 'second', 'third', 'Reporter', 'lawyers']) {
      const start = text.lastIndexOf(word);
      const place = originalSpan(sourceMap, { start, end: start + word.length });
      expect(VTT.slice(place.start, place.end)).toContain(word);
    }
  });

  test('any lines: never throws, times lie inside the text', () => {
    const line = fc.constantFrom(
      '1',
      '00:00:01,000 --> 00:00:02,000',
      '<v Ruiz>No',
      '>> ',
      '- yes',
      '',
      'NOTE x',
      '-->',
      '<v',
      '&amp;',
      '<i>',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const result = readAs('x.srt', lines.join('\n'));
        if ('unreadable' in result) return;
        const { text, times = [] } = result.report;
        for (const { start, end } of times)
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('Word documents', () => {
  const word = (body: string, name = 'word/document.xml') =>
    zipSync({
      [name]: strToU8(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
      '[Content_Types].xml': strToU8('<Types/>'),
    });
  const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
  const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

  test('paragraphs, runs that split words, entities, breaks', () => {
    const bytes = word(
      p(r('Mayor holds the line')) +
        p(r('“We will '), r('not close,” Ru'), r('iz said &amp; left.'), '<w:r><w:br/></w:r>', r('Bye.')),
    );
    expect(reportOf(read({ bytes, origin: 'draft.docx' })).text).toBe(
      'Mayor holds the line\n\n“We will not close,” Ruiz said & left.\nBye.',
    );
  });

  test('tracked changes as they stand: insertions in, deletions and moved words out', () => {
    const bytes = word(
      p(
        r('We will '),
        `<w:del><w:r><w:delText>never </w:delText></w:r></w:del>`,
        `<w:ins>${r('not ')}</w:ins>`,
        `<w:moveFrom>${r('gone ')}</w:moveFrom>`,
        r('close.'),
      ),
    );
    expect(reportOf(read({ bytes, origin: 'draft.docx' })).text).toBe('We will not close.');
  });

  test('other archives, and broken ones, say what to do', () => {
    const whole = word(p(r('No.')));
    for (const bytes of [word(p(r('No.')), 'xl/workbook.xml'), whole.subarray(0, 60)])
      expect(read({ bytes, origin: 'x.docx' })).toMatchObject({
        unreadable: { code: 'binary', message: expect.stringContaining('no Word document') },
      });
  });
});
