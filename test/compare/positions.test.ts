import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/model/ledger.js';
import { poleOf } from '../../src/model/stance.js';
import { compare } from '../../src/pipeline.js';
import { reportFrom } from '../fixtures.js';

type Texts = Readonly<Record<string, string>>;

/** A story of reports by outlets on days: `Courier 2017-11-12`. */
function story(texts: Texts): Ledger {
  return compare(
    Object.entries(texts).map(([name, text]) => {
      const [outlet, published] = name.split(' ') as [string, string];
      return reportFrom(text, `${name}.txt`, { outlet, published });
    }),
  );
}

/** Stances as `holder value predicate`. */
function stances(text: string): readonly string[] {
  const ledger = story({ 'Courier 2017-11-12': text });
  const names = new Map(ledger.speakers.map(({ id, name }) => [id, name]));
  return ledger.stances.map(
    ({ holder, value, proposition }) => `${names.get(holder ?? '') ?? '?'} ${value} ${proposition.predicate}`,
  );
}

describe('stances', () => {
  test.each([
    ['Maria Ruiz said that the ship leaked oil.', 'Maria Ruiz assert leak'],
    ['Maria Ruiz said that the ship did not leak oil.', 'Maria Ruiz deny leak'],
    ['Maria Ruiz denied that the ship leaked oil.', 'Maria Ruiz deny leak'],
    ['Maria Ruiz said that the ship may leak oil.', 'Maria Ruiz hedge leak'],
    ['Maria Ruiz said she believes that the ship leaked oil.', 'Maria Ruiz believe leak'],
    ['Maria Ruiz said she does not believe that the ship leaked oil.', 'Maria Ruiz disbelieve leak'],
    ['Maria Ruiz said that nobody signed the order.', 'Maria Ruiz deny sign'],
    ['Maria Ruiz said that the captain failed to sign the order.', 'Maria Ruiz deny sign'],
    ['“Will the captain sign the order?” Maria Ruiz asked.', 'Maria Ruiz ask sign'],
    ['Maria Ruiz dismissed allegations of meddling in the election.', 'Maria Ruiz dismiss meddle'],
    [
      'Maria Ruiz said that she believes Ben Ito’s denials about election meddling.',
      'Maria Ruiz disbelieve meddle',
    ],
    ['Maria Ruiz said that there was no collusion.', 'Maria Ruiz deny collude'],
    ['Maria Ruiz refused to confirm that the ship leaked oil.', 'Maria Ruiz evade leak'],
    ['Maria Ruiz would neither confirm nor deny that the ship leaked oil.', 'Maria Ruiz evade leak'],
    ['Maria Ruiz declined to say whether the ship leaked oil.', 'Maria Ruiz evade leak'],
    ['Maria Ruiz did not say that the ship leaked oil.', 'Maria Ruiz unknown leak'],
    ['Maria Ruiz said she never said that the ship leaked oil.', 'Maria Ruiz unknown leak'],
    ['Maria Ruiz said it was not true that the ship leaked oil.', 'Maria Ruiz deny leak'],
    ['Maria Ruiz said it was a lie that the ship leaked oil.', 'Maria Ruiz deny leak'],
    ['Maria Ruiz said it was not a lie that the ship leaked oil.', 'Maria Ruiz assert leak'],
    ['Maria Ruiz said it is unlikely that the ship leaked oil.', 'Maria Ruiz doubt leak'],
    ['Maria Ruiz said she had no doubt that the ship leaked oil.', 'Maria Ruiz assert leak'],
    ['Maria Ruiz said there was no evidence that the ship leaked oil.', 'Maria Ruiz doubt leak'],
    ['Maria Ruiz called the report of a leak a lie.', 'Maria Ruiz dismiss leak'],
    ['Maria Ruiz vowed to sign the order.', 'Maria Ruiz commit sign'],
    ['Maria Ruiz vowed never to sign the order.', 'Maria Ruiz deny sign'],
    ['Maria Ruiz refused to sign the order.', 'Maria Ruiz deny sign'],
    ['“The ship did not just leak oil,” Maria Ruiz said.', 'Maria Ruiz assert leak'],
    ['Maria Ruiz said that Ben Ito is not happy.', 'Maria Ruiz deny be happy'],
    ['Maria Ruiz said she was sure that the ship leaked oil.', 'Maria Ruiz believe leak'],
    ['Maria Ruiz said she was not sure that the ship leaked oil.', 'Maria Ruiz doubt leak'],
    ['Maria Ruiz said she could not rule out that the ship leaked oil.', 'Maria Ruiz hedge leak'],
    ['Maria Ruiz said neither the ship nor the ferry leaked oil.', 'Maria Ruiz deny leak'],
    ['“The idea that the ship leaked oil is ridiculous,” Maria Ruiz said.', 'Maria Ruiz dismiss leak'],
    ['“I used to believe that the ship leaked oil,” Maria Ruiz said.', 'Maria Ruiz unknown leak'],
    ['“I wish the ship had leaked oil,” Maria Ruiz said.', 'Maria Ruiz unknown leak'],
    ['Maria Ruiz accused Ben Ito of leaking the letter.', 'Maria Ruiz assert leak'],
    [
      '“He says he did not do that and I really believe that the ship leaked oil,” Maria Ruiz said.',
      'Maria Ruiz believe leak',
    ],
    [
      '“I think that Ben Ito feels, and he feels strongly, that the ship did not leak oil,” Maria Ruiz said.',
      'Maria Ruiz relay leak',
    ],
    [
      '“As to whether the ship leaked oil, I am with the laboratory,” Maria Ruiz said.',
      'Maria Ruiz unknown leak',
    ],
  ])('%s', (text, expected) => expect(stances(text)).toContain(expected));

  test('what somebody else said is handed on, and is theirs', () => {
    const told = stances('Maria Ruiz said that Ben Ito had told her that the ship did not leak oil.');
    expect(told).toContain('Maria Ruiz relay leak');
    expect(told).toContain('Ben Ito deny leak');
    expect(told).not.toContain('Maria Ruiz deny leak');
  });

  test('what a relative clause says that others claim is not the speaker’s', () => {
    const told = stances(
      'Maria Ruiz said that she doubts the reports of the laboratories, which claim that the ship leaked oil.',
    );
    expect(told).not.toContain('Maria Ruiz assert leak');
  });

  test('who believes somebody when they say so believes it', () => {
    const told = stances(
      'Maria Ruiz said she believed Ben Ito when he said that he did not leak the letter.',
    );
    expect(told).toContain('Maria Ruiz disbelieve leak');
    expect(told).toContain('Ben Ito deny leak');
  });

  test('what hangs on a noun is its holder’s: an assessment is not the doubter’s', () => {
    const told = stances(
      'Maria Ruiz expressed skepticism about the laboratory’s assessment that the ship leaked oil.',
    );
    expect(told).toContain('Maria Ruiz doubt leak');
    expect(told.some((one) => /assert leak/.test(one) && !one.startsWith('Maria Ruiz'))).toBe(true);
  });

  describe('how a stance is known', () => {
    const known = (text: string): readonly string[] => {
      const ledger = story({ 'Courier 2017-11-12': text });
      const names = new Map(ledger.speakers.map(({ id, name }) => [id, name]));
      return ledger.stances.map(
        ({ holder, value, proposition, basis }) =>
          `${names.get(holder ?? '') ?? '?'} ${value} ${proposition.predicate}: ${basis}`,
      );
    };

    test.each([
      ['Maria Ruiz said that the ship leaked oil.', 'Maria Ruiz assert leak: explicit'],
      ['Maria Ruiz said that the captain failed to sign the order.', 'Maria Ruiz deny sign: implicit'],
      ['Maria Ruiz said that Ben Ito knows that the ship leaked oil.', 'Maria Ruiz assert leak: presupposed'],
      [
        'Maria Ruiz said that Ben Ito does not regret that the ship leaked oil.',
        'Maria Ruiz assert leak: presupposed',
      ],
      [
        'Maria Ruiz said the letter was to blame for the fact that the captain did not sign the order.',
        'Maria Ruiz deny sign: presupposed',
      ],
      [
        'Maria Ruiz said that the absence of a meeting at the summit further proves that the talks failed.',
        'Maria Ruiz deny meet: presupposed',
      ],
      ['Maria Ruiz believes that the ship leaked oil.', 'Maria Ruiz believe leak: outlet'],
      ['Maria Ruiz hinted that the ship leaked oil.', 'Maria Ruiz hedge leak: outlet'],
      ['Maria Ruiz said she believes that the ship leaked oil.', 'Maria Ruiz believe leak: explicit'],
      ['“I believe that the ship leaked oil,” Maria Ruiz said.', 'Maria Ruiz believe leak: explicit'],
    ])('%s', (text, expected) => expect(known(text)).toContain(expected));

    test('whoever is asked whether they believe it is not said to', () => {
      const told = known('Reporters asked Maria Ruiz whether or not she believes that the ship leaked oil.');
      expect(told.filter((one) => /believe leak|assert leak/.test(one))).toEqual([]);
    });

    test('what somebody is told is not what they say', () => {
      const told = known(
        'Maria Ruiz said when Ben Ito tells her that the ship did not leak oil, she “believes it.”',
      );
      expect(told.filter((one) => /^Maria Ruiz deny leak/.test(one))).toEqual([]);
    });

    test.each([
      'Maria Ruiz said that Ben Ito believes that the ship leaked oil.',
      'Maria Ruiz said that Ben Ito did not prove that the ship leaked oil.',
      'Maria Ruiz asked whether Ben Ito knew that the ship leaked oil.',
    ])('nothing is taken for granted: %s', (text) => {
      expect(known(text).filter((one) => one.endsWith('presupposed'))).toEqual([]);
    });
  });

  describe('metamorphic', () => {
    const value = (text: string) => {
      const ledger = story({ 'Courier 2017-11-12': text });
      const own = ledger.stances.filter(({ proposition }) => proposition.predicate === 'sign');
      return own.map(({ value: one }) => poleOf(one));
    };

    test.each([
      ['Ruiz said that the captain signed the order.', 'Ruiz said that the captain did not sign the order.'],
      [
        'Ruiz said that the captain had signed the order.',
        'Ruiz said that the captain had not signed the order.',
      ],
      ['“The captain signed the order,” Ruiz said.', '“The captain never signed the order,” Ruiz said.'],
    ])('a “not” turns it round: %s', (plain, negated) => {
      expect(value(plain)).toEqual(['assert']);
      expect(value(negated)).toEqual(['deny']);
    });

    test('direct or indirect, the stance is the same', () => {
      expect(value('“The captain signed the order,” Ruiz said.')).toEqual(
        value('Ruiz said that the captain signed the order.'),
      );
    });

    test('another speaker holds the same', () => {
      expect(
        stances('Maria Ruiz said that the captain signed the order.').map((one) =>
          one.replace('Maria Ruiz', 'X'),
        ),
      ).toEqual(
        stances('Ben Ito said that the captain signed the order.').map((one) => one.replace('Ben Ito', 'X')),
      );
    });
  });
});

