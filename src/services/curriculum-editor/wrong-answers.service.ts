import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { WrongAnswerRepo } from '../../data/curriculum/wrong-answer.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import {
  type CommonWrongAnswer,
  commonWrongAnswers,
  hasCommonWrong,
  LEAST_PUPILS,
} from '../../domain/tutoring/common-wrong-answers.ts';
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

  /**
   * The questions of these problems, by their ids, to which pupils often give a wrong answer that neither what is published nor a
   * draft foresees. For problems of a course that the actor may edit. Two queries, and at most eight more where there are any.
   */
  async toExplain(problemIds: readonly number[], drafted: readonly ProblemContent[]): Promise<Set<number>> {
    const { items, wrongAnswers, tutoring } = this.#deps;
    const often = await wrongAnswers.givenOften(problemIds, LEAST_PUPILS);
    if (often.length === 0) return new Set();
    const { checker } = await tutoring();
    const draftedSteps = new Map(drafted.flatMap(({ steps }) => steps.map((step) => [step.qaId, step])));
    const counts = new Map(often.map((one) => [one.qaId, one]));
    const found = (await items.listNewest([...counts.keys()])).filter((item) => {
      const count = counts.get(item.qaId);
      const written = draftedSteps.get(item.qaId)?.wrongAnswers.filter(({ answer }) => answer.trim() !== '') ?? [];
      return count !== undefined && hasCommonWrong(item, [...item.wrongAnswers, ...written], count, checker);
    });
    return new Set(found.map(({ qaId }) => qaId));
  }
}
