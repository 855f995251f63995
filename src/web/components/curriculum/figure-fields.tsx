import type { FieldProblem } from '../../../domain/curriculum/editing/field-problem.ts';
import { LIMITS } from '../../../domain/curriculum/import/limits.ts';
import type { ProblemContent } from '../../../shared/curriculum-content.ts';
import { usePage } from '../../page-context.ts';
import { Button } from '../button.tsx';
import { described, Field, TextField } from '../field.tsx';
import { problemOf } from './edit-frame.tsx';
import { Picture } from './picture.tsx';

type Figure = ProblemContent['figures'][number];

export interface FigureFieldsProps {
  /** Where the form is sent. */
  action: string;
  figures: readonly Figure[];
  problems: readonly FieldProblem[];
}

const NONE: Figure = { hash: '', alt: '' };

/** The pictures of a problem, each with its description, and room for another one. */
export function FigureFields({ action, figures, problems }: FigureFieldsProps) {
  const { curriculum: words } = usePage().t;
  const rows = [...figures, NONE].slice(0, LIMITS.figuresEach);
  return (
    <details
      class="fold"
      id="figures"
      open={figures.length > 0 || problems.some(({ field }) => /^figure\d/.test(field))}
    >
      <summary>{words.figures}</summary>
      <fieldset class="field stack">
        <legend class="visually-hidden">{words.figures}</legend>
        <span class="hint">{words.figuresHint}</span>
        {rows.map((figure, at) => (
          <FigureRow
            key={at}
            figure={figure}
            at={at}
            isNew={at >= figures.length}
            action={`${action}#figures`}
            problems={problems}
          />
        ))}
      </fieldset>
    </details>
  );
}

interface FigureRowProps {
  figure: Figure;
  at: number;
  isNew: boolean;
  action: string;
  problems: readonly FieldProblem[];
}

function FigureRow({ figure, at, isNew, action, problems }: FigureRowProps) {
  const { curriculum: words } = usePage().t;
  const { hash, alt } = figure;
  const name = `figure${at}`;
  const file = { name: `${name}.file`, problem: problemOf(problems, name) };
  return (
    <div class="part figure-row" id={name}>
      {hash !== '' && <Picture figure={figure} />}
      <div class="stack tight">
        <input type="hidden" name={`${name}.hash`} value={hash} />
        <Field {...file} label={hash === '' ? words.figureFile(at + 1) : words.figureInstead(at + 1)}>
          <input
            class="input"
            id={file.name}
            type="file"
            name={file.name}
            accept="image/png,image/jpeg,image/gif,image/webp"
            {...described(file)}
          />
        </Field>
        <TextField
          name={`${name}.alt`}
          label={words.figureAlt(at + 1)}
          value={alt}
          maxLength={480}
          problem={problemOf(problems, `${name}.alt`)}
        />
        <div class="row">
          <Button size="small" name="do" value="more" formAction={action}>
            {isNew ? words.addFigure : words.showFigure}
          </Button>
          {at > 0 && !isNew && (
            <Button size="small" name="do" value={`figure-up:${at}`} formAction={action}>
              {words.figureUp(at + 1)}
            </Button>
          )}
          {!isNew && (
            <Button size="small" name="do" value={`remove-figure:${at}`} formAction={action}>
              {words.removeFigure(at + 1)}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
