import type { PupilProfile, TeachingBrief } from '../../domain/tutoring/brief.ts';

/** The two names of a pupil. */
export type Named = Pick<PupilProfile, 'firstName' | 'pseudonym'>;

/** What somebody is called who is not in the talk. */
export const ANOTHER = 'another pupil';

/** First names that are also words: in small letters they are left alone. */
const ALSO_WORDS = new Set(
  'will may hope grace mark rose joy faith art bill jack june april summer dawn ray sky drew chance angel guy gene miles rich grant pat sue bob max van violet lily daisy olive ivy pearl ruby amber jade'.split(
    ' ',
  ),
);

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const wholeWord = (text: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${literal(text)}(?![\\p{L}\\p{N}])`, flags);

/** Takes the pupil's first name out of what goes to a remote model. */
export function toPseudonym(text: string, pupil: Named): string {
  const name = pupil.firstName.trim();
  if (name === '' || name === pupil.pseudonym) return text;
  const flags = ALSO_WORDS.has(name.toLowerCase()) ? 'gu' : 'giu';
  return text.replace(wholeWord(name, flags), () => pupil.pseudonym);
}

/** The same for all who study together. */
export const toPseudonyms = (text: string, people: readonly Named[]): string => people.reduce(toPseudonym, text);

/** Puts their first names back. */
export const fromPseudonyms = (text: string, people: readonly Named[]): string => people.reduce(fromPseudonym, text);

/** Whose names a turn may hold: the pupil's, and of a group everybody's. */
export const peopleOf = ({ party, pupil }: Pick<TeachingBrief, 'party' | 'pupil'>): readonly Named[] =>
  party ? [pupil, ...party.members] : [pupil];

/** Puts the first name back where a remote model used the pseudonym. */
export function fromPseudonym(text: string, pupil: Named): string {
  if (pupil.pseudonym.trim() === '') return text;
  return text.replace(wholeWord(pupil.pseudonym, 'gu'), () => pupil.firstName);
}
