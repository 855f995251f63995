import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Clock } from '../../shared/instant.ts';

export interface ScheduledBackupsDeps {
  db: Pick<DatabaseManager, 'backUp'>;
  clock: Clock;
  settings: { folder: string; every: number };
}

/** So many backups are kept; older ones go. */
export const BACKUPS_KEPT = 14;
const NAME = /^allamda-\d{8}T\d{6}Z\.backup$/;

/** Backups that nobody has to think of: one whenever the newest is old enough, and the oldest go. */
export class ScheduledBackups {
  readonly #deps: ScheduledBackupsDeps;
  #writing = false;

  constructor(deps: ScheduledBackupsDeps) {
    this.#deps = deps;
  }

  /** Writes one if it is time; answers its name. An older one goes only when the new one is there. Throws what the disk throws. */
  async runDue(): Promise<string | null> {
    const { clock, settings } = this.#deps;
    if (this.#writing) return null;
    const newest = (await this.#list()).at(-1);
    const now = clock.now();
    if (newest !== undefined && now - momentOf(newest) < settings.every) return null;
    this.#writing = true;
    try {
      return await this.#write(now);
    } finally {
      this.#writing = false;
    }
  }

  async #write(now: number): Promise<string> {
    const { db, settings } = this.#deps;
    const name = `allamda-${new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.backup`;
    await db.backUp(join(settings.folder, name), now);
    const all = await this.#list();
    for (const old of all.slice(0, Math.max(0, all.length - BACKUPS_KEPT))) await rm(join(settings.folder, old));
    return name;
  }

  /** Backups of this kind in the folder, the oldest first; whatever else lies there is nobody's business here. */
  async #list(): Promise<string[]> {
    const { folder } = this.#deps.settings;
    const there = await stat(folder).catch(() => null);
    return there?.isDirectory() ? (await readdir(folder)).filter((name) => NAME.test(name)).sort() : [];
  }
}

function momentOf(name: string): number {
  const [, year, month, day, hour, minute, second] = /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/.exec(name) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
