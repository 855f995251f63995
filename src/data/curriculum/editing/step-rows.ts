import { type StepContent, stepContent } from '../../../shared/curriculum-content.ts';

/** A revision with what its question adds. */
export interface StepRow {
  qa_id: number;
  problem_id: number;
  type: StepContent['use'];
  step_index: number;
  stem: string;
  kind: StepContent['kind'];
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
}

/** Throws when the JSON in the row is not what we wrote. */
export function toStep(row: StepRow): StepContent {
  const hints: { text: string; scaffold?: { choices?: unknown } & object }[] = JSON.parse(row.hints);
  return stepContent.parse({
    qaId: row.qa_id,
    use: row.type,
    level: row.level,
    kind: row.kind,
    question: row.question,
    answer: row.answer,
    tolerance: row.tolerance,
    unit: row.unit,
    acceptedAnswers: JSON.parse(row.accepted_answers),
    choices: JSON.parse(row.choices),
    aliases: JSON.parse(row.aliases),
    hints: hints.map(({ text, scaffold }) => ({
      text,
      scaffold: scaffold ? { ...scaffold, choices: scaffold.choices ?? [] } : null,
    })),
    workedExample: row.worked_example,
    explanation: row.explanation,
    wrongAnswers: JSON.parse(row.wrong_answers),
  });
}

/** The columns of a revision; `stem` is what its problem says above all steps. */
export function toRevision(step: StepContent, stem: string) {
  return {
    stem,
    kind: step.kind,
    level: step.level,
    question: step.question,
    answer: step.answer,
    tolerance: step.tolerance,
    unit: step.unit,
    accepted_answers: JSON.stringify(step.acceptedAnswers),
    choices: JSON.stringify(step.choices),
    aliases: JSON.stringify(step.aliases),
    hints: JSON.stringify(step.hints.map(({ text, scaffold }) => (scaffold ? { text, scaffold } : { text }))),
    worked_example: step.workedExample,
    explanation: step.explanation,
    wrong_answers: JSON.stringify(step.wrongAnswers),
  };
}
