import type { Statement, Variant, Witness } from '../model/statement.js';
import type { Collatable } from './collate.js';

/** Outlets that must agree against a transcript before it is the transcript that is suspected. */
const OUTLETS = 3;

/**
 * Where three outlets and more have the same words against the base, and nobody else has the base's, it is the base
 * that is suspected of a slip: their difference is no accusation.
 */
export function suspectTranscript(
  statements: readonly Statement[],
  inputs: readonly Collatable[],
): Statement[] {
  const textOf = new Map(inputs.map(({ report }) => [report.id, report.text]));
  const reportOf = new Map(
    inputs.flatMap(({ attributions }) =>
      attributions.map((attribution) => [attribution.id, attribution.report] as const),
    ),
  );
  const outletOf = new Map(inputs.map(({ report }) => [report.id, report.outlet ?? report.id]));
  return statements.map((statement) => {
    if (statement.witnesses.length <= OUTLETS) return statement;
    const agreeing = new Map<string, Set<string>>();
    for (const witness of statement.witnesses) {
      const report = reportOf.get(witness.attribution) as string;
      for (const event of witness.events) {
        const key = keyOf(event, textOf.get(report) ?? '');
        if (key) agreeing.set(key, (agreeing.get(key) ?? new Set()).add(outletOf.get(report) as string));
      }
    }
    const suspected = new Map([...agreeing].filter(([, outlets]) => outlets.size >= OUTLETS));
    if (suspected.size === 0) return statement;
    const witnesses = statement.witnesses.map((witness) => {
      const text = textOf.get(reportOf.get(witness.attribution) as string) ?? '';
      const alike = witness.events.filter((event) => suspected.has(keyOf(event, text) ?? ''));
      const all =
        alike.length > 0 &&
        alike.length === witness.events.length &&
        alike.every((event) => unanimous(statement, witness, event));
      return all ? { ...witness, verdict: 'cosmetic' as const, rule: 'transcript-suspect' } : witness;
    });
    return { ...statement, witnesses };
  });

  /** Every other witness that covers the place differs there too. */
  function unanimous(statement: Statement, witness: Witness, event: Variant): boolean {
    const place = event.base;
    return statement.witnesses.slice(1).every((other) => {
      if (
        other === witness ||
        !other.baseSpans.some((span) => span.start <= place.start && place.end <= span.end)
      )
        return true;
      return other.events.some((theirs) => theirs.base.start === place.start);
    });
  }
}

function keyOf(event: Variant, text: string): string | null {
  if (event.kind === 'boundary' || event.kind === 'clause') return null;
  const words = text.slice(event.witness.start, event.witness.end).toLowerCase();
  return `${event.base.start}-${event.base.end} ${event.kind} ${words}`;
}
