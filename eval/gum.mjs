// Reads GUM documents (Universal Dependencies' CoNLL-U, with entities and coreference in MISC `Entity=`) as plain text
// with gold mentions. Shared by train/reference.mjs and eval/coreference.mjs.
//
// Format: https://gucorpling.org/gum/guide.html; the fields of an entity are named by `# global.Entity`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All documents of a folder, by name.
 * @param folder of `GUM_*.conllu`
 * @returns `{id, genre, text, mentions, words}`; a mention is `{start, end, head: {start, end}, type, entity, single}`,
 *   a word `{start, end, lemma, xpos, deprel, up}` with `up` the index of its governor, -1 for a root
 */
export function readGum(folder) {
  return readdirSync(folder)
    .filter((name) => /^GUM_.*\.conllu$/.test(name))
    .sort()
    .map((name) => documentOf(name.replace('.conllu', ''), readFileSync(join(folder, name), 'utf8')));
}

function documentOf(id, conllu) {
  const fields = /^# global\.Entity = (.+)$/m.exec(conllu)[1].split('-');
  const field = (entity, name) => entity[fields.indexOf(name)];
  const words = [];
  const mentions = [];
  const open = [];
  let text = '';
  let speaker = '';
  let paragraph = false;
  let sentenceBase = 0;
  let joined = { last: 0, close: false };
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newpar')) paragraph = true;
    if (line.startsWith('# speaker = ')) {
      const now = line
        .slice('# speaker = '.length)
        .split(/(?=[A-Z])/)
        .join(' ')
        .trim();
      // A transcript as readers have it: a label where the speaker changes.
      if (now !== speaker && now !== 'none') {
        text = `${text.trimEnd()}\n\n${now.toUpperCase()}: `;
        paragraph = false;
      }
      speaker = now;
    }
    if (line.startsWith('# text = ') && paragraph) {
      text = `${text.trimEnd()}${text ? '\n\n' : ''}`;
      paragraph = false;
    }
    const cells = line.split('\t');
    const range = /^\d+-(\d+)$/.exec(cells[0]);
    // Words of one written token (`Islam’s`) stand close together; the token's own line says what follows.
    if (line.startsWith('# sent_id')) joined = { last: 0, close: false };
    if (range) joined = { last: Number(range[1]), close: /SpaceAfter=No/.test(cells[9] ?? '') };
    if (!/^\d+$/.test(cells[0])) continue;
    if (cells[0] === '1') sentenceBase = words.length;
    const start = text.length;
    text += cells[1];
    const word = words.length;
    words.push({
      start,
      end: text.length,
      lemma: cells[2],
      xpos: cells[4],
      deprel: cells[7],
      up: cells[6] === '0' ? -1 : sentenceBase + Number(cells[6]) - 1,
    });
    const misc = cells[9] ?? '';
    const entities = /(?:^|\|)Entity=([^|]+)/.exec(misc)?.[1] ?? '';
    for (const [part] of entities.matchAll(/\([^()]*\)?|[^()]+\)/g)) {
      if (part.startsWith('(')) {
        const entity = part.replace(/[()]/g, '').split('-');
        open.push({ entity, first: word });
        if (part.endsWith(')')) close(open.length - 1, word);
      } else {
        const number = part.replace(')', '');
        close(
          open.findLastIndex(({ entity }) => field(entity, 'GRP') === number),
          word,
        );
      }
    }
    const within = Number(cells[0]) <= joined.last;
    const tight = within ? Number(cells[0]) < joined.last || joined.close : /SpaceAfter=No/.test(misc);
    if (!tight) text += ' ';
  }
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  return { id, genre: id.split('_')[1], text: text.trimEnd(), mentions, words };

  function close(at, last) {
    const { entity, first } = open[at];
    open.splice(at, 1);
    const head = headOf(first, last);
    mentions.push({
      start: words[first].start,
      end: words[last].end,
      head: { start: words[head].start, end: words[head].end, word: head },
      type: field(entity, 'etype'),
      entity: field(entity, 'GRP'),
      single: field(entity, 'link') === 'sgl',
    });
  }

  /** The word of a mention whose governor lies outside it; the first of several. */
  function headOf(first, last) {
    for (let i = first; i <= last; i++) if (words[i].up < first || words[i].up > last) return i;
    return last;
  }
}