/** Two accounts of one saying on one day. */
const talks = (
  first: string,
  second: string,
  days: readonly [string, string] = ['2017-11-12', '2017-11-12'],
) =>
  story({
    [`Courier ${days[0]}`]: `Maria Ruiz said on Sunday that ${first}. Ben Ito was there.`,
    [`Herald ${days[1]}`]: `Maria Ruiz said on Sunday that ${second}. Ben Ito was there.\n\n“It was a long day,” Ben Ito said.`,
  });

describe('disagreements', () => {
  const kinds = ({ disagreements }: Ledger) => disagreements.map(({ kind }) => kind);

  test('one tells what the other denies, of the same speaker on the same day', () => {
    const ledger = talks(
      'she discussed the ferry with Ben Ito',
      'she did not discuss the ferry with Ben Ito',
    );
    expect(kinds(ledger)).toEqual(['contradiction']);
    const texts = new Map(ledger.reports.map((one) => [one.id, one.text]));
    const words = ledger.disagreements[0]!.accounts.flatMap(({ evidence }) =>
      evidence.map(({ report, start, end }) => texts.get(report)?.slice(start, end)),
    );
    expect(words).toEqual(
      expect.arrayContaining([
        'she discussed the ferry with Ben Ito',
        'she did not discuss the ferry with Ben Ito',
      ]),
    );
  });

  test.each([
    ['the same', 'she discussed the ferry with Ben Ito', 'she discussed the ferry with Ben Ito'],
    ['another matter', 'she discussed the ferry with Ben Ito', 'she did not discuss the bridge with Ben Ito'],
    [
      'with somebody else',
      'she discussed the ferry with Ben Ito',
      'she did not discuss the ferry with Carla Vik',
    ],
    ['a narrower denial', 'she met Ben Ito', 'she did not meet Ben Ito in private'],
    ['a possibility', 'she may discuss the ferry with Ben Ito', 'she did not discuss the ferry with Ben Ito'],
    [
      'a condition',
      'if she discussed the ferry with Ben Ito, it was late',
      'she did not discuss the ferry with Ben Ito',
    ],
    ['a plan', 'she will discuss the ferry with Ben Ito', 'she did not discuss the ferry with Ben Ito'],
    ['an omission', 'she discussed the ferry with Ben Ito', 'the day was long'],
    ['brief and five minutes', 'she met Ben Ito briefly', 'she met Ben Ito for five minutes'],
    ['a growing figure', 'the storm killed several people', 'the storm killed seven people'],
    ['a rough figure', 'Ben Ito signed about five orders', 'Ben Ito signed seven orders'],
    ['a part', 'Ben Ito signed three other orders', 'Ben Ito signed five orders'],
  ])('none: %s', (_, first, second) => expect(kinds(talks(first, second))).toEqual([]));

  test('what an outlet says that somebody knows it tells itself', () => {
    const told = (first: string) =>
      kinds(
        story({
          'Courier 2017-11-12': `It was a long day. ${first}`,
          'Herald 2017-11-12': 'Ben Ito was there. Carla Vik did not sign the order.',
        }),
      );
    expect(told('Maria Ruiz knows that Carla Vik signed the order.')).toEqual(['contradiction']);
    expect(told('Maria Ruiz believes that Carla Vik signed the order.')).toEqual([]);
  });

  describe('the same words but for a negation', () => {
    const said = 'the new pumps of the northern quay are ready for the winter storms';
    const denied = 'the new pumps of the northern quay are not ready for the winter storms';

    test('of one speaker on one day', () => {
      const ledger = talks(said, denied);
      expect(kinds(ledger)).toEqual(['contradiction']);
      expect(ledger.disagreements[0]?.accounts.map(({ value }) => value).sort()).toEqual(['assert', 'deny']);
    });

    test('contracted, and with “did”', () => {
      expect(kinds(talks(said, denied.replace('are not', 'aren’t')))).toEqual(['contradiction']);
      expect(
        kinds(
          talks(
            'somebody signed the order for the pumps of the quay',
            'somebody did not sign the order for the pumps of the quay',
          ),
        ),
      ).toEqual(['contradiction']);
    });

    test('in two outlets’ own words', () => {
      const own = (first: string, second: string) =>
        kinds(
          story({
            'Courier 2017-11-12': `It was a long day. ${first}`,
            'Herald 2017-11-12': `Ben Ito was there. ${second}`,
          }),
        );
      expect(
        own(
          'The long tunnel under the northern quay was closed on the night of the storm.',
          'The long tunnel under the northern quay was never closed on the night of the storm.',
        ),
      ).toEqual(['contradiction']);
      expect(
        own(
          'Was the long tunnel under the northern quay closed on the night of the storm?',
          'The long tunnel under the northern quay was never closed on the night of the storm.',
        ),
      ).toEqual([]);
    });

    test.each([
      ['of two days', said, denied, ['2017-11-05', '2017-11-12'] as const],
      ['twice negated', denied, `${denied} today`, ['2017-11-12', '2017-11-12'] as const],
      ['not only', said, said.replace('are', 'are not only'), ['2017-11-12', '2017-11-12'] as const],
      ['few words', 'it is safe', 'it is not safe', ['2017-11-12', '2017-11-12'] as const],
      [
        'of something else',
        said,
        denied.replace('northern', 'southern'),
        ['2017-11-12', '2017-11-12'] as const,
      ],
    ])('none: %s', (_, first, second, days) => expect(kinds(talks(first, second, days))).toEqual([]));
  });

  test('of two days it is none', () => {
    expect(
      kinds(
        talks('she discussed the ferry with Ben Ito', 'she did not discuss the ferry with Ben Ito', [
          '2017-11-05',
          '2017-11-12',
        ]),
      ),
    ).toEqual([]);
  });

  test('what two speakers dispute is no disagreement of accounts', () => {
    expect(
      kinds(
        story({
          'Courier 2017-11-12': 'Maria Ruiz said on Sunday that she discussed the ferry with Ben Ito.',
          'Herald 2017-11-12':
            'Ben Ito said on Sunday that Maria Ruiz did not discuss the ferry with Ben Ito.',
        }),
      ),
    ).toEqual([]);
  });

  test('exact figures of the same thing may conflict', () => {
    expect(kinds(talks('Ben Ito signed three orders', 'Ben Ito signed five orders'))).toEqual(['tension']);
  });

  test('words that a record shows to have been cut before what carries their sense', () => {
    const ledger = story({
      'Record 2017-11-12':
        'RUIZ: We will not close the harbour unless the second test comes back positive.\n\nQ: When is that?\n\nRUIZ: On Monday at noon, if all goes well.',
      'Herald 2017-11-12': '“We will not close the harbour,” Maria Ruiz said on Sunday.',
    });
    expect(kinds(ledger)).toEqual(['rendering']);
    const [said, given] = ledger.disagreements[0]!.accounts;
    const text = (id: string) => ledger.reports.find((one) => one.id === id)!.text;
    const words = (account: typeof said) =>
      account!.evidence.map(({ report, start, end }) => text(report).slice(start, end)).join();
    expect(words(said)).toContain('unless the second test comes back positive');
    expect(words(given)).toContain('We will not close the harbour');
  });

  test('swapping the reports changes nothing', () => {
    const texts: Texts = {
      'Courier 2017-11-12':
        'Maria Ruiz said on Sunday that she discussed the ferry with Ben Ito. “Yes,” Ben Ito said.',
      'Herald 2017-11-12':
        'Maria Ruiz said on Sunday that she did not discuss the ferry with Ben Ito. “Yes,” Ben Ito said.',
    };
    const turned = Object.fromEntries(Object.entries(texts).reverse());
    expect(story(turned).disagreements).toEqual(story(texts).disagreements);
  });
});

