import { describe, expect, test } from 'vitest';
import { clausesIn } from '../../src/compare/clause.js';
import { baseOf, singularOf } from '../../src/compare/stem.js';
import { tokensOf } from '../../src/compare/words.js';
import { segment } from '../../src/segment/segment.js';
import { reportFrom } from '../fixtures.js';

/** Clauses as `subject – not predicate – object – preposition: phrase`. */
function read(text: string): readonly string[] {
  const report = reportFrom(text);
  const segmentation = segment(report).value;
  return segmentation.sentences.flatMap((sentence) =>
    clausesIn(tokensOf(report.text, segmentation, sentence), report.text).map((one) =>
      [
        [one.subject, ...(one.subject?.others ?? [])].map((phrase) => phrase?.text ?? '?').join(' + '),
        `${one.negated ? 'not ' : ''}${one.predicate}${one.passive ? ' (passive)' : ''}`,
        ...(one.object
          ? [[one.object, ...one.object.others].map(({ text: words }) => words).join(' + ')]
          : []),
        ...one.obliques.map(
          ({ preposition, phrase }) =>
            `${preposition}: ${[phrase, ...phrase.others].map(({ text: words }) => words).join(' + ')}`,
        ),
        ...(one.modal ? [one.modal] : []),
        ...(one.conditional ? ['if'] : []),
        ...(one.question ? ['?'] : []),
      ].join(' – '),
    ),
  );
}

describe('clauses', () => {
  test.each([
    ['Ruiz signed the order.', ['Ruiz – sign – the order']],
    ['Ruiz did not sign the order.', ['Ruiz – not sign – the order']],
    ['Nobody signed the order.', ['Nobody – not sign – the order']],
    ['She never signed it.', ['She – not sign – it']],
    ['There was no leak.', ['there – not be – no leak']],
    ['The order was signed by the mayor.', ['The order – sign (passive) – by: the mayor']],
    ['Ruiz failed to sign the order.', ['Ruiz – not sign – the order']],
    ['Ruiz managed to sign the order.', ['Ruiz – sign – the order']],
    ['They moved on to talking about the ferry.', ['They – talk – about: the ferry']],
    ['He is going to close the harbour.', ['He – close – the harbour']],
    ['It may close the harbour.', ['It – close – the harbour – may']],
    ['If Ruiz signs the order, the ferry will stop.', ['Ruiz – sign – the order – if', 'the ferry – stop']],
    ['Will the captain sign the order?', ['the captain – sign – the order – ?']],
    ['Ruiz and Ito met the captain in Oslo.', ['Ruiz + Ito – meet – the captain – in: Oslo']],
    ['The absence of a meeting proves nothing.', ['The absence – not prove – nothing']],
    ['He did, in fact, sign the order.', ['He – sign – the order']],
    ["A friendship with Norway's a great thing.", ['A friendship – be – a great thing']],
  ])('%s', (text, expected) =>
    expect(read(text).map((one) => one.replace(/^There/, 'there'))).toEqual(expected),
  );
});

test('base forms', () => {
  const pairs = {
    denied: 'deny',
    meddling: 'meddle',
    met: 'meet',
    stopped: 'stop',
    closing: 'close',
    visited: 'visit',
    agencies: 'agency',
    going: 'go',
  };
  for (const [word, base] of Object.entries(pairs))
    expect(word.endsWith('ies') ? singularOf(word) : baseOf(word)).toBe(base);
  expect(singularOf('women')).toBe('woman');
});
