import { ATTITUDES, FACTIVES, INTERPRETING } from '../lexicon/en/verbs.js';
import type { Attribution } from '../model/attribution.js';
import { append } from '../model/grouped.js';
import type { Report } from '../model/report.js';
import type { Segmentation } from '../model/segmentation.js';
import { covers, lastStartingBy, overlaps, type Span } from '../model/span.js';
import type { TimeExpression } from '../model/time.js';
import type { Bound, Claim } from './claim.js';
import type { References } from './references.js';
import type { Scene } from './scene.js';
import { baseOf } from './stem.js';
import { claimsIn } from './told.js';
import { standOf } from './value.js';
import { tokensOf, untouched } from './words.js';

/** One report as `compare` needs it. */
export interface Read {
  readonly report: Report;
  readonly segmentation: Segmentation;
  /** In reading order, with the times of saying. */
  readonly attributions: readonly Attribution[];
  readonly times: readonly TimeExpression[];
}

/** The claims of a report's attributions, and those of the outlet itself outside of them. */
export function claimsOf(read: Read, references: References): readonly Claim[] {
  const { report, segmentation, attributions, times } = read;
  const { text } = report;
  const claims: Claim[] = [];
  const inner = innerOf(attributions);
  const narration: Scene = {
    report,
    attribution: null,
    speaker: null,
    direct: false,
    references,
    times,
    nested: [],
    named: [],
    interpreted: false,
  };
  const inside = new Set([...inner.values()].flatMap((nested) => nested.map(({ id }) => id)));
  for (const attribution of attributions) {
    if (isAsked(text, attribution)) continue;
    const stand = standOf(text, segmentation, attribution);
    const nested = inner.get(attribution.id) ?? [];
    const granted = !inside.has(attribution.id) && isGranted(text, attribution);
    const scene: Scene = {
      report,
      attribution,
      speaker: attribution.speaker ?? null,
      direct: attribution.form === 'direct',
      references,
      times,
      nested,
      named: [],
      interpreted: !inside.has(attribution.id) && isInterpreted(text, attribution),
    };
    for (const span of ledIn(text, attribution, partsOf(attribution, segmentation))) {
      const tokens = tokensOf(text, segmentation, span).filter(({ text: word }) => !MARKS.test(word));
      if (tokens.length > LONGEST) continue;
      claims.push(
        ...claimsIn(
          tokens,
          text,
          { ...scene, named: references.personsIn(text.slice(span.start, span.end)) },
          stand,
        ),
      );
      // What an outlet says that somebody knows, it takes for granted itself.
      if (granted)
        for (const claim of claimsIn(tokens, text, narration, { attitude: 'assert', negated: false }))
          claims.push({ ...claim, basis: 'presupposed' });
    }
  }
  for (const claim of believedIn(text, attributions, claims, references)) claims.push(claim);
  const taken = attributions.flatMap((one) => [
    ...one.content,
    ...(one.cue ? [one.cue] : []),
    ...(one.source ? [one.source] : []),
  ]);
  for (const sentence of untouched(segmentation, taken)) {
    const role = segmentation.paragraphs[sentence.paragraph]?.role;
    if (role !== 'body' && role !== 'headline') continue;
    const tokens = tokensOf(text, segmentation, sentence);
    if (tokens.length > LONGEST_NARRATED) continue;
    claims.push(...claimsIn(tokens, text, narration, { attitude: 'assert', negated: false }));
  }
  return claims;
}

/** `whether {you} {believe} that it leaked`: nobody is said to. */
function isAsked(text: string, { source, cue }: Attribution): boolean {
  const at = Math.min(source?.start ?? Number.POSITIVE_INFINITY, cue?.start ?? Number.POSITIVE_INFINITY);
  return /\b(?:whether|if)(?: or not)? $/i.test(text.slice(Math.max(0, at - 16), at));
}

/** Characters between a cue and its content that may hold a clause which leads to it. */
const LEAD = 60;

