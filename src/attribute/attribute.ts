import { type AttributionModel, attributionModel } from '../learned/attribution/model.js';
import type { CueKind, Finding } from '../model/attribution.js';
import type { Noted } from '../model/note.js';
import type { Report } from '../model/report.js';
import type { Segmentation } from '../model/segmentation.js';
import { covers, lastStartingBy, type Span } from '../model/span.js';
import { confidenceByRule, confidenceOf } from './confidence.js';
import { cueKindOf } from './cue-kind.js';
import { draftsOf } from './drafts.js';
import { type Draft, standing } from './merge.js';
import { quotationsByRule } from './quotations.js';
import { sceneOf } from './venue.js';

/**
 * Finds the attributions of a report: source, cue and content, in quotation marks and without, and those inside the
 * content of others (`within`), to any depth.
 *
 * Rules find who is cited for a quotation; a model finds what is reported without marks, and sees what the rules found.
 * Where both speak of the same words they are one finding.
 *
 * @param model the shipped one, unless another is being trained or measured
 * @returns findings in reading order; `from` and `within` are indices into them
 */
export function attribute(
  report: Pick<Report, 'id' | 'text'>,
  segmentation: Segmentation,
  model: AttributionModel = attributionModel(),
): Noted<readonly Finding[]> {
  const { value: ruled, notes } = quotationsByRule(report, segmentation);
  return {
    value: ordered(report.text, segmentation, draftsOf(report.text, segmentation, ruled, model), model),
    notes,
  };
}

/** In reading order, with `from` and `within` as indices. */
function ordered(
  text: string,
  { sentences }: Segmentation,
  drafts: readonly Draft[],
  model: AttributionModel,
): readonly Finding[] {
  const kept = [...drafts].sort((a, b) => {
    const [first, second] = [a.finding.content, b.finding.content];
    return (
      first[0]!.start - second[0]!.start ||
      second.at(-1)!.end - first.at(-1)!.end ||
      (a.finding.cue?.start ?? 0) - (b.finding.cue?.start ?? 0)
    );
  });
  const place = new Map(kept.map((draft, index) => [draft, index]));
  return kept.map((draft) => {
    const { finding, evidence, from, within } = draft;
    const confidence = evidence ? confidenceOf(finding, evidence, model) : confidenceByRule(finding);
    const fromPlace = from === null ? undefined : place.get(standing(from));
    const withinPlace = within === null ? undefined : place.get(standing(within));
    const kind = kindOfAct(text, draft);
    const { addressee, ...rest } = finding;
    const told = addressee ? { addressee } : {};
    return {
      ...rest,
      ...(kind === 'speech' || kind === 'writing'
        ? sceneOf(text, boundsOf(draft, sentences), finding)
        : told),
      kind,
      confidence,
      ...(fromPlace === undefined ? {} : { from: fromPlace }),
      ...(withinPlace === undefined ? {} : { within: withinPlace }),
    };
  });
}

/** The sentence of a cue, or as much of it as stands in the content that it stands in. */
function boundsOf({ finding: { cue }, within }: Draft, sentences: readonly Span[]): Span {
  if (!cue) return { start: 0, end: 0 };
  const sentence = sentences[lastStartingBy(sentences, cue.start)] as Span;
  const outer = within ? standing(within).finding.content.find((span) => covers(span, cue)) : undefined;
  return outer
    ? { start: Math.max(sentence.start, outer.start), end: Math.min(sentence.end, outer.end) }
    : sentence;
}

/** Of a continuation, that of what it goes on from. */
function kindOfAct(text: string, draft: Draft): CueKind {
  let root = draft;
  while (!root.finding.cue && root.from) root = standing(root.from);
  const { finding, evidence } = root;
  const { cue, source, quoted } = finding;
  if (!cue) return finding.rule === 'signed-post' ? 'writing' : 'speech';
  const words = (span: Span | undefined) => (span ? text.slice(span.start, span.end) : '');
  return cueKindOf(words(cue), evidence?.head ?? '', words(source), quoted.length > 0);
}
