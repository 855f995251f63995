import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const PLACES = ['../shared/data', '../../shared/data'].map((place) => join(root, place));

export interface SharedData {
  path: string;
  /** Why the tests that read it cannot run here; false where they can. */
  skip: string | false;
}

/** Files of others that lie beside the checkout and are no part of it: in the folder above it, or the one above that. */
export function sharedData(name: string): SharedData {
  const found = PLACES.map((place) => join(place, name)).find((path) => existsSync(path));
  return found === undefined
    ? { path: join(PLACES[0] ?? '', name), skip: `there is no ../shared/data/${name} beside the checkout` }
    : { path: found, skip: false };
}