describe('shifts', () => {
  const shifts = (first: string, second: string) => {
    const ledger = story({ 'Courier 2017-11-11': first, 'Herald 2017-11-12': second });
    return ledger.shifts.map(
      ({ kind, confidence, saidOn }) =>
        `${kind} ${confidence >= 0.9 ? 'surely' : 'may be'} ${saidOn.join(' ')}`,
    );
  };

  test('what was to be done will not be done', () => {
    expect(
      shifts(
        '“I will sign the order,” Maria Ruiz said on Saturday.',
        '“I will not sign the order,” Maria Ruiz said on Sunday.',
      ),
    ).toEqual(['reversal surely 2017-11-11 2017-11-12']);
  });

  test('a walk-back that a report tells and the passages bear out', () => {
    expect(
      shifts(
        'Maria Ruiz said on Saturday that she believes that the ship did not leak oil.',
        'Maria Ruiz on Sunday walked back her remarks.\n\nMaria Ruiz said on Sunday that she agrees with the laboratory that the ship leaked oil.',
      ),
    ).toEqual(['walk-back may be 2017-11-11 2017-11-12']);
  });

  test.each([
    [
      'the same day',
      '“I will sign the order,” Maria Ruiz said on Saturday.',
      '“I will not sign the order,” Maria Ruiz said on Saturday.',
    ],
    [
      'another matter',
      '“I will sign the order,” Maria Ruiz said on Saturday.',
      '“I will not sign the letter,” Maria Ruiz said on Sunday.',
    ],
    [
      'the world, not the mind',
      'Maria Ruiz said on Saturday that the ferry was open.',
      'Maria Ruiz said on Sunday that the ferry was not open.',
    ],
    [
      'another speaker',
      '“I will sign the order,” Maria Ruiz said on Saturday.',
      '“I will not sign the order,” Ben Ito said on Sunday.',
    ],
    [
      'a condition',
      '“I will sign the order,” Maria Ruiz said on Saturday.',
      '“If I will not sign the order, they win,” Maria Ruiz said on Sunday.',
    ],
    [
      'what others are said to have said',
      '“I will sign the order,” Maria Ruiz said on Saturday.',
      'Ben Ito said on Sunday that Maria Ruiz would not sign the order.',
    ],
    [
      'a walk-back that was only asked for',
      'Maria Ruiz said on Saturday that she believes that the ship did not leak oil.',
      'Reporters asked whether Maria Ruiz could walk back her remarks.\n\nMaria Ruiz said on Sunday that the ship leaked oil.',
    ],
  ])('none: %s', (_, first, second) => expect(shifts(first, second)).toEqual([]));
});

