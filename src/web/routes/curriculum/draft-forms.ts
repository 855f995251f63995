import * as z from 'zod';
import { compareContent } from '../../../domain/curriculum/editing/compare-content.ts';
import type { FieldProblem } from '../../../domain/curriculum/editing/field-problem.ts';
import { notFound } from '../../../domain/errors/app-error.ts';
import type { Opened, Saved } from '../../../services/curriculum-editor/curriculum-editor.service.ts';
import type { AnyContent } from '../../../shared/curriculum-content.ts';
import type { DraftForm } from '../../components/curriculum/edit-frame.tsx';
import { one, type SentFields } from '../../forms/curriculum/sent-fields.ts';

type Standing = Pick<Opened, 'token' | 'saved' | 'live'>;

/** The form of a thing as it was opened. */
export function formOf(action: string, { token, saved, live }: Standing): DraftForm {
  return { action, token, saved, isLive: live !== null, problems: [], conflict: null };
}

/** The form of something new. */
export function newForm(action: string, problems: readonly FieldProblem[] = []): DraftForm {
  return { action, token: '', saved: null, isLive: false, problems, conflict: null };
}

/**
 * The form as it comes back when it was not saved: with what is wrong, still made of what it was made of; or, where somebody else
 * was faster, made of theirs, so that saving again is a choice.
 */
export function formAgain(form: DraftForm, fields: SentFields, mine: AnyContent, saved: Saved | null): DraftForm {
  if (saved?.outcome === 'conflict') {
    const { other } = saved;
    const theirs: AnyContent = { ...mine, content: other.content } as AnyContent;
    const conflict = {
      by: other.saved?.by ?? null,
      at: other.saved?.at ?? null,
      differences: compareContent(mine, theirs),
    };
    return { ...form, token: other.token, saved: other.saved, conflict };
  }
  const problems = saved?.outcome === 'problems' ? saved.problems : [];
  return { ...form, token: one(fields, 'token') || form.token, problems };
}

const nameQuery = z.object({ name: z.string().min(1).max(400) });

/** The unit in the address. Throws `not-found` where none is. */
export function unitIn(query: unknown): string {
  const read = nameQuery.safeParse(query);
  if (!read.success) throw notFound('unit');
  return read.data.name;
}

const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  archived: z.literal('yes').optional().catch(undefined),
  saved: z.string().optional().catch(undefined),
});

/** Which page of a list is asked for, and whether of the archive. */
export function listIn(query: unknown): { page: number; archived: boolean; saved: boolean } {
  const { page, archived, saved } = pageQuery.parse(query ?? {});
  return { page, archived: archived === 'yes', saved: saved !== undefined };
}
