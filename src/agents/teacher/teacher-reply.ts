import type { ModerationFlag } from '../../domain/safety/moderation.ts';
import type { TeachingBrief } from '../../domain/tutoring/brief.ts';
import type { ModelErrorKind, ModelProvider, ModelUsage } from '../model/language-model.ts';
import type { CallPermit } from '../model/permitted.model.ts';
import type { ModelPrices } from '../model/pricing.ts';
import type { DroppedSentence } from './guard.ts';
import type { TeacherPorts } from './ports.ts';
import type { TranscriptTurn } from './prompt.ts';

export interface TeacherRequest {
  brief: TeachingBrief;
  /** The chat so far, oldest first; the pupil's message of this turn is the last. */
  transcript: readonly TranscriptTurn[];
  /** What the tools may read for this pupil in this session. */
  ports: TeacherPorts;
  /** Model name as the provider knows it. */
  model: string;
  /** 0 … 2. */
  temperature?: number;
  maxTokens: number;
  /** Prices of the remote model; null where they are not known. */
  prices: ModelPrices | null;
  /** Without one only the embedded tutor answers. */
  permit?: CallPermit;
}

export interface TeacherReply {
  type: 'done';
  /** All that was shown, trimmed. */
  text: string;
  /** Who worded what was shown last. */
  provider: ModelProvider;
  model: string;
  /** Summed over all rounds and tries. */
  usage: ModelUsage;
  /** Micro-dollars, summed; null where a price is not known. The embedded tutor costs nothing. */
  costMicros: number | null;
  promptVersion: string;
  /** Calls of a model. */
  rounds: number;
  toolCalls: { name: string; error?: string }[];
  droppedSentences: DroppedSentence[];
  /** What moderation noticed in the pupil's words and in what was to be answered, said or not. */
  flags: { direction: 'input' | 'output'; flag: ModerationFlag }[];
  /** What broke on the way, for the log; the reply may be whole nevertheless. */
  failures: { kind: ModelErrorKind | 'unexpected'; message: string }[];
  /** Set when the text stops before its end: the kind of failure, or `aborted` by the signal. */
  interruptedBy?: ModelErrorKind | 'unexpected' | 'aborted';
}

export type TeacherEvent = { type: 'text-delta'; text: string } | TeacherReply;
