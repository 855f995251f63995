import {
  LONGEST_NOTE,
  type NamedProblem,
  type Review,
} from '../../../services/curriculum-editor/curriculum-publishing.service.ts';
import { Button } from '../../components/button.tsx';
import { Differences } from '../../components/curriculum/differences.tsx';
import { ThingName } from '../../components/curriculum/thing-name.tsx';
import { TextArea } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Empty, Fold, Notice } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';
import { courseHref } from './addresses.ts';

export interface PublishProps {
  review: Review;
  note: string;
  /** The ids that are ticked; all where nothing was chosen yet. */
  chosen: readonly number[] | null;
  /** Why the last try came to nothing. */
  trouble: 'conflict' | 'nothing chosen' | null;
  problems: readonly NamedProblem[];
}

/** All drafts of a course with what they change; what is ticked is published together. */
export function PublishPage({ review, note, chosen, trouble, problems }: PublishProps) {
  const { t, format } = usePage();
  const words = t.curriculum;
  return (
    <Layout title={words.publishTitle}>
      <form class="stack loose" method="post" action={`${courseHref(review.courseId)}/publish`}>
        <PageHead
          title={words.publishTitle}
          back={{ href: courseHref(review.courseId), text: review.courseName }}
          lead={words.publishLead}
        />
        {trouble && (
          <Notice tone="alarm" announce>
            <p>{trouble === 'conflict' ? words.publishConflict : words.publishNothing}</p>
          </Notice>
        )}
        {problems.length > 0 && (
          <Notice tone={trouble ? 'warn' : 'alarm'} title={words.publishProblems} announce>
            <ul>
              {problems.map(({ kind, name, field, problem }, index) => (
                <li key={index}>
                  {words.things[kind]} “<ThingName kind={kind} name={name} />
                  ”, {words.field(field.replace(/^s\d+\./, ''))}: {problem}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {review.drafts.length === 0 && <Empty icon="check" title={words.nothingToPublish} />}
        {review.drafts.map(({ draft, name, before, differences, keyChanges, isOutdated }) => (
          <section key={draft.id} class="sheet stack tight" aria-label={name}>
            <label class="check">
              <input
                type="checkbox"
                name="draft"
                value={`${draft.id}.${draft.version}`}
                checked={chosen === null || chosen.includes(draft.id)}
                aria-label={words.include(name)}
              />
              <span>
                {words.things[draft.kind]}: <ThingName kind={draft.kind} name={name} />
              </span>
              {before === null && <Tag tone="info">{words.isNew}</Tag>}
            </label>
            <p class="quiet">{words.savedBy(draft.by ?? words.somebody, format.dateTime(draft.at))}</p>
            {isOutdated && before !== null && (
              <Notice tone="warn">
                <p>{words.outdated}</p>
              </Notice>
            )}
            {keyChanges.length > 0 && (
              <Notice tone="warn" title={words.keyChangesTitle}>
                {keyChanges.map(({ step, kind, judgedAgain }) => (
                  <p key={step}>{words.keyChange(step, kind, judgedAgain)}</p>
                ))}
              </Notice>
            )}
            <Fold summary={words.curriculumChange(differences.length)} open={review.drafts.length <= 3}>
              <Differences differences={differences} before={words.before} after={words.after} />
            </Fold>
          </section>
        ))}
        {review.drafts.length > 0 && (
          <div class="stack">
            <TextArea
              name="note"
              label={words.note}
              hint={words.noteHint}
              value={note}
              problem={note.length > LONGEST_NOTE ? words.noteTooLong(LONGEST_NOTE, note.length) : undefined}
              rows={2}
              maxLength={LONGEST_NOTE}
            />
            <div>
              <Button tone="go" size="big">
                {words.publish}
              </Button>
            </div>
          </div>
        )}
      </form>
    </Layout>
  );
}
