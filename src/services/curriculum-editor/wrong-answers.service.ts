import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { WrongAnswerRepo } from '../../data/curriculum/wrong-answer.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { type CommonWrongAnswer, commonWrongAnswers } from '../../domain/tutoring/common-wrong-answers.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import type { ProblemContent } from '../../shared/curriculum-content.ts';
import type { CurriculumAccess } from './curriculum-access.ts';

export interface WrongAnswersDeps {
  curriculumAccess: CurriculumAccess;
  items: ItemRepo;
  wrongAnswers: WrongAnswerRepo;
  tutoring: () => Promise<{ checker: AnswerChecker }>;
}

/** What pupils often answer wrongly to one question, and how many answered it. */
export interface PupilsWrong {
  answered: number;
  common: CommonWrongAnswer[];
}

/** Learns from what pupils answered which wrong answers an author should say something about. Counts only; nobody is named. */
export class WrongAnswersService {
  readonly #deps: WrongAnswersDeps;

  constructor(deps: WrongAnswersDeps) {
    this.#deps = deps;
  }

  /**
   * Common wrong answers to the questions of a problem, by question, that neither what is published nor `written` foresees. Throws
   * `not-found` for a problem of another subject. At most twelve queries, however many answers.
   */
  async ofProblem(actor: Actor, problemId: number, written: ProblemContent): Promise<Map<number, PupilsWrong>> {
    const { curriculumAccess, items, wrongAnswers, tutoring } = this.#deps;
    await curriculumAccess.requireCourseOf(actor, 'problem', problemId);
    const answers = await wrongAnswers.ofProblem(problemId);
    const { checker } = await tutoring();
    const found = new Map<number, PupilsWrong>();
    for (const item of await items.listNewest(answers.map(({ qaId }) => qaId))) {
      const answer = answers.find(({ qaId }) => qaId === item.qaId);
      const draft = written.steps.find(({ qaId }) => qaId === item.qaId);
      if (!answer || !draft) continue;
      const foreseen = [...item.wrongAnswers, ...draft.wrongAnswers.filter((one) => one.answer.trim() !== '')];
      const common = commonWrongAnswers(item, foreseen, answer, checker);
      if (common.length > 0) found.set(item.qaId, { answered: answer.answered, common });
    }
    return found;
  }
}
