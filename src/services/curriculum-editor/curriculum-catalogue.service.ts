import type {
  CatalogueRepo,
  CourseContentCounts,
  ListedCourse,
  ListedProblem,
} from '../../data/curriculum/editing/catalogue.repo.ts';
import type { DraftRepo, StoredDraft } from '../../data/curriculum/editing/draft.repo.ts';
import type { PublishedRepo } from '../../data/curriculum/editing/published.repo.ts';
import type { FoundQuestion, QuestionSearchRepo } from '../../data/curriculum/editing/question-search.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { Neighbours } from '../../domain/curriculum/editing/check-structure.ts';
import { inSequence, type Planned, type Structure, withDrafts } from '../../domain/curriculum/editing/structure.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { CourseContent, TestContent, UnitContent } from '../../shared/curriculum-content.ts';
import type { CurriculumAccess } from './curriculum-access.ts';
import type { WrongAnswersService } from './wrong-answers.service.ts';

export interface CurriculumCatalogueDeps {
  curriculumAccess: CurriculumAccess;
  catalogue: CatalogueRepo;
  drafts: DraftRepo;
  published: PublishedRepo;
  search: QuestionSearchRepo;
  wrongAnswers: Pick<WrongAnswersService, 'toExplain'>;
}

export interface CourseEntry extends ListedCourse, CourseContentCounts {
  drafts: number;
}

export interface Catalogue {
  /** All subjects of the supervisor, for choosing among them. */
  subjects: string[];
  courses: CourseEntry[];
  page: number;
  hasMore: boolean;
}

export interface CatalogueQuery {
  subject?: string;
  gradeLevel?: GradeLevel;
  archived: boolean;
  /** From 1. */
  page: number;
}

/** How a thing stands: never published, with changes that are not, or as it is published. */
export type Standing = 'new' | 'changed' | 'published';

export interface DeskUnit {
  key: string;
  content: UnitContent;
  standing: Standing;
  studyQuestions: number;
  testQuestions: number;
}

/** A course on the supervisor's desk: with all drafts, archived things apart. */
export interface CourseDesk {
  courseId: number;
  course: CourseContent;
  standing: Standing;
  /** Names of the courses that should be done first. */
  prerequisites: string[];
  units: DeskUnit[];
  archivedUnits: DeskUnit[];
  tests: { key: string; content: TestContent; standing: Standing }[];
  archivedTests: { key: string; content: TestContent; standing: Standing }[];
  drafts: number;
}

export interface UnitDesk {
  courseId: number;
  courseName: string;
  unit: DeskUnit;
  /** Names as the drafts have them. */
  prerequisites: string[];
  /** `toExplain`: pupils often give a wrong answer of which no author says anything. */
  problems: (ListedProblem & { standing: Standing; text: string; toExplain: boolean })[];
  /** The order in which they stand is not what pupils have. */
  orderIsDrafted: boolean;
  archived: boolean;
  page: number;
  hasMore: boolean;
}

export interface SearchPage {
  questions: FoundQuestion[];
  page: number;
  hasMore: boolean;
}

const COURSES_A_PAGE = 30;
export const PROBLEMS_A_PAGE = 50;
const FOUND_A_PAGE = 20;

/** Looking through a curriculum: lists, a course, a unit, search. Own subjects only. */
export class CurriculumCatalogueService {
  readonly #deps: CurriculumCatalogueDeps;

  constructor(deps: CurriculumCatalogueDeps) {
    this.#deps = deps;
  }

  /** A page of courses. Five queries. */
  async courses(actor: Actor, query: CatalogueQuery): Promise<Catalogue> {
    const { curriculumAccess, catalogue, drafts } = this.#deps;
    const subjects = await curriculumAccess.subjects(actor);
    const chosen = query.subject === undefined ? subjects : subjects.filter((name) => name === query.subject);
    const offset = (query.page - 1) * COURSES_A_PAGE;
    const { gradeLevel, archived } = query;
    const found = await catalogue.listCourses({
      subjects: chosen,
      archived,
      limit: COURSES_A_PAGE + 1,
      offset,
      ...(gradeLevel === undefined ? {} : { gradeLevel }),
    });
    const courses = found.slice(0, COURSES_A_PAGE);
    const ids = courses.map(({ id }) => id);
    const [counts, waiting] = [await catalogue.countContent(ids), await drafts.count(ids)];
    return {
      subjects,
      page: query.page,
      hasMore: found.length > COURSES_A_PAGE,
      courses: courses.map((course) => ({
        ...course,
        ...(counts.get(course.id) ?? { units: 0, studyQuestions: 0, testQuestions: 0 }),
        drafts: waiting.get(course.id) ?? 0,
      })),
    };
  }

  /** Questions of one's own subjects by their words, the best first. Two queries. */
  async search(actor: Actor, words: string, page: number): Promise<SearchPage> {
    const subjects = await this.#deps.curriculumAccess.subjects(actor);
    const offset = (page - 1) * FOUND_A_PAGE;
    const found = await this.#deps.search.search({ words, subjects, limit: FOUND_A_PAGE + 1, offset });
    return { questions: found.slice(0, FOUND_A_PAGE), page, hasMore: found.length > FOUND_A_PAGE };
  }

