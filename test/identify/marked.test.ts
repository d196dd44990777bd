import { describe, expect, test } from 'vitest';
import { compare } from '../../src/pipeline.js';
import { cases, mark, reportFrom } from '../fixtures.js';

/**
 * A text with the speaker of everything that is cited: `{Maria Ruiz:…}` round quoted words, or round content without
 * marks; `{? Ana Ruiz | Ben Ito:…}` where it is left open between them. `\n` stands for a line break.
 */
function marked(given: string): string {
  const text = given.replace(/\{[^{}:]+:|\}/g, '').replaceAll('\\n', '\n');
  const report = reportFrom(text);
  const ledger = compare([report]);
  const names = new Map(ledger.speakers.map(({ id, name }) => [id, name]));
  const spans = ledger.attributions.flatMap(({ speaker, candidates, content, quoted, chain }) => {
    const open = candidates.map((one) => names.get(one.speaker)).join(' | ');
    const name = (speaker && names.get(speaker)) || (open ? `? ${open}` : 'not known');
    // Of what is told without marks only the outermost: what stands inside has its own tests.
    const shown = quoted.length > 0 ? quoted : chain.length > 2 ? [] : content;
    return shown.map(({ start, end }) => ({ start, end, name }));
  });
  return mark(report.text, spans).replaceAll('\n', '\\n');
}

describe('who speaks', () => {
  cases('speakers.txt', marked);

  test('there are at least sixty of them', async () => {
    const { readFileSync } = await import('node:fs');
    const text = readFileSync(new URL('../fixtures/speakers.txt', import.meta.url), 'utf8');
    expect(text.split(/\n\n+/).length).toBeGreaterThanOrEqual(60);
  });
});
