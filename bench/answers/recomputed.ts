import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { unitKey } from '../../src/data/mastery/mastery.repo.ts';
import { learn } from '../../src/domain/mastery/gelo.ts';
import { observationOf } from '../../src/domain/mastery/observation.ts';
import { type GeloTerms, PRIORS } from '../../src/domain/mastery/terms.ts';
import { type AnswerStack, addAnswers, answerSchool, answerStack } from './answer-school.ts';

const PUPILS = 4;
const ANSWERS = 500;

type Answered = Awaited<ReturnType<AnswerStack['attempts']['listAll']>>[number] & { studentId: number };

/**
 * The largest difference between the estimates that a school has come to, answer by answer in the database, and those that the
 * same answers make from nothing: of every pupil, pupil in a unit, unit, question, weight and of the population.
 */
export async function largestDifference(): Promise<number> {
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
  try {
    await db.createTables();
    const school = await answerSchool(db, PUPILS);
    const stack = await answerStack(db);
    for (const id of school.pupils) await addAnswers(db, school, id, ANSWERS);
    const answers = await inOrder(stack, school.pupils);
    for (const { studentId, courseId, at, ...attempt } of answers) {
      await db.tx(() => stack.mastery.record({ studentId, courseId, attempt, now: at }));
    }
    return await distance(stack, fromNothing(answers), school.courseId);
  } finally {
    await db.close();
  }
}

async function inOrder({ attempts }: AnswerStack, pupils: readonly number[]): Promise<Answered[]> {
  const all: Answered[] = [];
  for (const studentId of pupils)
    all.push(...(await attempts.listAll(studentId)).map((one) => ({ ...one, studentId })));
  return all.sort((a, b) => a.at - b.at || a.id - b.id);
}

interface School {
  students: Map<number, GeloTerms['student']>;
  /** By pupil and unit. */
  studentUnits: Map<string, GeloTerms['studentUnit']>;
  units: Map<string, GeloTerms['unit']>;
  items: Map<number, GeloTerms['item']>;
  weights: GeloTerms['weights'];
  population: GeloTerms['population'];
}

function fromNothing(answers: readonly Answered[]): School {
  const { weights, population } = PRIORS;
  const maps = { students: new Map(), studentUnits: new Map(), units: new Map(), items: new Map() };
  const school: School = { ...maps, weights, population };
  for (const answer of answers) {
    const observation = observationOf(answer);
    if (observation === null) continue;
    const unit = unitKey(answer.courseId, answer.unitName);
    const own = `${answer.studentId}/${unit}`;
    const after = learn(
      {
        student: school.students.get(answer.studentId) ?? PRIORS.student,
        studentUnit: school.studentUnits.get(own) ?? PRIORS.studentUnit,
        unit: school.units.get(unit) ?? PRIORS.unit,
        item: school.items.get(answer.qaId) ?? PRIORS.item,
        weights: school.weights,
        population: school.population,
      },
      observation,
    );
    school.students.set(answer.studentId, after.student);
    school.studentUnits.set(own, after.studentUnit);
    school.units.set(unit, after.unit);
    school.items.set(answer.qaId, after.item);
    school.weights = after.weights;
    school.population = after.population;
  }
  return school;
}

async function distance({ masteryTerms }: AnswerStack, made: School, courseId: number): Promise<number> {
  const kept = await masteryTerms.shared();
  const gaps = [gap(kept.weights, made.weights), gap(kept.population, made.population)];
  for (const [id, student] of made.students) {
    gaps.push(gap(await masteryTerms.findStudent(id), student));
    for (const [key, term] of await masteryTerms.studentUnits(id, [courseId])) {
      gaps.push(gap(term, made.studentUnits.get(`${id}/${key}`)));
    }
  }
  for (const [key, unit] of await masteryTerms.units([courseId])) gaps.push(gap(unit, made.units.get(key)));
  for (const [id, item] of await masteryTerms.items([...made.items.keys()])) gaps.push(gap(item, made.items.get(id)));
  return Math.max(...gaps);
}

/** The largest difference of two records of numbers, and of lists of them; infinite where one is not there. */
function gap(one: object, other: object | undefined): number {
  if (other === undefined) return Number.POSITIVE_INFINITY;
  const theirs = new Map<string, unknown>(Object.entries(other));
  return Math.max(
    0,
    ...Object.entries(one).map(([name, value]) => {
      const there = theirs.get(name);
      if (typeof value === 'number' && typeof there === 'number') return Math.abs(value - there);
      if (typeof value === 'object' && typeof there === 'object' && value && there) return gap(value, there);
      return value === there ? 0 : Number.POSITIVE_INFINITY;
    }),
  );
}
