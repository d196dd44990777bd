import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupPhrases, type Phrase } from '../../src/wording/leaders.js';

/** Groups as lists of texts, each with its leader first. */
function grouped(phrases: readonly Phrase[]): readonly (readonly string[])[] {
  const leaders = groupPhrases(phrases);
  const groups = new Map<number, string[]>();
  leaders.forEach((leader, i) => {
    const text = phrases[i]!.text;
    const group = groups.get(leader) ?? [];
    groups.set(leader, i === leader ? [text, ...group] : [...group, text]);
  });
  return [...groups.values()];
}

const WHOLE = 'We will not close the harbour unless the second test comes back positive this week';
const CUT = 'not close the harbour unless the second test comes back';
const CHANGED = 'We will close the harbour unless the third test comes back positive this week';
const OTHER = 'The ferries leave at six and at noon and nobody has ever asked for more of them';

describe('grouping phrases', () => {
  test('the longest leads, what it holds joins, the rest stays apart', () => {
    expect(grouped([CUT, WHOLE, OTHER, CHANGED].map((text) => ({ text })))).toEqual([
      [WHOLE, CUT, CHANGED],
      [OTHER],
    ]);
  });

  test('a record leads, however short', () => {
    expect(grouped([{ text: WHOLE }, { text: CUT, record: true }])[0]?.[0]).toBe(CUT);
  });

  test('the same words of two people, or on two days, stay apart; where one is not known they are one', () => {
    expect(
      grouped([
        { text: WHOLE, speaker: 'Ruiz' },
        { text: WHOLE, speaker: 'Ito' },
      ]),
    ).toHaveLength(2);
    expect(
      grouped([
        { text: WHOLE, day: 3 },
        { text: WHOLE, day: 8 },
      ]),
    ).toHaveLength(2);
    expect(
      grouped([
        { text: WHOLE, day: 3 },
        { text: CUT, day: 4 },
      ]),
    ).toHaveLength(1);
    expect(grouped([{ text: WHOLE, speaker: 'Ruiz' }, { text: CUT }])).toHaveLength(1);
  });

  test('no chains: a member was read against its leader', () => {
    const a = 'one two three four five six seven eight nine ten';
    const b = 'six seven eight nine ten eleven twelve thirteen fourteen fifteen';
    const c = 'eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
    expect(grouped([a, b, c].map((text) => ({ text })))).toHaveLength(3);
  });

  test('the order in which they came changes no group', () => {
    const words = fc.array(fc.constantFrom(...`${WHOLE} ${OTHER}`.split(' ')), {
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (lists, stream) => {
        const phrases = [...new Set([WHOLE, CUT, CHANGED, ...lists.map((list) => list.join(' '))])].map(
          (text) => ({ text }),
        );
        const keys = phrases.map(() => stream.next().value as number);
        const shuffled = phrases
          .map((phrase, i) => ({ phrase, key: keys[i] as number }))
          .sort((x, y) => x.key - y.key)
          .map(({ phrase }) => phrase);
        const sets = (given: readonly Phrase[]) =>
          grouped(given)
            .map((group) => [...group].sort().join(' | '))
            .sort();
        expect(sets(shuffled)).toEqual(sets(phrases));
      }),
      { numRuns: 100 },
    );
  });

  test('nothing, and words that are none', () => {
    expect(groupPhrases([])).toHaveLength(0);
    expect([...groupPhrases([{ text: '' }, { text: '…' }, { text: 'No.' }])]).toEqual([0, 1, 2]);
  });
});
