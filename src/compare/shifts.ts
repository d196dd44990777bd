import { SHIFT_CUES } from '../lexicon/en/verbs.js';
import { dayOrder } from '../model/calendar.js';
import { append } from '../model/grouped.js';
import { contentId } from '../model/id.js';
import { covers, type Span } from '../model/span.js';
import { type Evidence, poleOf, type Shift, type ShiftKind } from '../model/stance.js';
import type { Claim } from './claim.js';
import type { Read } from './claims.js';
import { topicOf } from './disagreements.js';
import type { References } from './references.js';
import { fillersOf, isLight } from './same.js';
import { stanceOf } from './stances.js';

/** Somebody undertakes what they refused, or the other way round, in the same words of the same thing. */
const UNDERTAKEN = 0.92;
/** An outlet says that the position changed, and the passages bear it out. */
const TOLD = 0.88;
/** It says so with reserve: “seemingly walked back”. */
const TOLD_WITH_RESERVE = 0.82;

/**
 * Where a holder's stance on one proposition turned round between two days of saying. Without a word of it from a
 * report only an undertaking counts (“we will sign” – “we will not sign”): of anything else the world may have changed
 * and not the mind. Where a report says that somebody walked something back, claims of opposite poles about the same
 * predicate and matter bear it out; that they changed is then what that report says.
 */
export function shiftsOf(
  reads: readonly Read[],
  claims: readonly Claim[],
  references: References,
): readonly Shift[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (!isTurnable(claim)) continue;
    append(groups, `${claim.holder}\u0000${claim.predicate}`, claim);
  }
  const cues = cuesIn(reads, references);
  const found: Shift[] = [];
  for (const group of groups.values()) {
    const [for_, against] = [
      group.filter((one) => poleOf(one.value) === 'assert'),
      group.filter((one) => poleOf(one.value) === 'deny'),
    ];
    if (for_.length === 0 || against.length === 0) continue;
    const best = bestOf([...pairs(for_, against), ...pairs(against, for_)], cues, reads);
    if (best) found.push(shiftOf(best, references));
  }
  return found;
}

/** Claims of one pole that are set beside those of the other. */
const MOST_ALIKE = 60;

/** Somebody’s, of a known day, for or against, and saying enough: much is good on one day and something not on another. */
export function isTurnable({ holder, saidOn, attribution, value, predicate }: Claim): boolean {
  const pole = poleOf(value);
  return (
    holder !== null &&
    saidOn !== null &&
    attribution !== null &&
    (pole === 'assert' || pole === 'deny') &&
    !isLight(predicate) &&
    !predicate.startsWith('be ')
  );
}

interface Pair {
  readonly before: Claim;
  readonly after: Claim;
}

interface Borne extends Pair {
  readonly kind: ShiftKind;
  readonly confidence: number;
  readonly told: readonly Evidence[];
}

function* pairs(before: readonly Claim[], after: readonly Claim[]): Generator<Pair> {
  for (const one of before.slice(0, MOST_ALIKE))
    for (const other of after.slice(0, MOST_ALIKE)) {
      const order = dayOrder(one.saidOn?.value, other.saidOn?.value);
      if (order !== null && order > 0) yield { before: one, after: other };
    }
}

/** The surest pair; of equals the one whose later passage stands in a report that says that the position changed. */
function bestOf(all: Iterable<Pair>, cues: readonly Cue[], reads: readonly Read[]): Borne | null {
  let best: Borne | null = null;
  for (const pair of all) {
    const borne = bornOut(pair, cues, reads);
    if (borne && (!best || weightOf(borne) > weightOf(best))) best = borne;
  }
  return best;
}

/** By confidence first; a clause of its own tells more than a noun. */
function weightOf({ confidence, before, after, told }: Borne): number {
  const besideTold = told.some(({ report }) => report === after.report) ? 0.002 : 0;
  return confidence + besideTold + (before.nominal ? 0 : 0.001) + (after.nominal ? 0 : 0.001);
}

function bornOut(pair: Pair, cues: readonly Cue[], reads: readonly Read[]): Borne | null {
  const { before, after } = pair;
  if (!sameMatter(before, after) || (before.nominal && after.nominal)) return null;
  const told = cues.filter(({ holder, day }) => {
    if (holder !== before.holder) return false;
    const order = dayOrder(after.saidOn?.value, day);
    return order !== null && order >= 0 && order <= 1;
  });
  if (told.length > 0) {
    const [first] = told as [Cue];
    return {
      ...pair,
      kind: first.kind,
      confidence: first.reserved ? TOLD_WITH_RESERVE : TOLD,
      told: told.map(({ evidence }) => evidence),
    };
  }
  const undertaken = [before, after].every(
    (claim) => claim.whole && claim.undertaken && claim.basis === 'explicit',
  );
  if (!undertaken || !strictlySame(before, after)) return null;
  const verbatim = [before, after].some(({ attribution }) => attribution?.form !== 'indirect');
  const outlets = new Set(
    [before, after].map(
      ({ report }) => reads.find((read) => read.report.id === report)?.report.outlet ?? report,
    ),
  );
  const dated = [before, after].every(({ saidOn }) => saidOn?.basis !== 'assumed' || verbatim);
  return (verbatim || outlets.size > 1) && dated
    ? { ...pair, kind: 'reversal', confidence: UNDERTAKEN, told: [] }
    : null;
}

