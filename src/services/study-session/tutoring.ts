import type { TeacherAgent } from '../../agents/teacher/teacher.agent.ts';
import type { ModelSetting } from '../../domain/agents/choose-model.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import type { Found } from '../../domain/tutoring/dialogue.ts';
import type { Vocabulary } from '../../domain/tutoring/likeness.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';

/** What teaching needs that is heavy to load: made once, after the server listens. */
export interface Tutoring {
  checker: AnswerChecker;
  /** The configured model with the embedded tutor behind it; the embedded tutor alone where none is configured. */
  teacher: TeacherAgent;
  /** For pupils whose tokens of the day are used up. */
  embeddedTeacher: TeacherAgent;
  /** The remote model that teachers use where none is named for them or their subject; null where none is configured. */
  setting: ModelSetting | null;
  /** Questions of a bank near to what was asked, best first. */
  search(items: readonly Item[], question: string, limit: number): Found[];
  /** The words of a bank. */
  vocabularyOf(items: readonly Item[]): Vocabulary;
}
