import { MINUTE } from '../../shared/instant.ts';
import type { Crisis } from './crisis.ts';
import type { ModerationCategory } from './moderation.ts';

/** An alert that nobody has acknowledged for so long, in ms, is marked as escalated. */
export const ESCALATE_AFTER = 15 * MINUTE;

const CATEGORIES = ['abuse', 'violence', 'self-harm', 'distress'] as const;

/** Where the harm may be at home, telling the parents could add to it. */
const MAY_BE_AT_HOME: Record<Crisis['category'] | ModerationCategory, boolean> = {
  'sexual content': true,
  hate: true,
  other: true,
  bullying: false,
  'drugs and weapons': false,
  'personal data': false,
  abuse: true,
  violence: true,
  'self-harm': false,
  distress: false,
};

/** What an alert says as the crisis that it was raised for; null where it names none that is known. */
export function crisisOf(alert: { severity: number; category: string }): Crisis | null {
  const severity = ([1, 2, 3] as const).find((one) => one === alert.severity);
  const category = CATEGORIES.find((one) => one === alert.category);
  return severity && category ? { severity, category } : null;
}

/** Whether staff may let the parents know of an alert of this category: never where the harm may be at home, nor of an unknown one. */
export function mayTellParents(category: string): boolean {
  return Object.entries(MAY_BE_AT_HOME).some(([name, atHome]) => name === category && !atHome);
}
