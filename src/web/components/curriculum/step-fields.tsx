import { QA_KINDS, QA_USES } from '../../../domain/curriculum/curriculum.ts';
import type { FieldProblem } from '../../../domain/curriculum/editing/field-problem.ts';
import { LIMITS } from '../../../domain/curriculum/import/limits.ts';
import type { Verdict } from '../../../domain/tutoring/verdict.ts';
import type { PupilsWrong } from '../../../services/curriculum-editor/wrong-answers.service.ts';
import type { StepContent } from '../../../shared/curriculum-content.ts';
import { letter } from '../../forms/curriculum/problem.form.ts';
import { usePage } from '../../page-context.ts';
import { Button } from '../button.tsx';
import { Problem, SelectField, TextArea, TextField } from '../field.tsx';
import { CommonWrongFields } from './common-wrong-fields.tsx';
import { problemOf } from './edit-frame.tsx';
import { TrialVerdict } from './problem-preview.tsx';
import { HintFields, WrongFields } from './step-help-fields.tsx';

export interface StepFieldsProps {
  step: StepContent;
  index: number;
  /** Of how many. */
  steps: number;
  problems: readonly FieldProblem[];
  /** What stands in a field that could not be read. */
  raw: (name: string) => string | undefined;
  trial: { text: string; verdict: Verdict | null };
  /** What pupils often answer wrongly to it. */
  wrong: PupilsWrong | undefined;
  /** Where the form is sent, and what it was sent for: the page comes back to that place. */
  action: string;
  did: string;
}

