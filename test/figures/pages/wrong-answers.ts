import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { Counted, PageToCount, Recount } from '../recount.ts';
import { isFew, SubjectThere } from '../region-scope.ts';
import { numbersIn } from '../shown.ts';
import { answersIn, queryOf } from './hard-units.ts';
import { daysOf } from './region-analytics.ts';

const words = messagesFor('en').regionSubject;

/** A number as pupils write it: 1/2 and 0.5 are the same. */
function meant(written: string): string {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(written.trim());
  const value = fraction ? Number(fraction[1]) / Number(fraction[2]) : Number(written);
  return Number.isFinite(value) ? String(value + 0) : written.trim();
}

/** Whether a question reads now as when it was answered, and has the same key. */
function readsSo(rows: RawRows, { qa_id: id, revision_id: then }: RawRow<'attempts'>): boolean {
  const { revision_id: now } = rows.one('qas', (qa) => qa.id === id);
  const [one, other] = [then, now].map((revision) => rows.one('qa_revisions', (row) => row.id === revision));
  return (['question', 'stem', 'choices', 'answer'] as const).every((of) => one?.[of] === other?.[of]);
}

const pupilsIn = (answers: readonly RawRow<'attempts'>[]): number => new Set(answers.map((one) => one.student_id)).size;

interface Wrong {
  answer: string;
  pupils: number;
  schools: number;
}

/** Of a question how many answered it, and the wrong answers, the commonest first; what comes to the same is one. */
function wrongTo(rows: RawRows, there: SubjectThere, answers: readonly RawRow<'attempts'>[]) {
  const [first] = answers;
  const { answer: key } = rows.one('qas', (qa) => qa.id === first?.qa_id);
  const written = (one: RawRow<'attempts'>) => one.understood ?? one.answer;
  const wrong = answers.filter((one) => one.verdict === 'incorrect' && meant(written(one)) !== meant(key));
  const found = [...Map.groupBy(wrong, (one) => meant(written(one))).values()].map((same): Wrong => {
    const ways = [...Map.groupBy(same, written)].map(([way, own]) => ({ way, pupils: pupilsIn(own) }));
    const most = Math.max(...ways.map(({ pupils }) => pupils));
    return {
      answer: ways.find(({ pupils }) => pupils === most)?.way ?? '',
      pupils: pupilsIn(same),
      schools: new Set(same.map((one) => there.schoolOf(one.student_id))).size,
    };
  });
  return { answered: pupilsIn(answers), wrong: found.toSorted((a, b) => b.pupils - a.pupils) };
}

function pageOf(rows: RawRows, there: SubjectThere): PageToCount {
  const judged = answersIn(rows, there).filter(({ verdict }) => verdict === 'correct' || verdict === 'incorrect');
  const often = [...Map.groupBy(judged, (one) => one.qa_id)].filter(
    ([, answers]) => pupilsIn(answers.filter(({ verdict }) => verdict === 'incorrect')) >= 10,
  );
  const questions = often.map(([id, answers]) => {
    const found = wrongTo(
      rows,
      there,
      answers.filter((one) => readsSo(rows, one)),
    );
    return {
      ...rows.one('qas', (qa) => qa.id === id),
      ...found,
      told: found.wrong.filter(({ pupils }) => !isFew(pupils)),
    };
  });
  const hidden = questions.reduce((sum, { wrong, told }) => sum + wrong.length - told.length, 0);
  const [page, file, seen] = [new PageFigures(), new Map<string, Counted>(), new Map<string, number>()];
  const again = (row: string): string => {
    const times = (seen.get(row) ?? 0) + 1;
    seen.set(row, times);
    return times === 1 ? row : `${row} (${times})`;
  };
  const { now } = daysOf(rows);
  page.line('page', [there.large(now).length]);
  const shown = inOrder(questions.filter(({ told }) => told.length > 0));
  for (const { question, unit_name: unit, answered, told } of shown) {
    page.line('page', [answered]);
    for (const { answer, pupils, schools } of told) {
      page.row(words.wrongCaption(question), answer, { [words.gave]: [pupils], [words.inSchools]: [schools] });
      const row = again(answer);
      file.set(`${row} | ${words.gave}`, [pupils]);
      file.set(`${row} | ${words.inSchools}`, [schools]);
      for (const [title, text] of [
        [words.question, question],
        [words.unit, unit],
      ] as const) {
        file.set(
          `${row} | ${title}`,
          numbersIn(text).map(({ value }) => value),
        );
      }
    }
  }
  if (hidden > 0) page.line('page', [hidden]);
  if (there.hidden(now) > 1) page.line('page', [there.hidden(now)]);
  const files = { '/region/wrong-answers.csv': file };
  return { path: `/region/wrong-answers?${queryOf(there)}`, lines: true, figures: page.map, files };
}

/** Those first of which the most pupils think wrongly, each with the others of its unit. */
function inOrder<One extends { unit_name: string; course_id: number; told: readonly Wrong[]; id: number }>(
  questions: readonly One[],
): One[] {
  const most = ({ told }: One) => told[0]?.pupils ?? 0;
  const sorted = questions.toSorted((a, b) => most(b) - most(a) || a.id - b.id);
  return [...Map.groupBy(sorted, (one) => `${one.course_id}/${one.unit_name}`).values()].flat();
}

export const WRONG_ANSWERS: Recount = {
  page: '/region/wrong-answers',
  who: 'yossi',
  count: (rows) => ['math', 'science'].map((subject) => pageOf(rows, new SubjectThere(rows, subject, 'haifa'))),
};
