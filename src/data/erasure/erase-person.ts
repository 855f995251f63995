import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { NO_PASSWORD } from '../../domain/access/password-policy.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { type StoredInstant, toStored } from '../db/instants.ts';
import { inChunks } from '../db/sql.ts';
import { whileAuditOpen } from '../people/audit-opening.ts';
import { eraseRows } from './erase-rows.ts';
import { keepFigures } from './keep-figures.ts';
import { findTraces, type PersonTraces } from './person-traces.ts';
import { takeOutOfWords } from './take-out.ts';

export interface ErasingOptions {
  timeZone: string;
  now: number;
  /** Whether the account was disabled before anybody asked for its erasure: such a pupil counts in no figure of the school. */
  wasDisabled: boolean;
  /** What stands for a member of staff whose account loses its name. */
  former: { firstName: string; lastName: string };
}

/**
 * Erases somebody in one transaction: rows that are theirs go, others forget them, figures keep counts of nobody, and staff lose
 * everything but what they did. Answers how many rows went from each table; undefined: nobody is there any more.
 */
export async function erasePerson(
  db: DatabaseManager,
  id: number,
  options: ErasingOptions,
): Promise<Map<string, number> | undefined> {
  return db.tx(async (handle) => {
    const who = await findTraces(db, id);
    return who && whileAuditOpen(handle, () => erase(db, who, options));
  });
}

async function erase(db: DatabaseManager, who: PersonTraces, options: ErasingOptions): Promise<Map<string, number>> {
  if (who.role === 'student') await keepFigures(db, who.id, options);
  const chains = await readChains(db, who);
  await removeJobsAbout(db, who);
  await forgetInAudit(db, who);
  const gone = await eraseRows(db, who);
  await closeChains(db, chains, new Set(who.messages));
  await takeOutOfWords(db, who);
  if (who.role === 'class manager') await anonymizeStaff(db, who.id, options);
  return gone;
}

/** Work about what goes: sessions, sittings, the person. Whoever does it now finds that it is not theirs any more. */
async function removeJobsAbout(db: DatabaseManager, who: PersonTraces): Promise<void> {
  if (who.role === 'class manager') return;
  const subjects = [
    ...who.homeSessions.map((id) => `home:${id}`),
    ...who.sittings.map((id) => `sitting:${id}`),
    ...[...who.ownSchoolSessions, ...who.sharedSchoolSessions].map((id) => `school:${id}:${who.id}`),
    ...who.exports.map((id) => `export:${id}`),
  ];
  for (const some of inChunks(subjects)) {
    await db.run((handle) => handle.deleteFrom('jobs').where('subject_key', 'in', some).execute());
  }
  // Letters that were sent are named after whom they went to, and about whom.
  const letters = who.role === 'student' ? `week:%:${who.id}:%` : `week:${who.id}:%`;
  await db.run((handle) => handle.deleteFrom('jobs').where('subject_key', 'like', letters).execute());
  const named = ['student', 'pupil', 'person', 'parent', 'user'].flatMap((word) =>
    [',', '}'].map((end) => sql`payload like ${`%"${word}Id":${who.id}${end}%`}`),
  );
  await db.run((handle) => sql`delete from jobs where ${sql.join(named, sql` or `)}`.execute(handle));
}

/** Who did what when stays; what it was about goes, where it was about them. Before the ids are forgotten. */
async function forgetInAudit(db: DatabaseManager, who: PersonTraces): Promise<void> {
  if (who.role === 'class manager') return;
  await db.run((handle) =>
    handle
      .updateTable('audit_log')
      .set({ details: '{}' })
      .where((eb) => eb.or([eb('student_id', '=', who.id), eb('actor_id', '=', who.id)]))
      .execute(),
  );
}

interface Link {
  id: number;
  previous: number | null;
  next: number | null;
}

/** The order of messages in sessions that go on without them. */
async function readChains(db: DatabaseManager, who: PersonTraces): Promise<Link[]> {
  const links: Link[] = [];
  for (const some of inChunks(who.sharedSchoolSessions)) {
    const rows = await db.run((handle) =>
      handle
        .selectFrom('messages')
        .select(['id', 'previous_message_id as previous', 'next_message_id as next'])
        .where('school_session_id', 'in', some)
        .execute(),
    );
    links.push(...rows);
  }
  return links;
}

/** Neighbours of what went become neighbours. */
async function closeChains(db: DatabaseManager, links: readonly Link[], gone: ReadonlySet<number>): Promise<void> {
  const known = new Map(links.map((link) => [link.id, link]));
  const along = (from: number | null, way: 'previous' | 'next'): number | null => {
    let at = from;
    while (at !== null && gone.has(at)) at = known.get(at)?.[way] ?? null;
    return at;
  };
  for (const { id, previous, next } of links) {
    if (gone.has(id)) continue;
    const [before, after] = [along(previous, 'previous'), along(next, 'next')];
    if (before === previous && after === next) continue;
    const set = { previous_message_id: before, next_message_id: after };
    await db.run((handle) => handle.updateTable('messages').set(set).where('id', '=', id).execute());
  }
}

/** The account stays for what it did, shut and without a name. */
async function anonymizeStaff(db: DatabaseManager, id: number, { now, former }: ErasingOptions): Promise<void> {
  const at: StoredInstant = toStored(now);
  await db.run((handle) =>
    handle
      .updateTable('users')
      .set({
        username: `former-${randomBytes(9).toString('hex')}`,
        email: null,
        password_hash: NO_PASSWORD,
        first_name: former.firstName,
        last_name: former.lastName,
        date_of_birth: null,
        disabled_at: at,
      })
      .where('id', '=', id)
      .execute(),
  );
}
