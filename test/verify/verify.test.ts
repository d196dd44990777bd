import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { CHECK_FORMAT, toCheckWire } from '../../src/ledger/check.js';
import { CHECK_VERDICTS, type Check, isFault, PRESENTATION_KINDS } from '../../src/model/check.js';
import { EVENT_KINDS, FORMS } from '../../src/model/statement.js';
import { verifyQuotes } from '../../src/pipeline.js';
import { renderCheckHtml } from '../../src/render/check-html.js';
import { renderCheckText } from '../../src/render/check-text.js';
import { renderCheckGithub } from '../../src/render/github.js';
import { renderCheckSarif } from '../../src/render/sarif.js';
import { DEFAULT_POLICY, POLICIES, policyFrom } from '../../src/verify/policy.js';
import { reportFrom } from '../fixtures.js';
import { bundledStory } from '../story.js';

const transcript = (turns: string, name = 'remarks.txt') => reportFrom(turns, name, { kind: 'transcript' });

const REMARKS = transcript(
  [
    'Q: What now?',
    'RUIZ: We will not close the harbour unless the second test comes back positive. I have asked for the logs twice.',
    'Q: And the company?',
    'LINDQVIST: Our ship did not leak in this harbour, and we have nothing to hide from anybody.',
    'Q: Who pays?',
    'RUIZ: That is for the lawyers. The town has paid enough for the ships of other people.',
    'Q: Thank you.',
  ].join('\n\n'),
);

function verdicts(draft: string, sources = [REMARKS], options = {}): string[] {
  const { quotations } = verifyQuotes(reportFrom(draft, 'draft.txt'), sources, [], options);
  return quotations.map(({ verdict, rule }) => `${verdict} (${rule})`);
}

describe('who said it', () => {
  test('the words of another person are misattributed, and the source’s speaker is named', () => {
    const { quotations } = verifyQuotes(
      reportFrom('“The town has paid enough for the ships of other people,” Viktor Lindqvist said.', 'd.txt'),
      [REMARKS],
    );
    expect(quotations).toMatchObject([
      {
        verdict: 'misattributed',
        rule: 'other-speaker',
        passage: { speaker: 'RUIZ', match: 'other', form: 'verbatim' },
      },
    ]);
  });

  test('a pronoun is too little to call a name wrong by', () => {
    expect(
      verdicts(
        'Viktor Lindqvist came to the quay at noon. “The town has paid enough for the ships of other people,” he said.',
      ),
    ).toEqual(['exact (verbatim)']);
  });

  test('two people of one surname, and a body, are not told apart by it', () => {
    for (const by of ['Elena Ruiz said', 'the Harbour Board said'])
      expect([by, verdicts(`“The town has paid enough for the ships of other people,” ${by}.`)]).toEqual([
        by,
        ['exact (verbatim)'],
      ]);
  });

  test('fewer than five words are never misattributed', () => {
    expect(verdicts('Viktor Lindqvist said it was “for the lawyers.”')).toEqual([
      'not-checkable (too-short)',
    ]);
  });

  test('a word or two are right where they stand so, whatever stands beside them', () => {
    expect(verdicts('Maria Ruiz said that everything hung on “the second test.”')).toEqual([
      'exact (trimmed)',
    ]);
    expect(verdicts('Maria Ruiz said that everything hung on “the positive test.”')).toEqual([
      'not-checkable (too-short)',
    ]);
    const denied = transcript('Q: So?\n\nRUIZ: I would not call it a trial at all.\n\nQ: No?\n\nRUIZ: No.');
    expect(verdicts('Maria Ruiz said that it was not “a trial at all.”', [denied])).toEqual([
      'exact (trimmed)',
    ]);
  });

  test('whoever stands in the chain may be cited', () => {
    const source = reportFrom(
      'Ben Ito said that Maria Ruiz told the council: “We have nothing to hide from anybody in this town.”\n\n“I was there,” Ito said.\n\n“So was I,” said Dana Holt.',
      's.txt',
    );
    expect(
      verdicts('“We have nothing to hide from anybody in this town,” Ben Ito said.', [source]),
    ).not.toContain('misattributed (other-speaker)');
  });
});

