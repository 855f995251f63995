import type { TeachingBrief } from '../../../domain/tutoring/brief.ts';
import type { Ways } from './bilingual.ts';
import { PHRASING, type Phrasing } from './phrasing.ts';

/** How one turn is worded: for whom, and which of the ways to say a thing is next. */
export interface Talk {
  readonly brief: TeachingBrief;
  readonly gentle: boolean;
  readonly young: boolean;
  /** How the language of this turn puts things together. */
  readonly phrasing: Phrasing;
  /** One of the ways, the {names} in it filled in; never one that the last replies used while another is left. */
  say(ways: Ways, values?: Record<string, string>): string;
}

/** FNV-1a, 32 bits: spreads the variation over turns and items without randomness. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

const YOUNG_GRADES = new Set(['1st', '2nd', '3rd', '4th']);

/** The longest piece of a template that is the same whatever is filled in: by it a reply is recognized. */
function fixedPart(template: string): string {
  return template
    .split(/\{\w+\}/)
    .map((part) => part.trim())
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** Whether one of these replies was made with the template. */
function usedIn(template: string, replies: readonly string[]): boolean {
  const part = fixedPart(template);
  return part.length >= 4 && replies.some((reply) => reply.includes(part));
}

/**
 * How many of the last replies a way to say something stays unused. Two are left to choose from, so that the parts of a reply
 * do not go round in step.
 */
const restFor = (ways: number): number => Math.max(Math.ceil((ways - 1) / 2), Math.min(10, ways - 2));

function longestUnused(order: readonly string[], replies: readonly string[]): string {
  const lastUse = (template: string) => replies.findLastIndex((reply) => usedIn(template, [reply]));
  return order.toSorted((a, b) => lastUse(a) - lastUse(b))[0] ?? '';
}

function waysFor({ brief, gentle, young }: Talk, ways: Ways): readonly string[] {
  const wording = ways[brief.language];
  if (gentle && wording.gentle) return wording.gentle;
  return young && wording.young ? wording.young : wording.plain;
}

/** @param variant starts the variation somewhere else: for a second try at the same turn. */
export function createTalk(brief: TeachingBrief, variant = 0): Talk {
  const { move } = brief;
  // A welcome has no item behind it: the one that it poses keeps two sessions from beginning in the same words.
  const about = 'item' in move ? move.item : 'pose' in move ? move.pose : null;
  const item = about?.revisionId ?? 0;
  let said = 0;
  const talk: Talk = {
    brief,
    gentle: brief.pupil.feeling === 'negative' || brief.pupil.feeling === 'extreme',
    young: YOUNG_GRADES.has(brief.pupil.gradeLevel),
    phrasing: PHRASING[brief.language],
    say(ways, values = {}) {
      const pool = waysFor(talk, ways);
      said += 1;
      const start = (hashOf(`${item}/${said}/${variant}/${pool[0] ?? ''}`) + brief.turn) % pool.length;
      const order = pool.map((_, step) => pool[(start + step) % pool.length] ?? '');
      const recent = brief.lastReplies.slice(-restFor(pool.length));
      const chosen = order.find((template) => !usedIn(template, recent)) ?? longestUnused(order, brief.lastReplies);
      return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
    },
  };
  return talk;
}

/** Paragraphs of Markdown; empty ones are left out. */
export function paragraphs(...parts: (string | null | undefined)[]): string {
  return parts
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '')
    .join('\n\n');
}
