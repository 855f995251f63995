import type { Suggestion } from '../../../services/today/today.service.ts';
import { Beads } from '../../components/beads.tsx';
import { LinkButton } from '../../components/button.tsx';
import { beadsOf } from '../../components/course-card.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

export interface SuggestionPanelProps {
  suggestion: Suggestion;
  /** Null where the page has greeted already. */
  greeting: string | null;
  /** A session goes on: the suggestion is for afterwards, and does not shout. */
  live: boolean;
}

/** What to study now and why; the plan says how that was chosen. */
export function SuggestionPanel({ suggestion, greeting, live }: SuggestionPanelProps) {
  const { t, format } = usePage();
  const words = t.today;
  const { card, assignment } = suggestion;
  const units = assignment.units.map(({ name }) => name);
  const minutes = format.duration(assignment.totalMinutes * 60_000);
  const Title = greeting ? 'h1' : 'h2';
  return (
    <section class={live ? 'sheet stack' : 'hero'}>
      <div class="stack">
        {card.nextTest && (
          <Tag tone="due" icon="calendar">
            {words.testIn(card.nextTest.name, format.inDays(Math.max(0, card.nextTest.days)))}
          </Tag>
        )}
        <Title>
          {live ? words.suggestionLater(units[0] ?? '') : `${greeting ?? ''} ${question(suggestion, words)}`.trim()}
        </Title>
        <p class="lead">
          {words.planned(card.name, units.length, minutes)} {t.words.explain(suggestion)}{' '}
          <a href="/study/plan#how">{words.how}</a>
        </p>
        <Beads
          beads={beadsOf(card, units)}
          label={t.courses.beads(card.name, t.words.unitsMastered(card.mastered, card.units.length))}
        />
      </div>
      {!live && (
        <div class="stack tight center">
          <LinkButton href="/study" tone="go" size="big" icon="play">
            {words.studyNow}
          </LinkButton>
          <a class="small" href="/study/new">
            {words.chooseElse}
          </a>
        </div>
      )}
    </section>
  );
}

function question({ card, assignment }: Suggestion, words: ReturnType<typeof usePage>['t']['today']): string {
  const [first] = assignment.units;
  if (!first) return '';
  const progress = card.units.find(({ name }) => name === first.name)?.progress ?? 0;
  if (progress >= 1) return words.suggestionReview(first.name);
  return progress > 0 || first.why.key === 'unit.continue'
    ? words.suggestion(first.name)
    : words.suggestionNew(first.name);
}
