// What train/reference.mjs and eval/coreference.mjs share: GUM documents through Hearsay's own stages, and the training
// of the two models of `src/learned/reference`. Deterministic: same input, same weights.
import { attribute } from '../dist/attribute/attribute.js';
import { chooseBy } from '../dist/identify/antecedents.js';
import { entityFeatures } from '../dist/identify/entity-features.js';
import { identifyWithin } from '../dist/identify/identify.js';
import { namesIn } from '../dist/identify/names.js';
import { phrasesIn } from '../dist/identify/mentions.js';
import { wordsBySentence } from '../dist/identify/words.js';
import { ANTECEDENT_BITS, ENTITY_BITS, ENTITY_TYPES } from '../dist/learned/reference/model.js';
import { segment } from '../dist/segment/segment.js';
import { randomFrom, shuffled } from '../eval/corpus.mjs';

const TYPES = ENTITY_TYPES.length;
const TYPE_OF = { person: 'person', organization: 'body', place: 'place' };
export const NOTHING = {
  entity: new Int8Array((1 << ENTITY_BITS) * TYPES),
  entityScale: 1,
  antecedent: new Int8Array(1 << ANTECEDENT_BITS),
  antecedentScale: 1,
  salienceScale: 0,
};

/** A document as Hearsay reads it, with the gold mention of each phrase. */
export function prepare(document) {
  const report = {
    id: document.id,
    siglum: 'A',
    kind: 'report',
    outlet: null,
    title: null,
    byline: null,
    published: null,
    url: null,
    origin: document.id,
    language: 'en',
    sha256: '',
    text: document.text,
    sourceMap: [],
    dropped: [],
  };
  const { value: segmentation } = segment(report);
  const { value: findings } = attribute(report, segmentation);
  const words = wordsBySentence(report.text, segmentation);
  const names = namesIn(report.text, segmentation, words);
  const phrases = phrasesIn(
    names,
    words,
    segmentation.turns.map(({ label }) => label),
    NOTHING,
  );
  return {
    document,
    read: { report, segmentation, findings },
    phrases,
    gold: phrases.map((phrase) => goldOf(document, phrase)),
    entityRows: entityRows(document, words, phrases),
  };
}

/**
 * The gold mention of a phrase: the smallest that covers the phrase's head and has its own head in the phrase, or ends
 * with it (`spokeswoman Ana Ruiz`, whose head is the noun, for the name).
 */
export function goldOf({ mentions }, phrase) {
  let best = null;
  let ending = null;
  const size = ({ start, end }) => end - start;
  for (const mention of mentions) {
    if (mention.start > phrase.head.start) break;
    if (mention.end < phrase.end || mention.end <= phrase.head.start) continue;
    const inside = mention.head.start >= phrase.start && mention.head.start < phrase.end;
    if (inside && (!best || size(mention) < size(best))) best = mention;
    const ends = mention.end >= phrase.end && mention.end <= phrase.end + 2 && mention.head.start < phrase.start;
    if (ends && phrase.kind === 'name' && (!ending || size(mention) < size(ending))) ending = mention;
  }
  return best ?? ending;
}

