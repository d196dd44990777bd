import { KIND_OF_CUE } from '../lexicon/en/cue-kinds.js';
import { CUES } from '../lexicon/en/cues.js';
import { DOCUMENT_NOUNS } from '../lexicon/en/roles.js';
import type { CueKind } from '../model/attribution.js';

/**
 * The kind of act that a cue tells of. What a document says is written, what it shows is evidence.
 *
 * - `speech`: Ruiz {cue:said} the port would close.
 * - `writing`: Ruiz {cue:wrote} that the port would close. The audit {cue:said} the port would close.
 * - `evidence`: A survey {cue:found} that the port would close.
 * - `attitude`: Ruiz {cue:believes} the port will close.
 * - `decision`: Ruiz {cue:vowed} to close the port.
 *
 * @param head the cue's word that says what it is, as written; the others decide only where it says nothing
 * @param quoted whether the content is in quotation marks: then an unknown cue is one of speech
 */
export function cueKindOf(cue: string, head: string, source: string, quoted: boolean): CueKind {
  const known = kindOfWord(head) ?? firstKnown(cue);
  const document = DOCUMENT_NOUNS.has(lastWord(source));
  if (document && (known === 'speech' || known === undefined)) return 'writing';
  return known ?? (quoted ? 'speech' : 'other');
}

function kindOfWord(word: string): CueKind | undefined {
  const lower = word.toLowerCase();
  const lemma = CUES.get(lower)?.[0]?.lemma;
  return KIND_OF_CUE.get(lower) ?? (lemma === undefined ? undefined : KIND_OF_CUE.get(lemma));
}

function firstKnown(cue: string): CueKind | undefined {
  for (const word of cue.match(/[\p{L}-]+/gu) ?? []) {
    const kind = kindOfWord(word);
    if (kind) return kind;
  }
  return undefined;
}

/** The head, near enough: the last word before a comma or a preposition. */
function lastWord(source: string): string {
  const front =
    source.toLowerCase().split(/,|\s(?:of|by|from|on|in|at|with|that|which|published|released)\s/)[0] ?? '';
  return front.match(/[\p{L}-]+/gu)?.at(-1) ?? '';
}
