import type { Suggestion } from '../../services/today/today.service.ts';
import { Icon } from '../components/icon.tsx';
import { Layout } from '../components/layout.tsx';
import { Empty } from '../components/surfaces.tsx';
import { usePage } from '../page-context.ts';

const FEELINGS = ['positive', 'neutral', 'negative', 'extreme'] as const;

/** The plan, and one question: each answer is a button that begins the session. */
export function StudyNowPage({ suggestion }: { suggestion: Suggestion | null }) {
  const { t } = usePage();
  const words = t.begin;
  if (!suggestion) {
    return (
      <Layout title={words.nowTitle} narrow>
        <div class="stack">
          <h1>{words.nowTitle}</h1>
          <Empty icon="book" title={t.today.noUnits}>
            <p>{t.today.noUnitsMore}</p>
          </Empty>
        </div>
      </Layout>
    );
  }
  return (
    <Layout title={words.nowTitle} narrow>
      <form class="stack loose" method="post" action="/study">
        <input type="hidden" name="course" value={suggestion.card.id} />
        <input type="hidden" name="type" value={suggestion.type} />
        <input type="hidden" name="minutes" value={suggestion.assignment.totalMinutes} />
        {suggestion.assignment.units.map(({ name }) => (
          <input key={name} type="hidden" name="units" value={name} />
        ))}
        <header class="stack tight">
          <h1 id="feeling">{words.feeling}</h1>
          <p class="lead quiet">{words.feelingNote}</p>
        </header>
        <fieldset class="feelings" aria-labelledby="feeling">
          {FEELINGS.map((feeling) => (
            <button key={feeling} class="feeling" type="submit" name="feeling" value={feeling}>
              <Icon name={feeling} />
              {t.words.feelings[feeling]}
            </button>
          ))}
        </fieldset>
        <Plan suggestion={suggestion} />
      </form>
    </Layout>
  );
}

function Plan({ suggestion: { card, type, assignment } }: { suggestion: Suggestion }) {
  const { t } = usePage();
  const words = t.begin;
  return (
    <section class="sheet stack" aria-labelledby="plan">
      <h2 id="plan">{words.plan}</h2>
      <p>
        <strong>
          <bdi>{card.name}</bdi>
        </strong>{' '}
        <span class="quiet">· {t.words.sessionTypes[type].label}</span>
      </p>
      <ul class="lines">
        {assignment.units.map((unit) => (
          <li key={unit.name}>
            <bdi>{unit.name}</bdi>
            <span class="push quiet">{words.unitMinutes(unit.minutes)}</span>
          </li>
        ))}
      </ul>
      <div class="row">
        <a href={`/study/new?course=${card.id}`}>{words.chooseElse}</a>
        <a href="/study/plan">{words.whyThis}</a>
      </div>
    </section>
  );
}
