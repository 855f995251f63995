import { z } from 'zod';

/** A text; numbers and truth values are ones that a spreadsheet has turned. */
const words = z.union([z.string(), z.number(), z.boolean()]).transform(String).pipe(z.string().max(20_000));
const answers = z.array(words).min(1).max(50);
const variables = z.record(z.string(), z.unknown()).nullish();

/** A problem of OATutor, `content-pool/<id>/<id>.json`, as far as we use it. */
export const sourceProblem = z.object({
  title: words.nullish(),
  body: words.nullish(),
  variabilization: variables,
  oer: z.unknown().optional(),
  license: z.unknown().optional(),
  lesson: z.string().max(500).nullish(),
  courseName: z.string().max(500).nullish(),
});

/** A step, `steps/<step>/<step>.json`. */
export const sourceStep = z.object({
  stepTitle: words.nullish(),
  stepBody: words.nullish(),
  stepAnswer: answers,
  answerLatex: words.nullish(),
  problemType: z.string(),
  choices: z.array(words).max(50).nullish(),
  variabilization: variables,
});

const hintFields = {
  id: z.string().max(200),
  type: z.string(),
  dependencies: z.array(z.string().max(200)).max(100).nullish(),
  title: words.nullish(),
  text: words.nullish(),
  problemType: z.string().nullish(),
  hintAnswer: z.array(words).max(50).nullish(),
  choices: z.array(words).max(50).nullish(),
  license: z.unknown().optional(),
};

/** A hint or scaffold of a pathway, `steps/<step>/tutoring/*.json`; scaffolds may have hints of their own. */
export const sourceHint = z.object({ ...hintFields, subHints: z.array(z.object(hintFields)).max(50).nullish() });
export const sourcePathway = z.array(sourceHint).max(200);

export type SourceProblem = z.infer<typeof sourceProblem>;
export type SourceStep = z.infer<typeof sourceStep>;
export type SourceHint = z.infer<typeof sourceHint>;

/** A file beside a problem, or why it was not read. */
export type RawFigure = { name: string; bytes: Uint8Array } | { name: string; refused: string };

/** What was read of one problem's folder: parsed JSON that nobody has looked at, and files. */
export interface RawProblem {
  id: string;
  problem: unknown;
  steps: { id: string; step: unknown; pathway: unknown }[];
  figures: RawFigure[];
}

/** The first thing that a schema found wrong, for the report: where, and what. */
export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'it'}: ${issue.message}` : 'it has another form';
}