/** The same one does it, or the head of the state that does, or nobody is named; and it is done to the same thing. */
function sameMatter(a: Claim, b: Claim): boolean {
  const [left, right] = [fillersOf(a, 'subject'), fillersOf(b, 'subject')];
  const met = left.some((one) =>
    right.some((other) => one.key === other.key || (one.country !== null && one.country === other.country)),
  );
  if (left.length > 0 && right.length > 0 && !met) return false;
  const themes = [themeOf(a), themeOf(b)] as const;
  if (themes[0].size === 0 || themes[1].size === 0) return false;
  return [...themes[0]].some((word) => themes[1].has(word));
}

/** Words for what it is done to: of “meddling in last year’s election” the election. */
function themeOf({ arguments: bound }: Claim): ReadonlySet<string> {
  return new Set(
    bound
      .filter(({ role }) => role !== 'subject' && role !== 'with' && role !== 'during')
      .map(({ phrase }) => phrase.head),
  );
}

function strictlySame(a: Claim, b: Claim): boolean {
  const keys = (claim: Claim) =>
    claim.arguments
      .map(
        ({ role, referents }) =>
          `${role} ${referents
            .map(({ key }) => key)
            .sort()
            .join(',')}`,
      )
      .sort()
      .join(';');
  return a.arguments.length > 1 && keys(a) === keys(b);
}

/** A sentence in which a report says that somebody changed position. */
interface Cue {
  readonly holder: string;
  readonly day: string | null;
  readonly kind: ShiftKind;
  readonly reserved: boolean;
  readonly evidence: Evidence;
}

const RESERVE = /\b(?:seemingly|apparently|appear(?:s|ed)? to|seem(?:s|ed)? to|tried to|attempted to)\b/i;
/** Asked for, possible or denied: no report that it happened. */
const UNTOLD =
  /\b(?:if|whether|could|would|should|may|might|will|not|never|n['’]t|without|refus\w+ to|declin\w+ to|ask\w* \w+ to|urg\w+ \w+ to)\s+(?:\S+\s+){0,3}$/i;
const BEFORE_CUE = 90;

/** Who the cue is about is the person named last before it in its sentence, or whose saying it stands in. */
function cuesIn(reads: readonly Read[], references: References): readonly Cue[] {
  const cues: Cue[] = [];
  for (const { report, segmentation, attributions } of reads) {
    for (const sentence of segmentation.sentences) {
      const text = report.text.slice(sentence.start, sentence.end);
      const match = SHIFT_CUES.exec(text);
      if (!match) continue;
      const at: Span = {
        start: sentence.start + match.index,
        end: sentence.start + match.index + match[0].length,
      };
      // In somebody’s words it is theirs, not the report’s.
      if (attributions.some(({ quoted }) => quoted.some((span) => covers(span, at)))) continue;
      const lead = text.slice(Math.max(0, match.index - BEFORE_CUE), match.index);
      if (UNTOLD.test(lead)) continue;
      const holder = references.lastPersonIn(lead);
      if (!holder) continue;
      cues.push({
        holder,
        day: report.published,
        kind: /clarif/i.test(match[0])
          ? 'clarification'
          : /soften/i.test(match[0])
            ? 'softening'
            : /harden/i.test(match[0])
              ? 'hardening'
              : /revers|flip|u-turn|about-face/i.test(match[0])
                ? 'reversal'
                : 'walk-back',
        reserved: RESERVE.test(lead),
        evidence: { report: report.id, start: sentence.start, end: sentence.end },
      });
    }
  }
  return cues;
}

function shiftOf({ before, after, kind, confidence, told }: Borne, references: References): Shift {
  const [one, other] = [stanceOf(before, references), stanceOf(after, references)];
  return {
    id: contentId('sh', one.id, other.id),
    kind,
    holder: before.holder as string,
    confidence,
    topic: topicOf(after, references),
    before: one.id,
    after: other.id,
    saidOn: [before.saidOn?.value ?? '', after.saidOn?.value ?? ''],
    told,
  };
}
