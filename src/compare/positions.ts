import type { Ledger } from '../model/ledger.js';
import type { Note } from '../model/note.js';
import type { Speaker } from '../model/speaker.js';
import type { Stance } from '../model/stance.js';
import type { Statement } from '../model/statement.js';
import type { Claim } from './claim.js';
import { claimsOf, type Read } from './claims.js';
import { voicesOf } from './copies.js';
import { coverageOf } from './coverage.js';
import { disagreementsOf, distinct, isComparable, negations } from './disagreements.js';
import { References } from './references.js';
import { isTurnable, shiftsOf } from './shifts.js';
import { stancesOf } from './stances.js';

/** What the reports of a story, set beside each other, tell about positions. */
export type Positions = Pick<Ledger, 'stances' | 'disagreements' | 'shifts' | 'coverage' | 'notes'>;

/** Reads what every report puts forward, and by whom; then compares claims about the same thing. */
export function positionsOf(
  reads: readonly Read[],
  speakers: readonly Speaker[],
  statements: readonly Statement[],
): Positions {
  const references = new References(speakers);
  const stances: Stance[] = [];
  const claims: Claim[] = [];
  for (const read of reads) {
    const own = claimsOf(read, references);
    // What can meet no other claim is told as a stance and no longer kept.
    for (const claim of own) if (isComparable(claim) || isTurnable(claim)) claims.push(claim);
    for (const stance of stancesOf(own, references)) stances.push(stance);
  }
  const reports = new Map(reads.map(({ report }) => [report.id, report]));
  const reportOf = new Map(
    reads.flatMap(({ report, attributions }) => attributions.map(({ id }) => [id, report.id] as const)),
  );
  const records = new Set(
    reads.flatMap(({ attributions }) => attributions.filter(({ by }) => by === 'label').map(({ id }) => id)),
  );
  const voices = voicesOf(reads.map(({ report }) => report));
  return {
    stances,
    disagreements: distinct([
      ...disagreementsOf(claims, statements, reports, reportOf, records, references),
      ...negations(reads),
    ]),
    shifts: shiftsOf(reads, claims, references),
    coverage: coverageOf(reads, statements, voices),
    notes: copyNotes(reads, voices),
  };
}

function copyNotes(reads: readonly Read[], voices: ReadonlyMap<string, string>): readonly Note[] {
  const byId = new Map(reads.map(({ report }) => [report.id, report]));
  return reads.flatMap(({ report }): readonly Note[] => {
    const voice = byId.get(voices.get(report.id) ?? report.id);
    if (!voice || voice === report) return [];
    return [
      {
        code: 'near-copy',
        severity: 'info',
        message: `${report.siglum} is nearly a copy of ${voice.siglum} and counts as one voice with it`,
        at: { report: report.id, origin: report.origin },
      },
    ];
  });
}