/** `said {when Lee tells him that} it did not leak, he believes it`: what was left out before tells whose the first clause is. */
function ledIn(text: string, { cue, content }: Attribution, parts: readonly Span[]): readonly Span[] {
  const [first, ...rest] = parts;
  const start = content[0]?.start ?? 0;
  if (!first || !cue || first.start !== start || cue.end >= start || start - cue.end > LEAD) return parts;
  const lead = text.slice(cue.end, start);
  const leads =
    /^ (?:when|if|as|because) [^"“”\n]*$/.test(lead) &&
    (lead.endsWith(' that ') || text.startsWith('that ', start)) &&
    lead.split(/\s+/).some((word) => ATTITUDES.has(baseOf(word.toLowerCase())));
  return leads ? [{ start: cue.end, end: first.end }, ...rest] : parts;
}

/** `Ruiz knows that it leaked`, in the outlet’s own words and without a doubt. */
function isGranted(text: string, { cue, form }: Attribution): boolean {
  if (form !== 'indirect' || !cue) return false;
  const words = text.slice(cue.start, cue.end).toLowerCase().split(/\s+/);
  return words.length === 1 && FACTIVES.has(baseOf(words[0] as string));
}

/** `Ruiz hinted that …`, `Ruiz believes that …` in the outlet’s own words: it may be read from what she said. */
function isInterpreted(text: string, { cue, form, kind }: Attribution): boolean {
  if (form !== 'indirect' || !cue) return false;
  if (kind === 'attitude') return true;
  const words = text.slice(cue.start, cue.end).toLowerCase().split(/\s+/);
  return words.some((word) => INTERPRETING.has(baseOf(word)));
}

/**
 * Who believes somebody when they say something believes that: `{Ruiz} believed {Lee} when {he} said {it was safe}`.
 * A claim of the outer holder about what the inner one says.
 */
function believedIn(
  text: string,
  attributions: readonly Attribution[],
  claims: readonly Claim[],
  references: References,
): readonly Claim[] {
  const found: Claim[] = [];
  const byAttribution = new Map<string, Claim[]>();
  for (const claim of claims) if (claim.attribution) append(byAttribution, claim.attribution.id, claim);
  const bySource = new Map(
    attributions.flatMap((one) => (one.source ? [[one.source.start, one] as const] : [])),
  );
  for (const outer of attributions) {
    if (
      !outer.cue ||
      outer.form !== 'indirect' ||
      !/^(?:believ|trust)/i.test(text.slice(outer.cue.start, outer.cue.end))
    )
      continue;
    const end = outer.content.at(-1)!.end;
    const gap = /^\s+(?:when|as)\s+/.exec(text.slice(end, end + 12));
    const inner = gap ? bySource.get(end + gap[0].length) : undefined;
    if (!inner) continue;
    for (const claim of byAttribution.get(inner.id) ?? [])
      if (/^(?:assert|deny)$/.test(claim.value))
        found.push({
          ...claim,
          holder: outer.speaker ?? null,
          attribution: outer,
          saidOn: outer.saidOn ?? null,
          value: claim.value === 'deny' ? 'disbelieve' : 'believe',
          strength: 'probable',
          arguments: boundAgain(claim, inner, references),
          whole: true,
        });
  }
  return found;
}

/** “he” in what the inner one says is the inner one. */
function boundAgain(claim: Claim, inner: Attribution, references: References): readonly Bound[] {
  return claim.arguments.map((one) =>
    one.referents.length === 0 && one.phrase.pronoun && /^(?:he|she)$/.test(one.phrase.head) && inner.speaker
      ? { ...one, referents: [references.speaker(inner.speaker)] }
      : one,
  );
}

/** Words of a sentence of the outlet’s own beyond which its clauses are not read: it is a list, or no sentence. */
const LONGEST_NARRATED = 60;
/** And of a sentence of somebody’s: what is longer has lost its marks. */
const LONGEST = 250;
/** Marks that stand round words and change nothing in how they hang together. */
const MARKS = /^[[\]“”"‘’']+$/;

/** The content cut at the ends of its sentences, so that each part is read by itself. */
function partsOf({ content }: Attribution, { sentences }: Segmentation): readonly Span[] {
  const parts: Span[] = [];
  const whole = { start: content[0]!.start, end: content.at(-1)!.end };
  for (let i = Math.max(0, lastStartingBy(sentences, whole.start)); i < sentences.length; i++) {
    const sentence = sentences[i] as Span;
    if (sentence.start >= whole.end) break;
    for (const span of content)
      if (overlaps(span, sentence))
        parts.push({ start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end) });
  }
  return parts;
}

/** Attribution → those whose cue or source lies in its content. */
function innerOf(attributions: readonly Attribution[]): ReadonlyMap<string, readonly Attribution[]> {
  const inner = new Map<string, Attribution[]>();
  const open: Attribution[] = [];
  for (const one of [...attributions].sort(
    (a, b) => a.content[0]!.start - b.content[0]!.start || b.content.at(-1)!.end - a.content.at(-1)!.end,
  )) {
    const own = one.cue ?? one.source;
    while (open.length > 0 && open.at(-1)!.content.at(-1)!.end <= one.content[0]!.start) open.pop();
    if (own)
      for (const outer of open)
        if (outer.content.some((span) => covers(span, own))) append(inner, outer.id, one);
    open.push(one);
    if (open.length > 12) open.shift();
  }
  return inner;
}
