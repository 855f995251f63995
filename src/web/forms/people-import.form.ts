import type { FastifyRequest } from 'fastify';
import type { Decisions } from '../../domain/roster/plan/plan.ts';
import type { RosterFormat } from '../../domain/roster/roster.ts';
import type { PageContext } from '../page-context.ts';
import { type FileOutcome, readFileForm } from './file-form.ts';

type PeopleImportWords = PageContext['t']['peopleImport'];

/** The form in which a file of people is sent, as it comes back when something is wrong. */
export interface PeopleImportForm {
  /** As it was sent; `formatIn` reads it. */
  format: string;
  whole: boolean;
  org: string;
  problems: Partial<Record<'file' | 'format' | 'whole' | 'org', string>>;
}

export const ROSTER_FORMATS: readonly RosterFormat[] = ['csv', 'oneroster'];
export const EMPTY_FORM: PeopleImportForm = { format: 'csv', whole: false, org: '', problems: {} };
/** Characters of what the file calls the school. */
export const LONGEST_ORG = 180;

/** Reads the form as far as it came, with its file. What of its fields cannot be taken is among its problems. */
export async function readPeopleImportForm(
  request: FastifyRequest,
  { wrongField: words }: PeopleImportWords,
): Promise<{ form: PeopleImportForm; file: FileOutcome }> {
  const form: PeopleImportForm = { ...EMPTY_FORM, problems: {} };
  const file = await readFileForm(request, 'people.csv', (name, value) => {
    if (name === 'format') {
      form.format = value;
      if (formatIn(form) === undefined) form.problems.format = words.format(shown(value), ROSTER_FORMATS.join(', '));
    }
    if (name === 'whole') {
      form.whole = value === 'yes';
      if (!['yes', ''].includes(value)) form.problems.whole = words.whole(shown(value));
    }
    if (name === 'org') {
      form.org = value.trim();
      if (form.org.length > LONGEST_ORG) form.problems.org = words.org(form.org.length, LONGEST_ORG);
    }
  });
  return { form, file };
}

/** The format that was chosen; undefined where it is none of them. */
export function formatIn({ format }: Pick<PeopleImportForm, 'format'>): RosterFormat | undefined {
  return ROSTER_FORMATS.find((one) => one === format);
}

/** The beginning of what was read, to be said again. */
const shown = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value);

const DECISION = 'same:';

/** The name of the field in which somebody says who a person of the file is. */
export function decisionField(externalId: string): string {
  return DECISION + externalId;
}

/** What was decided in the form of the confirmation. */
export function decisionsIn(body: unknown): Decisions {
  const decisions = new Map<string, number | 'new'>();
  for (const [name, value] of Object.entries(body !== null && typeof body === 'object' ? body : {})) {
    if (!name.startsWith(DECISION) || typeof value !== 'string') continue;
    const externalId = name.slice(DECISION.length);
    if (value === 'new') decisions.set(externalId, 'new');
    else if (/^\d{1,15}$/.test(value)) decisions.set(externalId, Number(value));
  }
  return decisions;
}
