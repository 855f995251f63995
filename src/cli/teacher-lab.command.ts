import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWorkbench, DatabaseManager } from '../app.ts';
import { loadConfig } from '../config.ts';
import { type HeardReply, listenTo } from '../services/teacher-lab/listen-to-teacher.ts';
import { type LabLesson, type ScoreCard, scoreCard } from '../services/teacher-lab/score-card.ts';
import { LAB_LOCALES, type LabLocale } from '../services/teacher-lab/simulated-pupils.ts';
import { TeacherLabService } from '../services/teacher-lab/teacher-lab.service.ts';
import { transcriptOf } from '../services/teacher-lab/transcript.ts';
import { MINUTE } from '../shared/instant.ts';
import { type Command, textOption, UsageError, wholeNumber } from './command.ts';

const MOST_MINUTES = 240;
/** When the lessons are held: a Monday afternoon, always the same, so that the same seed gives the same lessons. */
const START = Date.UTC(2026, 2, 2, 14);
/** What the pupils did before: enough for estimates and for reviews that are due. */
const HISTORY_DAYS = 7;
/** Less would be no region: it has two schools with classes. */
const LEAST_STUDENTS = 3;

export const teacherLab: Command = {
  name: 'teacher lab',
  summary: 'Let simulated pupils try a language model, and score how it teaches.',
  help: [
    'Usage: allamda teacher lab [--embedded] [--pupils N] [--turns N] [--seed N] [--most-tokens N] [--most-minutes N]',
    '                           [--languages LIST] [--transcripts DIR] [--json]',
    '',
    'Holds lessons on the sample courses, in memory, with the model that OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL name, through',
    'the same teacher, guard and dialogue that pupils get. Your database is neither read nor changed. The pupils have misconceptions,',
    'are in a hurry, game the hints, feel bad, inject prompts, ask, say little or work steadily, in English and in Hebrew.',
    '',
    '  --embedded        try the embedded tutor instead of the configured model',
    '  --pupils N        lessons, 1 to 200 (default 16: each kind of pupil in both languages)',
    '  --turns N         messages of each pupil, 1 to 60 (default 12)',
    '  --seed N          0 to 2147483648 (default 1); the same seed gives the same pupils and courses',
    '  --most-tokens N   no further message once so many tokens are used, 1 to 100000000 (default 500000)',
    `  --most-minutes N  no further message after so long, 1 to ${MOST_MINUTES} (default 30)`,
    '  --languages LIST  languages of the pupils, taken in turn (default en,he): --languages en,en,en,he for a quarter in Hebrew',
    '  --transcripts DIR write each lesson there as a text (01.txt, 02.txt, …) for people to judge; the folder must be new or empty',
    '  --json            print the score card as JSON',
  ].join('\n'),
  options: {
    embedded: { type: 'boolean' },
    pupils: { type: 'string' },
    turns: { type: 'string' },
    seed: { type: 'string' },
    'most-tokens': { type: 'string' },
    'most-minutes': { type: 'string' },
    languages: { type: 'string' },
    transcripts: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(values, _positionals, { out, err }) {
    const plan = {
      pupils: wholeNumber(values, 'pupils', [1, 200], 16),
      turns: wholeNumber(values, 'turns', [1, 60], 12),
      seed: wholeNumber(values, 'seed', [0, 2 ** 31], 1),
      locales: localesIn(textOption(values, 'languages') ?? 'en,he'),
      mostTokens: wholeNumber(values, 'most-tokens', [1, 100_000_000], 500_000),
      mostMs: wholeNumber(values, 'most-minutes', [1, MOST_MINUTES], 30) * MINUTE,
    };
    const { remoteModel, ...config } = loadConfig();
    const tried = values.embedded ? null : remoteModel;
    if (tried === null && !values.embedded)
      throw new UsageError(
        'No model is configured. Set OPENAI_BASE_URL or OPENAI_API_KEY, or try the tutor inside with --embedded.',
      );
    const folder = textOption(values, 'transcripts');
    if (folder !== undefined) await makeEmpty(folder);
    const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
    try {
      await db.createTables();
      const students = Math.max(plan.pupils, LEAST_STUDENTS);
      await db.populateSampleData({ seed: plan.seed, students, days: HISTORY_DAYS, now: START, hash: async () => '' });
      const { card, lessons } = await tryTeacher(db, { ...config, remoteModel: tried }, plan, err);
      if (folder !== undefined) await writeTranscripts(folder, lessons);
      for (const line of values.json ? [JSON.stringify(card)] : inWords(card)) out(line);
      return 0;
    } finally {
      await db.close();
    }
  },
};

type Config = ReturnType<typeof loadConfig>;
type Plan = Parameters<TeacherLabService['holdLessons']>[0];

async function tryTeacher(
  db: DatabaseManager,
  config: Config,
  plan: Plan,
  say: (line: string) => void,
): Promise<{ card: ScoreCard; lessons: LabLesson[] }> {
  let passed = 0;
  let hear: (reply: HeardReply) => void = () => {};
  const clock = { now: () => START + passed };
  const { services, tutoring } = buildWorkbench({
    config,
    db,
    clock,
    listen: (teacher) => listenTo(teacher, (reply) => hear(reply)),
  });
  const lab = new TeacherLabService({
    ...services,
    db,
    advance: (milliseconds) => {
      passed += milliseconds;
    },
  });
  hear = lab.hear;
  const { lessons, ended } = await lab.holdLessons(plan, say);
  const { provider, model } = config.remoteModel ?? { provider: 'embedded', model: 'embedded tutor' };
  return { card: scoreCard(lessons, { provider, model, ended }, (await tutoring()).checker), lessons };
}

function localesIn(list: string): LabLocale[] {
  return list.split(',').map((word) => {
    const locale = LAB_LOCALES.find((one) => one === word.trim().toLowerCase());
    if (locale) return locale;
    throw new UsageError(
      `--languages: read ${JSON.stringify(word)}; allowed are ${LAB_LOCALES.join(', ')}, with commas between.`,
    );
  });
}

async function makeEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new UsageError(`--transcripts: ${folder} is not empty.`);
}

