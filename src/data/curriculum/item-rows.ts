import { z } from 'zod';
import { type Figure, type Item, QA_KINDS } from '../../domain/curriculum/curriculum.ts';

const texts = z.array(z.string());
const choices = z.array(z.object({ id: z.string(), text: z.string() }));
const scaffold = z.object({
  question: z.string(),
  kind: z.enum(QA_KINDS),
  answer: z.string(),
  choices: choices.optional(),
});
const hints = z.array(z.object({ text: z.string(), scaffold: scaffold.optional() }));
const wrongAnswers = z.array(z.object({ answer: z.string(), feedback: z.string() }));

/** A row of `qa_revisions` with what its question and its problem add. */
export interface ItemRow {
  qa_id: number;
  revision_id: number;
  problem_id: number;
  course_id: number;
  unit_name: string;
  type: Item['use'];
  step_index: number;
  step_count: number;
  stem: string;
  kind: Item['key']['kind'];
  level: number;
  question: string;
  answer: string;
  tolerance: number | null;
  unit: string | null;
  accepted_answers: string;
  choices: string;
  aliases: string;
  hints: string;
  worked_example: string;
  explanation: string;
  wrong_answers: string;
  figures: string | null;
  source: string;
  licence: string;
}

/** Makes the domain's item of a row. Throws when the JSON in it is not what we wrote: that is a fault, not input. */
export function toItem(row: ItemRow, figures: Figure[]): Item {
  return {
    qaId: row.qa_id,
    revisionId: row.revision_id,
    problemId: row.problem_id,
    courseId: row.course_id,
    unitName: row.unit_name,
    use: row.type,
    level: row.level,
    stem: row.stem,
    question: row.question,
    // A step that was taken out of its problem stands behind all others in the database.
    stepIndex: Math.min(row.step_index, Number(row.step_count) - 1),
    stepCount: row.step_count,
    figures,
    key: {
      kind: row.kind,
      answer: row.answer,
      ...(row.tolerance === null ? {} : { tolerance: row.tolerance }),
      ...(row.unit === null ? {} : { unit: row.unit }),
      acceptedAnswers: texts.parse(JSON.parse(row.accepted_answers)),
      choices: choices.parse(JSON.parse(row.choices)),
    },
    aliases: texts.parse(JSON.parse(row.aliases)),
    hints: hints.parse(JSON.parse(row.hints)).map(({ text, scaffold: question }) => ({
      text,
      ...(question ? { scaffold: withoutUndefined(question) } : {}),
    })),
    workedExample: row.worked_example,
    explanation: row.explanation,
    wrongAnswers: wrongAnswers.parse(JSON.parse(row.wrong_answers)),
    source: row.source,
    licence: row.licence,
  };
}

function withoutUndefined({ question, kind, answer, choices: some }: z.infer<typeof scaffold>) {
  return { question, kind, answer, ...(some ? { choices: some } : {}) };
}
