import type { TutorLanguage } from '../../domain/tutoring/brief.ts';
import type { CircleMove } from '../../domain/tutoring/circle.ts';
import { CIRCLE_EN } from './circle.en.ts';
import { CIRCLE_HE } from './circle.he.ts';

const WORDS = { en: CIRCLE_EN, he: CIRCLE_HE };

/**
 * What is said in a talk: always in words of our own, never a model's. What children say of themselves stays in the house. The same move
 * gives the same words.
 */
export function circleWords(move: CircleMove, language: TutorLanguage): string {
  const words = WORDS[language];
  const said: Record<string, string | undefined> = {
    '{name}': move.speaker?.firstName,
    '{next}': move.next?.firstName,
    '{topic}': move.topic ?? undefined,
  };
  // In one go and by a function: what people wrote holds no place of ours and no pattern.
  const fill = (ways: readonly string[]) =>
    (ways[move.turn % ways.length] ?? '').replace(/\{(?:name|next|topic)\}/g, (place) => said[place] ?? '');
  const thanks = move.speaker === null ? '' : fill(move.passed ? words.passed : words.thanks);
  const question =
    move.round === null
      ? ''
      : fill(move.topic === null ? words.rounds[move.round].free : words.rounds[move.round].about);
  const ask = move.next === null ? '' : fill(words.ask);
  switch (move.kind) {
    case 'open':
      return paragraphs(fill(move.topic === null ? words.open.free : words.open.about), question, ask);
    case 'next':
      return paragraphs([thanks, ask].join(' '));
    case 'round':
      return paragraphs(thanks, question, ask);
    case 'end':
      return paragraphs(thanks, fill(words.end));
    case 'unkind':
      return fill(words.unkind);
    case 'over':
      return paragraphs(thanks, fill(words.over));
  }
}

const paragraphs = (...parts: string[]): string => parts.filter((part) => part.trim() !== '').join('\n\n');
