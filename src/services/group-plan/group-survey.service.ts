import type { Moment } from '../../domain/planning/course-facts.ts';
import type { GroupMember } from '../../domain/planning/group-units.ts';
import { type MembersDeps, type MembersIn, membersIn } from './group-members.ts';
import { type PupilsSurvey, type SurveyDeps, surveyPupils } from './survey-pupils.ts';

export type { PupilsSurvey };

/** What plans for many pupils at once rest on, for other services. */
export class GroupSurveyService {
  readonly #deps: SurveyDeps & MembersDeps;

  constructor(deps: SurveyDeps & MembersDeps) {
    this.#deps = deps;
  }

  /** Their courses, tests and sessions. Five queries, however many pupils and courses. */
  async survey(ids: readonly number[], moment: Moment): Promise<PupilsSurvey> {
    return surveyPupils(this.#deps, ids, moment);
  }

  /** How each stands in the units of one course. Six queries, however many pupils and units. */
  async members(ids: readonly number[], within: MembersIn): Promise<GroupMember[]> {
    return membersIn(this.#deps, ids, within);
  }
}
