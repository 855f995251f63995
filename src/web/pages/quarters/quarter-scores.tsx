import { NO_SCORE_REASONS } from '../../../domain/evaluation/quarter-given.ts';
import { nameOfQuarter } from '../../../domain/evaluation/school-quarter.ts';
import type { ClassQuarter, HumanKind, NamedLine } from '../../../services/quarters/class-quarter.service.ts';
import { HUMAN_KINDS } from '../../../services/quarters/class-quarter.service.ts';
import { isMissing, type QuarterScore } from '../../../services/quarters/quarter-reader.ts';
import { Button } from '../../components/button.tsx';
import { Problem } from '../../components/field.tsx';
import { QuarterRecord, QuarterTags } from '../../components/report/quarters-panel.tsx';
import { ScoreWords } from '../../components/score-words.tsx';
import { Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { choiceOf, type QuarterForm, quarterField, shownQuarter } from '../../forms/quarter.form.ts';
import { usePage } from '../../page-context.ts';
import { madeInWords } from '../../presenters/quarter.presenter.ts';

interface ScoresProps {
  view: ClassQuarter;
  subject: string;
  form?: QuarterForm;
}

/** Everybody's scores in a subject, in one form: what was made beside what the class manager says. */
export function QuarterScores({ view, subject, form }: ScoresProps) {
  const { t } = usePage();
  const words = t.quarters;
  const lines = view.lines.filter((line) => line.subject === subject);
  return (
    <Sheet
      id="scores"
      title={words.tableOf(t.words.subject(subject))}
      action={<a href={quarterFile(view, subject)}>{words.csv}</a>}
    >
      <p class="quiet prose">{words.formLead}</p>
      {form && <Refused form={form} lines={lines} />}
      <form class="stack" method="post" action="/class/quarter">
        <input type="hidden" name="class" value={view.class.id} />
        <input type="hidden" name="quarter" value={nameOfQuarter(view.quarter)} />
        <input type="hidden" name="subject" value={subject} />
        <Table
          stacks
          captionHidden
          caption={words.tableOf(t.words.subject(subject))}
          rows={lines}
          rowKey={({ studentId }) => studentId}
          columns={[
            {
              title: words.pupil,
              heads: true,
              cell: ({ studentId, name }) => (
                <a href={`/class/students/${studentId}#quarters`} dir="auto">
                  {name}
                </a>
              ),
            },
            {
              title: words.kinds.proficiency,
              wide: true,
              cell: ({ scores }) => <Made score={scores.proficiency} />,
            },
            ...HUMAN_KINDS.map((kind) => ({
              title: words.kinds[kind],
              wide: true,
              cell: (line: NamedLine) => (
                <span class="stack tight">
                  <Made score={line.scores[kind]} />
                  <ScoreChoice line={line} kind={kind} {...(form ? { form } : {})} />
                </span>
              ),
            })),
          ]}
        />
        <div class="row">
          <Button tone="go">{words.save}</Button>
        </div>
      </form>
    </Sheet>
  );
}

/** The table of a subject as a file. */
const quarterFile = ({ class: room, quarter }: ClassQuarter, subject: string): string =>
  `/class/quarter.csv?${new URLSearchParams({ class: String(room.id), quarter: nameOfQuarter(quarter), subject })}`;

function Refused({ form, lines }: { form: QuarterForm; lines: readonly NamedLine[] }) {
  const { quarters: words } = usePage().t;
  return (
    <Notice tone="alarm" title={words.refusedTitle} announce>
      <ul>
        {[...form.refused].map(([field, { kind, studentId, why }]) => (
          <li key={field}>
            <a href={`#${field}`}>
              <bdi>
                {words.fieldOf(words.kinds[kind], lines.find((one) => one.studentId === studentId)?.name ?? '')}
              </bdi>
            </a>
            : {words.refusals[why]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What was made of the sessions, and why. */
function Made({ score }: { score: QuarterScore }) {
  const { t, format } = usePage();
  const words = t.quarters;
  const { made } = score;
  return (
    <span class="stack tight">
      <span class="row">
        {made.score === null ? (
          <span class="quiet">{`${words.kinds[score.kind]}: ${t.report.tooLittle}`}</span>
        ) : (
          <strong>{`${words.kinds[score.kind]}: ${t.report.score(format.number(made.score))}`}</strong>
        )}
        {isMissing(score) && <Tag tone="due">{words.asMadeNone}</Tag>}
        <QuarterTags score={score} />
      </span>
      <small class="quiet">
        <bdi>{madeInWords(score, words)}</bdi>
      </small>
      <QuarterRecord score={score} />
    </span>
  );
}

const SCORES = Array.from({ length: 10 }, (_, index) => String(index + 1));

/** A score, none and why, or as it was made; a word with it; and what stood there when the page was made. */
function ScoreChoice({ line, kind, form }: { line: NamedLine; kind: HumanKind; form?: QuarterForm }) {
  const { t, format } = usePage();
  const words = t.quarters;
  const { own, made } = line.scores[kind];
  const field = quarterField(kind, line.studentId);
  const typed = form?.refused.has(field) ? form.typed.get(field) : undefined;
  const refused = form?.refused.get(field);
  const chosen = typed?.choice ?? choiceOf(own);
  const option = (value: string, label: string) => (
    <option key={value} value={value} selected={value === chosen}>
      {label}
    </option>
  );
  return (
    <span class="stack tight">
      <input type="hidden" name={`was-${field}`} value={shownQuarter(own)} />
      <input type="hidden" name={`seen-${field}`} value={own.lastChange ?? ''} />
      <select
        class="input"
        id={field}
        name={field}
        aria-label={words.fieldOf(words.kinds[kind], line.name)}
        aria-invalid={refused ? 'true' : undefined}
        aria-describedby={refused ? `${field}-problem` : undefined}
      >
        {option('', made.score === null ? words.asMadeNone : words.asMade(format.number(made.score)))}
        {SCORES.map((score) => option(score, score))}
        {NO_SCORE_REASONS.map((reason) => option(`none:${reason}`, words.noScoreBecause(words.reasons[reason])))}
      </select>
      <Problem id={`${field}-problem`} text={refused && words.refusals[refused.why]} />
      <ScoreWords
        name={`words-${field}`}
        label={words.wordsOf(words.kinds[kind], line.name)}
        invitation={words.words}
        words={own.words}
        typed={typed?.words}
        open={typed !== undefined && typed.words !== ''}
      />
    </span>
  );
}
