import type { CourseDraft, FigureDraft, ProblemDraft, QaDraft, UnitDraft } from '../curriculum-draft.ts';
import { imageType } from '../image-type.ts';
import type { CourseDocument, CourseStructure, ProblemDocument } from './json-shape.ts';
import { whyNotAsked } from './kept-as-draft.ts';

type UnitDocument = CourseDocument['units'][number];
type StepDocument = ProblemDocument['steps'][number];

/** A course of a document without its problems; what the document leaves open is unsaid. */
export function courseFrom(document: CourseDocument): CourseDraft {
  const { units: _, tests, ...said } = document;
  return {
    type: 'optional',
    level: 3,
    description: '',
    ...said,
    unsaid: (['type', 'level', 'description', 'prerequisites'] as const).filter((name) => said[name] === undefined),
    units: [],
    tests: tests ?? [],
  };
}

/** How a course hangs together, with nothing else of it. Units of which one could not be read are nothing to judge the others by. */
export function structureFrom({
  name,
  subject,
  gradeLevel,
  prerequisites,
  units,
  tests,
}: CourseStructure): CourseDraft {
  const isRead = units.every((unit) => unit.name !== '');
  const bare = { type: 'optional', level: 3, description: '', unsaid: [] } as const;
  return {
    ...bare,
    name,
    subject,
    gradeLevel,
    ...(prerequisites ? { prerequisites } : { unsaid: ['prerequisites'] }),
    units: (isRead ? units : []).map((unit) =>
      unitFrom({ name: unit.name, ...(unit.prerequisites ? { prerequisites: unit.prerequisites } : {}) }),
    ),
    tests: (isRead ? tests : []).map((test) => ({
      name: test.name,
      type: 'quiz',
      durationMinutes: 1,
      units: test.units,
    })),
  };
}

/** A unit of a document without its problems. */
export function unitFrom(document: UnitDocument): UnitDraft {
  const { problems: _, ...said } = document;
  const names = ['type', 'weight', 'estimatedDurationMinutes', 'description'] as const;
  return {
    type: 'chapter',
    weight: 0.5,
    estimatedDurationMinutes: 30,
    description: '',
    ...said,
    unsaid: names.filter((name) => said[name] === undefined),
    problems: [],
  };
}

/** Why a problem that could be asked is none: whoever wrote the file has not published it. */
const DRAFT_THERE = 'it is a draft in the file';

/** A problem of a document, or why it is not taken. Pictures are told by their bytes. */
export function problemFrom(
  document: ProblemDocument,
  decode: (base64: string) => Uint8Array,
): { draft: ProblemDraft } | { reason: string } {
  const { key, figures = [], steps, source = '', licence = '', title, stem, draft } = document;
  const pictures: FigureDraft[] = [];
  for (const { alt, data } of figures) {
    const bytes = decode(data);
    const mediaType = imageType(bytes);
    if (mediaType === null) return { reason: 'a figure is no GIF, PNG, JPEG or WebP image' };
    pictures.push({ fileName: '', mediaType, alt, bytes });
  }
  return {
    draft: {
      ...(key === undefined ? {} : { sourceKey: key }),
      ...(draft ? { draft: whyNotAsked(steps) ?? DRAFT_THERE } : {}),
      ...(title ? { title } : {}),
      ...(stem ? { stem } : {}),
      ...(pictures.length > 0 ? { figures: pictures } : {}),
      source,
      licence,
      steps: steps.map(stepFrom),
    },
  };
}

const stepFrom = (step: StepDocument): QaDraft => ({
  ...step,
  hints: step.hints ?? [],
  explanation: step.explanation ?? '',
});
