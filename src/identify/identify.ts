import { type ReferenceModel, referenceModel } from '../learned/reference/model.js';
import type { Attribution, Candidate, Finding, Link } from '../model/attribution.js';
import type { Correction } from '../model/correction.js';
import { append } from '../model/grouped.js';
import { contentId } from '../model/id.js';
import type { Note, Noted } from '../model/note.js';
import { compareText } from '../model/order.js';
import type { Report } from '../model/report.js';
import type { Segmentation } from '../model/segmentation.js';
import type { Mention, Speaker } from '../model/speaker.js';
import { type Choose, chooseBy } from './antecedents.js';
import { type Character, castOf } from './cast.js';
import { chainsOf } from './chain.js';
import { correct } from './corrections.js';
import { entitiesOf, settleKind } from './entities.js';
import { phrasesIn } from './mentions.js';
import { namesIn } from './names.js';
import { type References, type Referent, resolve } from './resolve.js';
import { settleByWords } from './shared-words.js';
import { speakersOf } from './speakers.js';
import { wordsBySentence } from './words.js';

/** One report with all that the stages before have found in it. */
export interface Read {
  readonly report: Report;
  readonly segmentation: Segmentation;
  readonly findings: readonly Finding[];
}

/** Who is who within one report. */
export interface LocalCast {
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly cast: readonly Character[];
  readonly references: References;
  readonly referents: readonly Referent[];
}

/** Attributions with their speakers, and the speakers. */
export interface Identified {
  readonly attributions: readonly Attribution[];
  readonly speakers: readonly Speaker[];
}

/**
 * The per-report half: names, their clusters, and the referent of each finding. Pure, and cacheable by content.
 *
 * @param choose who a pronoun stands for; the shipped model, unless a script trains another
 */
export function identifyWithin(
  { report, segmentation, findings }: Read,
  model: ReferenceModel = referenceModel(),
  choose: Choose = chooseBy(model),
): LocalCast {
  const { text } = report;
  const words = wordsBySentence(text, segmentation);
  const names = namesIn(text, segmentation, words);
  const cast = castOf(text, names, segmentation);
  const phrases = phrasesIn(
    names,
    words,
    segmentation.turns.map(({ label }) => label),
    model,
  );
  const references = { phrases, entities: [...entitiesOf(text, phrases, cast)] };
  for (const entity of references.entities) if (entity) settleKind(entity, report.outlet);
  const referents = resolve(report, segmentation, findings, cast, references, choose);
  return { report, findings, cast, references, referents };
}

/**
 * The across-reports half: one speaker for each person, body or document of the story, and the attributions with
 * their speakers. The order of the reports makes no difference.
 *
 * @param corrections what a person knows better; applied before anything is told
 * @param apart a draft that is to be checked against the other texts: their words settle nothing in it
 */
export function identifyAcross(
  locals: readonly LocalCast[],
  corrections: readonly Correction[] = [],
  apart: LocalCast | null = null,
): Noted<Identified> {
  const { speakers: found, speakerOf, byGender } = speakersOf(locals);
  const settled = new Map(locals.map((local) => [local, local.referents.map(byGender)]));
  const ids = new Map(
    [...settled].map(([local, own]) => [local, own.map((referent) => speakerOf(local, referent))]),
  );
  const possible = new Map(
    [...settled].map(([local, own]) => [
      local,
      own.map((referent) => (referent.kind === 'unresolved' ? candidateIds(local, referent) : [])),
    ]),
  );
  const speakers = new Map(found);
  const merged = new Map<string, string>();
  const assigned = { speakers, speakerOf: ids, merged };
  settleByWords(locals, assigned, apart);
  const notes: Note[] = [...correct(assigned, corrections)];
  const attributions = locals.flatMap((local) => {
    const own = ids.get(local) as readonly (string | null)[];
    const chains = chainsOf(local, (index) => speakers.get(own[index] ?? '')?.name ?? null);
    return local.findings.map((finding, index) => {
      const speaker = own[index] ?? null;
      const candidates = speaker === null ? candidatesOf(possible.get(local)?.[index] ?? []) : [];
      // Words in marks without a speaker are a gap; what is reported without either is told as such.
      if (speaker === null && finding.quoted.length > 0)
        notes.push(unresolved(local, finding, candidates, speakers));
      return attributionOf(local, index, speaker, candidates, chains[index] as readonly Link[]);
    });
  });
  return { value: { attributions, speakers: withSourceMentions(speakers, attributions) }, notes };

  function candidateIds(
    local: LocalCast,
    { candidates }: Unresolved,
  ): readonly (readonly [string | null, number])[] {
    return candidates.map(({ referent, probability }) => [speakerOf(local, referent), probability]);
  }

  /** Once each, as corrected. */
  function candidatesOf(ids: readonly (readonly [string | null, number])[]): readonly Candidate[] {
    const byId = new Map<string, number>();
    for (const [id, probability] of ids) {
      let at = id;
      while (at !== null && merged.has(at)) at = merged.get(at) as string;
      if (at !== null) byId.set(at, (byId.get(at) ?? 0) + probability);
    }
    return [...byId].map(([speaker, probability]) => ({
      speaker,
      probability: Math.round(probability * 100) / 100,
    }));
  }
}

