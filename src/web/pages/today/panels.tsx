import type { ComingTest } from '../../../domain/planning/coming-tests.ts';
import type { RecentResult } from '../../../services/today/today.service.ts';
import { Sheet } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

const TESTS_SHOWN = 5;

/** The next tests with the days that are left. */
export function TestsPanel({ tests }: { tests: readonly ComingTest[] }) {
  const { t, format } = usePage();
  const words = t.today;
  return (
    <Sheet id="tests" title={words.tests} action={<a href="/tests">{words.allTests}</a>}>
      {tests.length === 0 ? (
        <p class="quiet">{words.testsNone}</p>
      ) : (
        <ul class="lines">
          {tests.slice(0, TESTS_SHOWN).map((test) => (
            <li key={test.sittingId}>
              <div class="main">
                <a href={`/tests/${test.sittingId}`}>
                  <bdi>{test.name}</bdi>
                </a>
                <span class="quiet">
                  {format.date(test.at)} · <bdi>{test.course.name}</bdi>
                </span>
              </div>
              <DaysLeft test={test} />
            </li>
          ))}
        </ul>
      )}
      {tests.length > TESTS_SHOWN && <p class="quiet">{words.moreTests(tests.length - TESTS_SHOWN)}</p>}
    </Sheet>
  );
}

function DaysLeft({ test }: { test: ComingTest }) {
  const { t, format } = usePage();
  if (test.days < 0) return <Tag tone="due">{t.today.handIn(format.date(test.deadline ?? test.at))}</Tag>;
  return <Tag {...(test.days <= 7 ? { tone: 'due' as const } : {})}>{format.inDays(test.days)}</Tag>;
}

/** What came of the last sessions. */
export function RecentPanel({ recent }: { recent: readonly RecentResult[] }) {
  const { t, format } = usePage();
  const words = t.today;
  return (
    <Sheet id="recent" title={words.recent} action={<a href="/history">{words.allSessions}</a>}>
      {recent.length === 0 ? (
        <p class="quiet">{words.recentNone}</p>
      ) : (
        <ul class="lines">
          {recent.map((result) => (
            <li key={result.sessionId}>
              <div class="main">
                <a href={`/study/home/${result.sessionId}/summary`}>
                  <bdi>{result.course}</bdi>
                </a>
                <span class="quiet">{format.date(result.end)}</span>
              </div>
              <Outcome result={result} />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function Outcome({ result }: { result: RecentResult }) {
  const words = usePage().t.today;
  if (result.evaluation === 'pending') {
    return (
      <Tag tone="info" icon="clock">
        {words.pending}
      </Tag>
    );
  }
  if (result.evaluation === 'needs-review') return <span class="quiet">{words.needsReview}</span>;
  if (result.proficiency === null) return <span class="quiet">{words.tooLittle}</span>;
  return (
    <span>
      <span class="visually-hidden">{words.scoreLabel}: </span>
      <strong>{words.score(result.proficiency)}</strong>
    </span>
  );
}
