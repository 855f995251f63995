import type { ComponentChildren } from 'preact';
import type { Difference } from '../../../domain/curriculum/editing/compare-content.ts';
import type { FieldProblem } from '../../../domain/curriculum/editing/field-problem.ts';
import type { Instant } from '../../../shared/instant.ts';
import { usePage } from '../../page-context.ts';
import { Button } from '../button.tsx';
import { Layout } from '../layout.tsx';
import { PageHead } from '../page-head.tsx';
import { Notice, Sheet } from '../surfaces.tsx';
import { Differences } from './differences.tsx';

/** Who saved something else in between, and what differs from what was written. */
export interface Conflict {
  by: string | null;
  at: Instant | null;
  /** `before`: yours; `after`: theirs. */
  differences: readonly Difference[];
}

/** What every form of a draft has besides its fields. */
export interface DraftForm {
  /** Where the form is sent. */
  action: string;
  /** What it was made of; empty for what is new. */
  token: string;
  problems: readonly FieldProblem[];
  conflict: Conflict | null;
  saved: { by: string | null; at: Instant } | null;
  /** Was it published ever? */
  isLive: boolean;
}

export interface EditFrameProps {
  title: string;
  back: { href: string; text: string };
  form: DraftForm;
  children: ComponentChildren;
  /** Further buttons at the end. */
  more?: ComponentChildren;
  /** Takes all of it away. */
  remove?: ComponentChildren;
  islands?: string[];
  /** The form has files in it. */
  files?: boolean;
  /** Beside the form, where there is room. */
  aside?: ComponentChildren;
}

/** The frame of a form for a draft: what is wrong, what somebody else saved, and the ways out. */
export function EditFrame({ title, back, form, children, more, remove, islands = [], files, aside }: EditFrameProps) {
  const { t, format } = usePage();
  const words = t.curriculum;
  return (
    <Layout title={title} narrow={!aside} wide={Boolean(aside)} islands={islands}>
      <div class="stack loose">
        <PageHead title={title} back={back}>
          {form.saved && (
            <p class="quiet">{words.savedBy(form.saved.by ?? words.somebody, format.dateTime(form.saved.at))}</p>
          )}
        </PageHead>
        {form.problems.length > 0 && (
          <Notice tone="alarm" title={words.problemsTitle} announce>
            <p>{words.problemsMore}</p>
            <ul>
              {form.problems.map((one, index) => (
                <li key={index}>
                  <ProblemLink {...one} />
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {form.conflict && <ConflictSheet conflict={form.conflict} href={form.action} />}
        <form
          class={aside ? 'editor' : 'stack loose'}
          method="post"
          action={form.action}
          enctype={files ? 'multipart/form-data' : undefined}
        >
          <div class="stack loose">
            {/* Enter in a field sends the first button of the form: that one only looks. */}
            <button class="visually-hidden" type="submit" name="do" value="preview" tabIndex={-1}>
              {words.preview}
            </button>
            <input type="hidden" name="token" value={form.token} />
            {children}
            <div class="row">
              <Button tone="go" name="do" value="save">
                {words.save}
              </Button>
              {more}
              <a href={back.href}>{words.cancel}</a>
              {remove && <span class="push">{remove}</span>}
              {form.token !== '' && (form.saved || !form.isLive) && (
                <span class="push">
                  <Button tone="alarm" name="do" value="discard">
                    {form.isLive ? words.discard : words.remove}
                  </Button>
                </span>
              )}
            </div>
          </div>
          {aside}
        </form>
      </div>
    </Layout>
  );
}

/** Leads to the field; of a question among several it says which. */
function ProblemLink({ field, problem }: FieldProblem) {
  const { curriculum: words } = usePage().t;
  const step = /^s(\d+)\./.exec(field)?.[1];
  return (
    <a href={`#${field}`}>
      {step === undefined ? '' : `${words.question(Number(step) + 1)}: `}
      {problem}
    </a>
  );
}

function ConflictSheet({ conflict, href }: { conflict: Conflict; href: string }) {
  const { t, format } = usePage();
  const words = t.curriculum;
  const { by, at, differences } = conflict;
  return (
    <Sheet id="conflict" title={words.conflictTitle}>
      <p role="alert">
        {at === null ? words.conflictPublished : words.conflict(by ?? words.somebody, format.dateTime(at))}
      </p>
      {differences.length === 0 ? (
        <p>{words.conflictSame}</p>
      ) : (
        <Differences differences={differences} before={words.yours} after={words.theirs} />
      )}
      <p>
        <a href={href}>{words.takeTheirs}</a>
      </p>
    </Sheet>
  );
}

/** What is wrong with a field, if anything is. */
export function problemOf(problems: readonly FieldProblem[], field: string): string | undefined {
  const found = problems.filter((one) => one.field === field).map(({ problem }) => problem);
  return found.length > 0 ? [...new Set(found)].join(' ') : undefined;
}
