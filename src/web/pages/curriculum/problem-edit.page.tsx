import type { Verdict } from '../../../domain/tutoring/verdict.ts';
import type { PupilsWrong } from '../../../services/curriculum-editor/wrong-answers.service.ts';
import type { ProblemContent } from '../../../shared/curriculum-content.ts';
import { Button } from '../../components/button.tsx';
import { type DraftForm, EditFrame, problemOf } from '../../components/curriculum/edit-frame.tsx';
import { FigureFields } from '../../components/curriculum/figure-fields.tsx';
import { ProblemPreview } from '../../components/curriculum/problem-preview.tsx';
import { StepFields } from '../../components/curriculum/step-fields.tsx';
import { SelectField, TextArea, TextField } from '../../components/field.tsx';
import { usePage } from '../../page-context.ts';
import { unitHref } from './addresses.ts';

export interface ProblemEditProps {
  courseId: number;
  content: ProblemContent;
  units: readonly { value: string; label: string }[];
  form: DraftForm;
  /** Answers that are being tried, by step. */
  trials: readonly { text: string; verdict: Verdict | null }[];
  /** What pupils often answer wrongly, by question. */
  wrong: ReadonlyMap<number, PupilsWrong>;
  /** What stands in a field that could not be read. */
  raw: (name: string) => string | undefined;
  historyHref: string | null;
  /** What the form was sent for; empty where it was not. */
  did: string;
}

/** Writing a question: its steps, a preview, and a box in which the key is tried before it is saved. */
export function ProblemEditPage(props: ProblemEditProps) {
  const { courseId, content, units, form, trials, wrong, raw, historyHref, did } = props;
  const { curriculum: words } = usePage().t;
  const field = (name: string) => ({ name, problem: problemOf(form.problems, name) });
  const unitName = units.find(({ value }) => value === content.unit)?.label ?? content.unit;
  return (
    <EditFrame
      title={form.token === '' ? words.newProblem : words.editProblem}
      back={{ href: unitHref(courseId, content.unit), text: unitName }}
      form={form}
      files
      islands={['src/web/islands/curriculum.entry.ts']}
      more={
        <Button name="do" value="preview">
          {words.preview}
        </Button>
      }
      aside={
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so it is reached without a mouse
        <aside class="sheet stack preview" aria-labelledby="preview-title" tabIndex={0}>
          <h2 id="preview-title">{words.preview}</h2>
          <p class="quiet">{words.previewNote}</p>
          <div id="preview">
            <ProblemPreview content={content} />
          </div>
        </aside>
      }
    >
      <section class="sheet stack">
        <TextArea {...field('stem')} label={words.stem} hint={words.stemHint} value={content.stem} rows={3} />
        <FigureFields action={form.action} figures={content.figures} problems={form.problems} />
      </section>
      {content.steps.map((step, index) => (
        <StepFields
          key={index}
          step={step}
          index={index}
          steps={content.steps.length}
          problems={form.problems}
          raw={raw}
          trial={trials[index] ?? { text: '', verdict: null }}
          wrong={wrong.get(step.qaId ?? 0)}
          action={form.action}
          did={did}
        />
      ))}
      <div>
        <Button name="do" value="add-step">
          {words.addStep}
        </Button>
      </div>
      <section class="sheet stack">
        <div class="fields">
          <TextField {...field('title')} label={words.titleField} hint={words.titleHint} value={content.title} />
          <SelectField {...field('unit')} label={words.unit} value={content.unit} options={units} />
        </div>
        <div class="fields">
          <TextField {...field('source')} label={words.source} value={content.source} />
          <TextField {...field('licence')} label={words.licence} value={content.licence} />
        </div>
        {form.isLive && <ArchiveField checked={content.archived} problem={problemOf(form.problems, 'archived')} />}
        {historyHref && (
          <p>
            <a href={historyHref}>{words.problemHistory}</a>
          </p>
        )}
      </section>
    </EditFrame>
  );
}

/** Takes a thing out of teaching, or brings it back; like all else with the next publication. */
export function ArchiveField({ checked, problem }: { checked: boolean; problem: string | undefined }) {
  const { curriculum: words } = usePage().t;
  return (
    <div class="field">
      <label class="check">
        <input id="archived" type="checkbox" name="archived" value="yes" checked={checked} /> {words.archivedField}
      </label>
      {problem && <span class="problem">{problem}</span>}
    </div>
  );
}
