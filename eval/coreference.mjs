// Who pronouns and names stand for, against GUM's coreference, in five folds by document.
//
//   node eval/coreference.mjs [--data FOLDER] [--errors N] [--shipped] [--seed N]
//
// Each document is read as Hearsay reads a report (its own segmentation, tags, attributions), by models that were
// trained on the other four folds; `--shipped` takes the shipped models instead, which have seen all of it.
//
// - A pronoun is right where most phrases of the entity it was given, pronouns apart, are mentions of the gold entity;
//   where no candidate is that entity, or gold has none, nobody is right. `unresolved` are those whose best antecedent
//   is too unlikely to be told as a fact; `right` looks at the best antecedent all the same.
// - Source position: third-person pronouns that are the subject of a verb in the active voice that can cite (gold parse,
//   our list of cues, which has `bring` and `give` as well); `with content` only where the verb has a clause or a
//   quotation as its complement, as whoever is cited has. `cited` are subjects that Hearsay itself takes for the source of
//   something, whatever gold has: those are told as speakers.
// - `--seed` puts the documents in another order and so into other folds: what moves with it is chance.
// - CoNLL F over mentions of persons that are mentioned at least twice, matched by head (as CorefUD does by default).
//   The baseline has the same names and gives each pronoun the nearest suitable subject, else the nearest suitable
//   person.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chooseBy } from '../dist/identify/antecedents.js';
import { personhood } from '../dist/identify/entities.js';
import { identifyWithin } from '../dist/identify/identify.js';
import { SURE } from '../dist/identify/resolve.js';
import { ENTITY_TYPES, referenceModel } from '../dist/learned/reference/model.js';
import { CUES } from '../dist/lexicon/en/cues.js';
import { goldEntityOf, goldOf, prepare, trainReference } from '../train/reference-training.mjs';
import { conll } from './conll.mjs';
import { randomFrom, shuffled } from './corpus.mjs';
import { readGum } from './gum.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: fileURLToPath(new URL('../../shared/data/ud/gum', import.meta.url)) },
    errors: { type: 'string', default: '0' },
    shipped: { type: 'boolean', default: false },
    seed: { type: 'string', default: '0' },
  },
});
if (!existsSync(values.data)) {
  console.error(`${values.data} is not there; give --data`);
  process.exit(3);
}
const FOLDS = 5;
/** Characters of `’ve`. */
const CONTRACTED = 3;
const lemmas = new Set([...CUES.values()].flatMap((cues) => cues.map(({ lemma }) => lemma)));
const read = readGum(values.data).map(prepare);
const prepared = values.seed === '0' ? read : shuffled(read, randomFrom(Number(values.seed)));
const tallies = { ranked: new Map(), nearest: new Map() };
const clusters = { ranked: conll(), nearest: conll() };
const byGenre = new Map();
const bins = Array.from({ length: 10 }, () => [0, 0, 0]);
const errors = [];
const confusion = [0, 1].map(() => ENTITY_TYPES.map(() => ENTITY_TYPES.map(() => 0)));
for (let fold = 0; fold < FOLDS; fold++) {
  const model = values.shipped
    ? referenceModel()
    : trainReference(prepared.filter((_, i) => i % FOLDS !== fold));
  for (const one of prepared.filter((_, i) => i % FOLDS === fold)) {
    score(one, model, 'ranked', chooseBy(model));
    score(one, model, 'nearest', nearest);
  }
}
print();

