import { describe, expect, test } from 'vitest';
import { compare } from '../../src/pipeline.js';
import { renderHtml } from '../../src/render/html.js';
import { renderMarkdown } from '../../src/render/markdown.js';
import { renderText } from '../../src/render/text.js';
import { SECTION_TITLES, viewOf } from '../../src/render/view.js';
import { reportFrom } from '../fixtures.js';
import { bundledStory } from '../story.js';

const ledger = compare(bundledStory());

describe('order', () => {
  const view = viewOf(ledger);

  test('findings come first', () => {
    expect(view.sections.map(({ kind }) => kind)).toEqual([
      'meaning-at-risk',
      'altered',
      'stitched',
      'shared',
      'single',
    ]);
    expect(view.sections.map(({ title }) => title)).toEqual(Object.values(SECTION_TITLES));
  });

  test('every statement stands in one section, numbered as shown', () => {
    const numbers = view.sections.flatMap(({ statements }) => statements.map(({ number }) => number));
    expect(numbers).toEqual(ledger.statements.map((_, i) => i + 1));
  });

  test('reports that share no statement are told as such', () => {
    expect(view.apart.map(({ outlet }) => outlet)).toEqual(['The Isle Examiner']);
  });
});

describe('text', () => {
  const text = renderText(ledger, { width: 80 });

  test('keeps to the width, and needs no colour', () => {
    for (const line of text.split('\n'))
      if (/^(?: {3}| {6,})\S/.test(line)) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).not.toContain('\u001b');
  });

  test('shows what was cut, changed and gained, each with its place', () => {
    expect(text.replace(/\s+/g, ' ')).toContain('‹cut: he is repeating what his captain told him›');
    expect(text).toMatch(/\[-people-\]\s+\{\+workers\+\}/);
    expect(text).toMatch(/03-coastline-daily\.html @\d+–\d+/);
  });
});

/** A report that attacks whoever shows it. */
const hostile = reportFrom(
  [
    '<script>alert("headline")</script> & "><img src=x onerror=alert(1)>',
    '“<script>alert(document.cookie)</script> is what I said, and I will say it again,” said Mallory <b onclick=x()>Ruiz.',
    '“[click](javascript:alert(1)) `code` **bold** | cell and so on for ever,” said Mallory Ruiz.',
    '“It ends here: \u001b[31mred\u001b[0m and \u202Ebackwards\u202C, and that is that,” said Mallory Ruiz.',
  ].join('\n\n'),
  'x"><script>alert(2)</script>.txt',
  {
    title: '</title><script>alert(3)</script>',
    outlet: '"><svg onload=alert(4)>',
    url: 'javascript:alert(5)',
  },
);
const attacked = compare([hostile]);

describe('hostile text', () => {
  const html = renderHtml(attacked);

  test('nothing of it is markup in the page', () => {
    for (const tag of ['<script', '<img', '<svg', '<b onclick', '</title><']) {
      const outside = html.replace(/<title>[^<]*<\/title>/, '');
      expect(outside).not.toContain(tag);
    }
    expect(html).toContain('&lt;script&gt;alert(document.cookie)');
    expect(html).not.toMatch(/href="javascript:/i);
  });

  test('the page asks for nothing from anywhere and runs nothing', () => {
    expect(html).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
    expect(renderHtml(ledger)).not.toMatch(/<(?:script|img|iframe|link|object)\b/);
  });

  test('every address in the page leads to something in it', () => {
    for (const page of [html, renderHtml(ledger)]) {
      const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
      expect(ids.size).toBe([...page.matchAll(/ id="([^"]+)"/g)].length);
      for (const [, target] of page.matchAll(/href="#([^"]+)"/g))
        expect([target, ids.has(target)]).toEqual([target, true]);
    }
  });

  test('Markdown escapes what could be markup', () => {
    const markdown = renderMarkdown(attacked);
    expect(markdown).not.toMatch(/<script/);
    expect(markdown).not.toMatch(/(?<!\\)\]\(javascript/);
    expect(markdown).toContain('\\*\\*bold\\*\\*');
  });

  test('terminal text carries no control characters from a report', () => {
    expect(renderText(attacked)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/);
  });
});
