// Trains the models of attribution and writes src/learned/attribution/weights.ts.
//
//   node train/attribution.mjs --data FOLDER                       train on all of it and write the weights
//   node train/attribution.mjs --data FOLDER --folds 5 --out DIR   cross-validate: predictions for held-out articles
//     [--fold 0,1]        only these folds
//     [--see words,lexicon,tags,subjects,filling,rules]   what the models may look at (ablation), comma-separated; default all
//
// FOLDER holds text/*.txt and attributions/*.ann in brat standoff (PolNeAR's form). Two models and a curve:
//
// - cues: logistic regression over hashed features of every word that can be a cue;
// - arguments: a linear-chain conditional random field that labels the items round one cue as source, cue or content;
// - confidence: a logistic curve over what both say, fitted on articles that the models did not see.
//
// Both are fitted by AdaGrad (Duchi, Hazan and Singer, 2011) with features dropped at random, which keeps the many rare
// ones from being trusted. Deterministic: same data, same weights.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { confidenceFeatures } from '../dist/attribute/confidence.js';
import { ARGUMENT_FEATURES, argumentFeatures, WINDOW } from '../dist/attribute/argument-features.js';
import { CUE_FEATURES, cueContext, cueFeatures, isCandidate } from '../dist/attribute/cue-features.js';
import { draftsOf } from '../dist/attribute/drafts.js';
import { passagesOf } from '../dist/attribute/items.js';
import { quotationsByRule } from '../dist/attribute/quotations.js';
import { ruleMarks } from '../dist/attribute/rule-marks.js';
import { attribute } from '../dist/attribute/attribute.js';
import { constrain, cueProbabilities, viewOf } from '../dist/attribute/tag.js';
import { ARGUMENT_BITS, CUE_BITS, LABELS, withForbidden } from '../dist/learned/attribution/model.js';
import { forwardBackward } from '../dist/learned/crf.js';
import { pack } from '../dist/learned/packed.js';
import { CUE_NOUNS, CUES } from '../dist/lexicon/en/cues.js';
import { segment } from '../dist/segment/segment.js';
import { isRight, readStandoff, toRelations } from '../eval/standoff.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    folds: { type: 'string' },
    fold: { type: 'string' },
    out: { type: 'string' },
    see: { type: 'string', default: 'lexicon,tags,subjects,rules,filling' },
    threshold: { type: 'string', default: '0.2' },
  },
});
if (!values.data || (values.folds && !values.out)) {
  console.error('usage: node train/attribution.mjs --data FOLDER [--folds K --out FOLDER [--fold N,…]] [--see …]');
  process.exit(2);
}
const SEES = { lexicon: false, tags: false, subjects: false, rules: false, filling: false };
for (const name of values.see.split(',')) if (name in SEES) SEES[name] = true;

/** `averaged`: the weights after each of so many last epochs are averaged, which evens out the order of the examples. */
const CUE = { epochs: 10, averaged: 4, rate: 0.15, decay: 3e-7, drop: 0.5 };
const ARGUMENT = { epochs: 8, averaged: 4, rate: 0.12, decay: 2e-6, drop: 0.5 };
const PARTS = 4;
/** Buckets that fewer training places touch are left out. */
const LEAST = { cue: 2, argument: 3 };
const RIDGE = 1;
/** Weights smaller than this, in 127ths of the largest, are not worth their bytes. */
const DROPPED_BELOW = { cue: 2, argument: 13 };
const started = Date.now();
const tell = (words) => console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${words}`);

let seed = 7;
const random = () => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
};
function shuffle(list) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}


function crossValidate(folds) {
  const wanted = values.fold ? values.fold.split(',').map(Number) : [...Array(folds).keys()];
  mkdirSync(values.out, { recursive: true });
  for (const fold of wanted) {
    const model = train(articles.filter((_, i) => i % folds !== fold));
    for (const { article, text, segmentation } of articles.filter((_, i) => i % folds === fold)) {
      const { value: findings } = attribute({ id: article, text }, segmentation, model);
      writeFileSync(
        join(values.out, `${article}.json`),
        JSON.stringify({ filename: article, attributions: toRelations(findings) }),
      );
    }
    tell(`fold ${fold} predicted`);
  }
}

function writeWeights() {
  const model = train(articles);
  const settings = {
    cueScale: model.cueScale,
    argumentScale: model.argumentScale,
    transitions: [...model.transitions].map((score) => (Number.isFinite(score) ? Number(score.toFixed(4)) : 0)),
    threshold: model.threshold,
    confidence: model.confidence.map((weight) => Number(weight.toFixed(4))),
  };
  const out = new URL('../src/learned/attribution/weights.ts', import.meta.url);
  writeFileSync(
    out,
    `// Written by train/attribution.mjs; card.md says from what.
