import type { AttributionForm } from '../model/attribution.js';
import { contentId } from '../model/id.js';
import { type Proposition, poleOf, type Stance, type StanceValue } from '../model/stance.js';
import type { Claim } from './claim.js';
import type { References } from './references.js';

/** The stances that the attributions of a report tell, in reading order. What the outlet tells itself is none of them. */
export function stancesOf(claims: readonly Claim[], references: References): readonly Stance[] {
  const stances: Stance[] = [];
  for (const claim of claims) {
    const { attribution } = claim;
    if (!attribution) continue;
    stances.push(stanceOf(claim, references));
  }
  return stances;
}

export function stanceOf(claim: Claim, references: References): Stance {
  const attribution = claim.attribution as NonNullable<Claim['attribution']>;
  const own = attribution.chain.findLastIndex(
    ({ span }) => span !== undefined && span.start === attribution.source?.start,
  );
  // Most stances are held at the end of the chain: one list for all of them.
  const path =
    own >= 0 && own + 1 < attribution.chain.length ? attribution.chain.slice(0, own + 1) : attribution.chain;
  return {
    id: contentId(
      'st',
      claim.report,
      attribution.id,
      claim.beneath?.holder ?? '',
      claim.span.start,
      claim.span.end,
      claim.value,
    ),
    holder: claim.holder,
    attribution: attribution.id,
    proposition: propositionOf(claim, references),
    value: claim.value,
    strength: claim.strength,
    basis: claim.basis,
    confidence: confidenceOf(claim.value, attribution.form),
    path: claim.beneath ? [...path, claim.beneath] : path,
    evidence: [{ report: claim.report, ...claim.span }],
  };
}

/**
 * How often a stance is read with the right pole, by how it is told: counted over 108 annotated ones
 * (`eval/positions.mjs`). Speech goes on without full sentences, and what somebody only hands on is hard to tell from what
 * they say themselves.
 */
function confidenceOf(value: StanceValue, form: AttributionForm): number {
  if (poleOf(value) === 'none') return CONFIDENCE.none;
  return form === 'direct' ? CONFIDENCE.spoken : CONFIDENCE.told;
}

const CONFIDENCE = { none: 0.62, spoken: 0.87, told: 0.97 };

/** Equal ids: the same predicate of the same arguments. */
export function propositionOf(claim: Claim, references: References): Proposition {
  const given = claim.arguments
    .filter(({ role }) => role !== 'during')
    .map(({ role, phrase, referents }) => ({
      role,
      keys:
        referents.length > 0 ? referents.map(({ key }) => key).sort() : [`${claim.report} ${phrase.start}`],
      value:
        referents.length > 0
          ? referents.map(({ key }) => references.nameOf(key)).join(', ')
          : phrase.text.replace(/\s+/g, ' '),
    }))
    .sort((a, b) => (a.role < b.role ? -1 : a.role > b.role ? 1 : 0));
  return {
    id: contentId('p', claim.predicate, ...given.flatMap(({ role, keys }) => [role, ...keys])),
    predicate: claim.predicate,
    arguments: given.map(({ role, value }) => ({ role, value })),
  };
}
