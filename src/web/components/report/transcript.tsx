import type { QuestionView } from '../../../domain/tutoring/question-view.ts';
import type { ReportPlace } from '../../../services/question-reports/question-reports.service.ts';
import type { Instant } from '../../../shared/instant.ts';
import { usePage } from '../../page-context.ts';
import { RichLine, RichText } from '../rich-text.tsx';
import { Tag } from '../tag.tsx';
import { ReportLink } from './report-link.tsx';

/** A message for somebody who was not there. */
export interface ReadMessage {
  id: number;
  from: 'student' | 'teacher' | 'class manager';
  /** The first name of the pupil whose words they are, where several wrote. */
  writer?: string | null;
  /** Where several wrote: by another pupil than the one it is about. */
  isMate?: boolean;
  content: string;
  at: Instant;
  state: 'complete' | 'streaming' | 'interrupted';
  posed: QuestionView | null;
  hiddenFromParents?: boolean;
}

export interface ConversationProps {
  messages: readonly ReadMessage[];
  pupil: string;
  /** The session, where whoever reads may report its questions. */
  reportFrom?: ReportPlace | undefined;
}

/** What was said in a session, in order, each message with its own address. */
export function Conversation({ messages, pupil, reportFrom }: ConversationProps) {
  const words = usePage().t.report;
  if (messages.length === 0) return <p class="quiet">{words.transcriptNone}</p>;
  if (messages.every(({ content }) => content === '')) return <p class="quiet">{words.transcriptRemoved}</p>;
  return (
    <div class="talk">
      {messages.map((message) => (
        <Said key={message.id} message={message} pupil={pupil} reportFrom={reportFrom} />
      ))}
    </div>
  );
}

type SaidProps = { message: ReadMessage } & Pick<ConversationProps, 'pupil' | 'reportFrom'>;

const CLASSES = { student: 'said me', teacher: 'said teacher', 'class manager': 'said person' } as const;

function Said({ message, pupil, reportFrom }: SaidProps) {
  const { t, format } = usePage();
  const words = t.report;
  const names = { student: pupil, teacher: words.teacher, 'class manager': words.classManager };
  return (
    <article id={`m${message.id}`} class={message.isMate ? 'said mate' : CLASSES[message.from]}>
      <h3 class="who">
        {message.writer ?? names[message.from]} · {format.time(message.at)}
      </h3>
      <RichText text={message.content} />
      {message.state === 'interrupted' && <Tag tone="due">{words.interrupted}</Tag>}
      {message.hiddenFromParents && <Tag tone="alarm">{words.hidden}</Tag>}
      {message.posed && <Asked question={message.posed} />}
      {message.posed && reportFrom !== undefined && (
        <ReportLink place={reportFrom} revisionId={message.posed.revisionId} />
      )}
    </article>
  );
}

function Asked({ question }: { question: QuestionView }) {
  const words = usePage().t.report;
  return (
    <blockquote class="asked stack tight">
      <span class="quiet">{words.asked}</span>
      {question.stem !== '' && <RichText text={question.stem} />}
      {question.figures.map((figure) => (
        <img key={figure.hash} src={`/figures/${figure.hash}`} alt={figure.alt} loading="lazy" />
      ))}
      <RichText text={question.question} />
      {question.choices.length > 0 && (
        <ul class="stack tight">
          {question.choices.map(({ id, text }) => (
            <li key={id}>
              <strong>{id.toUpperCase()}</strong> <RichLine text={text} />
            </li>
          ))}
        </ul>
      )}
    </blockquote>
  );
}