/** The fields of one question; those that its kind has no use for are out of sight. */
export function StepFields({ step, index, steps, problems, raw, trial, wrong, action, did }: StepFieldsProps) {
  const { curriculum: words } = usePage().t;
  const at = (name: string) => `s${index}.${name}`;
  const field = (name: string) => ({ name: at(name), problem: problemOf(problems, at(name)) });
  return (
    <section class="sheet stack step" aria-labelledby={at('title')}>
      <div class="row">
        <h2 id={at('title')}>{words.question(index + 1)}</h2>
        {steps > 1 && (
          <span class="row push">
            {index > 0 && (
              <Button size="small" name="do" value={`step-up:${index}`}>
                {words.stepUp}
              </Button>
            )}
            <Button size="small" name="do" value={`remove-step:${index}`}>
              {words.removeStep}
            </Button>
          </span>
        )}
      </div>
      <input type="hidden" name={at('qaId')} value={step.qaId ?? ''} />
      <div class="fields">
        <SelectField
          {...field('kind')}
          label={words.kind}
          value={raw(at('kind')) ?? step.kind}
          options={QA_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <SelectField
          {...field('level')}
          label={words.level}
          value={raw(at('level')) ?? String(step.level)}
          options={[1, 2, 3, 4].map((level) => ({ value: String(level), label: words.levels[level] ?? '' }))}
        />
        <SelectField
          {...field('use')}
          label={words.use}
          value={raw(at('use')) ?? step.use}
          options={QA_USES.map((value) => ({ value, label: words.uses[value] }))}
        />
      </div>
      <TextArea {...field('question')} label={words.questionText} hint={words.questionHint} value={step.question} />
      <ChoiceFields step={step} index={index} action={action} problem={problemOf(problems, at('choices'))} />
      <div class="fields of-answer">
        <TextField {...field('answer')} label={words.answer} hint={words.answerHint} value={answerOf(step)} />
        <div class="of-number fields">
          <TextField
            {...field('tolerance')}
            label={words.tolerance}
            hint={words.toleranceHint}
            value={raw(at('tolerance')) ?? (step.tolerance === null ? '' : String(step.tolerance))}
          />
          <TextField {...field('unit')} label={words.answerUnit} hint={words.answerUnitHint} value={step.unit ?? ''} />
        </div>
        <TextArea
          {...field('acceptedAnswers')}
          label={words.accepted}
          hint={words.acceptedHint}
          value={step.acceptedAnswers.join('\n')}
          rows={2}
        />
      </div>
      <KeyTrial index={index} trial={trial} />
      <CommonWrongFields step={step} index={index} wrong={wrong} />
      <details class="fold" open={isAboutHelp(did, index) || problems.some((one) => isOfHelp(one.field, index))}>
        <summary>{words.more}</summary>
        <div class="stack">
          <HintFields step={step} index={index} problems={problems} action={action} />
          <WrongFields step={step} index={index} problems={problems} action={action} />
          <TextArea
            {...field('workedExample')}
            label={words.worked}
            hint={words.workedHint}
            value={step.workedExample}
          />
          <TextArea
            {...field('explanation')}
            label={words.explanation}
            hint={words.explanationHint}
            value={step.explanation}
          />
          <TextArea
            {...field('aliases')}
            label={words.aliases}
            hint={words.aliasesHint}
            value={step.aliases.join('\n')}
            rows={2}
          />
        </div>
      </details>
    </section>
  );
}

/** Was the form sent for hints or wrong answers of this question? */
function isAboutHelp(did: string, index: number): boolean {
  return did.startsWith(`hint-up:${index}:`) || did.startsWith(`remove-hint:${index}:`) || did === `more-help:${index}`;
}

function isOfHelp(field: string, index: number): boolean {
  return field.startsWith(`s${index}.`) && /\.(hint|wrong|worked|expl)/.test(field);
}

/** What is marked among choices is no text for the field of other kinds. */
function answerOf({ kind, answer }: StepContent): string {
  return kind === 'choice' || kind === 'several choices' ? '' : answer;
}

const LEAST_CHOICES = 4;
const MORE_CHOICES = 2;

interface ChoiceFieldsProps {
  step: StepContent;
  index: number;
  action: string;
  problem: string | undefined;
}

function ChoiceFields({ step, index, action, problem }: ChoiceFieldsProps) {
  const { curriculum: words } = usePage().t;
  const marked = step.answer.split(',');
  const hasChoices = step.kind === 'choice' || step.kind === 'several choices';
  const rows = Math.min(LIMITS.choices, Math.max(LEAST_CHOICES, step.choices.length + MORE_CHOICES));
  const taken = step.choices.map(({ id }) => id);
  const free = Array.from({ length: 26 }, (_, at) => letter(at)).filter((id) => !taken.includes(id));
  const shown = Array.from({ length: rows }, (_, row) => {
    const choice = step.choices[row];
    return choice ?? { id: free[row - step.choices.length] ?? letter(row), text: '' };
  });
  return (
    <fieldset
      class="field of-choices"
      id={`s${index}.choices`}
      aria-describedby={problem ? `s${index}.choices-problem` : undefined}
    >
      <legend>{words.choices}</legend>
      <span class="hint">{words.choicesHint}</span>
      {shown.map(({ id, text }, row) => (
        <div class="choice-row" key={id}>
          <input type="hidden" name={`s${index}.choiceId${row}`} value={id} />
          <input
            type="checkbox"
            name={`s${index}.right`}
            value={id}
            checked={hasChoices && marked.includes(id)}
            aria-label={words.isRight(id)}
          />
          <input
            class="input"
            type="text"
            name={`s${index}.choice${row}`}
            value={text}
            dir="auto"
            aria-label={words.choice(id)}
          />
        </div>
      ))}
      <Problem id={`s${index}.choices-problem`} text={problem} />
      <div>
        <Button size="small" name="do" value="more" formAction={`${action}#s${index}.choices`}>
          {words.addChoice}
        </Button>
      </div>
    </fieldset>
  );
}

function KeyTrial({ index, trial }: { index: number; trial: StepFieldsProps['trial'] }) {
  const { curriculum: words } = usePage().t;
  const name = `s${index}.try`;
  return (
    <div class="trial stack tight">
      <h3 class="h3">{words.tryTitle}</h3>
      <div class="row">
        <span class="trial-field">
          <TextField name={name} label={words.tryField} value={trial.text} />
        </span>
        <Button tone="soft" name="do" value={`try:${index}`}>
          {words.tryButton}
        </Button>
      </div>
      <output id={`try-${index}`} for={name}>
        {trial.verdict && <TrialVerdict verdict={trial.verdict} />}
      </output>
    </div>
  );
}
