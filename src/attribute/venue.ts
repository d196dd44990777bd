import { isNewsOrganisation } from '../lexicon/en/outlets.js';
import { CHANNELS, OCCASIONS } from '../lexicon/en/venues.js';
import type { Finding } from '../model/attribution.js';
import { overlaps, type Span } from '../model/span.js';

/** What stands between a preposition and the noun of an occasion: `a`, `Monday’s`, `a joint news`. */
const DAYS = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const MODIFIERS = `(?:(?:an?|the|his|her|its|their|this|that|one|last)\\s+)?(?:(?!${DAYS}\\b)[\\p{L}\\d’'-]+\\s+){0,4}?`;
/** Who takes part, or where it is: `with CNN`, `in Oslo`, `aboard the ferry`. */
const WITH =
  "(?:\\s+(?:with|to|in|at|aboard|on|for|of)\\s+(?:the\\s+|an?\\s+)?(?:\\p{Lu}[\\p{L}\\p{N}.&’'-]*(?:\\s+(?:of\\s+(?:the\\s+)?)?\\p{Lu}[\\p{L}\\p{N}.&’'-]*)*|reporters|journalists|lawmakers|supporters))*";

const OCCASION = new RegExp(
  `(?<![\\p{L}-])(?:in|at|during|on|through|via)\\s+${MODIFIERS}(?:${OCCASIONS})(?![\\p{L}-])${WITH}`,
  'u',
);
/** `aboard Air Force One`, `outside the town hall`. */
const ABOARD =
  /(?<![\p{L}-])(?:aboard|outside|inside|on board)\s+(?:the\s+|an?\s+|his\s+|her\s+)?(?:\p{Lu}[\p{L}\p{N}.’'-]*(?:\s+\p{Lu}[\p{L}\p{N}.’'-]*)*|[\p{L}’'-]+(?:\s+(?:hall|house|plane|jet|train|ship|ferry|court|courthouse|station|gates?|headquarters|building|office))?)/u;
const CHANNEL = new RegExp(
  `(?<![\\p{L}-])(?:on|via)\\s+(?:his\\s+|her\\s+|its\\s+|their\\s+|the\\s+)?(?:${CHANNELS})(?![\\p{L}-])`,
  'u',
);

/** Characters behind a cue, or before its source, in which its venue is looked for. */
const REACH = 160;

/** Where somebody speaks, and to whom, as the words round the cue tell. */
export interface Scene {
  readonly venue?: Span;
  readonly addressee?: Span;
}

/**
 * The venue in the sentence of a cue, outside source and content, and the addressee where only the venue names one:
 * `{source:Ruiz} {cue:told} {addressee:reporters} {venue:aboard the ferry} that …`,
 * `{source:Ruiz} {cue:said} {venue:in an interview with the Courier}`: the Courier was told.
 *
 * @param bounds the sentence of the cue, or as much of it as stands inside the content of another
 */
export function sceneOf(
  text: string,
  bounds: Span,
  { cue, source, content, addressee }: Pick<Finding, 'cue' | 'source' | 'content' | 'addressee'>,
): Scene {
  if (!cue) return addressee ? { addressee } : {};
  // `told a news conference`: an occasion, not a hearer.
  if (addressee && IS_OCCASION.test(text.slice(addressee.start, addressee.end))) return { venue: addressee };
  const taken = [...content, ...(source ? [source] : []), cue, ...(addressee ? [addressee] : [])];
  const behind = { start: cue.end, end: Math.min(bounds.end, cue.end + REACH) };
  const before = {
    start: Math.max(bounds.start, cue.start - REACH),
    end: Math.min(cue.start, source?.start ?? cue.start),
  };
  for (const stretch of [behind, before]) {
    for (const free of gaps(stretch, taken)) {
      const venue = firstOf(text, free);
      if (!venue) continue;
      const told = addressee ?? hearerIn(text, venue);
      return told ? { venue, addressee: told } : { venue };
    }
  }
  return addressee ? { addressee } : {};
}

const IS_OCCASION = new RegExp(`(?<![\\p{L}-])(?:${OCCASIONS})$`, 'u');

function firstOf(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end);
  let best: RegExpExecArray | undefined;
  for (const pattern of [ABOARD, OCCASION, CHANNEL]) {
    const match = pattern.exec(words);
    // A new clause has a scene of its own.
    if (
      match &&
      !/[.;:“"]|\b(?:but|while|after|before|when|who|which)\b/.test(words.slice(0, match.index)) &&
      (!best || match.index < best.index)
    )
      best = match;
  }
  if (!best) return undefined;
  const at = start + best.index;
  return { start: at, end: at + best[0].replace(/(?:\.|['’]s)$/, '').length };
}

/** `in an interview with the Courier`: the Courier. */
function hearerIn(text: string, venue: Span): Span | undefined {
  const words = text.slice(venue.start, venue.end);
  const match =
    /\b(?:interview|interviews|call|briefing|meeting)\s+(?:with|for|to)\s+((?:the\s+)?\p{Lu}.*|reporters|journalists)$/u.exec(
      words,
    );
  const hearer = match?.[1];
  if (!hearer || !(isNewsOrganisation(hearer) || /^(?:reporters|journalists)$/.test(hearer)))
    return undefined;
  return { start: venue.end - hearer.length, end: venue.end };
}

/** What of a stretch none of the spans takes. */
function gaps(stretch: Span, taken: readonly Span[]): readonly Span[] {
  const free: Span[] = [];
  let from = stretch.start;
  for (const span of [...taken].filter((one) => overlaps(one, stretch)).sort((a, b) => a.start - b.start)) {
    if (span.start > from) free.push({ start: from, end: span.start });
    from = Math.max(from, span.end);
  }
  if (from < stretch.end) free.push({ start: from, end: stretch.end });
  return free;
}
