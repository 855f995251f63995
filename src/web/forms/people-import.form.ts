import type { FastifyRequest } from 'fastify';
import type { Decisions } from '../../domain/roster/plan/plan.ts';
import type { RosterFormat } from '../../domain/roster/roster.ts';
import { type FileOutcome, readFileForm } from './file-form.ts';

/** The form in which a file of people is sent, as it comes back when something is wrong. */
export interface PeopleImportForm {
  format: RosterFormat;
  whole: boolean;
  org: string;
  problems: { file?: string };
}

export const EMPTY_FORM: PeopleImportForm = { format: 'csv', whole: false, org: '', problems: {} };

/** Reads the form as far as it came, with its file. */
export async function readPeopleImportForm(
  request: FastifyRequest,
): Promise<{ form: PeopleImportForm; file: FileOutcome }> {
  const form: PeopleImportForm = { ...EMPTY_FORM, problems: {} };
  const file = await readFileForm(request, 'people.csv', (name, value) => {
    if (name === 'format' && value === 'oneroster') form.format = 'oneroster';
    if (name === 'whole') form.whole = value === 'yes';
    if (name === 'org') form.org = value.trim();
  });
  return { form, file };
}

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
