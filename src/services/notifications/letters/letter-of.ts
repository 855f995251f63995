import type { NotificationData, NotificationKind } from '../../../shared/notifications.ts';
import { LETTERS_EN } from './letters-en.ts';
import { LETTERS_HE } from './letters-he.ts';

/** What a letter says, and the page that it leads to. */
export interface LetterWords {
  subject: string;
  lines: string[];
  /** The path of the page. */
  path: string;
}

/** The letters of one language, by what they tell. They name no pupil and repeat no words of one: a mailbox is read by others. */
export interface Letters {
  of: { [Kind in NotificationKind]: (data: NotificationData[Kind]) => LetterWords };
  /** Below each: why it came, and that nobody reads answers. */
  foot: string;
}

/** The letter for what somebody is told, in their language, with the address of the page that it is about. */
export function letterOf<Kind extends NotificationKind>(
  kind: Kind,
  data: NotificationData[Kind],
  locale: string,
  publicUrl: string,
): { subject: string; text: string } {
  const letters: Letters = locale.startsWith('he') ? LETTERS_HE : LETTERS_EN;
  const { subject, lines, path } = letters.of[kind](data);
  return { subject, text: [...lines, `${publicUrl}${path}`, '-- ', letters.foot].join('\n\n') };
}
