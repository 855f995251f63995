import type { WhisperReading } from '../../domain/lessons/read-whisper.ts';
import type { LessonTranscript } from '../../services/lessons/lesson-transcript.service.ts';
import type { WhisperView } from '../../services/lessons/whisper.service.ts';
import type { WhisperJson } from '../../shared/co-teaching.ts';
import type { ClassroomWords } from '../i18n/en/classroom.ts';
import { toHtml } from '../rich-text.ts';
import { iso, isoOrNull } from './moment.ts';

/** What of a whisper was understood, and what not, in words for whoever gave it. */
export function understoodOf(
  { reading, unknownExample, isLost, inTalk }: Pick<WhisperView, 'reading' | 'unknownExample' | 'isLost' | 'inTalk'>,
  { whispers: words }: ClassroomWords,
): string[] {
  if (inTalk) return [words.inTalk];
  const said = reading.orders.map((order) => inWords(order, unknownExample !== null, words));
  return [
    ...said,
    ...(unknownExample === null ? [] : [words.unknownExample(unknownExample)]),
    ...(reading.unknownUnit === null ? [] : [words.unknownUnit(reading.unknownUnit)]),
    ...(reading.isFree ? [isLost ? words.lost : words.free] : []),
  ];
}

function inWords(
  order: WhisperReading['orders'][number],
  isUnknown: boolean,
  words: ClassroomWords['whispers'],
): string {
  switch (order.kind) {
    case 'help':
      return words.help[order.amount];
    case 'level':
      return order.by === 0 ? words.levelAsUsual : order.by < 0 ? words.easier : words.harder;
    case 'unit':
      return 'name' in order ? words.unit(order.name) : order.step > 0 ? words.nextUnit : words.unitBefore;
    case 'example':
      return order.about === null || isUnknown ? words.example : words.exampleAbout(order.about);
  }
}

export function toWhisperJson(whisper: WhisperView, words: ClassroomWords): WhisperJson {
  const { id, sessionId, by, content, at, withdrawnAt, inForce, reading } = whisper;
  return {
    id,
    sessionId,
    by,
    content,
    timestamp: iso(at),
    withdrawnAt: isoOrNull(withdrawnAt),
    inForce,
    orders: reading.orders,
    understood: understoodOf(whisper, words),
  };
}

export function toTranscriptJson({ sessionId, status, takenOver, title, pupils, messages }: LessonTranscript) {
  return {
    sessionId,
    status,
    takenOver,
    title,
    pupils,
    messages: messages.map(({ id, from, writer, content, state, at, hiddenFromParents, posed }) => ({
      id,
      from,
      writer,
      content,
      html: toHtml(content),
      state,
      timestamp: iso(at),
      hiddenFromParents,
      posed: posed && { revisionId: posed.revisionId, questionHtml: toHtml(posed.question) },
    })),
  };
}
