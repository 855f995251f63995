import type { LessonWall, NeedReason, WallCard } from './lesson-wall.ts';
import type { Parts } from './live.ts';

/** The wall part by part, as sockets carry it. */
export function partsOfWall({ lesson, cards }: Pick<LessonWall, 'lesson' | 'cards'>): Parts {
  const parts = cards.map((card): [string, WallCard] => [`card:${card.sessionId}:${card.studentId}`, card]);
  return { lesson, ...Object.fromEntries(parts) };
}

interface Sorted {
  studentId: number;
  name: string;
  score: number;
  reasons: readonly NeedReason[];
}

/** Who needs a person most first; who waits longest before who waits less, then by name. */
export function byNeed(a: Sorted, b: Sorted): number {
  return (
    b.score - a.score ||
    (a.reasons[0]?.since ?? 0) - (b.reasons[0]?.since ?? 0) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : a.studentId - b.studentId)
  );
}
