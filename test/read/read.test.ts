import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { originalSpan, type Report } from '../../src/model/report.js';
import { cardsIn, dropReason, LINE_RULES } from '../../src/read/boilerplate.js';
import { read } from '../../src/read/read.js';
import { reportFrom, reportOf } from '../fixtures.js';

const example = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../examples/salt-harbour/${name}`, import.meta.url)), 'utf8');

/** Every stretch of the text stands in the original where the map says: the same characters, or what decodes to them. */
function holdsMap(report: Report, original: string): void {
  let end = 0;
  for (const [start, length, from, fromLength] of report.sourceMap) {
    expect(start).toBe(end);
    end = start + length;
    const here = report.text.slice(start, end);
    const there = original.slice(from, from + fromLength);
    if (length === fromLength && !/[&\s]/.test(there)) expect(here).toBe(there);
  }
  expect(end).toBe(report.text.length);
}

describe('text', () => {
  test('every boilerplate rule drops its own example, and no prose', () => {
    for (const { example: line, reason } of LINE_RULES)
      expect([line, dropReason(line)]).toEqual([line, reason]);
    for (const line of [
      'Watch the harbour, the mayor said, and you will see it stay open for years to come.',
      'Photos of the meeting went round the world.',
      'By noon the harbour was open.',
      'The mayor said: “Close it.”',
      'Related claims were denied by the Associated Press of the town, he said.',
      'More: Ito: ‘It is over’',
    ]) {
      expect([line, dropReason(line)]).toEqual([line, null]);
    }
  });

  test('characters are never changed; what is set apart keeps its place', () => {
    const original =
      'You are here\r\n\r\nMayor “Backs” Line\r\n\r\n| MAY 14, 2031 | 7:20 PM\r\nThe mayor\u00a0met the press.\r\n\r\n  Loading ...\r\n';
    const report = reportFrom(original);
    expect(report.text.replace(/\s+/g, ' ').trim()).toBe('Mayor “Backs” Line The mayor met the press.');
    expect(
      report.dropped.map(({ reason, text, start, end }) => [reason, text, original.slice(start, end)]),
    ).toEqual([
      ['navigation', 'You are here', 'You are here'],
      ['dateline', '| MAY 14, 2031 | 7:20 PM', '| MAY 14, 2031 | 7:20 PM'],
      ['navigation', 'Loading ...', 'Loading ...'],
    ]);
    expect(report.published).toBe('2031-05-14T19:20');
    holdsMap(report, original);
  });

  test('a card that unfolds over a name is set apart inside its sentence, and nothing else is', () => {
    const card = ' Ana Maria RuizHarbour opens again The five who voted no: report MORE';
    const original = `Mayor Ana Ruiz${card} (D-Vale) met Ben ItoBenjamin (Ben) ItoMORE, who asked for MORE boats.\n`;
    const report = reportFrom(original);
    expect(report.text).toBe('Mayor Ana Ruiz (D-Vale) met Ben Ito, who asked for MORE boats.\n');
    expect(
      report.dropped.map(({ reason, text, start, end }) => [reason, text, original.slice(start, end)]),
    ).toEqual([
      ['navigation', card.trim(), card.trim()],
      ['navigation', 'Benjamin (Ben) ItoMORE', 'Benjamin (Ben) ItoMORE'],
    ]);
    holdsMap(report, original);
    for (const line of [
      'Ana Ruiz met Ruiz Alvarez, who wanted MORE.',
      'Ruiz Ana Ruiz said: NO MORE!',
      'MORE',
    ])
      expect(cardsIn(line)).toEqual([]);
  });

  test('any text: the map tiles the text and leads to equal characters', () => {
    const lines = fc.constantFrom(
      'Loading ...',
      'The mayor spoke.',
      '',
      '  “No,” she said. ',
      'Advertisement',
      '\u{1F600} odd',
      'By Ana Ruiz',
      '* * *',
    );
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 12 }), (list) => {
        const original = `The harbour is open.\n${list.join('\n')}`;
        const report = reportFrom(original);
        for (let at = 0; at < report.text.length; at++) {
          const { start } = originalSpan(report.sourceMap, { start: at, end: at + 1 });
          expect(original[start]).toBe(report.text[at]);
        }
        const set = report.dropped.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(report.text.replace(/\s/g, '').length + set).toBeLessThanOrEqual(original.length);
      }),
    );
  });

  test('bylines and outlets above the text', () => {
    const report = reportFrom(
      'Ana Ruiz\n\nTHE COURIER\n\nSALT HARBOUR — The mayor of the town said on Monday that she would not close the harbour, whatever anybody says about it.\n',
    );
    expect([report.byline, report.outlet]).toEqual(['Ana Ruiz', 'THE COURIER']);
    expect(report.text).not.toContain('THE COURIER');
  });

  test('a manifest fills gaps and adds no text', () => {
    const report = reportFrom('The harbour is open.', 'a.txt', {
      title: 'A title from elsewhere',
      outlet: 'Courier',
      published: '2031-05-14',
    });
    expect(report.title).toBe('A title from elsewhere');
    expect(report.text).toBe('The harbour is open.');
  });
});

describe('html', () => {
  test('a card over a name is set apart by its class, a word that only has a tooltip is kept', () => {
    const card =
      '<span class="rollover-people-block"><span class="rollover-block">Ana Maria Ruiz <a>The five who voted no</a> MORE</span></span>';
    const long = 'The board met on the quay of the harbour for most of Monday and went home without a vote.';
    const report = reportFrom(
      `<html><body><article><p>Mayor <a>Ana Ruiz</a>${card} (D-Vale) read the <span class="tooltip">charter</span> aloud.</p><p>${long}</p></article></body></html>`,
      'a.html',
    );
    expect(report.text).toContain('Mayor Ana Ruiz (D-Vale) read the charter aloud.');
  });

  test('article, headline, metadata; navigation and captions set apart or left out', () => {
    const original = example('02-salt-harbour-courier.html');
    const report = reportFrom(original, '02-salt-harbour-courier.html');
    expect(report.text.startsWith('Ruiz: harbour stays open unless second test fails\n\n')).toBe(true);
    expect(report.text).toContain(
      '“We will not close the harbour unless the second test comes back positive,” Ruiz told reporters',
    );
    for (const odd of ['You are here', 'Photo:', 'Related stories', 'Copyright', 'By Ines'])
      expect(report.text).not.toContain(odd);
    expect(report).toMatchObject({
      outlet: 'Salt Harbour Courier',
      byline: 'Ines Calloway',
      published: '2031-05-14T15:40:00+01:00',
      url: 'https://courier.example/news/2031/05/14/harbour-stays-open',
      language: 'en-GB',
    });
    holdsMap(report, original);
  });

  test('entities map to the characters that they stand as', () => {
    const original =
      '<html><body><article><p>The mayor &amp; the board met on Monday; &ldquo;we will not sign,&rdquo; she said after the long meeting on the quay of the harbour.</p></article></body></html>';
    const report = reportFrom(original, 'a.html');
    const start = report.text.indexOf('“');
    const { start: from, end } = originalSpan(report.sourceMap, { start, end: start + 1 });
    expect(original.slice(from, end)).toBe('&ldquo;');
    const word = report.text.indexOf('board');
    const place = originalSpan(report.sourceMap, { start: word, end: word + 5 });
    expect(original.slice(place.start, place.end)).toBe('board');
  });

  test('metadata from meta tags, time tags and the address; broken JSON-LD is passed over with a note', () => {
    const body =
      '<article><h1>Harbour open</h1><p>The mayor of Salt Harbour said on Monday that she would not close the harbour at all this year.</p></article>';
    const page = (head: string) => `<html><head>${head}</head><body>${body}</body></html>`;
    const meta = reportFrom(
      page(
        '<meta property="og:site_name" content="Coast"><meta property="article:published_time" content="2031-05-14T10:00Z"><title>x</title>',
      ),
      'a.html',
    );
    expect([meta.outlet, meta.published]).toEqual(['Coast', '2031-05-14T10:00Z']);
    const result = read({
      bytes: new TextEncoder().encode(page('<script type="application/ld+json">{"@type":</script>')),
      origin: 'https://a.example/2031/05/14/open',
      contentType: 'text/html',
    });
    expect(reportOf(result).published).toBe('2031-05-14');
    expect('notes' in result && result.notes.map(({ code }) => code)).toContain('metadata-invalid');
  });

  test('the outlet behind the bar of a page’s title', () => {
    const page =
      '<html><head><title>Harbour stays open after vote | The Courier</title></head><body><article><p>The mayor of Salt Harbour said on Monday that she would not close the harbour at all this year.</p></article></body></html>';
    expect(reportFrom(page, 'a.html')).toMatchObject({
      title: 'Harbour stays open after vote',
      outlet: 'The Courier',
    });
  });

  test('scripts never become text', () => {
    const report = reportFrom(
      `<html><body><article><h1>Open <script>alert(1)</script>harbour</h1><p>The mayor of Salt Harbour said on Monday <script>alert(2)</script>that she would not close it &lt;script&gt;alert(3)&lt;/script&gt; at all.</p></article></body></html>`,
      'a.html',
    );
    expect(report.text).not.toMatch(/alert\([12]\)/);
    expect(report.text).toContain('<script>alert(3)</script>');
  });

  test('hostile pages are bounded', () => {
    const deep = `<html><body>${'<div>'.repeat(2_000)}<p>The mayor of Salt Harbour said on Monday that she would not close the harbour at all this year or the next one.</p></body></html>`;
    const wide = `<html><body><article>${'<b>x</b>'.repeat(50_000)}</article></body></html>`;
    const attributes = `<html><body><article><p ${Array.from({ length: 5000 }, (_, i) => `a${i}="${'y'.repeat(50)}"`).join(' ')}>The mayor of Salt Harbour said on Monday that she would not close the harbour at all.</p></article></body></html>`;
    for (const page of [deep, wide, attributes]) {
      const result = read({ bytes: new TextEncoder().encode(page), origin: 'a.html' });
      expect('report' in result || 'unreadable' in result).toBe(true);
    }
  });
});

describe('markdown', () => {
  test('words without the marks of the syntax, with their places', () => {
    const original =
      '---\ntitle: x\n---\n# What *she* said\n\nOn Monday the [mayor](https://x.example) said: “It is **over**.”\n\n<div onclick="x()">odd</div>\n';
    const report = reportFrom(original, 'a.md');
    expect(report.text).toBe('What she said\n\nOn Monday the mayor said: “It is over.”');
    const at = report.text.indexOf('mayor');
    const { start, end } = originalSpan(report.sourceMap, { start: at, end: at + 5 });
    expect(original.slice(start, end)).toBe('mayor');
    expect(report.dropped.map(({ reason }) => reason)).toEqual(['markup', 'markup']);
    holdsMap(report, original);
  });
});

describe('bytes', () => {
  const prose = 'The café’s owner said: “It is over – for now.” Nobody else spoke at the meeting.';

  test.each(['utf-16le', 'utf-16be', 'utf-8'])('a byte order mark tells %s', (charset) => {
    expect(
      reportOf(read({ bytes: iconv.encode(prose, charset, { addBOM: true }), origin: 'a.txt' })).text,
    ).toBe(prose);
  });

  test('Windows-1252 without a declaration is guessed, with a note', () => {
    const result = read({ bytes: iconv.encode(prose, 'windows-1252'), origin: 'a.txt' });
    expect(reportOf(result).text).toBe(prose);
    expect('notes' in result && result.notes.map(({ code }) => code)).toEqual(['charset-guessed']);
  });

  test('a declared charset is taken where the bytes are not UTF-8', () => {
    const page = `<html><head><meta charset="windows-1251"></head><body><article><p>Мэр города сказал в понедельник, что гавань останется открытой весь год, что бы ни случилось.</p></article></body></html>`;
    expect(reportOf(read({ bytes: iconv.encode(page, 'windows-1251'), origin: 'a.html' })).text).toContain(
      'гавань',
    );
  });

  test('NUL characters go, with a note', () => {
    const result = read({
      bytes: new TextEncoder().encode(`The harbour\u0000 is open. ${prose}`),
      origin: 'a.txt',
    });
    expect(reportOf(result).text).not.toContain('\u0000');
    expect('notes' in result && result.notes.map(({ code }) => code)).toContain('nul-characters-removed');
  });

  test('what is no report says so, and what to do', () => {
    const code = (bytes: Uint8Array, origin = 'a.txt') => {
      const result = read({ bytes, origin });
      return 'unreadable' in result ? result.unreadable.code : 'read';
    };
    expect(code(new Uint8Array())).toBe('empty');
    expect(code(new TextEncoder().encode(' \n '))).toBe('empty');
    expect(code(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))).toBe('binary');
    expect(code(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256))).toBe('binary');
    expect(code(new TextEncoder().encode('<html><body><nav>Home News</nav></body></html>'), 'a.html')).toBe(
      'no-article',
    );
  });

  test('only so much of a giant is read, with a note', () => {
    const result = read({
      bytes: new TextEncoder().encode(`${'é is odd. '.repeat(1_100_000)}`),
      origin: 'a.txt',
    });
    expect(reportOf(result).text.length).toBeLessThan(10_000_001);
    expect('notes' in result && result.notes.map(({ code }) => code)).toEqual(['page-cut']);
  });
});
