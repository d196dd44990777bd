import type { Attribution } from '../model/attribution.js';
import type { Ledger } from '../model/ledger.js';
import { compareText } from '../model/order.js';
import type { Report } from '../model/report.js';
import type { Speaker } from '../model/speaker.js';

/**
 * Who an attribution is by, as a record tells it: a name; `Ana Ruiz or Ben Ito (unresolved)` where the text leaves it
 * open; null where it tells nobody.
 */
export function whoOf(
  { speaker, candidates }: Attribution,
  names: ReadonlyMap<string, string>,
): string | null {
  const known = speaker && names.get(speaker);
  if (known) return known;
  const possible = candidates.flatMap((one) => names.get(one.speaker) ?? []);
  if (possible.length === 0) return null;
  return `${possible.length > 1 ? possible.join(' or ') : `perhaps ${possible[0]}`} (unresolved)`;
}

/** To whom, and where: `to reporters, aboard Air Force One`; empty where the text does not say. */
export function sceneOf({ addressee, venue }: Attribution, { text }: Report): string {
  const words = [addressee, venue].map((span) =>
    span ? text.slice(span.start, span.end).replace(/\s+/g, ' ') : '',
  );
  const [to, where] = words as [string, string];
  const told = to !== '' && !where.includes(to) ? `to ${to}` : '';
  return [told, where].filter((part) => part !== '').join(', ');
}

/** A speaker of the record with what the reports call them. */
export interface SpeakerView {
  readonly speaker: Speaker;
  readonly attributions: number;
  /** `person · foreign minister · also: Ruiz, Ms Ruiz`. */
  readonly about: string;
}

/** Roles and other names that are shown; the ledger has all. */
const SHOWN = 4;

/** Those who are cited, the most cited first. */
export function speakersOf(ledger: Ledger): readonly SpeakerView[] {
  const counts = new Map<string, number>();
  for (const { speaker } of ledger.attributions)
    if (speaker) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return ledger.speakers
    .filter(({ id }) => counts.has(id))
    .map((speaker) => ({ speaker, attributions: counts.get(speaker.id) as number, about: aboutOf(speaker) }))
    .sort((a, b) => b.attributions - a.attributions || compareText(a.speaker.name, b.speaker.name));
}

function aboutOf({ kind, roles, aliases, wikidata }: Speaker): string {
  const listed = (words: readonly string[]) =>
    words.length > SHOWN
      ? `${words.slice(0, SHOWN).join(', ')} and ${words.length - SHOWN} more`
      : words.join(', ');
  return [
    kind,
    listed(distinct(roles)),
    aliases.length > 0 ? `also: ${listed(aliases)}` : '',
    wikidata ? `Wikidata ${wikidata}` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Once each, letter case apart; `Mayor` rather than `MAYOR`. */
function distinct(words: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const word of words) {
    const known = seen.get(word.toLowerCase());
    if (known === undefined || known === known.toUpperCase()) seen.set(word.toLowerCase(), word);
  }
  return [...seen.values()];
}