async function writeTranscripts(folder: string, lessons: readonly LabLesson[]): Promise<void> {
  const digits = Math.max(2, String(lessons.length).length);
  for (const [at, lesson] of lessons.entries())
    await writeFile(join(folder, `${String(at + 1).padStart(digits, '0')}.txt`), transcriptOf(lesson), { flag: 'wx' });
}

const ENDED = { done: 'all lessons were held', tokens: 'the tokens were used up', time: 'the time was over' };
const LONGEST_EXAMPLE = 160;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST_EXAMPLE ? `${line.slice(0, LONGEST_EXAMPLE)} …` : line;
};

function inWords(card: ScoreCard): string[] {
  const { guard, tokens, firstToken, languages } = card;
  const failures = Object.entries(card.failures).map(([kind, count]) => `${kind} ${count}`);
  return [
    `${card.model} (${card.provider}): ${card.lessons} lessons, ${card.turns} replies; ${ENDED[card.ended]}.`,
    '',
    'Rules broken in what pupils read:',
    ...card.rules.flatMap(({ rule, asks, broken, example }) => [
      `  ${rule.padEnd(4)}${String(broken).padStart(4)}  ${asks}`,
      ...(example ? [`            e.g. to a pupil ${example.pupil}: “${shortened(example.reply)}”`] : []),
    ]),
    '',
    `Stopped by the guard: ${guard.leak} leaks, ${guard.verdict} wrong verdicts, ${guard.praise} praises of talent, ${guard.question} further questions`,
    `Worded by the embedded tutor instead: ${card.replaced} replies`,
    `Failures: ${failures.length === 0 ? 'none' : failures.join(', ')}`,
    `First words: ${firstToken ? `${firstToken.median} ms median, ${firstToken.p95} ms at the 95th percentile` : 'none'}`,
    `Tokens: ${tokens.input} in, ${tokens.output} out${tokens.estimated ? ' (some estimated)' : ''}`,
    `Cost: ${card.costMicros === null ? 'unknown, the model has no price here' : `$${(card.costMicros / 1e6).toFixed(4)}`}`,
    `Hebrew pupils were answered in Hebrew ${languages.he.hebrew} of ${languages.he.turns} times, English ones in English ${languages.en.english} of ${languages.en.turns} times`,
  ];
}
