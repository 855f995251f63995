import { LiveStore } from './live-store.ts';

let store: LiveStore | undefined;

/** The one line of this page to the server, whoever listens on it. */
export function pageLive(): LiveStore {
  store ??= new LiveStore();
  return store;
}