describe('a report is no record', () => {
  const report = reportFrom(
    [
      'Maria Ruiz met the press on the quay on Wednesday and spoke about the harbour, the ship and the winter.',
      '“We will not close the harbour unless the second test comes back positive,” Ruiz said.',
      'She said that the council had always paid for the cleaning of the quays in spring.',
      '“I have asked for the logs … and I was sent nothing,” Ruiz told reporters.',
    ].join('\n\n'),
    'report.txt',
  );

  test('words beyond its quotations it neither has nor denies', () => {
    expect(
      verdicts(
        '“We will not close the harbour unless the second test comes back positive, and that is all I can tell you now,” Ruiz said.',
        [report],
      ),
    ).toEqual(['not-checkable (part-found)']);
  });

  test('where it has dots itself, other words may have stood', () => {
    expect(
      verdicts(
        '“I have asked for the logs twice since the beginning of May and I was sent nothing,” Ruiz said.',
        [report],
      ),
    ).toEqual(['not-checkable (part-found)']);
  });

  test('what it tells without marks is no evidence of the wording', () => {
    expect(
      verdicts('“The council has always paid for the cleaning of the quays,” Ruiz said.', [report]),
    ).toEqual(['not-checkable (without-marks)']);
  });

  test('inside a quotation it is one', () => {
    expect(
      verdicts('“We will close the harbour unless the second test comes back positive,” Ruiz said.', [
        report,
      ]),
    ).toEqual(['altered (negator-changed)']);
  });

  test('a reporting clause inside its quotation is no part of it', () => {
    const split = reportFrom(
      '“We will not close the harbour,” Ruiz told reporters on the quay. “The second test comes back on Friday.”\n\n“I know,” Ben Ito said.',
      'split.txt',
    );
    expect(
      verdicts('“We will not close the harbour. The second test comes back on Friday,” Ruiz said.', [split]),
    ).toEqual(['exact (verbatim)']);
  });

  test('what it quotes apart may have been said at once; what it quotes on otherwise was not', () => {
    const parts = reportFrom(
      [
        '“We will not close the harbour this winter. The ferries go on as before,” Maria Ruiz told the press on Wednesday.',
        'The council met on Thursday to hear what the board had found in the logs of the ship, and did not decide.',
        '“The company will pay for all of the damage. I have its word in writing,” Ruiz said at the end of the meeting.',
      ].join('\n\n'),
      'parts.txt',
    );
    const told = (words: string) => verdicts(`“${words},” Ruiz said.`, [parts]);
    expect(told('The ferries go on as before. The company will pay for all of the damage')).toEqual([
      'not-checkable (part-found)',
    ]);
    expect(told('We will not close the harbour this winter. I have its word in writing')).toEqual([
      'spliced (stitched)',
    ]);
  });

  test('a transcript decides before it', () => {
    const wrong = reportFrom(
      '“We will close the harbour unless the second test comes back positive,” Ruiz said.\n\n“No,” Ben Ito said.',
      'wrong.txt',
    );
    const draft = '“We will close the harbour unless the second test comes back positive,” Ruiz said.';
    expect(verdicts(draft, [wrong])).toEqual(['exact (verbatim)']);
    expect(verdicts(draft, [wrong, REMARKS])).toEqual(['altered (negator-changed)']);
  });
});

describe('a speech is one', () => {
  const speech = (name: string) =>
    reportFrom(
      [
        'My friends, I have come to this quay to tell you what we have done and what we mean to do this winter.',
        'We will not close the harbour unless the second test comes back positive, and I have said so before.',
        'When I was a girl my teacher told us: “Never sign what you have not read from end to end.” I never have.',
        'And as Ben Ito said to me on Monday: “We are all in one boat and the boat is ours.” So we are, my friends.',
      ].join('\n\n'),
      name,
    );

  test('even where it quotes others: what it says without marks counts', () => {
    expect(
      verdicts('“We will close the harbour unless the second test comes back positive,” Ruiz said.', [
        speech('a.txt'),
      ]),
    ).toEqual(['altered (negator-changed)']);
  });

  test('of several that have the words, the one that names the speaker decides', () => {
    const { quotations } = verifyQuotes(
      reportFrom(
        '“We will not close the harbour unless the second test comes back positive,” Maria Ruiz said.',
        'd.txt',
      ),
      [speech('ito-2030.txt'), speech('ruiz-2031.txt')],
    );
    expect(quotations[0]?.passage?.report).toBe(speech('ruiz-2031.txt').id);
  });
});

