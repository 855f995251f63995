import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { learn, predict } from '../../src/domain/mastery/gelo.ts';
import { REFERENCE_ANSWERS } from '../../src/domain/mastery/gelo-reference.ts';
import { type GeloTerms, PRIORS } from '../../src/domain/mastery/terms.ts';
import { type BenchResult, type Figure, meets } from './bench.ts';
import { auc, calibrationError, type Forecast, logLoss } from './metrics.ts';

interface Answer {
  student: string;
  item: string;
  unit: string;
  correct: 0 | 1;
}

const SETS = [
  { year: 2009, auc: 0.75, logLoss: 0.545 },
  { year: 2015, auc: 0.68 },
  { year: 2017, auc: 0.67 },
];
const MOST_CALIBRATION_ERROR = 0.02;

/** B1: predict each answer, then learn from it, from scratch; on pupils' real answers where they are at hand. */
export async function run(dataDir: string | null): Promise<BenchResult> {
  const figures: Figure[] = [];
  for (const { year, auc: leastAuc, logLoss: mostLoss } of dataDir === null ? [] : SETS) {
    const file = join(dataDir ?? '', 'kt', `assist${year}.csv`);
    if (!existsSync(file)) continue;
    const forecasts = forecast(parse(readFileSync(file, 'utf8')));
    figures.push(
      { name: `AUC ${year}`, value: auc(forecasts), least: leastAuc },
      { name: `log-loss ${year}`, value: logLoss(forecasts), ...(mostLoss === undefined ? {} : { most: mostLoss }) },
      { name: `ECE ${year}`, value: calibrationError(forecasts), most: MOST_CALIBRATION_ERROR },
    );
  }
  const real = figures.length > 0;
  if (!real) figures.push(...onSimulatedPupils());
  figures.push(reference());
  return {
    id: 'B1',
    title: 'mastery, predict then observe',
    figures,
    floor: 'AUC .75/.68/.67, log-loss 2009 ≤ .545, ECE ≤ .02',
    pass: figures.every(meets),
    ...(real ? {} : { note: 'simulated pupils' }),
  };
}

/** Every answer's p before it was known, in the order of the answers. */
export function forecast(answers: readonly Answer[]): Forecast[] {
  const students = new Map<string, GeloTerms['student']>();
  const inUnits = new Map<string, GeloTerms['studentUnit']>();
  const units = new Map<string, GeloTerms['unit']>();
  const items = new Map<string, GeloTerms['item']>();
  let { weights, population } = PRIORS;
  return answers.map(({ student, item, unit, correct }) => {
    const both = `${student} ${unit}`;
    const terms: GeloTerms = {
      student: students.get(student) ?? PRIORS.student,
      studentUnit: inUnits.get(both) ?? PRIORS.studentUnit,
      unit: units.get(unit) ?? PRIORS.unit,
      item: items.get(item) ?? PRIORS.item,
      weights,
      population,
    };
    const { p } = predict(terms);
    const after = learn(terms, { correct, unaided: true });
    students.set(student, after.student);
    inUnits.set(both, after.studentUnit);
    units.set(unit, after.unit);
    items.set(item, after.item);
    ({ weights, population } = after);
    return { p, correct };
  });
}

/** CSV student_id,seq,item_id,skill_id,correct, in order of time. */
function parse(csv: string): Answer[] {
  return csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [student = '', , item = '', unit = '', correct] = line.trim().split(',');
      return { student, item, unit, correct: correct === '1' ? 1 : 0 };
    });
}

function reference(): Figure {
  const forecasts = forecast(
    REFERENCE_ANSWERS.map(([student, unit, item, correct]) => ({ student, unit, item, correct })),
  );
  const off = REFERENCE_ANSWERS.map(([, , , , p], i) => Math.abs(p - (forecasts[i]?.p ?? Number.NaN)));
  return { name: 'reference answers, off by', value: Math.max(...off), most: 1e-4 };
}

/** 200 pupils who differ and learn, 12 units, 40 answers each; the model has to beat the running share of right answers in the unit. */
function onSimulatedPupils(): Figure[] {
  const random = mulberry32(1);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const hardness = Array.from({ length: 12 }, () => 0.8 * normal());
  const truth: Forecast[] = [];
  const plain: Forecast[] = [];
  const seen = hardness.map(() => ({ answers: 0, right: 0 }));
  const answers: Answer[] = [];
  for (let student = 0; student < 200; student++) {
    const ability = 0.6 + 0.8 * normal();
    const skill = hardness.map(() => 0.5 * normal());
    for (let i = 0; i < 40; i++) {
      const unit = Math.floor(random() * hardness.length);
      const p = 1 / (1 + Math.exp((hardness[unit] ?? 0) - ability - (skill[unit] ?? 0)));
      skill[unit] = (skill[unit] ?? 0) + 0.15;
      const correct = random() < p ? 1 : 0;
      truth.push({ p, correct });
      const tally = seen[unit] ?? { answers: 0, right: 0 };
      plain.push({ p: (tally.right + 1) / (tally.answers + 2), correct });
      tally.answers++;
      tally.right += correct;
      answers.push({ student: `${student}`, item: `${unit}-${Math.floor(random() * 20)}`, unit: `${unit}`, correct });
    }
  }
  const forecasts = forecast(answers);
  return [
    { name: 'AUC simulated', value: auc(forecasts), least: auc(plain) },
    { name: 'AUC of the truth', value: auc(truth) },
    { name: 'log-loss simulated', value: logLoss(forecasts), most: logLoss(plain) },
    { name: 'log-loss of the truth', value: logLoss(truth) },
    { name: 'ECE simulated', value: calibrationError(forecasts), most: MOST_CALIBRATION_ERROR },
  ];
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