function score(one, model, name, choose) {
  const { document } = one;
  const choices = new Map();
  const local = identifyWithin(one.read, model, (pronoun, candidates) => {
    const resolution = choose(pronoun, candidates);
    choices.set(pronoun, { resolution, candidates });
    return resolution;
  });
  for (const [pronoun, { resolution, candidates }] of choices) {
    const gold = goldOf(document, pronoun);
    const wanted = gold?.entity ?? null;
    const best = resolution.ranked[0];
    const entity = best.entity;
    const lead = entity ? entity.phrases.find(({ kind }) => kind !== 'pronoun') : null;
    const is = (each) => wanted !== null && goldEntityOf(document, each) === wanted;
    const right = entity ? is(entity) : !candidates.some((each) => each.entity && is(each.entity));
    const sure = best.probability >= SURE;
    const where = positionOf(document, pronoun);
    const cited =
      pronoun.place === 'subject' && one.read.findings.some((finding) => isSource(finding, pronoun));
    const add = (row) => {
      const tally = tallies[name].get(row) ?? [0, 0, 0, 0];
      tally[0]++;
      if (right) tally[1]++;
      if (!sure && entity) tally[2]++;
      if (sure && right) tally[3]++;
      tallies[name].set(row, tally);
    };
    add('all');
    add(
      pronoun.pronoun === 'male' || pronoun.pronoun === 'female'
        ? 'he, she'
        : pronoun.pronoun === 'many'
          ? 'they'
          : 'it',
    );
    if (where) add('source position');
    if (where && pronoun.pronoun !== 'thing' && pronoun.pronoun !== 'many') add('source position: he, she');
    if (where && pronoun.pronoun === 'many') add('source position: they');
    if (where === 'content') add('source position with content');
    if (cited) add('cited');
    if (cited && pronoun.pronoun !== 'thing' && pronoun.pronoun !== 'many') add('cited: he, she');
    if (name === 'ranked' && entity) {
      const bin = bins[Math.min(9, Math.floor(best.probability * 10))];
      bin[0]++;
      bin[1] += best.probability;
      if (right) bin[2]++;
    }
    if (name === 'ranked' && (where || cited) && !right)
      errors.push(
        `${where ?? 'cited'} ${document.id} ${best.probability.toFixed(2)} [${entity && lead ? document.text.slice(lead.start, lead.end) : 'nobody'}] wanted ${nameOf(document, wanted)}: …${document.text.slice(Math.max(0, pronoun.start - 160), pronoun.start).replace(/\s+/g, ' ')}⟦${document.text.slice(pronoun.start, pronoun.end)}⟧${document.text.slice(pronoun.end, pronoun.end + 60).replace(/\s+/g, ' ')}`,
      );
  }
  if (name === 'ranked') {
    for (const phrase of local.references.phrases) {
      if (phrase.kind === 'pronoun') continue;
      const gold = goldOf(document, phrase)?.type;
      const wanted = gold === 'person' ? 0 : gold === 'organization' ? 1 : gold === 'place' ? 2 : 3;
      const own = phrase.types.indexOf(Math.max(...phrase.types));
      confusion[phrase.kind === 'name' ? 0 : 1][wanted][own]++;
    }
  }
  const key = goldClusters(document);
  const response = ownClusters(document, local);
  clusters[name].add(key, response);
  if (name === 'ranked') {
    if (!byGenre.has(document.genre)) byGenre.set(document.genre, conll());
    byGenre.get(document.genre).add(key, response);
  }
}

/** Whether a pronoun is all that a source says, or its head, but for what is contracted with it. */
function isSource({ source, head }, { start, end }) {
  const told = head ?? source;
  return told !== undefined && told.start === start && told.end - end <= CONTRACTED;
}

/** Null, `cue` or `content`. */
function positionOf({ words }, pronoun) {
  const word = words.findIndex(({ start, end }) => start <= pronoun.start && pronoun.start < end);
  if (word === -1 || !/^nsubj(?!:pass)/.test(words[word].deprel)) return null;
  const verb = words[words[word].up];
  if (!verb || !lemmas.has(verb.lemma) || !/^V/.test(verb.xpos)) return null;
  const at = words[word].up;
  const content =
    /^parataxis/.test(verb.deprel) ||
    words
      .slice(Math.max(0, at - 80), at + 80)
      .some(({ up, deprel }) => up === at && /^(?:ccomp|parataxis)/.test(deprel));
  return content ? 'content' : 'cue';
}