describe('a day that the draft tells', () => {
  const of = (published: string) =>
    reportFrom(
      `Q: So?\n\nRUIZ: We will not close the harbour this year.\n\nQ: On ${published}?\n\nRUIZ: Yes.`,
      `ruiz-${published}.txt`,
      { kind: 'transcript', published },
    );
  const sources = [of('2031-05-05'), of('2031-05-07')];
  const [first, second] = sources;
  const decides = (draft: string) => {
    const [found] = verifyQuotes(reportFrom(draft, 'd.txt', { published: '2031-05-08' }), sources).quotations;
    return found?.passage;
  };

  test.each([
    ['“We will not close the harbour this year,” Ruiz said on Monday.', first, '2031-05-05'],
    ['“We will not close the harbour this year,” Ruiz said on Wednesday.', second, '2031-05-07'],
    // Nothing was said that day: the words are right all the same.
    ['“We will not close the harbour this year,” Ruiz said on Tuesday.', first, '2031-05-05'],
  ])('%s', (draft, source, day) => {
    expect(decides(draft)).toMatchObject({ report: source?.id, saidOn: day, verdict: 'exact' });
  });
});

describe('policies', () => {
  const source = transcript(
    'Q: So?\n\nRUIZ: We will, you know, pay four hundred crowns for it in the end.\n\nQ: And?\n\nRUIZ: No more than that.',
  );
  const spoken = '“We will pay four hundred crowns for it in the end,” Ruiz said.';
  const figures = '“We will, you know, pay 400 crowns for it in the end,” Ruiz said.';

  test.each([
    ['ap', 'altered (filler-changed)', 'presentation (number-form)'],
    ['reuters', 'presentation (filler-only)', 'presentation (number-form)'],
    ['verbatim', 'altered (filler-changed)', 'altered (number-form)'],
  ])('%s', (name, filler, number) => {
    const policy = POLICIES.get(name);
    expect(verdicts(spoken, [source], { policy })).toEqual([filler]);
    expect(verdicts(figures, [source], { policy })).toEqual([number]);
  });

  test('one of one’s own starts from another', () => {
    const policy = policyFrom({ name: 'ours', from: 'reuters', 'number-form': 'error', ellipsis: 'error' });
    expect(policy).toMatchObject({ name: 'ours', events: { filler: 'cosmetic' }, ellipsis: 'error' });
    expect(verdicts(figures, [source], { policy })).toEqual(['altered (number-form)']);
  });

  test.each([
    [[], 'JSON object'],
    [{}, 'needs a "name"'],
    [{ name: 'x', from: 'dpa' }, '"from" must be one of ap, reuters, verbatim'],
    [{ name: 'x', negation: 'error' }, '"negation" is no kind of difference'],
    [{ name: 'x', filler: 'fine' }, '"filler" must be "cosmetic" or "error"'],
    [{ name: 'x', bracket: 'cosmetic' }, '"bracket" must be "disclosed" or "error"'],
  ])('%j is none', (json, problem) => {
    expect(policyFrom(json)).toEqual({ problem: expect.stringContaining(problem) });
  });
});

