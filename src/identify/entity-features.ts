import { bucketOf, fnv, pair } from '../learned/hash.js';
import { type NounClass, nounClass } from '../learned/nouns/classes.js';
import { ENTITY_BITS } from '../learned/reference/model.js';
import { CUES } from '../lexicon/en/cues.js';
import { GIVEN_NAMES } from '../lexicon/en/given-names.js';
import { COUNTRY_OF } from '../lexicon/en/places.js';
import { BODY_NOUNS, DOCUMENT_NOUNS, ROLE_NOUNS } from '../lexicon/en/roles.js';
import type { Name } from './names.js';
import { bare, type Word } from './words.js';

/**
 * What tells a person from a body, a place or a thing: the noun and its ending, what stands before and behind it, and
 * what the word lists know. `first` and `last` are the phrase's words, both included.
 *
 * @returns buckets, as {@link entityTypes} takes them
 */
export function entityFeatures(
  words: readonly Word[],
  first: number,
  last: number,
  name: Name | null,
): readonly number[] {
  const kind = name ? (name.words.length > 1 ? 2 : 1) : 0;
  const head = name ? (name.words.at(-1) as string).toLowerCase() : bare((words[last] as Word).lower);
  const before = words[first - 1];
  const after = words[last + 1];
  const beforeTag = before ? fnv(before.tag) : EDGE;
  const afterTag = after ? fnv(after.tag) : EDGE;
  const buckets = [
    f(1, kind, 0),
    f(2, Math.min(kind, 1), fnv(head)),
    f(3, kind, fnv(head, Math.max(0, head.length - 3))),
    f(4, kind, fnv(head, Math.max(0, head.length - 2))),
    f(5, kind, before ? fnv(before.lower) : EDGE),
    f(6, kind, beforeTag),
    f(7, kind, after ? fnv(after.lower) : EDGE),
    f(8, kind, afterTag),
    f(9, pair(kind, afterTag), words[last + 2] ? fnv((words[last + 2] as Word).tag) : EDGE),
  ];
  if (after && CUES.has(after.lower)) buckets.push(f(10, kind, 0));
  if (after && (after.lower === 'who' || (after.text === ',' && words[last + 2]?.lower === 'who')))
    buckets.push(f(11, kind, 0));
  if (name) {
    const own = name.words.map((word) => word.toLowerCase());
    const opening = own[0] as string;
    buckets.push(
      f(12, 0, fnv(opening)),
      f(13, 0, name.role === '' ? 0 : 1),
      f(14, 0, name.gender === null ? 0 : name.gender === 'male' ? 1 : 2),
      f(15, 0, own.length),
      f(16, 0, name.kind === 'person' ? 0 : name.kind === 'body' ? 1 : 2),
      f(17, 0, name.possessive ? 1 : 0),
    );
    if (own.length > 1 && GIVEN_NAMES.has(opening)) buckets.push(f(18, 0, 0));
    if (COUNTRY_OF.has(own.join(' '))) buckets.push(f(19, 0, 0));
    if (own.some((word) => BODY_NOUNS.has(word))) buckets.push(f(20, 0, 0));
    if (own.length === 1 && /^\p{Lu}{2,}$/u.test(name.words[0] as string)) buckets.push(f(21, 0, 0));
    if (/^\p{Lu}\.$/u.test(name.words[1] ?? '')) buckets.push(f(22, 0, 0));
  } else {
    const lead = words[first] as Word;
    buckets.push(f(23, 0, lead.tag === 'DET' || lead.tag === 'PRON' ? fnv(lead.lower) : EDGE));
    if (last > first) {
      const modifier = words[last - 1] as Word;
      buckets.push(f(24, 0, fnv(modifier.lower)), f(25, 0, fnv(modifier.tag)));
    }
  }
  if (!name || name.words.length > 1) {
    const known = nounClass(head);
    const own = known === null ? (head.endsWith('s') ? 4 : 0) : CLASSES.indexOf(known) + 1;
    buckets.push(f(26, kind, own));
    if (!name && last > first) {
      const modifier = nounClass(bare((words[last - 1] as Word).lower));
      buckets.push(f(27, own, modifier === null ? 0 : CLASSES.indexOf(modifier) + 1));
    }
  }
  if (ROLE_NOUNS.has(head)) buckets.push(f(28, kind, 0));
  if (BODY_NOUNS.has(head)) buckets.push(f(29, kind, 0));
  if (DOCUMENT_NOUNS.has(head)) buckets.push(f(30, kind, 0));
  return buckets;
}

const CLASSES: readonly NounClass[] = ['person', 'group', 'place'];
/** Where the sentence begins or ends. */
const EDGE = 1;

const f = (template: number, a: number, b: number): number => bucketOf(template, a, b, ENTITY_BITS);