type Unresolved = Extract<Referent, { kind: 'unresolved' }>;

function unresolved(
  { report }: LocalCast,
  finding: Finding,
  candidates: readonly Candidate[],
  speakers: ReadonlyMap<string, Speaker>,
): Note {
  const at = finding.source ?? finding.content[0];
  const names = candidates.map(({ speaker }) => (speakers.get(speaker) as Speaker).name);
  return {
    code: 'speaker-unresolved',
    severity: 'info',
    message:
      names.length > 0
        ? `who said this cannot be told for sure: ${names.join(' or ')}`
        : 'who said this cannot be told from the text',
    at: { report: report.id, ...(at ? { start: at.start, end: at.end } : {}) },
  };
}

function attributionOf(
  local: LocalCast,
  index: number,
  speaker: string | null,
  candidates: readonly Candidate[],
  chain: readonly Link[],
): Attribution {
  const finding = local.findings[index] as Finding;
  const first = finding.content[0];
  return {
    id: contentId(
      'at',
      local.report.id,
      first?.start ?? 0,
      finding.content.at(-1)?.end ?? 0,
      finding.cue?.start ?? -1,
      finding.rule,
    ),
    report: local.report.id,
    ...(finding.source ? { source: finding.source } : {}),
    ...(finding.cue ? { cue: finding.cue } : {}),
    content: finding.content,
    quoted: finding.quoted,
    form: finding.form,
    ...(speaker === null ? {} : { speaker }),
    candidates,
    by: finding.by,
    kind: finding.kind,
    chain,
    ...(finding.addressee ? { addressee: finding.addressee } : {}),
    ...(finding.venue ? { venue: finding.venue } : {}),
    rule: finding.rule,
    confidence: finding.confidence,
  };
}

function withSourceMentions(
  speakers: ReadonlyMap<string, Speaker>,
  attributions: readonly Attribution[],
): readonly Speaker[] {
  const extra = new Map<string, Mention[]>();
  for (const { speaker, source, report, by, candidates } of attributions) {
    for (const one of candidates) extra.set(one.speaker, extra.get(one.speaker) ?? []);
    if (!speaker) continue;
    if (!source) {
      extra.set(speaker, extra.get(speaker) ?? []);
      continue;
    }
    const kind = by === 'pronoun' ? 'pronoun' : by === 'role' ? 'role' : 'name';
    append(extra, speaker, { ...source, report, kind });
  }
  return [...speakers.values()]
    .filter((speaker) => extra.has(speaker.id))
    .map((speaker) => {
      const seen = new Map<string, Mention>();
      for (const mention of [...speaker.mentions, ...(extra.get(speaker.id) ?? [])]) {
        const key = `${mention.report} ${mention.start} ${mention.end}`;
        if (!seen.has(key)) seen.set(key, mention);
      }
      const mentions = [...seen.values()].sort(
        (a, b) => compareText(a.report, b.report) || a.start - b.start || a.end - b.end,
      );
      return { ...speaker, mentions };
    })
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}
