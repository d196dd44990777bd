import { isNewsOrganisation } from '../lexicon/en/outlets.js';
import type { Finding } from '../model/attribution.js';
import type { Turn } from '../model/segmentation.js';
import type { Span } from '../model/span.js';

/** Characters of a source that are looked at. */
const LONGEST_SOURCE = 300;

export type Relay = NonNullable<Finding['relay']>;

/**
 * Who published the words of a source, where the source says so:
 * `the text of the statement, {cue:published} on {source:the harbour board’s website}, said`.
 * @param source the source, and what stands between it and its cue
 */
export function publisherIn(text: string, source: Span): Relay | undefined {
  const words = text.slice(source.start, Math.min(source.end, source.start + LONGEST_SOURCE));
  const match = /\b(published|posted|released|carried|aired|broadcast)\s+(on|by|in)\s+([^,;]+)/.exec(words);
  if (!match) return undefined;
  const [whole, verb, preposition, by] = match as unknown as [string, string, string, string];
  // `published on Friday`, `released in May`: when, not where.
  const place = preposition === 'by' ? /^\p{Lu}|^the\s/u.test(by) : PLACE.test(by) || isNewsOrganisation(by);
  if (!place) return undefined;
  const cue = source.start + match.index;
  const start = cue + whole.length - by.length;
  return {
    source: { start, end: start + by.trimEnd().length },
    cue: { start: cue, end: cue + verb.length },
  };
}

/** Where something is published that is no news organisation. */
const PLACE =
  /\b(?:website|site|web page|page|blog|feed|channel|account|twitter|facebook|instagram|telegram)\b/i;

/** `Ruiz told {source:the Courier} that …`: a news organisation that is told something passes it on. */
export function told(text: string, addressee: Span | null | undefined, cue: Span): Relay | undefined {
  return addressee && isNewsOrganisation(text.slice(addressee.start, addressee.end))
    ? { source: addressee, cue }
    : undefined;
}

const CREDIT =
  /^\W*((?:[Cc]ourtesy|[Tt]ranscript courtesy) of|[Vv]ia|[Tt]ranscript (?:by|from|provided by)|[Pp]rovided by|[Aa]s (?:published|released|transcribed) by|[Ss]ource:)\s+((?:[Tt]he\s+)?\p{Lu}[\p{L}\p{N}&.’'-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}\p{N}&.’'-]*)*)/u;

/** For each turn the one whom the line before the exchange thanks for it: `Courtesy of {source:the Courier}, here is …`. */
export function creditsOf(
  text: string,
  paragraphs: readonly Span[],
  turns: readonly Turn[],
): ReadonlyMap<Turn, Relay> {
  const credits = new Map<Turn, Relay>();
  let before = 0;
  let relay: Relay | undefined;
  let end = -1;
  for (const turn of turns) {
    while (before < paragraphs.length && paragraphs[before]!.end <= turn.extent.start) before++;
    const led = paragraphs[before - 1];
    // An exchange goes on while turn follows turn.
    if (!led || led.end > end) relay = led ? creditIn(text, led) : undefined;
    end = turn.extent.end;
    if (relay) credits.set(turn, relay);
  }
  return credits;
}

function creditIn(text: string, paragraph: Span): Relay | undefined {
  const match = CREDIT.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 300)));
  if (!match) return undefined;
  const start = paragraph.start + match.index + match[0].length - (match[2] as string).length;
  const cue = paragraph.start + match.index + match[0].indexOf(match[1] as string);
  return {
    source: { start, end: start + (match[2] as string).length },
    cue: { start: cue, end: cue + (match[1] as string).length },
  };
}