describe('a draft', () => {
  const draft = (text: string) => reportFrom(text, 'draft.md');

  test('titles and scare quotes are passed over, and counted', () => {
    const { quotations, passed } = verifyQuotes(
      draft('The “harbour crisis” is the subject of “The Long Way Home From Salt Harbour”, a new book.\n'),
      [REMARKS],
    );
    expect([quotations.length, passed]).toEqual([0, 2]);
  });

  test('ids come from the words, and tell equal quotations apart', () => {
    const ids = (text: string) => verifyQuotes(draft(text), [REMARKS]).quotations.map(({ id }) => id);
    const [first] = ids('“That is for the lawyers,” Ruiz said.\n');
    expect(ids('On Monday, she came back.\n\n“That is for the lawyers!” Ruiz said.\n')).toEqual([first]);
    const twice = ids('“That is for the lawyers,” Ruiz said.\n\n“That is for the lawyers,” Ruiz said.\n');
    expect(twice[0]).toBe(first);
    expect(new Set(twice).size).toBe(2);
  });

  test('what is waived does not count, what fits nothing is told', () => {
    const text =
      '“Every ferry belongs to the people who built it,” Ruiz said.\n\n“That is for the lawyers,” Ruiz said.\n';
    const [wrong, right] = verifyQuotes(draft(text), [REMARKS]).quotations;
    const check = verifyQuotes(draft(text), [REMARKS], [], {
      waivers: [
        { on: wrong!.id, reason: 'heard on the phone' },
        { on: right!.id, reason: 'no finding' },
        { on: 'q0', reason: 'no such id' },
      ],
    });
    expect(check.quotations.map(({ waived }) => waived)).toEqual([
      { reason: 'heard on the phone', by: 'option' },
      null,
    ]);
    expect(check.quotations.some(isFault)).toBe(false);
    expect(check.notes.filter(({ code }) => code === 'waiver-unused').length).toBe(2);
  });

  test('the order of the sources changes no verdict', () => {
    const sources = bundledStory();
    const text = readFileSync(new URL('../../examples/draft.md', import.meta.url), 'utf8');
    const told = (given: typeof sources) =>
      verifyQuotes(draft(text), given).quotations.map(({ id, verdict, rule }) => [id, verdict, rule]);
    expect(told([...sources].reverse())).toEqual(told(sources));
  });

  test('a source that was given twice counts once', () => {
    const check = verifyQuotes(draft('“That is for the lawyers,” Ruiz said.\n'), [REMARKS, REMARKS]);
    expect([check.sources.length, check.quotations[0]?.alternates.length]).toEqual([1, 0]);
  });

  test('the bundled draft has the faults that were put into it', () => {
    const text = readFileSync(new URL('../../examples/draft.md', import.meta.url), 'utf8');
    const { quotations } = verifyQuotes(draft(text), bundledStory());
    expect(quotations.map(({ verdict, rule }) => `${verdict} (${rule})`)).toEqual([
      'exact (verbatim)',
      'altered (negator-changed)',
      'altered (number-changed)',
      'misattributed (other-speaker)',
      'spliced (stitched)',
      'not-found (not-located)',
      'marked-edit (marked-elision)',
      'marked-edit (bracketed)',
      'altered (negator-changed)',
      'exact (verbatim)',
    ]);
  });
});

