import { QA_KINDS } from '../../../domain/curriculum/curriculum.ts';
import type { FieldProblem } from '../../../domain/curriculum/editing/field-problem.ts';
import { LIMITS } from '../../../domain/curriculum/import/limits.ts';
import type { StepContent } from '../../../shared/curriculum-content.ts';
import { usePage } from '../../page-context.ts';
import { Button } from '../button.tsx';
import { SelectField, TextArea, TextField } from '../field.tsx';
import { problemOf } from './edit-frame.tsx';

interface HelpProps {
  step: StepContent;
  index: number;
  problems: readonly FieldProblem[];
  /** Where the form is sent. */
  action: string;
}

type Hint = StepContent['hints'][number];

/** The hints in the order in which they are given, and room for another one. */
export function HintFields({ step, index, problems, action }: HelpProps) {
  const { curriculum: words } = usePage().t;
  const hints: Hint[] = [...step.hints, { text: '', scaffold: null }].slice(0, LIMITS.hints);
  return (
    <fieldset class="field stack" id={`s${index}.hints`}>
      <legend>{words.hints}</legend>
      {hints.map((hint, at) => (
        <HintField
          key={at}
          hint={hint}
          at={at}
          isNew={at >= step.hints.length}
          index={index}
          problems={problems}
          action={action}
        />
      ))}
      <div>
        <Button size="small" name="do" value={`more-help:${index}`} formAction={`${action}#s${index}.hints`}>
          {words.addHint}
        </Button>
      </div>
    </fieldset>
  );
}

type HintFieldProps = { hint: Hint; at: number; isNew: boolean } & Pick<HelpProps, 'index' | 'problems' | 'action'>;

function HintField({ hint, at, isNew, index, problems, action }: HintFieldProps) {
  const { curriculum: words } = usePage().t;
  const name = `s${index}.hint${at}`;
  const field = (part: string) => ({ name: `${name}.${part}`, problem: problemOf(problems, `${name}.${part}`) });
  const { text, scaffold } = hint;
  return (
    <div class="stack tight part">
      <TextArea name={name} label={words.hint(at + 1)} value={text} rows={2} problem={problemOf(problems, name)} />
      <details class="fold" open={scaffold !== null}>
        <summary>{words.scaffold}</summary>
        <div class="stack tight">
          <TextField {...field('question')} label={words.scaffoldQuestion} value={scaffold?.question ?? ''} />
          <div class="fields">
            <SelectField
              {...field('kind')}
              label={words.kind}
              value={scaffold?.kind ?? 'number'}
              options={QA_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
            />
            <TextField {...field('answer')} label={words.scaffoldAnswer} value={scaffold?.answer ?? ''} />
          </div>
          <TextArea
            {...field('choices')}
            label={words.scaffoldChoices}
            hint={words.scaffoldChoicesHint}
            value={scaffold?.choices.map((choice) => choice.text).join('\n') ?? ''}
            rows={2}
          />
        </div>
      </details>
      {!isNew && (
        <div class="row">
          {at > 0 && (
            <Button size="small" name="do" value={`hint-up:${index}:${at}`} formAction={`${action}#s${index}.hints`}>
              {words.hintUp(at + 1)}
            </Button>
          )}
          <Button size="small" name="do" value={`remove-hint:${index}:${at}`} formAction={`${action}#s${index}.hints`}>
            {words.removeHint(at + 1)}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Wrong answers that are foreseen, with what is said about each, and room for another one. */
export function WrongFields({ step, index, problems, action }: HelpProps) {
  const { curriculum: words } = usePage().t;
  const rows = [...step.wrongAnswers, { answer: '', feedback: '' }].slice(0, LIMITS.list);
  return (
    <fieldset class="field stack" id={`s${index}.wrong`}>
      <legend>{words.wrong}</legend>
      {rows.map(({ answer, feedback }, at) => (
        <div key={at} class="fields part">
          <TextField
            name={`s${index}.wrong${at}`}
            label={words.wrongAnswer(at + 1)}
            value={answer}
            problem={problemOf(problems, `s${index}.wrong${at}`)}
          />
          <TextField name={`s${index}.wrong${at}.feedback`} label={words.wrongFeedback} value={feedback} />
        </div>
      ))}
      <div>
        <Button size="small" name="do" value={`more-help:${index}`} formAction={`${action}#s${index}.wrong`}>
          {words.addWrong}
        </Button>
      </div>
    </fieldset>
  );
}