/** The gold entity that most of an entity's phrases, pronouns apart, are mentions of; null for none. */
export function goldEntityOf(document, entity) {
  const votes = new Map();
  for (const phrase of entity.phrases) {
    const gold = phrase.kind === 'pronoun' ? null : goldOf(document, phrase);
    if (gold) votes.set(gold.entity, (votes.get(gold.entity) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function entityRows(document, words, phrases) {
  return phrases
    .filter(({ kind }) => kind !== 'pronoun')
    .map((phrase) => {
      const sentence = words[phrase.sentence];
      let last = phrase.word;
      while (last + 1 < sentence.length && sentence[last + 1].start < phrase.end) last++;
      const type = TYPE_OF[goldOf(document, phrase)?.type] ?? 'thing';
      return {
        buckets: entityFeatures(sentence, phrase.word, last, phrase.name),
        type: ENTITY_TYPES.indexOf(type),
      };
    });
}

/** Multinomial logistic regression by AdaGrad; the weights are the mean over the last half of each of several `orders`. */
export function trainEntities(prepared, { epochs = 8, rate = 0.15, decay = 1e-6, keep = 0.7, orders = 8 } = {}) {
  const size = (1 << ENTITY_BITS) * TYPES;
  const sum = new Float64Array(size);
  const rows = prepared.flatMap(({ entityRows: own }) => own);
  for (let order = 0; order < orders; order++) {
    const weights = new Float64Array(size);
    const squares = new Float64Array(size).fill(1e-8);
    const random = randomFrom(1 + order);
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (const { buckets, type } of shuffled(rows, random)) {
        // A feature is left out now and then, so that no single word carries the decision.
        const seen = buckets.filter(() => random() < keep);
        const scores = new Array(TYPES).fill(0);
        for (const bucket of seen) for (let t = 0; t < TYPES; t++) scores[t] += weights[bucket * TYPES + t];
        const top = Math.max(...scores);
        const powers = scores.map((score) => Math.exp(score - top));
        const total = powers.reduce((a, b) => a + b, 0);
        for (let t = 0; t < TYPES; t++) {
          const error = powers[t] / total - (t === type ? 1 : 0);
          for (const bucket of seen) step(weights, squares, bucket * TYPES + t, error, rate, decay);
        }
      }
      if (epoch >= epochs / 2) for (let i = 0; i < size; i++) sum[i] += weights[i];
    }
  }
  return quantised(sum.map((w) => (w / orders / Math.ceil(epochs / 2)) * 0.85), 'entity');
}

/**
 * For each pronoun its candidates and which are right. The pronouns before it are resolved as gold has them, or, where
 * a ranker is given, as that one does: so the next one learns to live with its mistakes.
 */
export function pronounRows({ document, read, gold, phrases }, model, ranker) {
  const rows = [];
  const at = new Map(phrases.map((phrase, i) => [`${phrase.start} ${phrase.kind}`, i]));
  const choose = ranker ? chooseBy({ ...NOTHING, ...model, ...ranker }) : null;
  const known = new Map();
  const idOf = (entity) => {
    if (!known.has(entity)) known.set(entity, goldEntityOf(document, entity));
    return known.get(entity);
  };
  identifyWithin(read, { ...NOTHING, ...model }, (pronoun, candidates) => {
    const wanted = gold[at.get(`${pronoun.start} pronoun`)]?.entity ?? null;
    const right = candidates.map(({ entity }) => entity !== null && wanted !== null && idOf(entity) === wanted);
    // `he` is always somebody: whoever is beyond reach, or was taken for somebody else, teaches nothing.
    const someone = pronoun.pronoun === 'male' || pronoun.pronoun === 'female';
    const nobody = candidates.at(-1)?.entity === null;
    const lost = !right.includes(true) && ((someone && wanted !== null) || !nobody);
    if (!lost && !right.includes(true)) right[candidates.length - 1] = true;
    if (!lost) rows.push({
        buckets: candidates.map((candidate) => candidate.buckets),
        salience: candidates.map((candidate) => candidate.salience),
        right,
      });
    if (choose) return choose(pronoun, candidates);
    return { ranked: [{ entity: lost ? null : candidates[right.indexOf(true)].entity, probability: 1 }] };
  });
  return rows;
}

/**
 * Maximises the probability of all right candidates together (as in Durrett & Klein 2013), by AdaGrad.
 *
 * `lambda` is what a point of salience weighs; `calm` brings the scores down to what held-out documents bear out; the
 * weights are the mean over several `orders` of the rows, so that less of them is chance.
 */
export function trainAntecedents(rows, { epochs = 40, rate = 0.05, decay = 2e-3, keep = 0.8, lambda = 0.2, calm = 0.65, orders = 16 } = {}) {
  const size = 1 << ANTECEDENT_BITS;
  const sum = new Float64Array(size);
  for (let order = 0; order < orders; order++) {
    const weights = new Float64Array(size);
    const squares = new Float64Array(size).fill(1e-8);
    const random = randomFrom(2 + order);
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (const { buckets, salience, right } of shuffled(rows, random)) {
        if (buckets.length < 2) continue;
        const seen = buckets.map((own) => own.filter(() => random() < keep));
        const scores = seen.map((own, i) =>
          own.reduce((score, bucket) => score + weights[bucket], lambda * salience[i]),
        );
        const all = normalised(scores);
        const good = normalised(scores.map((score, i) => (right[i] ? score : Number.NEGATIVE_INFINITY)));
        seen.forEach((own, i) => {
          const error = all[i] - good[i];
          if (Math.abs(error) < 1e-6) return;
          for (const bucket of own) step(weights, squares, bucket, error, rate, decay);
        });
      }
      if (epoch >= epochs / 2) for (let i = 0; i < size; i++) sum[i] += weights[i];
    }
  }
  return {
    ...quantised(
      sum.map((w) => (w / orders / Math.ceil(epochs / 2)) * calm),
      'antecedent',
    ),
    salienceScale: lambda * calm,
  };
}

/**
 * Both models from prepared documents. The ranker is trained on types told by models that had not seen them, and on
 * pronouns before that were resolved by a ranker that had not seen them; those are means over fewer orders.
 */
export function trainReference(prepared, folds = 4) {
  const within = Array.from({ length: folds }, (_, fold) => prepared.filter((_, i) => i % folds === fold));
  const without = (parts, fold) => parts.flatMap((own, i) => (i === fold ? [] : own));
  const types = within.map((_, fold) => trainEntities(without(within, fold), { orders: 2 }));
  const first = within.map((own, fold) => own.flatMap((one) => pronounRows(one, types[fold])));
  const rows = within.flatMap((own, fold) => {
    const ranker = trainAntecedents(without(first, fold), { orders: 4 });
    return own.flatMap((one) => pronounRows(one, types[fold], ranker));
  });
  return { ...trainEntities(prepared), ...trainAntecedents([...first.flat(), ...rows]) };
}

function step(weights, squares, at, error, rate, decay) {
  const gradient = error + decay * weights[at];
  squares[at] += gradient * gradient;
  weights[at] -= (rate * gradient) / Math.sqrt(squares[at]);
}

/** Signed bytes and the scale that brings them back. */
function quantised(weights, name) {
  let top = 0;
  for (const weight of weights) top = Math.max(top, Math.abs(weight));
  const scale = top / 127 || 1;
  return { [name]: Int8Array.from(weights, (weight) => Math.round(weight / scale)), [`${name}Scale`]: scale };
}

function normalised(scores) {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}
