import type { Attribution, Finding, Link } from '../model/attribution.js';
import { append } from '../model/grouped.js';
import { contentId } from '../model/id.js';
import type { Note, Noted } from '../model/note.js';
import { compareText } from '../model/order.js';
import type { Report } from '../model/report.js';
import type { Segmentation } from '../model/segmentation.js';
import type { Mention, Speaker } from '../model/speaker.js';
import { type Character, castOf } from './cast.js';
import { chainsOf } from './chain.js';
import { namesIn } from './names.js';
import { type Referent, resolve } from './resolve.js';
import { speakersOf } from './speakers.js';

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
  readonly referents: readonly Referent[];
}

/** Attributions with their speakers, and the speakers. */
export interface Identified {
  readonly attributions: readonly Attribution[];
  readonly speakers: readonly Speaker[];
}

/** The per-report half: names, their clusters, and the referent of each finding. Pure, and cacheable by content. */
export function identifyWithin({ report, segmentation, findings }: Read): LocalCast {
  const cast = castOf(report.text, namesIn(report.text, segmentation), segmentation);
  return { report, findings, cast, referents: resolve(report, segmentation, findings, cast) };
}

/**
 * The across-reports half: one speaker for each person, body or document of the story, and the attributions with
 * their speakers. The order of the reports makes no difference.
 */
export function identifyAcross(locals: readonly LocalCast[]): Noted<Identified> {
  const { speakers, speakerOf } = speakersOf(locals);
  const notes: Note[] = [];
  const attributions = locals.flatMap((local) => {
    const ids = local.referents.map((referent) => speakerOf(local, referent));
    const chains = chainsOf(local, (index) => speakers.get(ids[index] ?? '')?.name ?? null);
    return local.findings.map((finding, index) => {
      const speaker = ids[index] ?? null;
      // Words in marks without a speaker are a gap; what is reported without either is told as such.
      if (speaker === null && finding.quoted.length > 0) {
        const at = finding.source ?? finding.content[0];
        notes.push({
          code: 'speaker-unresolved',
          severity: 'info',
          message: 'who said this cannot be told from the text',
          at: { report: local.report.id, ...(at ? { start: at.start, end: at.end } : {}) },
        });
      }
      return attributionOf(local, index, speaker, chains[index] as readonly Link[]);
    });
  });
  return { value: { attributions, speakers: withSourceMentions(speakers, attributions) }, notes };
}

function attributionOf(
  local: LocalCast,
  index: number,
  speaker: string | null,
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
    by: finding.by,
    kind: finding.kind,
    chain,
    ...(finding.addressee ? { addressee: finding.addressee } : {}),
    rule: finding.rule,
    confidence: finding.confidence,
  };
}

function withSourceMentions(
  speakers: ReadonlyMap<string, Speaker>,
  attributions: readonly Attribution[],
): readonly Speaker[] {
  const extra = new Map<string, Mention[]>();
  for (const { speaker, source, report, by } of attributions) {
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
