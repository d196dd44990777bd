// Conflicts planted in real reports, and changes that are none: what `compare` raises of them.
//
//   node eval/planted.mjs --stories FILE.jsonl [--limit 100] [--seed 1] [--errors N]
//
// A file has {"story", "text", "outlet"?, "date"?, "title"?} in each line. Each story’s first report is compared with a
// copy under another outlet’s name in which one thing was changed: a “not” or a number in a quotation, a “not” in what
// somebody is said to have said; or, as what is none, the same words of another speaker, of another day, behind
// “whether”, in another house style, or a sentence less. An alarm is true where the change makes a conflict and a
// passage of the copy touches it. Prints how many were found and how many alarms are false, by class.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compare } from '../dist/pipeline.js';
import { read } from '../dist/read/read.js';
import { randomFrom } from './corpus.mjs';
import { wilson } from './wilson.mjs';

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '../shared/data/group/allsides-before-2018-07.jsonl' },
    limit: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    errors: { type: 'string', default: '0' },
  },
});
if (!existsSync(values.stories)) {
  console.error(`${values.stories} is not there; give --stories FILE.jsonl`);
  process.exit(3);
}
const encoder = new TextEncoder();
const random = randomFrom(Number(values.seed));
const chosen = (items) => items[Math.floor(random() * items.length)];
const reportFrom = (text, outlet, published) =>
  read({
    bytes: encoder.encode(text),
    origin: `${outlet}.txt`,
    manifest: { file: `${outlet}.txt`, outlet, published },
  }).report;

