import type { BankQuestion, TeacherPorts, UnitStanding as ToolStanding } from '../../agents/teacher/ports.ts';
import type { TestRepo } from '../../data/curriculum/test.repo.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import { courseProgress } from '../../domain/mastery/progress.ts';
import { isDueForReview } from '../../domain/mastery/unit-standing.ts';
import { daysUntil } from '../../domain/planning/course-facts.ts';
import type { UnitEstimate, UnitStanding } from '../mastery/mastery.service.ts';
import type { ReviewService } from '../mastery/review.service.ts';
import type { Scene } from './plan-turn.ts';

/** What the teacher's tools may read in this session: one pupil, one course, fixed here and never by a model's arguments. */
export function teacherPorts(
  scene: Scene,
  { tests, reviews }: { tests: TestRepo; reviews: ReviewService },
): TeacherPorts {
  const { bank, course, session, tutoring, now } = scene;
  const standing = (name: string) => scene.standings.find((one) => one.unitName === name);
  /** What is due is read when a tool asks: few turns need it. */
  const toTool = async (standings: readonly UnitEstimate[]): Promise<ToolStanding[]> => {
    const counted = await reviews.countByUnit(session.studentId, [course.id]);
    const byUnit = new Map(counted.map((row) => [row.unitName, row]));
    return standings.map((one) => toolStanding({ ...one, reviews: byUnit.get(one.unitName) ?? NO_CARDS }));
  };
  const unitNamed = (name: string) =>
    scene.courseUnits.find((unit) => unit.name.toLowerCase() === name.trim().toLowerCase());
  return {
    async getStudentProgress() {
      const units = scene.courseUnits.map((unit) => ({
        weight: unit.weight,
        progress: standing(unit.name)?.progress ?? 0,
      }));
      return {
        courseName: course.name,
        progress: courseProgress(units),
        units: await toTool(scene.standings),
      };
    },
    async findQuestionsOfUnit(unitName, limit) {
      const unit = unitNamed(unitName);
      return (
        unit &&
        bank.items
          .filter((item) => item.unitName === unit.name)
          .slice(0, limit)
          .map(toBankQuestion)
      );
    },
    async listUpcomingTests() {
      const sittings = await tests.listOfStudent(session.studentId);
      return sittings
        .filter((sitting) => sitting.courseId === course.id && sitting.phase === 'not begun' && sitting.date >= now)
        .map((sitting) => ({
          name: sitting.name,
          type: sitting.type,
          date: new Date(sitting.date).toISOString().slice(0, 10),
          daysAway: daysUntil(sitting.date, { now, utcOffset: 0 }),
          unitNames: sitting.units.map((unit) => unit.name),
        }));
    },
    async searchQuestions(query, limit) {
      const found = tutoring.search(bank.items, query, limit);
      return found.map(({ item, coverage }) => ({ ...toBankQuestion(item), coverage }));
    },
    async findPrerequisiteStatus(unitName) {
      const unit = unitNamed(unitName);
      if (!unit) return undefined;
      const prerequisites = unit.prerequisites.flatMap((name) => standing(name) ?? []);
      return { unitName: unit.name, prerequisites: await toTool(prerequisites) };
    },
  };
}

const NO_CARDS = { cards: 0, due: 0 };

function toolStanding(standing: UnitStanding): ToolStanding {
  return {
    unitName: standing.unitName,
    state: standing.state,
    progress: standing.progress,
    mastery: standing.answers === 0 ? null : standing.mastery,
    answers: standing.answers,
    dueForReview: isDueForReview(standing),
  };
}

function toBankQuestion(item: Item): BankQuestion {
  return {
    qaId: item.qaId,
    unitName: item.unitName,
    use: item.use,
    level: item.level,
    question: item.stem === '' ? item.question : `${item.stem}\n\n${item.question}`,
    choices: item.key.choices,
    answer: item.key.answer,
    explanation: item.explanation,
  };
}