  /** Throws `not-found` for a course of somebody else's subject. */
  async course(actor: Actor, courseId: number): Promise<CourseDesk> {
    const published = await this.#deps.curriculumAccess.requireCourse(actor, courseId);
    const drafts = await this.#deps.drafts.list(courseId);
    const counts = await this.#deps.catalogue.countQuestions(courseId);
    const neighbours = await this.#deps.catalogue.neighbours();
    const planned = withDrafts(published, drafts);
    const units = planned.units.map((unit) => toDeskUnit(unit, drafts, counts));
    const tests = planned.tests.map(({ key, content, live }) => ({
      key,
      content,
      standing: standingOf(live, drafts, 'test', key),
    }));
    return {
      courseId,
      course: planned.course,
      standing: standingOf(planned.courseIsLive, drafts, 'course', 'course'),
      prerequisites: namesOf(planned, neighbours),
      units: units.filter(({ content }) => !content.archived),
      archivedUnits: units.filter(({ content }) => content.archived),
      tests: tests.filter(({ content }) => !content.archived),
      archivedTests: tests.filter(({ content }) => content.archived),
      drafts: drafts.length,
    };
  }

  /** A unit with a page of its problems. Throws `not-found` for what is not there. */
  async unit(
    actor: Actor,
    courseId: number,
    key: string,
    { archived, page }: { archived: boolean; page: number },
  ): Promise<UnitDesk> {
    const published = await this.#deps.curriculumAccess.requireCourse(actor, courseId);
    const drafts = await this.#deps.drafts.list(courseId);
    const planned = withDrafts(published, drafts);
    const unit = planned.units.find((one) => one.key === key);
    if (!unit) throw notFound('unit');
    const counts = await this.#deps.catalogue.countQuestions(courseId);
    const offset = (page - 1) * PROBLEMS_A_PAGE;
    const sequence = archived ? undefined : drafts.find((draft) => draft.kind === 'sequence' && draft.key === key);
    const found = await this.#problems(courseId, key, sequence, { archived, limit: PROBLEMS_A_PAGE + 1, offset });
    const shown = found.slice(0, PROBLEMS_A_PAGE).map((problem) => withDraft(problem, drafts));
    const toExplain = await this.#deps.wrongAnswers.toExplain(
      shown.map(({ id }) => id),
      drafts.flatMap((draft) => (draft.kind === 'problem' ? [draft.content] : [])),
    );
    return {
      courseId,
      courseName: planned.course.name,
      unit: toDeskUnit(unit, drafts, counts),
      prerequisites: unit.content.prerequisites.map(
        (name) => planned.units.find((one) => one.key === name)?.content.name ?? name,
      ),
      problems: shown.map((problem) => ({
        ...problem,
        toExplain: problem.steps.some(({ qaId }) => toExplain.has(qaId)),
      })),
      orderIsDrafted: sequence !== undefined,
      archived,
      page,
      hasMore: found.length > PROBLEMS_A_PAGE,
    };
  }

  /** A page of the problems of a unit, in the order that is drafted, where one is. Three queries. */
  async #problems(
    courseId: number,
    unit: string,
    sequence: StoredDraft | undefined,
    page: { archived: boolean; limit: number; offset: number },
  ): Promise<ListedProblem[]> {
    const { catalogue, published } = this.#deps;
    if (sequence?.kind !== 'sequence') return catalogue.listProblems(courseId, unit, page);
    const there = (await published.listSequences(courseId, [unit])).get(unit) ?? [];
    const ids = inSequence(
      there.map((id) => ({ id })),
      sequence.content.problems,
    ).map(({ id }) => id);
    return catalogue.findProblems(ids.slice(page.offset, page.offset + page.limit));
  }

  /** The subjects that the actor supervises. */
  async subjects(actor: Actor): Promise<string[]> {
    return this.#deps.curriculumAccess.subjects(actor);
  }

  /** Other courses that may be named as prerequisites: of one's own subjects and not archived, or named already. */
  async otherCourses(actor: Actor, courseId: number | null): Promise<Neighbours['courses']> {
    const subjects = await this.#deps.curriculumAccess.subjects(actor);
    const { courses, prerequisites } = await this.#deps.catalogue.neighbours();
    const named = courseId === null ? [] : (prerequisites.get(courseId) ?? []);
    return courses.filter(
      ({ id, subject, archived }) =>
        id !== courseId && (named.includes(id) || (subjects.includes(subject) && !archived)),
    );
  }
}

function standingOf(live: boolean, drafts: readonly StoredDraft[], kind: StoredDraft['kind'], key: string): Standing {
  if (!live) return 'new';
  return drafts.some((draft) => draft.kind === kind && draft.key === key) ? 'changed' : 'published';
}

function toDeskUnit(
  { key, content, live }: Planned<UnitContent>,
  drafts: readonly StoredDraft[],
  counts: ReadonlyMap<string, { studyQuestions: number; testQuestions: number }>,
): DeskUnit {
  const counted = counts.get(key) ?? { studyQuestions: 0, testQuestions: 0 };
  return { key, content, standing: standingOf(live, drafts, 'unit', key), ...counted };
}

function namesOf({ course }: Structure, { courses }: Neighbours): string[] {
  return course.prerequisites.flatMap((id) => courses.find((one) => one.id === id)?.name ?? []);
}

/** What the list says of a problem: its title, or how its first question begins; of a draft what the draft says. */
function withDraft(problem: ListedProblem, drafts: readonly StoredDraft[]) {
  const draft = drafts.find((one) => one.kind === 'problem' && one.key === String(problem.id));
  const drafted = draft?.kind === 'problem' ? draft.content : null;
  const steps = drafted
    ? drafted.steps.map(({ qaId, question, kind, use, level }) => ({ qaId: qaId ?? 0, question, kind, use, level }))
    : problem.steps;
  return {
    ...problem,
    steps,
    text: drafted?.title || problem.title || (steps[0]?.question ?? ''),
    standing: standingOf(!problem.isDraft, drafts, 'problem', String(problem.id)),
  };
}
