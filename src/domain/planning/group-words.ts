import type { GroupReason, GroupUnitReason } from './group-units.ts';

const pupils = (n: number) => (n === 1 ? '1 pupil' : `${n} pupils`);

/** Why a unit is in the session of a group, in one English sentence to whoever plans it. */
export function groupUnitInEnglish(reason: GroupUnitReason): string {
  switch (reason.key) {
    case 'group.next':
      return 'It is next in the order of the course.';
    case 'group.unlocks':
      return `What is learnt here helps most of them with ${reason.params.unit} later.`;
    case 'group.tested':
      return `It counts ${reason.params.percent}% in the next test of ${pupils(reason.params.pupils)}, and practice brings the group more here than in other units.`;
    case 'group.fading':
      return `It is fading for ${pupils(reason.params.pupils)} who knew it once.`;
    case 'group.new':
      return `${pupils(reason.params.pupils)} ${reason.params.pupils === 1 ? 'has' : 'have'} not tried it yet, and practice brings the group more here than in other units.`;
    case 'group.most':
      return 'Practice brings the group more here than in other units now.';
  }
}

/** How the session of a group was filled, in one English sentence. */
export function groupReasonInEnglish(reason: GroupReason): string {
  switch (reason.key) {
    case 'group.none':
      return 'This course has no units yet.';
    case 'group.sequential':
      return 'Units in the order of the course: nobody has answered anything in it yet, and no test is ahead.';
    case 'group.course':
      return 'Units in which practice brings the group furthest in the course; no test is ahead.';
    case 'group.tests':
      return `Units in which practice brings the group most; ${reason.params.pupils} of ${reason.params.of} have a test ahead in this course.`;
  }
}
