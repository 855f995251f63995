import * as z from 'zod';
import { type Acknowledgement, LONGEST_NOTE } from '../../services/safety/alerts.service.ts';
import type { Messages } from '../i18n/messages.ts';
import type { AlertForm } from '../pages/alerts/alerts.page.tsx';
import { lines } from './lines.ts';

export type AlertFormRead = { ok: true; given: Acknowledgement } | { ok: false; form: AlertForm };

/** Reads the form of one alert; the note's field carries the alert's id, so that several forms can stand on a page. */
export function readAlertForm(body: unknown, alertId: number, words: Messages['staff']): AlertFormRead {
  const sent = z.record(z.string(), z.unknown()).catch({}).parse(body);
  const note = lines.catch('').parse(sent[`note-${alertId}`] ?? sent.note);
  const given = { note, tellParents: sent.tellParents === 'yes' };
  if (note.trim() !== '' && note.length <= LONGEST_NOTE) return { ok: true, given };
  return { ok: false, form: { alertId, ...given, problem: words.noteMissing(LONGEST_NOTE) } };
}
