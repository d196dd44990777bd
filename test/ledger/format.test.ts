import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { toWire } from '../../src/ledger/format.js';
import { EVENT_KINDS, FORMS, VERDICTS } from '../../src/model/statement.js';
import { compare } from '../../src/pipeline.js';
import { ledgerOf } from '../fixtures.js';
import { bundledStory } from '../story.js';

const schema = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../schema/hearsay-ledger-1.schema.json', import.meta.url)), 'utf8'),
);
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

function check(wire: unknown): void {
  validate(wire);
  expect(validate.errors ?? []).toEqual([]);
}

describe('hearsay-ledger/1', () => {
  const wire = toWire(compare(bundledStory())) as Record<string, { [key: string]: unknown }[]>;

  test('the bundled story keeps the schema', () => check(wire));

  test('odd stories keep it too', () => {
    check(toWire(ledgerOf({ 'a.txt': 'Nothing was said here at all.' })));
    check(
      toWire(ledgerOf({ 'a.txt': '“No', 'b.txt': 'Q: Why?\n\nRUIZ: Because.\n\nQ: Why?\n\nRUIZ: “No.”' })),
    );
  });

  test('the schema refuses what is not in it', () => {
    expect(validate({ ...wire, extra: 1 })).toBe(false);
    expect(validate({ ...wire, format: 'hearsay-ledger/2' })).toBe(false);
  });

  test('it names exactly the forms, kinds and verdicts of the model', () => {
    const witness = schema.$defs.statement.properties.witnesses.items.properties;
    expect(witness.form.enum).toEqual([...FORMS]);
    expect(witness.events.items.properties.kind.enum).toEqual([...EVENT_KINDS]);
    expect([...witness.verdict.enum].sort()).toEqual([...VERDICTS].sort());
  });

  test('a reader can check every span from the JSON alone', () => {
    const text = new Map(wire.reports!.map((report) => [report.id, report.text as string]));
    const reportOf = new Map(wire.attributions!.map((one) => [one.id, one.report]));
    let spans = 0;
    const follow = (value: unknown, report: unknown): void => {
      if (Array.isArray(value)) for (const item of value) follow(item, report);
      else if (typeof value === 'object' && value !== null) {
        const row = value as Record<string, unknown>;
        if (typeof row.text === 'string' && typeof row.start === 'number') {
          expect((text.get(report as string) as string).slice(row.start, row.end as number)).toBe(row.text);
          spans++;
        } else for (const [key, item] of Object.entries(row)) if (key !== 'statements') follow(item, report);
      }
    };
    for (const one of wire.attributions!) follow(one, one.report);
    for (const speaker of wire.speakers!)
      for (const mention of speaker.mentions as { report: string }[]) follow(mention, mention.report);
    for (const statement of wire.statements!) {
      const base = reportOf.get(statement.base);
      follow(statement.baseSpans, base);
      for (const witness of statement.witnesses as Record<string, unknown>[]) {
        follow(witness.spans, reportOf.get(witness.attribution));
        follow(witness.baseSpans, base);
        for (const event of witness.events as Record<string, unknown>[]) {
          follow(event.base, base);
          follow(event.witness, reportOf.get(witness.attribution));
        }
      }
    }
    expect(spans).toBeGreaterThan(200);
  });
});
