import type { AnyContent, Contents, StepContent } from '../../../shared/curriculum-content.ts';

/** A field of a state, flat: a figure is its hash, a space and its description. `step` counts from 0 and is null for what belongs to the whole. */
export interface FlatField {
  step: number | null;
  field: string;
  /** Which of several (a hint, a choice), from 1; null where there is only one. */
  index: number | null;
  text: string;
}

/** A field that is not the same: null on the side where it is not there. */
export interface Difference {
  step: number | null;
  field: string;
  index: number | null;
  before: string | null;
  after: string | null;
}

/** What a problem is called where only its id is kept. */
export type ProblemNames = ReadonlyMap<number, string>;

/**
 * What differs between two states of the same kind of thing, in the order of the form. Null stands for "was not there". `names` is
 * for orders of questions, which hold ids.
 */
export function compareContent(
  before: AnyContent | null,
  after: AnyContent | null,
  names: ProblemNames = new Map(),
): Difference[] {
  const [old, fresh] = [before ? flatten(before, names) : [], after ? flatten(after, names) : []];
  const found = new Map<string, Difference>();
  const nameOf = ({ step, field, index }: FlatField) => `${step ?? ''}/${field}/${index ?? ''}`;
  for (const one of fresh) found.set(nameOf(one), { ...place(one), before: null, after: one.text });
  for (const one of old) {
    const twin = found.get(nameOf(one));
    if (twin) twin.before = one.text;
    else found.set(nameOf(one), { ...place(one), before: one.text, after: null });
  }
  return [...found.values()].filter((one) => (one.before ?? '') !== (one.after ?? '')).map(withoutSame);
}

/** Of two long orders only the stretch in which they differ. */
function withoutSame(one: Difference): Difference {
  if ((one.field !== 'order' && one.field !== 'sequence') || one.before === null || one.after === null) return one;
  const [before, after] = [one.before.split('\n'), one.after.split('\n')];
  const first = before.findIndex((line, at) => line !== after[at]);
  const start = first === -1 ? before.length : first;
  const isLonger = before.length !== after.length;
  const last = isLonger ? -1 : before.findLastIndex((line, at) => line !== after[at]);
  const cut = (lines: string[]) => lines.slice(start, isLonger ? undefined : last + 1).join('\n');
  return { ...one, before: cut(before), after: cut(after) };
}

const place = ({ step, field, index }: FlatField) => ({ step, field, index });

/** A state as a list of texts; empty ones are left out. */
export function flatten(state: AnyContent, names: ProblemNames = new Map()): FlatField[] {
  return fieldsOf(state, names).filter(({ text }) => text !== '');
}

function fieldsOf(state: AnyContent, names: ProblemNames): FlatField[] {
  switch (state.kind) {
    case 'course':
      return courseFields(state.content);
    case 'order':
      return [whole('order', numbered(state.content.units))];
    case 'sequence':
      return [whole('sequence', numbered(state.content.problems.map((id) => names.get(id) ?? `#${id}`)))];
    case 'unit':
      return unitFields(state.content);
    case 'test':
      return testFields(state.content);
    default:
      return problemFields(state.content);
  }
}

const whole = (field: string, text: string): FlatField => ({ step: null, field, index: null, text });
const numbered = (texts: readonly string[]): string =>
  texts.map((text, index) => `${index + 1}. ${text.replaceAll(/\s+/g, ' ')}`).join('\n');
const archived = (is: boolean): FlatField => whole('archived', is ? 'yes' : '');

function courseFields(course: Contents['course']): FlatField[] {
  return [
    whole('name', course.name),
    whole('subject', course.subject),
    whole('gradeLevel', course.gradeLevel),
    whole('type', course.type),
    whole('level', String(course.level)),
    whole('description', course.description),
    whole('prerequisites', course.prerequisites.join(', ')),
    archived(course.archived),
  ];
}

function unitFields(unit: Contents['unit']): FlatField[] {
  return [
    whole('name', unit.name),
    whole('type', unit.type),
    whole('weight', String(unit.weight)),
    whole('minutes', String(unit.minutes)),
    whole('description', unit.description),
    whole('prerequisites', unit.prerequisites.join('\n')),
    archived(unit.archived),
  ];
}

function testFields(test: Contents['test']): FlatField[] {
  return [
    whole('name', test.name),
    whole('type', test.type),
    whole('minutes', String(test.minutes)),
    whole('questionCount', test.questionCount === null ? '' : String(test.questionCount)),
    whole('link', test.link ?? ''),
    whole('units', test.units.map(({ unit, weight }) => `${unit}: ${weight}`).join('\n')),
    archived(test.archived),
  ];
}

function problemFields(problem: Contents['problem']): FlatField[] {
  return [
    whole('title', problem.title),
    whole('stem', problem.stem),
    ...problem.figures.map(({ hash, alt }, index) => ({
      step: null,
      field: 'figures',
      index: index + 1,
      text: `${hash} ${alt}`,
    })),
    whole('unit', problem.unit),
    ...problem.steps.flatMap(stepFields),
    whole('source', problem.source),
    whole('licence', problem.licence),
    archived(problem.archived),
  ];
}

function stepFields(content: StepContent, step: number): FlatField[] {
  const one = (field: string, text: string): FlatField => ({ step, field, index: null, text });
  const many = (field: string, texts: readonly string[]): FlatField[] =>
    texts.map((text, index) => ({ step, field, index: index + 1, text }));
  return [
    one('use', content.use),
    one('level', String(content.level)),
    one('kind', content.kind),
    one('question', content.question),
    ...many(
      'choices',
      content.choices.map(({ id, text }) => `${id}. ${text}`),
    ),
    one('answer', content.answer),
    one('tolerance', content.tolerance === null ? '' : String(content.tolerance)),
    one('answerUnit', content.unit ?? ''),
    one('acceptedAnswers', content.acceptedAnswers.join('\n')),
    one('aliases', content.aliases.join('\n')),
    ...many('hints', content.hints.map(hintText)),
    one('workedExample', content.workedExample),
    one('explanation', content.explanation),
    ...many(
      'wrongAnswers',
      content.wrongAnswers.map(({ answer, feedback }) => `${answer}\n${feedback}`),
    ),
  ];
}

function hintText({ text, scaffold }: StepContent['hints'][number]): string {
  if (!scaffold) return text;
  const choices = scaffold.choices.map((choice) => `${choice.id}. ${choice.text}`);
  return [text, scaffold.question, ...choices, scaffold.answer].join('\n');
}
