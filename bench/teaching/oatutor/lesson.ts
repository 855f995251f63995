import type { TeacherPorts } from '../../../src/agents/teacher/ports.ts';
import type { TeacherAgent } from '../../../src/agents/teacher/teacher.agent.ts';
import type { Item } from '../../../src/domain/curriculum/curriculum.ts';
import type { TeachingBrief } from '../../../src/domain/tutoring/brief.ts';
import type { DialogueState, PupilAct } from '../../../src/domain/tutoring/dialogue.ts';
import { initialDialogue } from '../../../src/domain/tutoring/dialogue-state.ts';
import { type PupilMessage, readPupil } from '../../../src/domain/tutoring/pupil-act.ts';
import { begin, step } from '../../../src/domain/tutoring/step.ts';
import type { StepContext, StepResult } from '../../../src/domain/tutoring/step-context.ts';
import type { AnswerChecker } from '../../../src/domain/tutoring/verdict.ts';
import { withheldBy } from '../../../src/domain/tutoring/withheld.ts';
import { MINUTE } from '../../../src/shared/instant.ts';
import type { ImportedProblem } from './imported-items.ts';

const noPorts: TeacherPorts = {
  getStudentProgress: async () => ({ courseName: '', progress: 0, units: [] }),
  findQuestionsOfUnit: async () => [],
  listUpcomingTests: async () => [],
  searchQuestions: async () => [],
  findPrerequisiteStatus: async () => undefined,
};

/** One turn: what was said to it, and what the tutor made of it. */
export interface LessonTurn {
  said: PupilMessage | null;
  act: PupilAct | null;
  before: DialogueState;
  result: StepResult;
  /** The item that was open before the turn, and the one open after it. */
  open: Item | null;
  after: Item | null;
  reply: string;
}

/** A session on one imported problem, as the service would lead it, without a database. */
export class OatutorLesson {
  readonly turns: LessonTurn[] = [];
  readonly #problem: ImportedProblem;
  readonly #agent: TeacherAgent;
  readonly #checker: AnswerChecker;
  #state = initialDialogue();
  #now = 0;

  constructor(problem: ImportedProblem, agent: TeacherAgent, checker: AnswerChecker) {
    this.#problem = problem;
    this.#agent = agent;
    this.#checker = checker;
  }

  get open(): Item | null {
    return this.#itemOf(this.#state);
  }

  get state(): DialogueState {
    return this.#state;
  }

  /** What a message would be read as now; nothing changes. */
  reads(message: PupilMessage): PupilAct {
    return readPupil(message, this.#state, this.open, this.#checker);
  }

  async begin(): Promise<LessonTurn> {
    return this.#take(null, null, begin(this.#state, this.#context()));
  }

  async say(said: PupilMessage): Promise<LessonTurn> {
    this.#now += MINUTE;
    const act = this.reads(said);
    return this.#take(said, act, step(this.#state, act, this.#context()));
  }

  async #take(said: PupilMessage | null, act: PupilAct | null, result: StepResult): Promise<LessonTurn> {
    const before = this.#state;
    const open = this.open;
    const brief = this.#brief(result, open);
    let reply = '';
    const request = { brief, transcript: [], ports: noPorts, model: '', maxTokens: 1000, prices: null };
    for await (const event of this.#agent.reply(request)) if (event.type === 'done') reply = event.text;
    this.#state = result.state;
    const turn = { said, act, before, result, open, after: this.open, reply };
    this.turns.push(turn);
    return turn;
  }

  #itemOf(state: DialogueState): Item | null {
    return this.#problem.items.find((item) => item.revisionId === state.open?.revisionId) ?? null;
  }

  #context(): StepContext {
    return {
      now: this.#now,
      open: this.open,
      pool: this.#problem.items,
      masteryOf: () => 0.5,
      answersOf: () => 3,
      found: [],
      units: [{ name: this.#problem.unit.name, before: 0.5, after: 0.5 }],
      checker: this.#checker,
      remaining: 30 * MINUTE,
    };
  }

  #brief(result: StepResult, open: Item | null): TeachingBrief {
    const { course, unit } = this.#problem;
    const words = this.turns.flatMap((turn) => (turn.said ? [turn.said.text] : []));
    return {
      language: 'en',
      teacherName: 'Lamda',
      subject: course.subject,
      courseName: course.name,
      sessionType: 'homework',
      pupil: {
        firstName: 'Noa',
        pseudonym: 'Robin',
        gradeLevel: course.gradeLevel,
        locale: 'en',
        learningStyle: null,
        routineStyle: null,
        collaborationStyle: null,
        feeling: 'neutral',
      },
      units: [{ name: unit.name, description: unit.description, mastery: 0.5, answers: 3 }],
      move: result.move,
      withheld: withheldBy(result.state, open, 'pose' in result.move ? result.move.pose : null, words.slice(-8)),
      lastReplies: this.turns.slice(-3).map((turn) => turn.reply),
      turn: result.state.turn,
    };
  }
}