describe('how it is shown', () => {
  const text = readFileSync(new URL('../../examples/draft.md', import.meta.url), 'utf8');
  const lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const check = verifyQuotes(reportFrom(text, 'examples/draft.md'), bundledStory(), [], { lines });
  const schema = JSON.parse(
    readFileSync(fileURLToPath(new URL('../../schema/hearsay-check-1.schema.json', import.meta.url)), 'utf8'),
  );
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
  const keeps = (one: Check) => {
    validate(JSON.parse(JSON.stringify(toCheckWire(one))));
    expect(validate.errors ?? []).toEqual([]);
  };

  test('hearsay-check/1 keeps its schema, and the schema names what the model names', () => {
    keeps(check);
    keeps(verifyQuotes(reportFrom('“No', 'd.txt'), [reportFrom('Nothing was said here at all.', 's.txt')]));
    expect(schema.properties.format.const).toBe(CHECK_FORMAT);
    expect(schema.$defs.verdict.enum).toEqual([...CHECK_VERDICTS]);
    const passage = schema.$defs.passage.properties;
    expect(passage.form.enum).toEqual([...FORMS]);
    expect(passage.events.items.properties.kind.enum).toEqual([...EVENT_KINDS]);
    expect(passage.presentation.items.properties.kind.enum).toEqual([...PRESENTATION_KINDS]);
    expect(validate({ ...toCheckWire(check), extra: 1 })).toBe(false);
  });

  test('every span repeats its text', () => {
    const wire = JSON.parse(JSON.stringify(toCheckWire(check)));
    const texts = new Map(wire.sources.map((one: { id: string; text: string }) => [one.id, one.text]));
    let spans = 0;
    const same = (span: { start: number; end: number; text: string }, text: unknown) => {
      spans++;
      expect((text as string).slice(span.start, span.end)).toBe(span.text);
    };
    for (const quotation of wire.quotations) {
      for (const span of quotation.spans) same(span, wire.draft.text);
      for (const passage of [quotation.passage, ...quotation.alternates].filter(Boolean)) {
        for (const span of passage.spans) same(span, texts.get(passage.source));
        for (const { base, witness } of [...passage.events, ...passage.presentation]) {
          same(base, texts.get(passage.source));
          same(witness, wire.draft.text);
        }
      }
    }
    expect(spans).toBeGreaterThan(30);
  });

  test('half a word that was lost or gained is shown as the word it was', () => {
    const source = transcript('RUIZ: I did do that and I don’t regret it deeply today.');
    const [one] = verifyQuotes(
      reportFrom('“I didn’t do that and I do regret it deeply today,” Ruiz said.', 'draft.txt'),
      [source],
    ).quotations;
    const marks = one?.passage?.difference.flatMap(({ kind, text }) =>
      kind === 'same' ? [] : [[kind, text]],
    );
    expect(marks).toEqual([
      ['lost', 'did'],
      ['gained', 'didn’t'],
      ['lost', 'don’t'],
      ['gained', 'do'],
    ]);
  });

  test('the difference holds the words of the draft, and in order', () => {
    for (const { passage, spans } of check.quotations) {
      if (!passage) continue;
      const own = passage.difference
        .filter(({ kind }) => kind === 'same' || kind === 'gained')
        .map((one) => one.text)
        .join('');
      const words = spans.map(({ start, end }) => check.draft.text.slice(start, end)).join('');
      expect(own.replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
    }
  });

  test('text: findings first, with both sides and the place', () => {
    const shown = renderCheckText(check);
    expect(shown).toContain('10 quotations against 9 sources, policy ap: 6 findings, 4 right');
    expect(shown).toContain('1. altered: a negator differs  examples/draft.md:7:2');
    expect(shown).toContain('“We will [-not-] close the harbour');
    expect(shown.indexOf('FINDINGS')).toBeLessThan(shown.indexOf('RIGHT'));
  });

  test('github: one command a finding, at its line, escaped', () => {
    const [first, ...rest] = renderCheckGithub(check).trim().split('\n');
    expect(first).toMatch(
      /^::error file=examples\/draft\.md,line=7,endLine=7,col=2,endColumn=\d+,title=Hearsay%3A altered::a negator differs: /,
    );
    expect(rest.filter((line) => line.startsWith('::error')).length).toBe(5);
  });

  test('sarif: results with places in draft and source, rules that exist, suppressions with reasons', () => {
    const waived = verifyQuotes(reportFrom(text, 'examples/draft.md'), bundledStory(), [], {
      lines,
      waivers: [{ on: check.quotations[1]!.id, reason: 'for a test' }],
    });
    const { runs, version } = JSON.parse(renderCheckSarif(waived, '0.0.0'));
    const [{ results, tool }] = runs;
    expect(version).toBe('2.1.0');
    const rules = new Set(tool.driver.rules.map(({ id }: { id: string }) => id));
    expect(results.length).toBe(6);
    for (const result of results) {
      expect(rules).toContain(result.ruleId);
      const [{ physicalLocation }] = result.locations;
      expect(physicalLocation.artifactLocation.uri).toBe('examples/draft.md');
      const { charOffset, charLength, startLine, startColumn } = physicalLocation.region;
      const line = text.split('\n')[startLine - 1] as string;
      expect(line.slice(startColumn - 1)).toContain(
        text.slice(charOffset, charOffset + charLength).slice(0, 20),
      );
    }
    expect(results.flatMap((result: { suppressions?: unknown }) => result.suppressions ?? [])).toEqual([
      { kind: 'external', justification: 'for a test' },
    ]);
  });

  test('nothing of a draft or a source is markup in the page, or a command in a log', () => {
    const attack = '<script>alert(1)</script>';
    const hostile = verifyQuotes(
      reportFrom(
        `“The ${attack} town ::error::x\n has paid enough for ships,” Ruiz said.`,
        `${attack}\n::error.txt`,
      ),
      [
        transcript(
          `Q: ${attack}?\n\nRUIZ: The ${attack} town has paid enough for many ships.\n\nQ: So?\n\nRUIZ: So.`,
        ),
      ],
    );
    expect(hostile.quotations.length).toBe(1);
    expect(renderCheckHtml(hostile)).not.toContain('<script>');
    for (const line of renderCheckGithub(hostile).trim().split('\n').slice(0, -1))
      expect(line).toMatch(/^::(?:error|notice) /);
    expect(renderCheckText(hostile)).not.toContain('\u001b');
  });
});

test('the default is ap', () => expect(DEFAULT_POLICY.name).toBe('ap'));
