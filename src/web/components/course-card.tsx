import type { CourseCard } from '../../domain/planning/course-card.ts';
import { usePage } from '../page-context.ts';
import { Beads } from './beads.tsx';
import { Tag } from './tag.tsx';

/** A course as a card: what it is, its beads, what comes next. */
export function CourseCardView({ card }: { card: CourseCard }) {
  const { t, format } = usePage();
  const mastered = t.words.unitsMastered(card.mastered, card.units.length);
  return (
    <article class="sheet card stack tight">
      <div class="stack tight">
        <p class="quiet">{t.words.subjectAndGrade(card.subject, card.gradeLevel)}</p>
        <h3>
          <a href={`/courses/${card.id}`}>
            <bdi>{card.name}</bdi>
          </a>
        </h3>
      </div>
      {card.units.length > 0 && <Beads beads={beadsOf(card)} label={t.courses.beads(card.name, mastered)} />}
      <p class="quiet">
        {card.units.length > 0 && mastered}
        {card.units.length > 0 && <br />}
        {nextWords(card, t.courses)}
      </p>
      {card.nextTest && (
        <p>
          <Tag tone={card.nextTest.days <= 7 ? 'due' : 'info'} icon="calendar">
            {t.today.testIn(t.words.tests[card.nextTest.type], format.inDays(Math.max(0, card.nextTest.days)))}
          </Tag>
        </p>
      )}
    </article>
  );
}

/** The beads of a course; `now` names the units that are up next. */
export function beadsOf(card: CourseCard, now: readonly string[] = []) {
  return card.units.map(({ name, progress }) => ({ progress, now: now.includes(name) }));
}

function nextWords(card: CourseCard, words: ReturnType<typeof usePage>['t']['courses']): string {
  if (card.units.length === 0) return words.noUnits;
  return card.next === null ? words.allDone : words.next(card.next);
}
