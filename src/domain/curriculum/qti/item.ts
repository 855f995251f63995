/** A question of QTI that is not taken. The message says why, as the rest of a sentence about it. */
export class ItemRefused extends Error {}

export interface SourceChoice {
  /** As the source calls it. */
  key: string;
  /** Markdown. */
  text: string;
}

export interface NumberRight {
  /** The number that is shown as the answer. */
  value: number;
  /** What else is taken, both ends included; absent means only the number itself. */
  from?: number;
  to?: number;
}

/** What is right in one part, in the source's own words and keys. */
export type PartAnswer =
  | { kind: 'choice'; choices: SourceChoice[]; right: string[] }
  /** Sets of keys, each of which is a whole right answer; the first is the one that is shown. */
  | { kind: 'several choices'; choices: SourceChoice[]; right: string[][] }
  | { kind: 'text'; right: string[] }
  | { kind: 'number'; right: NumberRight[] };

/** What the source says to an answer: by the key of a choice, or a text or number as it would be typed. */
export interface Remark {
  answer: string;
  text: string;
}

/** One thing that is asked. */
export interface ItemPart {
  /** Markdown; empty where the item's text asks already. */
  prompt: string;
  /** Markdown that introduces this part and those that follow it out of the same list. */
  introduction?: string;
  answer: PartAnswer;
  /** Said to answers that are not right. */
  remarks: Remark[];
  /** Said once it is right. */
  explanation: string[];
}

export interface Picture {
  /** As the source refers to it: a path from the item's own file, or the bytes themselves (data:). */
  src: string;
  alt: string;
  /** It stands beside a choice; such pictures come after those of the question. */
  ofChoice?: true;
}

/** A question of QTI as it was read, in any version, before it is one of ours. */
export interface QtiItem {
  ident: string;
  title: string;
  /** Text that comes before the parts. Markdown. */
  stem: string;
  parts: ItemPart[];
  pictures: Picture[];
  hints: string[];
  /** What of it was left out, or is not as it was in its source. */
  notes: string[];
  /** It left from here: its answers are as they are, and nothing is said beside them. */
  isOurs?: boolean;
}

/** Words that only say that an answer was right or wrong teach nothing, and are left out. */
export function teaches(text: string): boolean {
  const bare = text.replace(/[*_\\]/g, '').trim();
  return (
    bare !== '' &&
    !/^(?:that['’]?s |that is |you(?:['’]re| are) |sorry,? |yes,? |no,? )*(?:in|not )?(?:correct|right|wrong|true|false|yes|no|well done|good job|great|excellent|bravo|sorry|try again)[\s.!]*(?:answer)?[\s.!]*$/i.test(
      bare,
    )
  );
}

/** The pictures of the question before those of its choices. */
export const inOrder = (pictures: readonly Picture[]): Picture[] =>
  pictures.toSorted((a, b) => Number(a.ofChoice ?? false) - Number(b.ofChoice ?? false));
