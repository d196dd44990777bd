import type { Noted } from '../model/note.js';
import type { Report } from '../model/report.js';
import type { Segmentation } from '../model/segmentation.js';
import { paragraphsOf } from './paragraphs.js';
import { quotationsOf } from './quotations.js';
import { sentencesOf } from './sentences.js';
import { tagsOf, tokensOf } from './tokens.js';
import { turnsOf } from './turns.js';

/** Cuts a report's text into paragraphs, sentences, tokens, quotations and turns. Linear in the text's length. */
export function segment(report: Pick<Report, 'id' | 'text'>): Noted<Segmentation> {
  const { text } = report;
  const paragraphs = paragraphsOf(text);
  const { quotations, notes } = quotationsOf(text, paragraphs);
  const sentences = sentencesOf(text, paragraphs);
  const tokens = tokensOf(text);
  return {
    value: {
      paragraphs,
      sentences,
      tokens: { ...tokens, tags: tagsOf(text, tokens, sentences) },
      quotations,
      turns: turnsOf(text, paragraphs, quotations),
    },
    notes: notes.map((note) => ({ ...note, at: { ...note.at, report: report.id } })),
  };
}
