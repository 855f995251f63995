import type { GuidanceForClass } from '../../services/guidance/class-guidance.service.ts';
import type { GuidanceVersion, OwnGuidance } from '../../services/guidance/guidance.service.ts';
import type { ClassGuidanceAnswer, OwnGuidanceAnswer } from '../../shared/guidance.ts';
import { iso, isoOrNull } from './moment.ts';

function toVersion(one: GuidanceVersion): ClassGuidanceAnswer['version'] {
  const { number, title, body, courseId, courseName, replacesOrder, tests } = one;
  return {
    number,
    title,
    body,
    courseId,
    courseName,
    replacesOrder,
    tests,
    regions: [...one.regions],
    grades: [...one.grades],
    unitNames: [...one.unitNames],
    writtenAt: iso(one.writtenAt),
    publishedAt: isoOrNull(one.publishedAt),
  };
}

const toWithdrawn = (one: OwnGuidance['withdrawn']) => (one === null ? null : { at: iso(one.at), why: one.why });

/** Guidance for a supervisor, as the API answers it. */
export function toOwnGuidance({ id, subject, isOwn, withdrawn, current, draft }: OwnGuidance): OwnGuidanceAnswer {
  const versionOf = (one: GuidanceVersion | null) => (one === null ? null : toVersion(one));
  return {
    id,
    subject,
    isOwn,
    withdrawn: toWithdrawn(withdrawn),
    current: versionOf(current),
    draft: versionOf(draft),
  };
}

/** Guidance for a class manager, as the API answers it. */
export function toClassGuidance(one: GuidanceForClass): ClassGuidanceAnswer {
  const { id, subject, news } = one;
  return {
    id,
    subject,
    news,
    withdrawn: toWithdrawn(one.withdrawn),
    version: toVersion(one.version),
    publishedAt: iso(one.publishedAt),
    classes: one.classes.map((room) => ({
      ...room,
      readAt: isoOrNull(room.readAt),
      takenUpAt: isoOrNull(room.takenUpAt),
    })),
  };
}
