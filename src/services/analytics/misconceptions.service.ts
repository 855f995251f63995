import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { RegionWrongAnswerRepo } from '../../data/curriculum/region-wrong-answer.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { isSmall, SMALLEST_GROUP } from '../../domain/access/small-groups.ts';
import type { Choice, Item } from '../../domain/curriculum/curriculum.ts';
import { misconceptions } from '../../domain/tutoring/common-wrong-answers.ts';
import type { Slip } from '../../domain/tutoring/slip.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import type { SubjectWish } from './region-analytics.service.ts';
import { type SubjectScopeDeps, subjectScope, type TellsOf, tellsOf } from './subject-scope.ts';

export interface MisconceptionsDeps extends SubjectScopeDeps {
  items: ItemRepo;
  regionWrongAnswers: RegionWrongAnswerRepo;
  tutoring: () => Promise<{ checker: AnswerChecker }>;
}

/** A wrong answer that ten pupils or more gave to a question. */
export interface CommonMisconception {
  /** As pupils read it: of choices with their words. */
  answer: string;
  pupils: number;
  schools: number;
  slip: Slip;
  /** What the tutor says to whoever gives it; null: nobody has written anything. */
  said: string | null;
}

export interface MisconceivedQuestion {
  qaId: number;
  problemId: number;
  courseId: number;
  unitName: string;
  question: string;
  stem: string;
  choices: Choice[];
  /** Pupils who answered it. */
  answered: number;
  wrong: CommonMisconception[];
}

/** What pupils in the schools of a region answer wrongly, in the order of the curriculum's units by how many they are. */
export interface Misconceptions extends TellsOf {
  units: { courseId: number; unitName: string; questions: MisconceivedQuestion[] }[];
  /** Wrong answers that fewer than ten pupils gave. */
  hidden: number;
}

/** Wrong answers that many pupils give, over all schools of a region: what may be misunderstood. Counts only; nobody is named. */
export class MisconceptionsService {
  readonly #deps: MisconceptionsDeps;

  constructor(deps: MisconceptionsDeps) {
    this.#deps = deps;
  }

  /** At most sixteen queries, however many answers. Throws as `subjectScope` does. */
  async ofSubject(actor: Actor, wish: SubjectWish): Promise<Misconceptions> {
    const { items, regionWrongAnswers, tutoring } = this.#deps;
    const scope = await subjectScope(this.#deps, actor, wish);
    const ids = scope.schools.map(({ id }) => id);
    const answers = await regionWrongAnswers.often(ids, scope.subject, scope.days.time, SMALLEST_GROUP);
    const byQuestion = new Map(answers.map((one) => [one.qaId, one]));
    const { checker } = await tutoring();
    let hidden = 0;
    const questions = (await items.listNewest([...byQuestion.keys()])).flatMap((item): MisconceivedQuestion[] => {
      const { given = [], answered = 0 } = byQuestion.get(item.qaId) ?? {};
      const schoolOf = new Map(given.map(({ giver, schoolId }) => [giver, schoolId]));
      const all = misconceptions(item, given, checker);
      const told = all.filter(({ pupils }) => !isSmall(pupils.size));
      hidden += all.length - told.length;
      const wrong = told.map(({ answer, pupils, slip, said }) => ({
        answer: asRead(item, answer),
        pupils: pupils.size,
        schools: new Set([...pupils].map((id) => schoolOf.get(id))).size,
        slip,
        said,
      }));
      return wrong.length === 0 ? [] : [{ ...placeOf(item), answered, wrong }];
    });
    return { ...tellsOf(scope), units: byUnit(questions), hidden };
  }
}

const placeOf = ({ qaId, problemId, courseId, unitName, question, stem, key }: Item) => {
  return { qaId, problemId, courseId, unitName, question, stem, choices: [...key.choices] };
};

/** Choices by their letters and words. */
function asRead({ key: { choices } }: Item, answer: string): string {
  if (choices.length === 0) return answer;
  const ids = answer.split(',');
  return choices.flatMap(({ id, text }) => (ids.includes(id) ? [`${id}) ${text}`] : [])).join(', ');
}

/** Of each unit its questions, those first of which the most pupils think wrongly; units by their first one. */
function byUnit(questions: readonly MisconceivedQuestion[]): Misconceptions['units'] {
  const most = ({ wrong }: MisconceivedQuestion) => wrong[0]?.pupils ?? 0;
  const sorted = questions.toSorted((a, b) => most(b) - most(a));
  const units = Map.groupBy(sorted, ({ courseId, unitName }) => `${courseId}/${unitName}`);
  return [...units.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ courseId: first.courseId, unitName: first.unitName, questions: own }] : [];
  });
}
