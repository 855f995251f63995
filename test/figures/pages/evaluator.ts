import { fromStored } from '../../../src/data/db/instants.ts';
import { DAY } from '../../../src/shared/instant.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { Counted, Recount } from '../recount.ts';

const words = messagesFor('en').scoreAgreement;
const DAYS = 365;
const PERIOD = 30;
const ENOUGH = { agreement: 20, change: 10 };

type Kind = 'proficiency' | 'investment';
type Score = RawRow<'sessional_proficiency_evaluations' | 'sessional_investment_evaluations'>;
/** The evaluator's score beside a person's own of the same session. */
interface Pair {
  given: Score;
  evaluator: number;
  person: number;
}

const isSame = (one: Pick<Score, 'home_session_id' | 'school_session_id' | 'student_id'>, two: typeof one): boolean =>
  one.student_id === two.student_id &&
  one.home_session_id === two.home_session_id &&
  one.school_session_id === two.school_session_id;

/** The evaluator's scores of a year in a school. */
function givenIn(rows: RawRows, kind: Kind, school: number): Score[] {
  const pupils = new Set(rows.of('students').flatMap((one) => (one.school_id === school ? [one.user_id] : [])));
  return rows
    .of(`sessional_${kind}_evaluations`)
    .filter((one) => one.source === 'evaluator' && one.score !== null && pupils.has(one.student_id))
    .filter((one) => fromStored(one.created_at) >= rows.now - DAYS * DAY);
}

function pairsOf(rows: RawRows, all: readonly Score[]): Pair[] {
  const own = rows.of('sessional_investment_evaluations').filter(({ source }) => source === 'class manager');
  return all.flatMap((given) => {
    const beside = own.find((one) => isSame(one, given));
    return beside?.score == null ? [] : [{ given, evaluator: Number(given.score), person: beside.score }];
  });
}

const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;
const differences = (pairs: readonly Pair[]): number[] => pairs.map(({ evaluator, person }) => person - evaluator);
const meanOf = (pairs: readonly Pair[]): Counted => (pairs.length === 0 ? [] : [mean(differences(pairs))]);

/** Kappa, by all pairs of an evaluator's and a person's score as if they had been dealt out at random. */
function kappaOf(pairs: readonly Pair[]): Counted {
  if (pairs.length < ENOUGH.agreement) return [];
  const there = mean(differences(pairs).map((one) => one ** 2));
  const dealt = mean(pairs.flatMap(({ evaluator }) => pairs.map(({ person }) => (person - evaluator) ** 2)));
  return dealt === 0 ? [] : [1 - there / dealt];
}

/** What was given in a period, in a sentence: the days, the difference, and how many. */
function inPeriod(pairs: readonly Pair[]): Counted {
  if (pairs.length === 0) return [PERIOD];
  const difference = Math.abs(mean(differences(pairs)));
  return [PERIOD, ...(difference < 0.05 ? [] : [difference]), pairs.length];
}

function addRows(page: PageFigures, rows: RawRows, kind: Kind, given: readonly Score[]): void {
  const originOf = ({ rubric_version: rubric, provider }: Score) => words.origin(rubric, provider !== 'embedded');
  const answered = (of: readonly Score[], action: 'stands' | 'disputed') =>
    of.filter((score) => {
      const said = rows.of('score_reviews').filter((one) => one.kind === kind && isSame(one, score));
      return said.filter((one) => one.action !== 'contested').toSorted((a, b) => b.id - a.id)[0]?.action === action;
    }).length;
  for (const [origin, own] of Map.groupBy(given, originOf)) {
    const pairs = kind === 'investment' ? pairsOf(rows, own) : [];
    page.row(words.table, `${words.kinds[kind]} ${origin}`, {
      [words.given]: [own.length],
      [words.stands]: [answered(own, 'stands')],
      [words.disputed]: [answered(own, 'disputed')],
      [words.own]: kind === 'investment' ? [pairs.length] : [],
      [words.meanDifference]: meanOf(pairs),
      [words.kappa]: kappaOf(pairs),
    });
  }
}

export const EVALUATOR: Recount = {
  page: '/school/evaluator',
  who: 'ruth',
  count: (rows) => {
    const page = new PageFigures();
    const { id: school } = rows.one('schools', (one) => one.school_manager_id === rows.idOf('ruth'));
    const investment = givenIn(rows, 'investment', school);
    const pairs = pairsOf(rows, investment);
    page.line('page', [DAYS]);
    if (pairs.length > 0) {
      const near = pairs.filter(({ evaluator, person }) => Math.abs(person - evaluator) <= 1).length;
      page.stat(words.beside, [pairs.length]);
      page.stat(words.difference, meanOf(pairs));
      page.stat(words.within, [near / pairs.length]);
      page.stat(words.kappa, kappaOf(pairs));
    }
    const since = (days: number) => rows.now - days * DAY;
    const at = ({ given }: Pair) => fromStored(given.created_at);
    const last = pairs.filter((one) => at(one) >= since(PERIOD));
    const before = pairs.filter((one) => at(one) >= since(2 * PERIOD) && at(one) < since(PERIOD));
    page.line(words.drift, inPeriod(last));
    page.line(words.drift, inPeriod(before));
    if (Math.min(last.length, before.length) >= ENOUGH.change)
      throw new Error('the bounds of a change are not counted');
    page.line(words.drift, [ENOUGH.change]);
    addRows(page, rows, 'proficiency', givenIn(rows, 'proficiency', school));
    addRows(page, rows, 'investment', investment);
    return [{ path: '/school/evaluator', lines: true, figures: page.map }];
  },
};
