import { useEffect, useState } from 'preact/hooks';
import type { LessonWall, WallCard, WallLesson } from '../../../shared/lesson-wall.ts';
import type { Parts } from '../../../shared/live.ts';
import { byNeed, partsOfWall } from '../../../shared/wall-parts.ts';
import { WallView } from '../../components/classroom/wall-view.tsx';
import type { ClassroomWords } from '../../i18n/en/classroom.ts';
import type { Format } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/messages.ts';
import { LiveStore } from '../live/live-store.ts';

export interface WallIslandProps {
  wall: LessonWall;
  locale: Locale;
  timeZone: string;
}

/** The wall, alive: cards move by need as the lesson goes on; whoever is new among those who need somebody is announced. */
export function WallIsland({ t, format, ...props }: WallIslandProps & { t: ClassroomWords; format: Format }) {
  const [wall, setWall] = useState(props.wall);
  const [announce, setAnnounce] = useState('');
  const [stale, setStale] = useState(false);
  const { id, state } = props.wall.lesson;
  // The clocks of server and browser need not agree.
  const ahead = props.wall.now - Date.now();

  useEffect(() => {
    let shown = props.wall;
    const store = new LiveStore({ onState: (now) => setStale(now === 'reconnecting') });
    store.watch({
      topic: 'lesson',
      id,
      instead: { url: `/api/v1/classroom/lessons/${id}/wall`, read: (answer) => partsOfWall(answer as LessonWall) },
      show: (parts) => {
        const next = wallOf(parts, Date.now() + ahead, shown);
        // What can be done about the lesson stands outside of the island.
        if (next.lesson.state !== state || next.lesson.eyesUp !== props.wall.lesson.eyesUp) location.reload();
        setAnnounce(newlyNeeding(shown, next, t));
        shown = next;
        setWall(next);
      },
    });
    return () => store.close();
  }, []);

  return <WallView {...{ wall, t, format, stale, announce }} />;
}

function wallOf(parts: Parts, now: number, before: LessonWall): LessonWall {
  const cards = Object.entries(parts).flatMap(([key, card]) => (key.startsWith('card:') ? [card as WallCard] : []));
  const lesson = (parts.lesson as WallLesson | undefined) ?? before.lesson;
  return { now, lesson, cards: cards.sort(byNeed) };
}

/** Who needs somebody now and did not before. */
function newlyNeeding(before: LessonWall, after: LessonWall, t: ClassroomWords): string {
  const known = new Map(before.cards.map(({ studentId, reasons }) => [studentId, reasons.map(({ kind }) => kind)]));
  return after.cards
    .flatMap(({ studentId, name, reasons }) => {
      const [first] = reasons;
      return first && !known.get(studentId)?.includes(first.kind) ? [t.newlyNeeding(name, t.reasons[first.kind])] : [];
    })
    .join('. ');
}
