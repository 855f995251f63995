import type { ContestedScore, ScoreQueue, WaitingScore } from '../../services/evaluations/score-reviews.service.ts';
import { LinkButton } from '../components/button.tsx';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Notice, Section } from '../components/surfaces.tsx';
import { usePage } from '../page-context.ts';

/** Scores of a class manager's pupils that wait for them: contested ones first. */
export function EvaluationsPage({ queue }: { queue: ScoreQueue }) {
  const words = usePage().t.scores;
  const { contested, flagged, total } = queue;
  return (
    <Layout title={words.queueTitle}>
      <div class="stack loose">
        <PageHead title={words.queueTitle} lead={words.queueLead} />
        <Section id="contested" title={words.contested}>
          {contested.length === 0 && <Notice tone="good">{words.contestedNone}</Notice>}
          {contested.length < total && <p class="quiet">{words.contestedMore(contested.length, total)}</p>}
          <div class="grid even">
            {contested.map((score) => (
              <Contested key={`${score.hours} ${score.sessionId} ${score.kind}`} score={score} />
            ))}
          </div>
        </Section>
        <Section id="flagged" title={words.flagged}>
          <p class="quiet">{flagged.length === 0 ? words.flaggedNone : words.flaggedLead}</p>
          <div class="grid even">
            {flagged.map((score) => (
              <Waiting key={`${score.hours} ${score.sessionId} ${score.kind}`} score={score} label={words.look} />
            ))}
          </div>
        </Section>
      </div>
    </Layout>
  );
}

function Contested({ score }: { score: ContestedScore }) {
  const { t, format } = usePage();
  return (
    <Waiting score={score} label={t.scores.open}>
      <p class="quiet">{t.scores.by(score.byPupil, format.date(score.contestedAt))}</p>
      <blockquote class="as-written" dir="auto">
        {score.words}
      </blockquote>
    </Waiting>
  );
}

function Waiting({ score, label, children }: { score: WaitingScore; label: string; children?: unknown }) {
  const { t, format } = usePage();
  const { studentId, sessionId, hours, kind } = score;
  const where = hours === 'home' ? 'sessions' : 'lessons';
  const href = `/class/students/${studentId}/${where}/${sessionId}#${kind}-evaluator`;
  return (
    <article class="sheet stack tight">
      <h3>
        <bdi>{score.pupil}</bdi>
      </h3>
      <p class="quiet">
        <bdi>{score.course}</bdi> · {t.scores.hours[hours]} · {format.date(score.at)}
      </p>
      <p>{t.scores.line(score.kind, score.score)}</p>
      {children}
      <div class="row">
        <LinkButton href={href}>
          {label}
          <span class="visually-hidden">: {score.pupil}</span>
        </LinkButton>
      </div>
    </article>
  );
}
