import type { FastifyRequest } from 'fastify';
import type { Decisions } from '../../domain/roster/plan/plan.ts';
import type { RosterFormat } from '../../domain/roster/roster.ts';

/** The form in which a file of people is sent, as it comes back when something is wrong. */
export interface PeopleImportForm {
  format: RosterFormat;
  whole: boolean;
  org: string;
  problems: { file?: string };
}

export const EMPTY_FORM: PeopleImportForm = { format: 'csv', whole: false, org: '', problems: {} };

export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

const LONGEST_NAME = 120;

/** Reads the form with its file; no file where none was chosen. What is too large throws the reader's error (413). */
export async function readPeopleImportForm(
  request: FastifyRequest,
): Promise<{ form: PeopleImportForm; file: SentFile | undefined }> {
  const form: PeopleImportForm = { ...EMPTY_FORM, problems: {} };
  let file: SentFile | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      const name = (part.filename ?? '')
        .replace(/^.*[/\\]/, '')
        .replace(/\p{Cc}/gu, '')
        .slice(-LONGEST_NAME);
      if (part.fieldname === 'file' && bytes.length > 0) file = { name: name === '' ? 'people.csv' : name, bytes };
      continue;
    }
    const value = typeof part.value === 'string' ? part.value : '';
    if (part.fieldname === 'format' && value === 'oneroster') form.format = 'oneroster';
    if (part.fieldname === 'whole') form.whole = value === 'yes';
    if (part.fieldname === 'org') form.org = value.trim();
  }
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
