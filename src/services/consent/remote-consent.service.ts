import type { ConsentRepo } from '../../data/consent/consent.repo.ts';
import { consentStanding } from '../../domain/consent/consent.ts';
import { currentVersion, PURPOSES, type Purpose } from '../../domain/consent/purposes.ts';
import type { Clock } from '../../shared/instant.ts';

export interface RemoteConsentDeps {
  consents: ConsentRepo;
  clock: Clock;
  /** The version that is asked now; the newest that there is when absent. */
  versionOf?: (purpose: Purpose) => number;
}

/** Whether what a pupil said may go to a remote model: read anew at the moment of each call, and never kept. */
export class RemoteConsentService {
  readonly #deps: RemoteConsentDeps;

  constructor(deps: RemoteConsentDeps) {
    this.#deps = deps;
  }

  /** For all of these pupils: one who may not is enough. Nobody at all: no. */
  async allows(purpose: Purpose, studentIds: readonly number[]): Promise<boolean> {
    const { consents, clock, versionOf = currentVersion } = this.#deps;
    const version = versionOf(purpose);
    const since = await consents.since(purpose, version);
    const found = await consents.newest(purpose, studentIds);
    const now = clock.now();
    return (
      found.length > 0 &&
      found.length === new Set(studentIds).size &&
      found.every((one) => consentStanding(one.given, { version, since }, one, now).allowed)
    );
  }

  /** For everybody whose words are in the talk of a session at school. */
  async allowsLesson(purpose: Purpose, sessionId: number): Promise<boolean> {
    return this.allows(purpose, await this.#deps.consents.membersOfLesson(sessionId));
  }

  /** Keeps since when each version is asked here: from then on an answer to an earlier one runs out. */
  async begin(): Promise<void> {
    const { consents, clock, versionOf = currentVersion } = this.#deps;
    for (const purpose of PURPOSES) await consents.begin(purpose, versionOf(purpose), clock.now());
  }
}
