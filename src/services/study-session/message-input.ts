import type { Modality } from '../../data/study-session/message.repo.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import { invalidInput } from '../../domain/errors/app-error.ts';
import type { PromptInput } from './save-turn.ts';

export interface MessageInput {
  /** Made by the client, unique in its session: a repeat finds the first. */
  clientId: string;
  content: string;
  choiceId?: string | undefined;
  modality?: Modality | undefined;
}

const LONGEST_MESSAGE = 4000;

/** The message as it is kept. Throws `invalid-input` for an empty one and for one that is too long. */
export function toPrompt(input: MessageInput): PromptInput {
  const content = input.content.normalize('NFC');
  if (content.length > LONGEST_MESSAGE) {
    throw invalidInput(`A message has at most ${LONGEST_MESSAGE} characters; this one has ${content.length}.`, {
      content: `at most ${LONGEST_MESSAGE} characters`,
    });
  }
  if (content.trim() === '' && input.choiceId === undefined) {
    throw invalidInput('The message is empty.', { content: 'some words, or a choice' });
  }
  return {
    clientId: input.clientId,
    content,
    choiceId: input.choiceId ?? null,
    modality: input.modality ?? 'text only',
  };
}

/** All that came from outside: who sends words in the place of a choice has said them too. */
export function heard({ content, choiceId }: PromptInput): string {
  return choiceId === null ? content : `${content}\n${choiceId}`;
}

/** A click without words is kept as the choice's letter and text, so that the transcript reads by itself. */
export function inWords(prompt: PromptInput, open: Item | null): PromptInput {
  if (prompt.content.trim() !== '' || prompt.choiceId === null) return prompt;
  const choice = open?.key.choices.find((one) => one.id === prompt.choiceId);
  const letter = prompt.choiceId.toUpperCase();
  return { ...prompt, content: choice ? `${letter}: ${choice.text}` : letter };
}
