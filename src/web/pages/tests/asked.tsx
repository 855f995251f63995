import type { QuestionView } from '../../../domain/tutoring/question-view.ts';
import { RichText } from '../../components/rich-text.tsx';

/** What is asked: the stem, the figures, the question. Never its key. */
export function Asked({ question, id }: { question: QuestionView; id?: string }) {
  return (
    <div class="stack" id={id}>
      {question.stem !== '' && <RichText text={question.stem} />}
      {question.figures.map(({ hash, alt }) => (
        <img key={hash} class="figure" src={`/figures/${hash}`} alt={alt} loading="lazy" />
      ))}
      <div class="question">
        <RichText text={question.question} />
      </div>
    </div>
  );
}
