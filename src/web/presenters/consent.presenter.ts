import type { ChildConsents, ConsentState, SchoolConsents } from '../../services/consent/consent.service.ts';
import type { ChildConsentsAnswer, SchoolConsentsAnswer } from '../../shared/consents.ts';
import { iso, isoOrNull } from './moment.ts';

function toState({ purpose, version, standing, given }: ConsentState): ChildConsentsAnswer['states'][number] {
  const { allowed, because, open } = standing;
  return {
    purpose,
    version,
    allowed,
    because,
    open,
    answer: given?.answer ?? null,
    answeredVersion: given?.version ?? null,
    source: given?.source ?? null,
    at: isoOrNull(given?.at ?? null),
  };
}

/** Consent for a child, as the API answers it. */
export function toChildConsents({ child, states, history }: ChildConsents): ChildConsentsAnswer {
  return { child, states: states.map(toState), history: history.map((one) => ({ ...one, at: iso(one.at) })) };
}

/** Consent in a school, as the API answers it. */
export function toSchoolConsents({ classes, classId, pupils, counts }: SchoolConsents): SchoolConsentsAnswer {
  return { classes, classId, counts, pupils: pupils.map((one) => ({ ...one, states: one.states.map(toState) })) };
}
