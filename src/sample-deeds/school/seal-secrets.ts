import { toStored } from '../../data/db/instants.ts';
import { DAY } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Characters of a hash. */
const LONG = 43;

/**
 * Links, cards and letters keep a hash of nothing: nobody has the secret that they would open with, so that what everybody can make opens
 * no account, and the same seed makes the same rows. Some cards were held up lately.
 */
export async function sealSecrets({ db, random, now }: Scene): Promise<void> {
  const nothing = () => Array.from({ length: LONG }, () => random.pick([...SIGNS])).join('');
  const handle = db.handle();
  const links = await handle.selectFrom('one_time_links').select('user_id').orderBy('user_id').execute();
  for (const { user_id: id } of links) {
    await handle.updateTable('one_time_links').set({ token_hash: nothing() }).where('user_id', '=', id).execute();
  }
  const cards = await handle.selectFrom('login_cards').select('student_id').orderBy('student_id').execute();
  for (const { student_id: id } of cards) {
    const used = random.chance(0.6) ? toStored(now - random.int(1, 15) * DAY) : null;
    const kept = { token_hash: nothing(), last_used_at: used };
    await handle.updateTable('login_cards').set(kept).where('student_id', '=', id).execute();
  }
  const letters = await handle.selectFrom('weekly_letters').select('id').orderBy('id').execute();
  for (const { id } of letters) {
    await handle.updateTable('weekly_letters').set({ stop_hash: nothing() }).where('id', '=', id).execute();
  }
}
