import { createEmbeddedModel } from '../../agents/model/embedded/embedded.model.ts';
import type { LanguageModel } from '../../agents/model/language-model.ts';
import type { Moderator } from '../../agents/moderation/moderator.ts';
import { createTeacherAgent } from '../../agents/teacher/teacher.agent.ts';
import { TEACHER_TOOLS } from '../../agents/teacher/tools/teacher-tools.ts';
import type { ModelSetting } from '../../domain/agents/choose-model.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import type { Found } from '../../domain/tutoring/dialogue.ts';
import { indexItems } from '../../domain/tutoring/retrieval/index-items.ts';
import { knowsStem, type SearchIndex, search } from '../../domain/tutoring/retrieval/search-index.ts';
import type { Tutoring } from './tutoring.ts';

/** The remote model with the embedded tutor behind it, or null where none is configured. */
export interface RemoteTeaching {
  model: LanguageModel;
  setting: ModelSetting;
  /** Its provider's moderation. */
  moderator?: Moderator | undefined;
}

/** Makes what teaching needs. Loading the algebra takes half a second: call it once, after the server listens. */
export async function createTutoring(remote: RemoteTeaching | null): Promise<Tutoring> {
  const checker = createAnswerChecker(await loadMathEngine());
  const embedded = createEmbeddedModel();
  const tools = TEACHER_TOOLS;
  const embeddedTeacher = createTeacherAgent({ model: embedded, embedded, checker, tools });
  return {
    checker,
    embeddedTeacher,
    teacher: remote
      ? createTeacherAgent({ model: remote.model, moderator: remote.moderator, embedded, checker, tools })
      : embeddedTeacher,
    setting: remote?.setting ?? null,
    ...createSearch(),
  };
}

/** Search over a bank; its index is made when it is first needed and lives as long as the bank's items do. */
export function createSearch(): Pick<Tutoring, 'search' | 'vocabularyOf'> {
  const indexes = new WeakMap<readonly Item[], SearchIndex>();
  function indexOf(items: readonly Item[]): SearchIndex {
    const index = indexes.get(items) ?? indexItems(items);
    indexes.set(items, index);
    return index;
  }
  return {
    search(items, question, limit) {
      const byQa = new Map(items.map((item) => [item.qaId, item]));
      return search(indexOf(items), question, limit).flatMap(({ id, ...nearness }): Found[] => {
        const item = byQa.get(id);
        return item ? [{ item, ...nearness }] : [];
      });
    },
    vocabularyOf: (items) => (stem) => knowsStem(indexOf(items), stem),
  };
}
