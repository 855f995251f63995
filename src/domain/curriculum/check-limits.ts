import { MOST_QUESTIONS } from '../assessment/draw-questions.ts';
import type { Choice } from './curriculum.ts';
import type { CourseDraft, CurriculumDraft, ProblemDraft, QaDraft, TestDraft, UnitDraft } from './curriculum-draft.ts';
import { LIMITS } from './import/limits.ts';
import { WEB_ADDRESS } from './web-address.ts';

/** What of the whole import is too much. */
export function importLimits({ courses }: CurriculumDraft): string[] {
  const problems = courses.flatMap(({ units }) => units.flatMap((unit) => unit.problems));
  const questions = problems.reduce((sum, { steps }) => sum + steps.length, 0);
  return [...tooMany('courses', courses.length, LIMITS.courses), ...tooMany('questions', questions, LIMITS.questions)];
}

/** What of a course itself is too long or too much; not of its units and tests. */
export function courseLimits({
  description,
  source = '',
  prerequisites = [],
  units,
  tests = [],
}: CourseDraft): string[] {
  return [
    ...tooLong('its description', description, LIMITS.text),
    ...tooLong('its source', source, LIMITS.name),
    ...tooMany('prerequisites', prerequisites.length, LIMITS.list),
    ...prerequisites.flatMap((name) => tooLong('its prerequisite', name, LIMITS.name)),
    ...tooMany('units', units.length, LIMITS.unitsEach),
    ...tooMany('tests', tests.length, LIMITS.testsEach),
  ];
}

/** What of a unit itself is too long or too much; not of its problems. */
export function unitLimits({ description, estimatedDurationMinutes, prerequisites = [] }: UnitDraft): string[] {
  const most = LIMITS.unitMinutes;
  return [
    ...tooLong('its description', description, LIMITS.text),
    ...(estimatedDurationMinutes > most
      ? [`read ${estimatedDurationMinutes} minutes; allowed are at most ${most}`]
      : []),
    ...tooMany('prerequisites', prerequisites.length, LIMITS.list),
  ];
}

/** What of a test is out of bounds. */
export function testLimits({ name, durationMinutes, questionCount, link, units }: TestDraft): string[] {
  return [
    ...(name.trim() === '' ? ['a name of 1 to 190 characters is needed'] : tooLong('its name', name, LIMITS.name)),
    ...outOf('minutes', durationMinutes, LIMITS.testMinutes),
    ...(questionCount === undefined || questionCount === null ? [] : outOf('questions', questionCount, MOST_QUESTIONS)),
    ...(link === undefined || link === null ? [] : linkProblems(link)),
    ...Object.entries(units)
      .filter(([, weight]) => !(weight >= 0 && weight <= 1))
      .map(([unit, weight]) => `read weight ${weight} of the unit "${unit}"; allowed is 0 to 1`),
  ];
}

function linkProblems(link: string): string[] {
  if (WEB_ADDRESS.test(link)) return tooLong('its link', link, LIMITS.title);
  return [`read the link "${beginning(link)}"; allowed is an address that begins with https:// or http://`];
}

/** What of a problem is too long or too much, its questions included. */
export function problemLimits(problem: ProblemDraft): string[] {
  const { sourceKey = '', title = '', stem = '', source, licence, figures = [], steps } = problem;
  return [
    ...tooLong('its key', sourceKey, LIMITS.name),
    ...tooLong('its title', title, LIMITS.title),
    ...tooLong('its stem', stem, LIMITS.text),
    ...tooLong('its source', source, LIMITS.title),
    ...tooLong('its licence', licence, LIMITS.title),
    ...tooMany('pictures', figures.length, LIMITS.figuresEach),
    ...figures.flatMap(({ alt }) => tooLong('the description of its picture', alt, LIMITS.title)),
    ...figures
      .filter(({ bytes }) => bytes.length > LIMITS.figure)
      .map(({ bytes }) => `a picture of it has ${bytes.length} bytes; allowed are ${LIMITS.figure}`),
    ...tooMany('questions', steps.length, LIMITS.stepsEach),
    ...steps.flatMap((step, index) =>
      questionLimits(step).map((said) => (steps.length > 1 ? `question ${index + 1}: ${said}` : said)),
    ),
  ];
}

function questionLimits(qa: QaDraft): string[] {
  const { acceptedAnswers = [], choices = [], aliases = [], hints, wrongAnswers = [] } = qa;
  return [
    ...tooLong('its text', qa.question, LIMITS.text),
    ...tooLong('its answer', qa.answer, LIMITS.answer),
    ...tooLong('its unit', qa.unit ?? '', LIMITS.unit),
    ...tooLong('its worked example', qa.workedExample ?? '', LIMITS.text),
    ...tooLong('its explanation', qa.explanation, LIMITS.text),
    ...tooMany('accepted answers', acceptedAnswers.length, LIMITS.list),
    ...acceptedAnswers.flatMap((answer) => tooLong('its accepted answer', answer, LIMITS.answer)),
    ...choiceLimits(choices),
    ...tooMany('aliases', aliases.length, LIMITS.list),
    ...aliases.flatMap((alias) => tooLong('its alias', alias, LIMITS.text)),
    ...tooMany('hints', hints.length, LIMITS.hints),
    ...hints.flatMap(({ text, scaffold }, index) => [
      ...tooLong(`its hint ${index + 1}`, text, LIMITS.text),
      ...tooLong(`the question of its hint ${index + 1}`, scaffold?.question ?? '', LIMITS.text),
      ...tooLong(`the answer of its hint ${index + 1}`, scaffold?.answer ?? '', LIMITS.answer),
      ...choiceLimits(scaffold?.choices ?? []),
    ]),
    ...tooMany('wrong answers', wrongAnswers.length, LIMITS.list),
    ...wrongAnswers.flatMap(({ answer, feedback }) => [
      ...tooLong('its wrong answer', answer, LIMITS.answer),
      ...tooLong('its feedback', feedback, LIMITS.text),
    ]),
  ];
}

function choiceLimits(choices: readonly Choice[]): string[] {
  return [
    ...tooMany('choices', choices.length, LIMITS.choices),
    ...choices.flatMap(({ id, text }) => [
      ...tooLong('the id of its choice', id, LIMITS.choiceId),
      ...tooLong(`its choice ${id}`, text, LIMITS.answer),
    ]),
  ];
}

/** Characters as the schema counts them. */
function tooLong(what: string, text: string, most: number): string[] {
  if (text.length <= most) return [];
  return [`${what}, “${beginning(text)}”, has ${text.length} characters; allowed are ${most}`];
}

function tooMany(what: string, count: number, most: number): string[] {
  return count > most ? [`it has ${count} ${what}; allowed are ${most}`] : [];
}

function outOf(what: string, value: number, most: number): string[] {
  const fits = Number.isInteger(value) && value >= 1 && value <= most;
  return fits ? [] : [`read ${value} ${what}; allowed is a whole number from 1 to ${most}`];
}

const beginning = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
