import path from 'node:path';
import { withDatabase } from '../database.ts';
import { AppError } from '../domain/errors/app-error.ts';
import type { Decisions } from '../domain/roster/plan/plan.ts';
import type { RosterFormat } from '../domain/roster/roster.ts';
import { FileRefused, isFolder, listNames, readBounded } from '../services/curriculum-import/bounded-files.ts';
import { createPeopleImport } from '../services/people-import/create-people-import.ts';
import type { PeopleImportService } from '../services/people-import/people-import.service.ts';
import type { RosterFile } from '../services/people-import/read-table.ts';
import { reportLines } from '../services/people-import/report-lines.ts';
import { filesIn, isTableName, LARGEST_FILE } from '../services/people-import/roster-files.ts';
import { type Command, type CommandContext, type OptionValues, UsageError } from './command.ts';

const FORMATS = ['csv', 'oneroster'] as const;
const MOST_FILES = 200;

export const importPeople: Command = {
  name: 'import people',
  summary: 'Bring pupils, parents, staff and classes in from CSV files or OneRoster.',
  help: [
    'Usage: allamda import people <folder, zip or file> --format csv|oneroster [options]',
    '',
    'Reads people, classes and who belongs to whom, and saves them in one transaction: all of it, or, when it fails, nothing.',
    'The same file twice changes nothing. Nobody is deleted: who is gone is disabled. New people get no password but a one-time',
    'link or a card. docs/guides/people-csv.md describes the files.',
    '',
    '  --school NAME            only this school; everybody without a school of their own belongs to it',
    '  --full                   csv: the files hold everybody; who is missing in them is disabled. OneRoster says it itself',
    '  --org ID                 oneroster with --school: the sourcedId of the school in orgs.csv, where its name is another there',
    '  --region NAME            where schools are that are not here yet',
    '  --same ID=USERNAME       the person with this id in the file is this account; may be repeated',
    '  --different ID           the person with this id in the file is nobody who is here; may be repeated',
    '  --confirm-large-change   go on where more than half of a school would change or be disabled',
    '  --dry-run                try it and report, and save nothing',
    '  --json                   the report as JSON',
    '',
    'Example: allamda import people ../register.zip --format oneroster --dry-run',
  ].join('\n'),
  options: {
    format: { type: 'string' },
    school: { type: 'string' },
    full: { type: 'boolean' },
    org: { type: 'string' },
    region: { type: 'string' },
    same: { type: 'string', multiple: true },
    different: { type: 'string', multiple: true },
    'confirm-large-change': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(values, positionals, context) {
    const [place, ...more] = positionals;
    if (place === undefined || more.length > 0) {
      throw new UsageError(
        'Say which folder or file: allamda import people <folder, zip or file> --format csv|oneroster.',
      );
    }
    const format = formatOf(values);
    if (format === 'oneroster' && values.full)
      throw new UsageError('--full: OneRoster says in manifest.csv what is whole.');
    return withDatabase(async (db) => {
      try {
        await carryOut(createPeopleImport(db, Date), place, format, values, context);
        return 0;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const { code, message, details } = error;
        if (values.json) context.out(JSON.stringify({ error: { code, message, ...details } }));
        else context.err(message);
        return 1;
      }
    });
  },
};

async function carryOut(
  service: PeopleImportService,
  place: string,
  format: RosterFormat,
  values: OptionValues,
  { out, err }: CommandContext,
): Promise<void> {
  const wishes = new Wishes();
  const name = text(values, 'school');
  const school = name === null ? null : await wishes.read(() => service.schoolNamed(name));
  const request = {
    source: path.basename(place),
    files: await filesAt(place),
    format,
    schoolId: school?.id ?? null,
    org: text(values, 'org'),
    region: text(values, 'region'),
    whole: values.full === true,
    decisions: await decisionsIn(values, service, wishes),
    confirmLargeChange: values['confirm-large-change'] === true,
    dryRun: values['dry-run'] === true,
    fingerprint: null,
    actorId: null,
  };
  await wishes.refuse(async () => {
    if (school === undefined) await service.checkFiles(request);
    else await service.importPeople({ ...request, dryRun: true });
  });
  const report = await service.importPeople(request, values.json ? undefined : err);
  if (values.json) out(JSON.stringify(report));
  else for (const line of reportLines(report)) out(line);
}

/** What is asked for besides the file, and what of it nobody knows: that is said together with what is wrong with the file. */
class Wishes {
  readonly #unknown: AppError[] = [];

  /** What was found; undefined, and kept for later, where there is none. */
  async read<Found>(find: () => Promise<Found>): Promise<Found | undefined> {
    try {
      return await find();
    } catch (error) {
      this.#unknown.push(appError(error));
      return undefined;
    }
  }

  /** Throws all that is unknown, with what `tryFile` finds wrong with the file. */
  async refuse(tryFile: () => Promise<void>): Promise<void> {
    const [first] = this.#unknown;
    if (first === undefined) return;
    const fault = await tryFile().then(() => undefined, appError);
    const message = [...this.#unknown, ...(fault ? [fault] : [])].map((error) => error.message).join('\n');
    throw new AppError(first.kind, fault?.code ?? first.code, message, { details: { ...fault?.details } });
  }
}

function appError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

/** The tables at a place: in a folder, in an archive, or the one file. */
async function filesAt(place: string): Promise<RosterFile[]> {
  try {
    if (!(await isFolder(place))) return await filesIn(path.basename(place), await readBounded(place, LARGEST_FILE));
    const names = (await listNames(place, 'files', MOST_FILES)).filter(isTableName);
    return await Promise.all(
      names.map(async (name) => ({ name, bytes: await readBounded(path.join(place, name), LARGEST_FILE) })),
    );
  } catch (error) {
    if (error instanceof FileRefused) throw new AppError('invalid-input', 'bad-people-file', `${error.message}.`);
    throw error;
  }
}

function formatOf(values: OptionValues): RosterFormat {
  const format = FORMATS.find((one) => one === values.format);
  if (format) return format;
  throw new UsageError(`--format: read ${JSON.stringify(values.format ?? null)}; allowed is ${FORMATS.join(' or ')}.`);
}

async function decisionsIn(values: OptionValues, service: PeopleImportService, wishes: Wishes): Promise<Decisions> {
  const decisions = new Map<string, number | 'new'>();
  for (const id of texts(values.different)) decisions.set(id, 'new');
  for (const pair of texts(values.same)) {
    const at = pair.lastIndexOf('=');
    if (at <= 0) throw new UsageError(`--same: read ${JSON.stringify(pair)}; allowed is ID=USERNAME.`);
    const id = await wishes.read(() => service.findUser(pair.slice(at + 1)));
    if (id !== undefined) decisions.set(pair.slice(0, at), id);
  }
  return decisions;
}

function text(values: OptionValues, name: string): string | null {
  const value = values[name];
  if (value === undefined) return null;
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new UsageError(`--${name}: a text is needed.`);
}

function texts(value: OptionValues[string]): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
