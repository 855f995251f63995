import type { Verdict } from '../../../domain/tutoring/verdict.ts';
import type { ProblemContent, StepContent } from '../../../shared/curriculum-content.ts';
import { usePage } from '../../page-context.ts';
import { RichLine, RichText } from '../rich-text.tsx';
import { Tag } from '../tag.tsx';
import { Picture } from './picture.tsx';

/** A problem as pupils see it, with all that comes later in the order in which it comes. */
export function ProblemPreview({ content }: { content: ProblemContent }) {
  const { curriculum: words } = usePage().t;
  const isEmpty =
    content.stem === '' && content.figures.length === 0 && content.steps.every(({ question }) => question === '');
  if (isEmpty) return <p class="quiet">{words.previewEmpty}</p>;
  return (
    <div class="stack">
      {content.stem !== '' && <RichText text={content.stem} />}
      {content.figures.map((figure, index) => figure.hash !== '' && <Picture key={index} figure={figure} />)}
      {content.steps.map((step, index) => (
        <StepPreview key={index} step={step} position={content.steps.length > 1 ? index + 1 : null} />
      ))}
    </div>
  );
}

function StepPreview({ step, position }: { step: StepContent; position: number | null }) {
  const { curriculum: words } = usePage().t;
  return (
    <div class="stack tight asked">
      {position !== null && <strong>{words.question(position)}</strong>}
      <RichText text={step.question} />
      <Choices choices={step.choices} />
      {step.hints.map(({ text, scaffold }, index) => (
        <div key={index} class="stack tight">
          <span class="quiet">{words.previewHint(index + 1)}</span>
          <RichText text={text} />
          {scaffold && <RichText text={scaffold.question} />}
          {scaffold && <Choices choices={scaffold.choices} />}
        </div>
      ))}
      <Later title={words.worked} text={step.workedExample} />
      <Later title={words.explanation} text={step.explanation} />
    </div>
  );
}

function Choices({ choices }: Pick<StepContent, 'choices'>) {
  if (choices.length === 0) return null;
  return (
    <ol class="choices-shown">
      {choices.map(({ id, text }) => (
        <li key={id}>
          <b>{id}</b> <RichLine text={text} />
        </li>
      ))}
    </ol>
  );
}

function Later({ title, text }: { title: string; text: string }) {
  if (text === '') return null;
  return (
    <div class="stack tight">
      <span class="quiet">{title}</span>
      <RichText text={text} />
    </div>
  );
}

const TONES = { correct: 'good', incorrect: 'alarm', 'cannot judge': 'due' } as const;

/** What the checker makes of an answer that was tried. */
export function TrialVerdict({ verdict }: { verdict: Verdict }) {
  const { curriculum: words } = usePage().t;
  const understood = verdict.understood ?? '';
  const known = verdict.verdict === 'incorrect' ? verdict.known : undefined;
  return (
    <div class="stack tight">
      <Tag tone={TONES[verdict.verdict]}>{words.verdicts[verdict.verdict]}</Tag>
      {verdict.verdict === 'cannot judge' && <p>{words.reasons[verdict.reason]}</p>}
      {understood !== '' && (
        <p class="quiet" dir="auto">
          {words.understood(understood)}
        </p>
      )}
      {known && <p dir="auto">{words.feedback(known.feedback)}</p>}
    </div>
  );
}
