import { LinkButton } from '../components/button.tsx';
import { Asked, Words } from '../components/chat/said.tsx';
import { Layout } from '../components/layout.tsx';
import { ContestLink, Standing } from '../components/report/score-standing.tsx';
import { Stats } from '../components/stat.tsx';
import { Care, Fold, Notice, Section, Sheet } from '../components/surfaces.tsx';
import { Tag } from '../components/tag.tsx';
import { usePage } from '../page-context.ts';
import type { SessionalEvaluationView, SummaryView } from '../presenters/summary.presenter.ts';

/** What came of a session: facts, what moved, the evaluation with its evidence, and the conversation. */
export function SessionSummaryPage({ view }: { view: SummaryView }) {
  const words = usePage().t.study;
  return (
    <Layout title={words.summaryTitle} islands={view.pending ? ['src/web/islands/summary.entry.ts'] : []}>
      <div class="stack loose">
        <header>
          <h1>{words.summaryTitle}</h1>
          <p class="quiet">{view.lead}</p>
        </header>
        {view.note && <Notice>{view.note}</Notice>}
        {view.care && <Care words={view.care} />}
        {view.studied && <Facts view={view} />}
        {view.studied && <Evaluations view={view} />}
        <Section id="next" title={words.nextTitle}>
          <div class="row">
            <LinkButton tone="go" href="/study">
              {words.studyOn}
            </LinkButton>
            <LinkButton href="/">{words.toToday}</LinkButton>
          </div>
        </Section>
        {view.messages.length > 0 && <Transcript view={view} />}
      </div>
    </Layout>
  );
}

function Facts({ view }: { view: SummaryView }) {
  const words = usePage().t.study;
  return (
    <div class="grid">
      <Sheet id="facts" title={words.facts}>
        <Stats
          stats={[
            { value: String(view.solvedAlone), label: words.solvedAlone },
            { value: String(view.solvedWithHelp), label: words.solvedWithHelp },
            { value: String(view.shown), label: words.shown },
          ]}
        />
      </Sheet>
      {view.moved.length > 0 && (
        <Sheet id="units" title={words.unitsTitle}>
          <ul class="stack">
            {view.moved.map((unit) => (
              <li key={unit.name} class="row">
                <strong>{unit.name}</strong>
                <span class="push">{words.unitMoved(unit.before, unit.after)}</span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </div>
  );
}

function Evaluations({ view }: { view: SummaryView }) {
  const words = usePage().t.study;
  return (
    <div id="evaluation" data-session={view.pending ? view.id : undefined}>
      <Section id="evaluation-title" title={words.evaluationTitle}>
        {view.pending && (
          <Notice>
            <p>{words.pending}</p>
            <p>
              <a href={`/study/home/${view.id}/summary`}>{words.pendingReload}</a>
            </p>
          </Notice>
        )}
        {view.needsReview && <Notice tone="warn">{words.needsReview}</Notice>}
        <div class="grid">
          {view.evaluations.map((evaluation) => (
            <EvaluationSheet key={`${evaluation.kind} ${evaluation.byManager}`} evaluation={evaluation} view={view} />
          ))}
        </div>
      </Section>
    </div>
  );
}

function EvaluationSheet({ evaluation, view }: { evaluation: SessionalEvaluationView; view: SummaryView }) {
  const { study: words, report } = usePage().t;
  const { kind, byManager } = evaluation;
  return (
    <Sheet
      id={byManager ? `${kind}-class-manager` : kind}
      title={byManager ? `${words[kind]}: ${report.managerNote}` : words[kind]}
    >
      <p class="score">{evaluation.score === null ? words.noScore : words.score(evaluation.score)}</p>
      {evaluation.reason !== null && <p>{words.reasons[evaluation.reason] ?? evaluation.reason}</p>}
      {evaluation.paragraphs.map((paragraph) => (
        <p key={paragraph} dir="auto">
          {paragraph}
        </p>
      ))}
      {evaluation.recounted !== null && <p>{evaluation.recounted}</p>}
      {!byManager && (
        <>
          <Standing reviews={view.reviews} kind={kind} />
          <ContestLink
            evaluation={evaluation}
            reviews={view.reviews}
            contestAt={() => `/study/home/${view.id}/contest/${kind}`}
          />
        </>
      )}
      {evaluation.evidence.length > 0 && (
        <Fold summary={words.evidence}>
          <ul class="row evidence">
            {evaluation.evidence.map(({ href, label }) => (
              <li key={`${href} ${label}`}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <p class="quiet">
        {byManager ? report.byManager : evaluation.byModel ? words.byModel : words.byEvidence}
        {!byManager && evaluation.score !== null && ` ${words.confidence(evaluation.confidencePercent)}`}
      </p>
    </Sheet>
  );
}

function Transcript({ view }: { view: SummaryView }) {
  const { study: words, reports } = usePage().t;
  return (
    <Section id="transcript" title={words.transcript}>
      <div class="talk">
        {view.messages.map((message) => (
          <article
            key={message.id}
            id={`m${message.id}`}
            class={message.from === 'student' ? 'said me' : 'said teacher'}
          >
            <h3 class="who">{message.from === 'student' ? words.you : view.teacherName}</h3>
            <Words html={message.html} />
            {message.state === 'interrupted' && <Tag tone="due">{words.interrupted}</Tag>}
            {message.posed && (
              <>
                <Asked html={message.posed.questionHtml} t={words} />
                <p class="quiet">
                  <a href={`/reports/new?session=${view.id}&question=${message.posed.revisionId}`}>{reports.link}</a>
                </p>
              </>
            )}
          </article>
        ))}
      </div>
    </Section>
  );
}