describe('one saying or two', () => {
  const statements = (first: string, second: string) =>
    story({ 'Courier 2017-11-11': first, 'Herald 2017-11-16': second }).statements.length;

  test('the same words on two days are two statements where both reports tell the day', () => {
    expect(
      statements(
        '“There was no leak in the harbour,” Maria Ruiz said on Saturday.',
        '“There was no leak in the harbour,” Maria Ruiz said on Wednesday.',
      ),
    ).toBe(2);
  });

  test.each([
    [
      'of one day',
      '“There was no leak in the harbour,” Maria Ruiz said on Saturday.',
      '“There was no leak in the harbour,” Maria Ruiz said on Saturday.',
    ],
    [
      'where one does not tell',
      '“There was no leak in the harbour,” Maria Ruiz said.',
      '“There was no leak in the harbour,” Maria Ruiz said on Wednesday.',
    ],
  ])('%s they are one', (_, first, second) => expect(statements(first, second)).toBe(1));
});

describe('coverage', () => {
  const texts: Texts = {
    'Courier 2017-11-11':
      'Ben Ito said on Saturday that the bridge was old. The town was quiet, the ferry ran as it always does, and nobody asked for more than that until late in the evening, when the first of the ships came in from the north with its lamps lit and its captain on the bridge, waving. It was cold, and the harbour master had gone home long before, as he does on Saturdays.',
    'Herald 2017-11-12':
      '“We will test the water of the harbour every morning at six,” Maria Ruiz said on Sunday. “It is our duty.”',
    'Post 2017-11-12': '“We will test the water of the harbour,” Maria Ruiz said on Sunday.',
    'Globe 2017-11-12':
      'Maria Ruiz said on Sunday that they will test the harbour water each morning at six. The town was quiet, and the ferry ran as it always does. Nobody asked for more than that until late in the evening, when the first of the ships came in.',
    'Teaser 2017-11-12': 'Maria Ruiz spoke in the harbour … Read more',
    'Weekly 2017-11-13':
      'Ben Ito said on Monday that the bridge was old and should be painted before the winter. The town was quiet, and the ferry ran as it always does, and nobody asked for more than that until late in the evening. The painters have been told to bring their own ladders, as the town has none that are long enough, and to come before the frost, which is expected in a week or two. The council meets on Thursday, when it hears what that will cost.',
  };
  const ledger = story(texts);
  const cells = new Map(
    ledger.coverage
      .filter(({ statement }) => ledger.statements.find(({ id }) => id === statement)!.witnesses.length > 1)
      .map(({ report, cell }) => [ledger.reports.find(({ id }) => id === report)!.outlet, cell]),
  );

  test('in words, in other words, not yet, cannot tell; the rest is absent', () => {
    expect(Object.fromEntries(cells)).toEqual({
      Courier: 'not-yet',
      Herald: 'in-words',
      Post: 'in-words',
      Globe: 'paraphrased',
      Teaser: 'unknown',
    });
    expect(cells.has('Weekly')).toBe(false);
  });

  test('what a report cut inside the quotation', () => {
    const post = ledger.reports.find(({ outlet }) => outlet === 'Post')!;
    const herald = ledger.reports.find(({ outlet }) => outlet === 'Herald')!;
    const row = ledger.coverage.find(({ report }) => report === post.id)!;
    expect(row.cut.map(({ start, end }) => herald.text.slice(start, end).trim())).toEqual([
      'every morning at six,',
    ]);
  });

  test('near copies are one voice, and a note says so', () => {
    const wire = `${texts['Weekly 2017-11-13']} “We will paint it before the winter comes,” Ben Ito said.`;
    const copies = story({
      'Wire 2017-11-12': wire,
      'Local 2017-11-13': `Local news. ${wire}`,
      'Other 2017-11-13': '“We will paint it before the winter comes,” Ben Ito said.',
    });
    const of = (name: string) => copies.reports.find(({ outlet }) => outlet === name)!.id;
    const voices = new Map(copies.coverage.map(({ report, voice }) => [report, voice]));
    expect(voices.get(of('Local'))).toBe(of('Wire'));
    expect(voices.get(of('Other'))).toBe(of('Other'));
    expect(copies.notes.filter(({ code }) => code === 'near-copy').map(({ at }) => at?.report)).toEqual([
      of('Local'),
    ]);
  });
});
