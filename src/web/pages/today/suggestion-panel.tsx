import type { Suggestion, TodayView } from '../../../services/today/today.service.ts';
import { AssignedUnits } from '../../components/assigned-units.tsx';
import { Beads } from '../../components/beads.tsx';
import { LinkButton } from '../../components/button.tsx';
import { beadsOf } from '../../components/course-card.tsx';
import { Fold } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

export interface SuggestionPanelProps {
  suggestion: Suggestion;
  runnersUp: TodayView['runnersUp'];
  /** Null where the page has greeted already. */
  greeting: string | null;
  /** A session goes on: the suggestion is for afterwards, and does not shout. */
  live: boolean;
}

/** What to study now, why, and how that was chosen. */
export function SuggestionPanel({ suggestion, runnersUp, greeting, live }: SuggestionPanelProps) {
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
          {words.planned(card.name, units.length, minutes)} {t.words.explain(suggestion)}
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
      <HowChosen suggestion={suggestion} runnersUp={runnersUp} />
    </section>
  );
}

/** Opens the sum that the order of courses is made of. */
function HowChosen({ suggestion, runnersUp }: Pick<SuggestionPanelProps, 'suggestion' | 'runnersUp'>) {
  const { t, format } = usePage();
  const words = t.today;
  const { card, factors, score, assignment } = suggestion;
  const next = runnersUp.slice(0, 3).map((course) => words.runnerUp(course.name, points(course.score)));
  const rest = runnersUp.length - next.length;
  return (
    <Fold summary={words.how}>
      <div class="stack">
        <p>{words.howLead}</p>
        <Table
          caption={words.total(card.name, points(score))}
          rows={factors}
          rowKey={(factor) => factor.name}
          columns={[
            { title: words.factor, cell: (factor) => <Factor factor={factor} />, heads: true },
            { title: words.points, cell: (factor) => points(factor.score), numeric: true },
            { title: words.share, cell: (factor) => format.percent(factor.weight), numeric: true },
            { title: words.adds, cell: (factor) => points(factor.score * factor.weight), numeric: true },
          ]}
        />
        {next.length > 0 && <p>{words.runnersUp(format.list(rest > 0 ? [...next, words.more(rest)] : next))}</p>}
        <div class="stack tight">
          <h2 class="h3">{words.howUnits}</h2>
          <p>{t.words.assignment(assignment.reason)}</p>
          <AssignedUnits units={assignment.units} why={(unit) => t.words.unitReason(unit.why)} />
        </div>
        <a href="/study/plan">{words.whatIf}</a>
      </div>
    </Fold>
  );
}

function Factor({ factor }: { factor: Suggestion['factors'][number] }) {
  const { words } = usePage().t;
  return (
    <>
      {words.factor(factor.name)}
      <br />
      <span class="quiet">{words.reason(factor.why)}</span>
    </>
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

/** A share as points of a hundred. */
function points(share: number): string {
  return String(Math.round(share * 100));
}