function nameOf({ mentions, text }, entity) {
  const own = mentions.filter((mention) => mention.entity === entity);
  const longest = own.sort(
    (a, b) => Number(b.type === 'person') - Number(a.type === 'person') || a.start - b.start,
  )[0];
  return longest ? text.slice(longest.start, longest.end).slice(0, 50) : 'nobody';
}

function goldClusters({ mentions }) {
  const groups = new Map();
  for (const mention of mentions) {
    if (mention.type !== 'person') continue;
    groups.set(mention.entity, [...(groups.get(mention.entity) ?? []), keyOf(mention)]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function keyOf(mention) {
  return `${mention.head.start}`;
}

/** Our entities as clusters of gold keys; a phrase that is no gold mention keeps a key of its own. */
function ownClusters(document, { references }) {
  const groups = new Map();
  references.phrases.forEach((phrase, i) => {
    const entity = references.entities[i];
    if (!entity) return;
    const gold = goldOf(document, phrase);
    const key = gold ? keyOf(gold) : `x${phrase.start}`;
    if (!groups.has(entity)) groups.set(entity, new Set());
    groups.get(entity).add(key);
  });
  const seen = new Set();
  return [...groups]
    .filter(([entity]) => personhood(entity) >= 0.5)
    .map(([, keys]) => [...keys].filter((key) => !seen.has(key) && seen.add(key)))
    .filter((keys) => keys.length > 1);
}

/** The nearest suitable subject within three sentences, else the nearest suitable candidate. */
function nearest(pronoun, candidates) {
  const named = candidates.filter(({ entity }) => entity !== null);
  const before = named.filter(({ phrase }) => phrase.start < pronoun.start);
  const person = pronoun.pronoun === 'male' || pronoun.pronoun === 'female';
  const fit = person ? before.filter(({ entity }) => personhood(entity) > 0.5) : before;
  const subject = fit.find(
    ({ phrase }) => phrase.place === 'subject' && pronoun.sentence - phrase.sentence <= 2,
  );
  return { ranked: [{ entity: (subject ?? fit[0] ?? before[0])?.entity ?? null, probability: 1 }] };
}

function print() {
  const row = (cells) =>
    console.log(
      cells.map((cell, i) => (i === 0 ? String(cell).padEnd(34) : String(cell).padStart(10))).join(''),
    );
  row(['pronouns', 'n', 'right', 'baseline', 'unresolved', 'right of resolved']);
  for (const [name, [n, right, unsure, sureRight]] of tallies.ranked) {
    const base = tallies.nearest.get(name);
    row([name, n, pct(right / n), pct(base[1] / base[0]), unsure, pct(sureRight / (n - unsure))]);
  }
  console.log();
  row(['person mentions', 'MUC', 'B3', 'CEAF4', 'CoNLL F']);
  for (const [name, sums] of [['ranked', clusters.ranked], ['baseline', clusters.nearest], ...byGenre]) {
    const { muc, b3, ceaf, conll: mean } = sums.scores();
    row([name, ...[muc, b3, ceaf, mean].map((value) => value.toFixed(1))]);
  }
  console.log();
  ['names', 'descriptions'].forEach((kind, k) => {
    row([`${kind} (gold in rows)`, ...ENTITY_TYPES]);
    for (const [i, type] of ENTITY_TYPES.entries()) row([type, ...confusion[k][i]]);
  });
  const n = bins.reduce((total, [count]) => total + count, 0);
  const ece = bins.reduce((total, [, sum, right]) => total + Math.abs(sum - right), 0) / n;
  console.log();
  row(['antecedents, by probability', 'n', 'mean', 'right']);
  for (const [i, [count, sum, right]] of bins.entries())
    if (count)
      row([
        `${(i / 10).toFixed(1)} to ${((i + 1) / 10).toFixed(1)}`,
        count,
        (sum / count).toFixed(3),
        (right / count).toFixed(3),
      ]);
  console.log(`\nexpected calibration error of an antecedent's probability: ${ece.toFixed(3)} (${n})`);
  for (const line of errors.slice(0, Number(values.errors))) console.log(line);
}

function pct(share) {
  return `${(100 * share).toFixed(1)} %`;
}
