import {
  ATTITUDES,
  BASE_FORMS,
  COMMON_VERBS,
  EVENT_NOUNS,
  IMPLICATIVES,
  VERB_CLASSES,
} from '../lexicon/en/verbs.js';

const VOWEL = /[aeiouy]/;

/** Base form of a verb: `denied` → `deny`, `meddling` → `meddle`, `met` → `meet`. Lower case in, lower case out. */
export function baseOf(word: string): string {
  const plain = word.replace(/n['’]t$/, '').replace(/(?<=.)['’]s?$/, '');
  const irregular = BASE_FORMS.get(plain);
  if (irregular) return irregular;
  if (plain.length > 4 && plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  if (plain.length > 4 && plain.endsWith('ied')) return `${plain.slice(0, -3)}y`;
  if (plain.length > 4 && /(?:ss|sh|ch|x|zz)es$/.test(plain)) return plain.slice(0, -2);
  if (plain.length > 4 && plain.endsWith('ing')) return mended(plain.slice(0, -3), plain);
  if (plain.length > 4 && plain.endsWith('ed')) return mended(plain.slice(0, -2), plain);
  if (plain.length > 3 && plain.endsWith('s') && !/(?:ss|us|is)$/.test(plain)) return plain.slice(0, -1);
  return plain;
}

/** Base forms that the lists have: what they know is not guessed. */
const KNOWN: ReadonlySet<string> = new Set([
  ...ATTITUDES.keys(),
  ...COMMON_VERBS,
  ...VERB_CLASSES.keys(),
  ...EVENT_NOUNS.values(),
  ...IMPLICATIVES.keys(),
]);

/** The base that an ending was put to: `stopp` → `stop`, `meddl` → `meddle`, `visit` → `visit`. */
function mended(stem: string, word: string): string {
  if (!VOWEL.test(stem)) return word;
  if (KNOWN.has(stem)) return stem;
  if (KNOWN.has(`${stem}e`)) return `${stem}e`;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  if (
    /(?:[bcdfgkptz]l|[^aeiou][aeiou]k|[^aeiou]v|v|c|[rsnd]g|[^aeious]s|[aeio]s|u|z|[ai]t|rc|nc|[^e]ir|ur|ar)$/.test(
      stem,
    ) &&
    !/(?:ss|[eo]it|sit|bit|mit|wait|eat|oat|ait)$/.test(stem)
  )
    return `${stem}e`;
  return stem;
}

/** Singular of a noun: `women` → `woman`, `agencies` → `agency`. */
export function singularOf(word: string): string {
  const plain = word.replace(/['’]s?$/, '');
  const odd = ODD_PLURALS.get(plain);
  if (odd) return odd;
  if (plain.length > 4 && plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  if (plain.length > 4 && /(?:ss|sh|ch|x|zz)es$/.test(plain)) return plain.slice(0, -2);
  if (plain.length > 3 && plain.endsWith('s') && !/(?:ss|us|is|ous)$/.test(plain)) return plain.slice(0, -1);
  return plain;
}

const ODD_PLURALS: ReadonlyMap<string, string> = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['people', 'person'],
  ['persons', 'person'],
  ['feet', 'foot'],
  ['lives', 'life'],
  ['wives', 'wife'],
  ['knives', 'knife'],
  ['leaves', 'leaf'],
  ['halves', 'half'],
  ['police', 'police'],
  ['media', 'media'],
  ['news', 'news'],
]);
