import type { Finding } from '../model/attribution.js';
import type { Correction, Place } from '../model/correction.js';
import { contentId } from '../model/id.js';
import type { Note } from '../model/note.js';
import type { Speaker } from '../model/speaker.js';
import { fold } from './cast.js';
import type { LocalCast } from './identify.js';

/** Who speaks in each finding of each report: `speakerOf.get(local)[finding]`, an id or null. */
export interface Assigned {
  readonly speakers: Map<string, Speaker>;
  readonly speakerOf: Map<LocalCast, (string | null)[]>;
  /** Speakers that were made one with another: id → that other’s id. */
  readonly merged: Map<string, string>;
}

/**
 * Applies what a person knows better, in order. A correction that fits nothing, or more than one speaker, changes
 * nothing and leaves a note: one file of corrections may serve several stories.
 */
export function correct(assigned: Assigned, corrections: readonly Correction[]): readonly Note[] {
  const notes: Note[] = [];
  for (const correction of corrections) {
    const problem = apply(assigned, correction);
    if (problem)
      notes.push({
        code: 'correction-unused',
        severity: 'warning',
        message: `${JSON.stringify(correction)}: ${problem}`,
      });
  }
  return notes;
}

/** Makes speakers one with others: id → the other’s id, which may itself be made one with a third. */
export function mergeInto(
  { speakers, speakerOf, merged }: Assigned,
  same: ReadonlyMap<string, string>,
): void {
  for (const id of same.keys()) {
    let to = id;
    while (same.has(to)) to = same.get(to) as string;
    merged.set(id, to);
    speakers.set(to, joined(speakers.get(to) as Speaker, speakers.get(id) as Speaker));
  }
  for (const id of same.keys()) speakers.delete(id);
  for (const ids of speakerOf.values())
    ids.forEach((id, i) => {
      if (id !== null && same.has(id)) ids[i] = merged.get(id) as string;
    });
}

/** What is wrong with a correction here; null where it was applied. */
function apply(assigned: Assigned, correction: Correction): string | null {
  const { speakers } = assigned;
  if ('merge' in correction) {
    const found = correction.merge.map((name) => find(speakers, name));
    const missing = found.findIndex((one) => one.length !== 1);
    if (missing !== -1)
      return problemWith(correction.merge[missing] as string, found[missing] as readonly Speaker[]);
    const [first, ...rest] = [...new Set(found.flat())] as [Speaker, ...Speaker[]];
    if (rest.length === 0) return 'these are one speaker already';
    mergeInto(assigned, new Map(rest.map(({ id }) => [id, first.id])));
    return null;
  }
  if ('split' in correction) {
    const found = find(speakers, correction.split);
    if (found.length !== 1) return problemWith(correction.split, found);
    return assign(
      assigned,
      correction.into,
      correction.where,
      (id) => id === (found[0] as Speaker).id,
      found[0],
    );
  }
  if ('assign' in correction) return assign(assigned, correction.assign, correction.where, () => true);
  const name = 'rename' in correction ? correction.rename : correction.speaker;
  const found = find(speakers, name);
  if (found.length !== 1) return problemWith(name, found);
  const speaker = found[0] as Speaker;
  if ('rename' in correction) {
    const aliases = [...new Set([...speaker.aliases, speaker.name])]
      .filter((alias) => alias !== correction.to)
      .sort();
    speakers.set(speaker.id, { ...speaker, name: correction.to, aliases });
    return null;
  }
  const { role, wikidata, kind } = correction;
  speakers.set(speaker.id, {
    ...speaker,
    ...(role === undefined ? {} : { roles: [role, ...speaker.roles.filter((one) => one !== role)] }),
    ...(wikidata === undefined ? {} : { wikidata }),
    ...(kind === undefined ? {} : { kind }),
  });
  return null;
}

/** Gives attributions to a speaker, who is made where nobody has that name. */
function assign(
  { speakers, speakerOf }: Assigned,
  to: string,
  where: readonly Place[],
  moves: (id: string | null) => boolean,
  from?: Speaker,
): string | null {
  const known = find(speakers, to).filter((one) => one !== from);
  if (known.length > 1) return problemWith(to, known);
  const places: { readonly ids: (string | null)[]; readonly finding: number }[] = [];
  for (const [local, ids] of speakerOf) {
    local.findings.forEach((finding, i) => {
      if (moves(ids[i] ?? null) && where.some((place) => isAt(place, local, finding)))
        places.push({ ids, finding: i });
    });
  }
  if (places.length === 0) return 'no attribution of that kind stands there';
  const speaker = known[0] ?? made(to, from);
  speakers.set(speaker.id, speaker);
  for (const { ids, finding } of places) ids[finding] = speaker.id;
  return null;
}

const made = (name: string, from: Speaker | undefined): Speaker => ({
  id: contentId('sp', 'corrected', fold(name)),
  name,
  kind: from?.kind ?? 'person',
  roles: [],
  aliases: [],
  mentions: [],
});

function isAt({ report: wanted, words }: Place, { report }: LocalCast, { content }: Finding): boolean {
  const named =
    wanted === report.id || wanted === report.origin || report.origin.split(/[\\/]/).at(-1) === wanted;
  if (!named || words === undefined) return named;
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return content.some(({ start, end }) => plain(report.text.slice(start, end)).includes(plain(words)));
}

/** Speakers with an id or a name; by canonical name alone where one has it. */
function find(speakers: ReadonlyMap<string, Speaker>, wanted: string): readonly Speaker[] {
  const own = speakers.get(wanted);
  if (own) return [own];
  const same = (name: string): boolean => name.toLowerCase() === wanted.toLowerCase();
  const all = [...speakers.values()];
  const canonical = all.filter(({ name }) => same(name));
  return canonical.length > 0 ? canonical : all.filter(({ aliases }) => aliases.some(same));
}

function problemWith(name: string, found: readonly Speaker[]): string {
  if (found.length === 0) return `no speaker is called “${name}” here`;
  return `“${name}” is the name of ${found.length} speakers; give an id: ${found.map(({ id }) => id).join(', ')}`;
}

function joined(a: Speaker, b: Speaker): Speaker {
  // What nobody is named by is a role: `the lawyer`.
  const own = b.kind === 'unnamed' && a.kind !== 'unnamed' ? [] : [b.name];
  const aliases = new Set([...a.aliases, ...b.aliases, ...own]);
  aliases.delete(a.name);
  return {
    ...a,
    roles: [...new Set([...a.roles, ...b.roles, ...(own.length === 0 ? [b.name] : [])])].sort(),
    aliases: [...aliases].sort(),
    mentions: [...a.mentions, ...b.mentions],
    ...(a.wikidata === undefined && b.wikidata !== undefined ? { wikidata: b.wikidata } : {}),
  };
}
