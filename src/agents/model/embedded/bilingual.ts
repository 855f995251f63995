import type { TutorLanguage } from '../../../domain/tutoring/brief.ts';

/** Sentences that say the same thing in different ways. `gentle` is for a pupil who feels bad, `young` for grades 1 to 4. */
export interface Wording {
  plain: readonly string[];
  gentle?: readonly string[];
  young?: readonly string[];
}

/** What the tutor says in one language, by name; where it depends on a case, by that. */
export interface Catalogue {
  readonly [name: string]: Wording | Readonly<Record<string, Wording>>;
}

/** The ways to say one thing, in each language that the tutor speaks. */
export type Ways = Readonly<Record<TutorLanguage, Wording>>;

/** The same names and cases in another language. */
export type SameNames<C extends Catalogue> = {
  readonly [Name in keyof C]: C[Name] extends Wording ? Wording : Readonly<Record<keyof C[Name], Wording>>;
};

type Both<C extends Catalogue> = {
  readonly [Name in keyof C]: C[Name] extends Wording ? Ways : Readonly<Record<keyof C[Name], Ways>>;
};

const isWording = (entry: Catalogue[string]): entry is Wording => Array.isArray(entry.plain);

/** Puts what two catalogues say under the same name together. */
export function bilingual<C extends Catalogue>(en: C, he: SameNames<C>): Both<C>;
export function bilingual(en: Catalogue, he: Catalogue): Record<string, Ways | Record<string, Ways>> {
  return Object.fromEntries(Object.entries(en).map(([name, entry]) => [name, bothOf(entry, he[name] ?? entry)]));
}

function bothOf(en: Catalogue[string], he: Catalogue[string]): Ways | Record<string, Ways> {
  if (isWording(en) && isWording(he)) return { en, he };
  const cases = (entry: Catalogue[string]): Readonly<Record<string, Wording>> => (isWording(entry) ? {} : entry);
  return Object.fromEntries(
    Object.entries(cases(en)).map(([name, wording]) => [name, { en: wording, he: cases(he)[name] ?? wording }]),
  );
}
