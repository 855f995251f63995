import { buildWorkbench } from '../app.ts';
import { withDatabase } from '../database.ts';
import { AppError } from '../domain/errors/app-error.ts';
import { nameOfQuarter, quarterNamed, type SchoolQuarter } from '../domain/evaluation/school-quarter.ts';
import { type Command, type CommandContext, type OptionValues, textOption, UsageError } from './command.ts';

/** How often it is told how far it is, in ms. */
const TELL_EVERY = 1000;

/** What became of one school. */
interface Outcome {
  school: number;
  name: string;
  state: 'closed' | 'would close' | 'refused' | 'failed';
  /** Why it was refused, as a code. */
  why?: string;
  pupils?: number;
  made?: number;
  scored?: number;
  changed?: number;
}

type Closings = ReturnType<typeof buildWorkbench>['services']['quarterClosings'];
interface Asked {
  quarter: SchoolQuarter;
  again: boolean;
  /** Says what happens while it happens. */
  say: (line: string) => void;
}

export const quarterClose: Command = {
  name: 'quarter close',
  summary: 'Make the evaluations of a quarter that has ended.',
  help: [
    'Usage: allamda quarter close [--school ID|all] [--quarter 2026/1] [--again] [--dry-run] [--json]',
    '',
    'Makes proficiency, investment and social of each pupil and subject from the evaluations of the quarter’s sessions. The running',
    'server does it by itself a week after a quarter has ended; beside it this is safe: each evaluation is made once, and what broke',
    'off goes on where it was.',
    '',
    '  --school ID|all     one school, or all of them (all)',
    '  --quarter YEAR/N    the school year by the calendar year it began in, and 1 to 4 (the quarter that ended last)',
    '  --again             make a closed quarter anew; what stood there before is kept',
    '  --dry-run           say what would be made, and write nothing',
    '  --json              one line for a program',
    '',
    'Exit code 0: done, or closed before. 1: refused or failed; it says why. 2: wrong options.',
  ].join('\n'),
  options: {
    school: { type: 'string' },
    quarter: { type: 'string' },
    again: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(values, _positionals, context) {
    const school = schoolIn(values);
    const named = quarterIn(values);
    return withDatabase(async (db, config) => {
      const { services, worker } = buildWorkbench({ config, db });
      const closings = services.quarterClosings;
      const quarter = named ?? closings.lastQuarter();
      const say = (line: string) => (values.json ? context.err(line) : context.out(line));
      try {
        closings.requireOver(quarter);
      } catch (error) {
        return refuse(error, values, context);
      }
      const all = await closings.schools(quarter);
      const chosen = school === null ? all : all.filter(({ id }) => id === school);
      if (school !== null && chosen.length === 0) {
        return refuse(new AppError('not-found', 'not-found', `There is no school ${school}.`), values, context);
      }
      const outcomes: Outcome[] = [];
      for (const one of chosen) {
        // Asked for all of them: a school in which nobody studied is no fault.
        if (school === null && !one.studied) continue;
        const asked = { quarter, again: values.again === true, say };
        outcomes.push(
          values['dry-run']
            ? await preview(closings, one, asked)
            : await close(closings, one, asked, () => worker.runDue()),
        );
      }
      if (values.json) context.out(JSON.stringify({ quarter: nameOfQuarter(quarter), schools: outcomes }));
      else for (const line of outcomes.map(lineOf)) context.out(line);
      if (!values.json && outcomes.length === 0) context.out(`Nobody studied in quarter ${nameOfQuarter(quarter)}.`);
      const good = (one: Outcome) =>
        one.state === 'closed' || one.state === 'would close' || (school === null && one.why === 'quarter-closed');
      return outcomes.every(good) ? 0 : 1;
    });
  },
};

async function preview(closings: Closings, one: { id: number; name: string }, { quarter }: Asked): Promise<Outcome> {
  return { school: one.id, name: one.name, state: 'would close', ...(await closings.preview(one.id, quarter)) };
}

async function close(
  closings: Closings,
  { id: school, name }: { id: number; name: string },
  { quarter, again, say }: Asked,
  work: () => Promise<unknown>,
): Promise<Outcome> {
  let closingId: number;
  try {
    closingId = (await closings.close(school, quarter, { again })).id;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { school, name, state: 'refused', why: error.code };
  }
  const tell = async () => {
    const closing = await closings.find(closingId);
    if (closing) say(`${name}: ${closing.pupilsDone} of ${closing.pupilsAll} pupils`);
    return closing;
  };
  const timer = setInterval(() => void tell().catch(() => {}), TELL_EVERY);
  try {
    // A server that runs beside this may have taken the work: then it is waited for.
    for (;;) {
      await work();
      const closing = await closings.find(closingId);
      if (closing?.state !== 'running') break;
      await new Promise((resolve) => setTimeout(resolve, TELL_EVERY / 4));
    }
  } finally {
    clearInterval(timer);
  }
  const done = await tell();
  if (done?.state !== 'done') return { school, name, state: 'failed' };
  return { school, name, state: 'closed', pupils: done.pupilsDone, made: done.made, changed: done.changed };
}

function lineOf({ name, state, why, pupils, made, scored, changed }: Outcome): string {
  if (state === 'refused') {
    const because: Record<string, string> = {
      'quarter-closed': 'closed already; --again makes it anew',
      'nothing-to-close': 'nobody studied in that quarter',
      'closing-under-way': 'is being closed right now',
    };
    return `${name}: ${because[why ?? ''] ?? why}.`;
  }
  if (state === 'failed') return `${name}: broke off six times; the log of the server says why.`;
  const counts = `${pupils} pupils, ${made} new evaluations, ${changed} changed`;
  return state === 'closed'
    ? `${name}: closed. ${counts}.`
    : `${name}: would be closed. ${counts}, ${scored} with a score.`;
}

function schoolIn(values: OptionValues): number | null {
  const text = textOption(values, 'school') ?? 'all';
  if (text === 'all') return null;
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new UsageError(`--school: read ${JSON.stringify(text)}; allowed is the number of a school, or all.`);
}

function quarterIn(values: OptionValues): SchoolQuarter | null {
  const text = textOption(values, 'quarter');
  if (text === undefined) return null;
  const quarter = quarterNamed(text);
  if (quarter) return quarter;
  throw new UsageError(`--quarter: read ${JSON.stringify(text)}; allowed is a school year and 1 to 4, such as 2026/1.`);
}

function refuse(error: unknown, values: OptionValues, { out, err }: CommandContext): number {
  if (!(error instanceof AppError)) throw error;
  if (values.json) out(JSON.stringify({ error: { code: error.code, message: error.message, details: error.details } }));
  err(error.message);
  return 1;
}