const VERB = /\b(?:was|were|is|are|has|had|will|would|could)\b(?! (?:not|n['’]t|never|no)\b)/;
const NOT = /\b(?:(?<verb>was|were|is|are|has|had|did|does|do|have|would|could)n['’]t|not(?! only))\b/;
const NUMBER =
  /(?<![\w.,$])(?:[2-9]|[1-9]\d{1,2})(?![\w.,%])|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)\b/;
const OTHERS = {
  two: 'three',
  three: 'four',
  four: 'five',
  five: 'six',
  six: 'seven',
  seven: 'eight',
  eight: 'nine',
  nine: 'ten',
  ten: 'eleven',
  twelve: 'thirteen',
  twenty: 'thirty',
  thirty: 'forty',
};

/** What is done to a report: where, with what; null where it has no place for it. `true` tells whether it is a conflict. */
const KINDS = {
  'not left out of a quotation': {
    conflict: true,
    change: (of) => inQuotation(of, NOT, (found) => found.groups.verb ?? ''),
  },
  'another number in a quotation': {
    conflict: true,
    change: (of) => inQuotation(of, NUMBER, ([word]) => OTHERS[word] ?? String(Number(word) + 3)),
  },
  'not put into what is told': { conflict: true, change: (of) => inTelling(of, ([verb]) => `${verb} not`) },
  'of another speaker': {
    conflict: false,
    change: (of) => {
      const told = inTelling(of, ([verb]) => `${verb} not`);
      const source = told?.attribution.source;
      return source ? { ...told, edits: [...told.edits, { ...source, by: 'Dana Holt' }] } : null;
    },
  },
  'of another day': {
    conflict: false,
    published: '2031-01-01',
    change: (of) => inTelling(of, ([verb]) => `${verb} not`),
  },
  'behind whether': {
    conflict: false,
    change: (of) => {
      const told = inTelling(of, ([verb]) => verb);
      const cue = told?.attribution.cue;
      const first = told?.attribution.content[0];
      if (!cue || of.text.slice(cue.start, cue.end) !== 'said' || first.start < cue.end) return null;
      const that = /^that\s/.exec(of.text.slice(first.start))?.[0].length ?? 0;
      return {
        ...told,
        edits: [
          { ...cue, by: 'did not say' },
          { start: first.start, end: first.start + that, by: 'whether ' },
        ],
      };
    },
  },
  'house style': {
    conflict: false,
    change: ({ text }) => ({
      edits: [...text.matchAll(/[“”"]|\b(?:percent|toward|organization)\b/g)].map((found) => ({
        start: found.index,
        end: found.index + found[0].length,
        by: { percent: 'per cent', toward: 'towards', organization: 'organisation' }[found[0]] ?? '"',
      })),
    }),
  },
  'a quotation less': {
    conflict: false,
    change: ({ text, attributions, sentences }) => {
      const one = chosen(attributions.filter(({ quoted }) => quoted.length === 1));
      const at =
        one && sentences.find(({ start, end }) => start <= one.content[0].start && one.content[0].end <= end);
      // A sentence that ends where a quotation does not is none.
      const marks = at ? text.slice(at.start, at.end).match(/[“”"]/g) : null;
      return marks && marks.length % 2 === 0 ? { edits: [{ start: at.start, end: at.end, by: '' }] } : null;
    },
  },
};

function inQuotation({ text, attributions }, pattern, by) {
  const places = attributions
    .filter(({ speaker, quoted, form }) => speaker && form === 'direct' && quoted.length === 1)
    .flatMap(({ quoted: [span] }) => {
      const words = text.slice(span.start, span.end);
      if (words.split(/\s+/).length < 10) return [];
      const found = pattern.exec(words);
      return found ? [{ start: span.start + found.index, found }] : [];
    });
  const place = chosen(places);
  if (!place) return null;
  const { start, found } = place;
  return { edits: [{ start, end: start + found[0].length, by: by(found) }] };
}

/** In a clause of somebody’s that is told with its subject and without marks. */
function inTelling({ text, attributions }, by) {
  const quoted = attributions.flatMap((one) => one.quoted);
  const places = attributions
    .filter(
      ({ speaker, form, kind, cue, by: how, content }) =>
        !quoted.some(({ start, end }) => start <= content[0].start && content[0].start < end) &&
        speaker &&
        form === 'indirect' &&
        kind === 'speech' &&
        cue &&
        how === 'name' &&
        content.length === 1,
    )
    .flatMap((attribution) => {
      const [span] = attribution.content;
      const found = VERB.exec(text.slice(span.start, span.end));
      return found && !/\bn['’]t\b|\bnot\b/.test(text.slice(span.start, span.end))
        ? [{ attribution, start: span.start + found.index, found }]
        : [];
    });
  const place = chosen(places);
  if (!place) return null;
  const { attribution, start, found } = place;
  return { attribution, edits: [{ start, end: start + found[0].length, by: by(found) }] };
}

const rows = Object.fromEntries(
  Object.keys(KINDS).map((kind) => [
    kind,
    { n: 0, 'surely found': 0, 'may be found': 0, 'surely false': 0, 'may be false': 0 },
  ]),
);
const errors = [];
/** Confidence of each alarm, and whether it is true. */
const alarmed = [];
const seen = new Set();
let stories = 0;
for (const line of readFileSync(values.stories, 'utf8').split('\n')) {
  if (line.trim() === '' || stories >= Number(values.limit)) continue;
  const { story, text, outlet, date } = JSON.parse(line);
  if (seen.has(story)) continue;
  seen.add(story);
  stories++;
  const published = date ?? '2017-05-01';
  const original = reportFrom(text, outlet ?? 'Courier', published);
  const { attributions } = compare([original]);
  const sentences = [...original.text.matchAll(/[^.!?\n]+[.!?\n]+["”’]?/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  for (const [kind, { conflict, change, published: day }] of Object.entries(KINDS)) {
    const made = change({ text: original.text, attributions, sentences });
    if (!made || made.edits.length === 0) continue;
    const copy = reportFrom(edited(original.text, made.edits), 'The Copy', day ?? published);
    if (copy.text === original.text) continue;
    rows[kind].n++;
    const ledger = compare([original, copy]);
    const alarms = [
      ...ledger.disagreements.map(({ confidence, accounts, topic }) => ({
        confidence,
        topic,
        passages: accounts.flatMap(({ evidence }) => evidence),
      })),
      // What is refused on another day is a change of position, and no conflict of accounts.
      ...(day ? [] : ledger.shifts).map(({ confidence, before, after, topic }) => ({
        confidence,
        topic,
        passages: ledger.stances
          .filter(({ id }) => id === before || id === after)
          .flatMap(({ evidence }) => evidence),
      })),
    ];
    const found = { sure: false, may: false };
    for (const { confidence, passages, topic } of alarms) {
      const at = made.edits[0].start;
      const touches = passages.some(
        ({ report, start, end }) => report === copy.id && start - 40 <= at && at <= end + 40,
      );
      const sure = confidence >= 0.9;
      alarmed.push({ confidence, right: conflict && touches });
      if (conflict && touches) found[sure ? 'sure' : 'may'] = true;
      else {
        rows[kind][sure ? 'surely false' : 'may be false']++;
        errors.push(`false ${kind} ${confidence} ${story} ${topic} | ${around(copy.text, made.edits[0])}`);
      }
    }
    if (found.sure) rows[kind]['surely found']++;
    else if (found.may) rows[kind]['may be found']++;
    else if (conflict) errors.push(`missed ${kind} ${story} | ${around(original.text, made.edits[0])}`);
  }
}
console.log(`${stories} reports, each with a copy; seed ${values.seed}`);
console.table(rows);
const sum = (column) => Object.values(rows).reduce((all, row) => all + row[column], 0);
for (const [name, right, wrong] of [
  ['surely', sum('surely found'), sum('surely false')],
  ['may conflict', sum('may be found'), sum('may be false')],
]) {
  const n = right + wrong;
  const [low, high] = wilson(right, n);
  console.log(
    `${name}: ${right} of ${n} true, P ${n > 0 ? (right / n).toFixed(3) : '–'}, Wilson ${low.toFixed(3)} to ${high.toFixed(3)}`,
  );
}
let apart = 0;
for (const confidence of new Set(alarmed.map((one) => one.confidence))) {
  const own = alarmed.filter((one) => one.confidence === confidence);
  apart += Math.abs(own.length * confidence - own.filter(({ right }) => right).length);
}
console.log(
  `expected calibration error of the confidence ${(apart / alarmed.length).toFixed(3)} of ${alarmed.length} alarms`,
);
for (const line of errors.slice(0, Number(values.errors))) console.log(line);

function edited(text, edits) {
  let out = '';
  let at = 0;
  for (const { start, end, by } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    out += text.slice(at, start) + by;
    at = end;
  }
  return out + text.slice(at);
}

function around(text, { start }) {
  return text.slice(Math.max(0, start - 90), start + 90).replace(/\s+/g, ' ');
}
