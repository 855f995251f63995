import { LONGEST_ANSWER } from '../../../domain/assessment/mark-answer.ts';
import type { PaperQuestion } from '../../../services/tests/taking.service.ts';
import { RichLine } from '../../components/rich-text.tsx';
import { Notice } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';
import { answerMark } from './answer-mark.ts';
import { Asked } from './asked.tsx';

interface PaperQuestionProps {
  question: PaperQuestion;
  of: number;
  /** What this page wrote where another device had written meanwhile. */
  refused: string | undefined;
}

/** One question of a test with the place for its answer, and how that is saved. */
export function PaperQuestionSheet({ question: one, of, refused }: PaperQuestionProps) {
  const { t, format } = usePage();
  const words = t.tests;
  const { position, question, answer, seq, savedAt } = one;
  return (
    <section
      class="sheet stack paper-question"
      id={`q${position}`}
      aria-labelledby={`q${position}-title`}
      data-position={position}
    >
      <header class="row">
        <h2 class="h3" id={`q${position}-title`}>
          {words.question(position, of)}
        </h2>
        <span class="quiet push">{words.points(format.number(one.points))}</span>
      </header>
      <Asked question={question} id={`q${position}-asked`} />
      {refused !== undefined && (
        <Notice tone="warn">
          <p>{words.elsewhere(answer === '' ? words.elsewhereNothing : answer)}</p>
        </Notice>
      )}
      <input type="hidden" name={`seq-${position}`} value={seq} />
      <input type="hidden" name={`was-${position}`} value={answerMark(answer)} />
      <AnswerPlace question={one} value={refused ?? answer} />
      <p class="quiet saved" data-saved={savedAt === null ? undefined : ''}>
        {savedAt === null ? words.notSaved : words.savedAt(format.time(savedAt))}
      </p>
      <div class="notice warn conflict" role="alert" hidden>
        <span />
        <div class="stack tight">
          <p />
          <div class="row">
            <button type="button" class="btn small" data-keep="mine">
              {words.keepMine}
            </button>
            <button type="button" class="btn small" data-keep="theirs">
              {words.keepTheirs}
            </button>
          </div>
        </div>
      </div>
    </section>
  );
}

function AnswerPlace({ question: { position, question }, value }: { question: PaperQuestion; value: string }) {
  const { tests: words } = usePage().t;
  const name = `answer-${position}`;
  const { kind } = question;
  if (kind === 'choice' || kind === 'several choices') {
    const chosen = value.split(',');
    return (
      <fieldset class="field" aria-describedby={`q${position}-asked`}>
        <legend class="label">{kind === 'choice' ? words.choose : words.chooseSeveral}</legend>
        <div class="choices list">
          {question.choices.map((choice) => (
            <label key={choice.id} class="choice">
              <input
                type={kind === 'choice' ? 'radio' : 'checkbox'}
                name={name}
                value={choice.id}
                checked={chosen.includes(choice.id)}
              />
              <span>
                <RichLine text={choice.text} />
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    );
  }
  const about = `q${position}-asked ${name}-hint`;
  return (
    <div class="field">
      <label for={name}>{words.answer}</label>
      <span class="hint" id={`${name}-hint`}>
        {hintsOf(words)[kind]}
      </span>
      {kind === 'text' ? (
        <textarea
          id={name}
          class="input"
          name={name}
          rows={4}
          maxLength={LONGEST_ANSWER}
          dir="auto"
          aria-describedby={about}
        >
          {value}
        </textarea>
      ) : (
        <input
          id={name}
          class="input"
          name={name}
          type="text"
          value={value}
          maxLength={LONGEST_ANSWER}
          dir="ltr"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={about}
        />
      )}
    </div>
  );
}

type Words = ReturnType<typeof usePage>['t']['tests'];

function hintsOf(words: Words) {
  return {
    number: words.answerNumber,
    expression: words.answerExpression,
    set: words.answerSet,
    interval: words.answerInterval,
    text: words.answerText,
  };
}
