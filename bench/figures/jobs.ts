import type { App } from '../../src/app.ts';
import type { Actor } from '../../src/domain/access/permission-matrix.ts';
import { quarterNumbered } from '../../src/domain/evaluation/school-quarter.ts';
import type { ReportWish } from '../../src/services/kept-reports/kept-reports.service.ts';
import { watchThread } from '../curriculum/watch-thread.ts';
import type { Figure } from '../teaching/bench.ts';
import { cpuOf, held, p95 } from './measure.ts';
import type { Person } from './pages.ts';
import { BEFORE_PUPILS, LOGINS } from './people.ts';

const MOST_MS = 100;
/** So long nobody else is served, at most. */
const MOST_HELD = 200;
const MOST_MB = 16;
/** Of work that is done once, so that a busy second counts in full. */
const MOST_GROWTH = 2;
const ROUNDS = 10;
const PUPIL = BEFORE_PUPILS + 1;

type Asked = Omit<ReportWish, 'locale'> & { who: Person; base: string };
const QUARTER = '2026-q1';
const YEAR = 'year-2025';

const of = (who: Person, base: string, wish: Omit<ReportWish, 'locale'>): Asked => ({ who, base, ...wish });

/** Every kind of report, and who asks for it. */
const REPORTS: readonly Asked[] = [
  of('pupil', '/progress/reports', { kind: 'pupil', studentId: PUPIL, period: QUARTER }),
  of('parent', `/children/${PUPIL}/reports`, { kind: 'pupil', studentId: PUPIL, period: YEAR }),
  of('class manager', '/class/reports', { kind: 'class', classId: 1, period: QUARTER }),
  of('class manager', '/class/reports', { kind: 'class', classId: 1, period: YEAR }),
  of('school manager', '/school/reports', { kind: 'school', period: QUARTER }),
  of('school manager', '/school/reports', { kind: 'school', period: YEAR }),
  of('school manager', '/school/reports', { kind: 'subject', subject: 'math', period: YEAR }),
  of('supervisor', '/region/reports', { kind: 'region subject', subject: 'math', region: 'north', period: QUARTER }),
  of('supervisor', '/region/reports', { kind: 'region', region: 'north', period: QUARTER }),
];

/** Makes every kind of report again and again, and says where the last ones are read. */
export async function reports({ services, reportWorker }: App) {
  const figures: Figure[] = [];
  const paths: Record<Person, string[]> = {
    pupil: [],
    parent: [],
    'class manager': [],
    'school manager': [],
    supervisor: [],
  };
  for (const { who, base, ...wish } of REPORTS) {
    const actor = await actorOf(services, who);
    const took: number[] = [];
    let last = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const made = await cpuOf(async () => {
        [last = 0] = await services.keptReports.ask(actor, { ...wish, locale: 'en' });
        await reportWorker.runDue();
      });
      took.push(made);
    }
    if (!paths[who].includes(base)) paths[who].push(base);
    paths[who].push(`${base}/${last}`);
    paths[who].push(`${base}/${last}/table.csv?section=0`);
    figures.push({
      name: `report of a ${wish.kind}, ${wish.period}, made: p95, ms of the processor`,
      value: p95(took.toSorted((a, b) => a - b)),
      most: MOST_MS,
    });
  }
  return { figures, paths };
}

async function actorOf({ accounts }: App['services'], who: Person): Promise<Actor> {
  const actor = await accounts.findActor(LOGINS[who].id);
  if (!actor) throw new Error(`There is no ${who}.`);
  return actor;
}

type Work = readonly [what: string, () => Promise<unknown>];

/** Work of a day, a week and a quarter, which what happened before them makes no longer. */
async function worksOf({ services, worker, reportWorker, mailWorkers }: App): Promise<Work[]> {
  const { attention, quarterClosings, weeklyLetters, keptReports } = services;
  const quarter = quarterNumbered(2026, 1);
  const manager = await actorOf(services, 'class manager');
  const reportsOfClass = async () => {
    await keptReports.ask(manager, { kind: 'pupils', classId: 1, period: QUARTER, locale: 'en' });
    await reportWorker.runDue();
  };
  const look = async () => {
    await attention.lookDue();
    await worker.runDue();
  };
  const close = async () => {
    for (const { id, studied } of await quarterClosings.schools(quarter))
      if (studied) await quarterClosings.close(id, quarter);
    await worker.runDue();
  };
  const letters = async () => {
    await weeklyLetters.queueDue();
    await mailWorkers.at(-1)?.runDue();
  };
  return [
    ['reports of the 25 pupils of a class', reportsOfClass],
    ['a look at 10,000 pupils', look],
    ['a quarter of forty schools closed', close],
    ['1,000 weekly letters written', letters],
  ];
}

/**
 * The work behind the pages: how long it takes, for how long it holds the thread, what it holds in memory, and that it grows with
 * history only where it is about all of that.
 */
export async function jobs(long: App, short: App): Promise<Figure[]> {
  const figures: Figure[] = [];
  const beside = new Map(await worksOf(short));
  for (const [what, work] of await worksOf(long)) {
    const ms = await cpuOf(beside.get(what) ?? work);
    const found = await watched(what, work);
    const growth = ((found[0]?.value ?? Number.NaN) * 1000) / ms;
    figures.push(...found, { name: '  · with four times the history, ratio', value: growth, most: MOST_GROWTH });
  }
  const { figuresCheck } = long.services;
  figures.push(...(await watched('all kept rows counted anew', () => figuresCheck.rebuild())));
  let wrong = 0;
  const verify = async () => {
    wrong = (await figuresCheck.verify()).reduce((sum, one) => sum + one.wrong.length, 0);
  };
  figures.push(...(await watched('all kept rows held against a recount', verify)));
  return [...figures, { name: '  · rows that are wrong', value: wrong, most: 0 }];
}

async function watched(what: string, work: () => Promise<unknown>): Promise<Figure[]> {
  const before = held();
  const stop = watchThread();
  const ms = await cpuOf(work);
  const { longest } = stop().held;
  return [
    { name: `${what}: s of the processor`, value: ms / 1000 },
    { name: '  · longest hold of the thread, ms', value: longest, most: MOST_HELD },
    { name: '  · more held in memory, MB', value: held() - before, most: MOST_MB },
  ];
}