import type { Settings } from './model.js';
export const SETTINGS: Settings = ${JSON.stringify(settings)};
export const CUE_WEIGHTS =
  '${pack(model.cue)}';
export const ARGUMENT_WEIGHTS =
  '${pack(model.argument)}';
`,
  );
  tell(`${Math.round(statSync(out).size / 1024)} KiB written`);
}

/** A whole model, its confidence fitted on parts that the models in question did not see. */
function train(list) {
  const examples = [];
  for (const part of [0, 1]) {
    const model = trainModels(list.filter((_, i) => i % 2 !== part));
    for (const one of list.filter((_, i) => i % 2 === part)) examples.push(...judged(one, model));
  }
  const confidence = fitCurve(examples);
  tell(`confidence fitted on ${examples.length}: ${confidence.map((weight) => weight.toFixed(2)).join(' ')}`);
  return { ...trainModels(list), confidence };
}

function trainModels(list) {
  for (let part = 0; part < PARTS; part++) {
    const model = { ...blank(), ...trainCues(list.filter((_, i) => i % PARTS !== part)) };
    for (const one of list.filter((_, i) => i % PARTS === part)) setProbabilities(one, model);
  }
  const cues = trainCues(list);
  tell('cues trained');
  const model = { ...blank(), ...cues, ...trainArguments(list) };
  tell('arguments trained');
  return model;
}

function blank() {
  return {
    cue: new Int8Array(1 << CUE_BITS),
    cueScale: 1,
    argument: new Int8Array((1 << ARGUMENT_BITS) * LABELS.length),
    argumentScale: 1,
    transitions: withForbidden(new Array(LABELS.length ** 2).fill(0)),
    threshold: Number(values.threshold),
    confidence: [],
    sees: SEES,
  };
}

function setProbabilities({ passages }, model) {
  for (const passage of passages) passage.probability = cueProbabilities(passage.view, model).probability;
}

// ---- examples

function prepare({ article, text, relations }) {
  const { value: segmentation } = segment({ id: article, text, kind: 'report' });
  const { value: ruled } = quotationsByRule({ id: article, text }, segmentation);
  const model = { sees: SEES };
  const passages = passagesOf(text, segmentation).map((passage) => {
    const near = ruled
      .map((finding, index) => [index, finding])
      .filter(
        ([, finding]) =>
          finding.within === undefined &&
          finding.by !== 'label' &&
          finding.content[0].start >= passage.start &&
          finding.content[0].start < passage.end,
      );
    const role = ['headline', 'link', 'body', 'social-post'].indexOf(
      segmentation.paragraphs[passage.paragraph]?.role ?? 'body',
    );
    return { ...passage, view: viewOf(passage.items, ruleMarks(passage, near), role, model), targets: [], candidates: null };
  });
  let targets = 0;
  for (const relation of relations) {
    const first = relation.cue[0][0];
    const passage = passages.find(({ start, end }) => start <= first && first < end);
    const target = passage && targetOf(passage, relation);
    if (!target) continue;
    passage.targets.push(target);
    targets++;
  }
  return { article, text, relations, segmentation, ruled, passages, targets };
}

const touches = ({ start, end }, spans) => spans.some(([from, to]) => start < to && from < end);
const mostlyIn = ({ start, end }, spans) =>
  spans.some(([from, to]) => 2 * (Math.min(end, to) - Math.max(start, from)) >= end - start);

/** Labels of a passage's items for one relation, and which item stands for its cue; null where it has none. */
function targetOf({ items }, { source, cue, content }) {
  const inCue = items.flatMap((item, i) => (item.quotation === null && touches(item, cue) ? [i] : []));
  if (inCue.length === 0) return null;
  const labels = new Uint8Array(items.length);
  let before = 'O';
  items.forEach((item, i) => {
    const role =
      inCue.includes(i) && !(touches(item, source) && item.tag === 'POSS')
        ? 'Q'
        : mostlyIn(item, content)
          ? 'C'
          : touches(item, source)
            ? 'S'
            : 'O';
    if (role !== 'O') labels[i] = LABELS.indexOf((before === role ? 'I' : 'B') + role);
    before = role;
  });
  const at = headOfCue(items, inCue);
  return LABELS[labels[at]].endsWith('Q') ? { at, labels } : null;
}

/** The word of a cue that says what kind of act it is: its last listed verb, else verb, noun, anything. */
function headOfCue(items, inCue) {
  const verbs = inCue.filter((i) => /^V/.test(items[i].tag));
  const listed = verbs.filter((i) => CUES.has(items[i].lower));
  const nouns = inCue.filter((i) => CUE_NOUNS.has(items[i].lower));
  const others = inCue.filter((i) => /^(?:NOUN|ADJ|PROPN|X)$/.test(items[i].tag));
  return listed.at(-1) ?? verbs.at(-1) ?? nouns[0] ?? others.at(-1) ?? inCue[0];
}

function candidatesOf(article) {
  article.candidates ??= article.passages.flatMap(({ view, targets }) => {
    const buffer = new Int32Array(CUE_FEATURES);
    const cues = new Set(targets.map(({ at }) => at));
    const candidates = [];
    for (let i = 0; i < view.items.length; i++) {
      if (!isCandidate(view.items, view.columns, i)) continue;
      const context = cueContext(view.items, view.columns, i, SEES.subjects);
      const count = cueFeatures(view.columns, view.marks, context, view.role, buffer);
      candidates.push({ features: buffer.slice(0, count), cue: cues.has(i) ? 1 : 0 });
    }
    return candidates;
  });
  return article.candidates;
}

// ---- models

function trainCues(list) {
  const { epochs, averaged, rate, decay, drop } = CUE;
  const sum = new Float64Array(1 << CUE_BITS);
  const examples = list.flatMap(candidatesOf);
  const counts = new Uint32Array(1 << CUE_BITS);
  for (const { features } of examples) for (const bucket of features) counts[bucket]++;
  const weights = new Float64Array(1 << CUE_BITS);
  const squares = new Float64Array(1 << CUE_BITS).fill(1e-3);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(examples);
    for (const { features, cue } of examples) {
      const kept = features.filter((bucket) => random() >= drop && counts[bucket] >= LEAST.cue);
      let score = 0;
      for (const bucket of kept) score += weights[bucket];
      const wrong = 1 / (1 + Math.exp(-score)) - cue;
      if (Math.abs(wrong) < 0.002) continue;
      for (const bucket of kept) {
        squares[bucket] += wrong * wrong;
        const step = wrong + (decay * examples.length * weights[bucket]) / 40;
        weights[bucket] -= (rate * step) / Math.sqrt(squares[bucket]);
      }
    }
    if (epoch >= epochs - averaged) addTo(sum, weights);
  }
  const { small, scale } = quantized(sum.map((total) => total / averaged), DROPPED_BELOW.cue);
  return { cue: small, cueScale: scale * (1 - drop) };
}

function trainArguments(list) {
  const { epochs, averaged, rate, decay, drop } = ARGUMENT;
  const size = LABELS.length;
  const examples = list.flatMap(({ passages }) =>
    passages.flatMap((passage) => passage.targets.map((target) => ({ passage, target }))),
  );
  const counts = new Uint32Array(1 << ARGUMENT_BITS);
  for (const { passage, target } of examples) {
    const { features } = instanceOf(passage, target);
    for (const row of features) for (const bucket of row) counts[bucket]++;
  }
  const weights = new Float32Array((1 << ARGUMENT_BITS) * size);
  const squares = new Float32Array((1 << ARGUMENT_BITS) * size).fill(1e-3);
  const transitions = withForbidden(new Array(size * size).fill(0));
  const squaresOfSteps = new Float64Array(size * size).fill(1e-3);
  const wrong = new Float64Array(size);
  const sum = new Float32Array(weights.length);
  const sumOfSteps = new Float64Array(size * size);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(examples);
    for (const { passage, target } of examples) {
      const { first, features } = instanceOf(passage, target);
      const kept = features.map((row) => row.filter((bucket) => random() >= drop && counts[bucket] >= LEAST.argument));
      const length = kept.length;
      const gold = target.labels.subarray(first, first + length);
      const emissions = new Float64Array(length * size);
      kept.forEach((row, i) => {
        for (const bucket of row)
          for (let y = 0; y < size; y++) emissions[i * size + y] += weights[bucket * size + y];
      });
      constrain(emissions, target.at - first);
      const { alpha, beta, logZ } = forwardBackward({ length, labels: size, emissions, transitions });
      if (!Number.isFinite(emissions[gold[0]])) continue;
      kept.forEach((row, i) => {
        let most = 0;
        for (let y = 0; y < size; y++) {
          wrong[y] = Math.exp(alpha[i * size + y] + beta[i * size + y] - logZ) - (gold[i] === y ? 1 : 0);
          most = Math.max(most, Math.abs(wrong[y]));
        }
        if (most < 1e-3) return;
        for (const bucket of row) {
          for (let y = 0; y < size; y++) {
            const cell = bucket * size + y;
            if (wrong[y] === 0) continue;
            squares[cell] += wrong[y] * wrong[y];
            const step = wrong[y] + (decay * examples.length * weights[cell]) / 100;
            weights[cell] -= (rate * step) / Math.sqrt(squares[cell]);
          }
        }
        if (i === 0) return;
        for (let y = 0; y < size; y++) {
          for (let z = 0; z < size; z++) {
            const cell = y * size + z;
            if (!Number.isFinite(transitions[cell])) continue;
            const expected = Math.exp(
              alpha[(i - 1) * size + y] + transitions[cell] + emissions[i * size + z] + beta[i * size + z] - logZ,
            );
            const off = expected - (gold[i - 1] === y && gold[i] === z ? 1 : 0);
            squaresOfSteps[cell] += off * off;
            transitions[cell] -= (rate * off) / Math.sqrt(squaresOfSteps[cell]);
          }
        }
      });
    }
    if (epoch < epochs - averaged) continue;
    addTo(sum, weights);
    addTo(sumOfSteps, transitions);
  }
  const { small, scale } = quantized(sum.map((total) => total / averaged), DROPPED_BELOW.argument);
  return { argument: small, argumentScale: scale * (1 - drop), transitions: sumOfSteps.map((total) => total / averaged) };
}

function addTo(sums, values) {
  for (let i = 0; i < sums.length; i++) sums[i] += values[i];
}

function instanceOf({ view }, { at }) {
  const first = Math.max(0, at - WINDOW);
  const last = Math.min(view.items.length - 1, at + WINDOW);
  const passage = view;
  const buffer = new Int32Array((last - first + 1) * ARGUMENT_FEATURES);
  const context = cueContext(view.items, view.columns, at, SEES.subjects);
  const counts = argumentFeatures(
    view.items,
    view.columns,
    view.marks,
    passage.probability ?? new Float32Array(view.items.length),
    context,
    first,
    last,
    buffer,
  );
  const features = [...counts].map((count, i) => buffer.subarray(i * ARGUMENT_FEATURES, i * ARGUMENT_FEATURES + count));
  return { first, features };
}

/** Weights as signed bytes; the smallest are dropped. */
function quantized(weights, least) {
  const sizes = weights.filter(Boolean).map(Math.abs).sort();
  const top = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  const scale = top / 127;
  const small = new Int8Array(weights.length);
  let kept = 0;
  for (let i = 0; i < weights.length; i++) {
    const value = Math.max(-127, Math.min(127, Math.round(weights[i] / scale)));
    small[i] = Math.abs(value) < least ? 0 : value;
    if (small[i]) kept++;
  }
  tell(`${kept} weights of ${sizes.length} kept`);
  return { small, scale };
}

// ---- confidence

/** Each attribution that a model finds in an article, with whether an annotator marked the same words and source. */
function judged({ text, segmentation, ruled, relations }, model) {
  return draftsOf(text, segmentation, ruled, model)
    .filter(({ within, evidence }) => within === null && evidence !== null)
    .map(({ finding, evidence, from }) => {
      const right = isRight(finding, (from?.finding ?? finding).source, relations);
      return { features: confidenceFeatures(evidence, finding), right: right ? 1 : 0 };
    });
}

/** Logistic regression by Newton's method, with a little ridge. */
function fitCurve(examples) {
  const size = examples[0].features.length;
  let weights = new Array(size).fill(0);
  for (let round = 0; round < 25; round++) {
    const slope = weights.map((weight) => RIDGE * weight);
    const curve = slope.map((_, i) => slope.map((__, j) => (i === j ? RIDGE : 0)));
    for (const { features, right } of examples) {
      const score = features.reduce((sum, value, i) => sum + value * weights[i], 0);
      const probability = 1 / (1 + Math.exp(-score));
      for (let i = 0; i < size; i++) {
        slope[i] += (probability - right) * features[i];
        for (let j = 0; j < size; j++) curve[i][j] += probability * (1 - probability) * features[i] * features[j];
      }
    }
    const step = solve(curve, slope);
    weights = weights.map((weight, i) => weight - step[i]);
  }
  return weights;
}

/** Gauss-Jordan elimination with row exchange. */
function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let i = 0; i < rows.length; i++) {
    const best = rows.findIndex((row, k) => k >= i && Math.abs(row[i]) === Math.max(...rows.slice(i).map((one) => Math.abs(one[i]))));
    [rows[i], rows[best]] = [rows[best], rows[i]];
    const pivot = rows[i][i];
    rows[i] = rows[i].map((value) => value / pivot);
    rows.forEach((row, k) => {
      if (k !== i) rows[k] = row.map((value, j) => value - row[i] * rows[i][j]);
    });
  }
  return rows.map((row) => row.at(-1));
}

const articles = readStandoff(values.data).map(prepare);
tell(`${articles.length} articles, ${articles.reduce((sum, { targets }) => sum + targets, 0)} relations to learn`);
if (values.folds) crossValidate(Number(values.folds));
else writeWeights();
