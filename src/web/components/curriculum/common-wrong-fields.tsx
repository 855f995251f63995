import type { PupilsWrong } from '../../../services/curriculum-editor/wrong-answers.service.ts';
import type { StepContent } from '../../../shared/curriculum-content.ts';
import { usePage } from '../../page-context.ts';
import { TextField } from '../field.tsx';
import { RichLine } from '../rich-text.tsx';

/** What pupils often answer wrongly, each with a field for what to say about it; nothing at all where nothing is common. */
export function CommonWrongFields({
  step,
  index,
  wrong,
}: {
  step: StepContent;
  index: number;
  wrong: PupilsWrong | undefined;
}) {
  const { curriculum: words } = usePage().t;
  if (!wrong) return null;
  return (
    <fieldset class="field stack" id={`s${index}.common`}>
      <legend>{words.common}</legend>
      <span class="hint">{words.commonLead}</span>
      {wrong.common.map(({ answer, pupils, slip }, at) => (
        <div key={answer} class="stack tight part">
          <p>
            {words.commonAnswer(pupils, wrong.answered)}{' '}
            <strong dir="auto">
              <RichLine text={asRead(step, answer)} />
            </strong>
          </p>
          <p class="quiet">{words.tutorSays(slip)}</p>
          <input type="hidden" name={`s${index}.common${at}`} value={answer} />
          <TextField
            name={`s${index}.common${at}.feedback`}
            label={words.commonFeedback(answer.replaceAll(',', ', '))}
            value=""
          />
        </div>
      ))}
    </fieldset>
  );
}

/** Choices by their letters and words. */
function asRead({ choices }: StepContent, answer: string): string {
  if (choices.length === 0) return answer;
  const ids = answer.split(',');
  return choices.flatMap(({ id, text }) => (ids.includes(id) ? [`${id}) ${text}`] : [])).join(', ');
}
