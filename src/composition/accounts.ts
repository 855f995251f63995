import type { AccessService } from '../services/access/access.service.ts';
import { AccountsService } from '../services/accounts/accounts.service.ts';
import { LoginCardsService } from '../services/accounts/login-cards.service.ts';
import { LoginGuard } from '../services/accounts/login-guard.ts';
import { OneTimeLinksService } from '../services/accounts/one-time-links.service.ts';
import { createPasswordHasher } from '../services/accounts/passwords.ts';
import { ProfileService } from '../services/accounts/profile.service.ts';
import { WebSessionsService } from '../services/accounts/web-sessions.service.ts';
import { ClassCoursesService } from '../services/people/class-courses.service.ts';
import { GuardianRequestsService } from '../services/people/guardian-requests.service.ts';
import { GuardiansService } from '../services/people/guardians.service.ts';
import { PeopleService } from '../services/people/people.service.ts';
import { PeopleAccess } from '../services/people/people-access.service.ts';
import { PersonEditingService } from '../services/people/person-editing.service.ts';
import { SchoolClassesService } from '../services/people/school-classes.service.ts';
import { TransfersService } from '../services/people/transfers.service.ts';
import { FirstRunService } from '../services/setup/first-run.service.ts';
import { SetupService } from '../services/setup/setup.service.ts';
import type { Services } from '../web/services.ts';
import type { Base } from './compose.ts';

type AccountServices = Pick<
  Services,
  | 'accounts'
  | 'oneTimeLinks'
  | 'webSessions'
  | 'profile'
  | 'people'
  | 'personEditing'
  | 'guardianships'
  | 'guardianRequests'
  | 'schoolClasses'
  | 'classCourses'
  | 'loginCards'
  | 'transfers'
  | 'setup'
  | 'firstRun'
>;

/** Ways in (passwords, one-time links, cards, logged-in browsers), and the people who have them. */
export function composeAccounts(base: Base & { access: AccessService; secretKey: string }): AccountServices {
  const { clock } = base;
  const ways = {
    ...base,
    passwords: createPasswordHasher(),
    guard: new LoginGuard(base.throttles, clock),
    webSessions: base.webSessionRows,
    peopleAccess: new PeopleAccess(base.access, base.directory),
  };
  const parts = { ...ways, oneTimeLinks: new OneTimeLinksService(ways) };
  const setup = new SetupService(parts);
  return {
    accounts: new AccountsService(parts),
    oneTimeLinks: parts.oneTimeLinks,
    webSessions: new WebSessionsService(base.webSessionRows, clock),
    profile: new ProfileService(parts),
    people: new PeopleService(parts),
    personEditing: new PersonEditingService(parts),
    guardianships: new GuardiansService(parts),
    guardianRequests: new GuardianRequestsService(parts),
    schoolClasses: new SchoolClassesService(parts),
    classCourses: new ClassCoursesService(parts),
    loginCards: new LoginCardsService(parts),
    transfers: new TransfersService(parts),
    setup,
    firstRun: new FirstRunService({ ...parts, setup }),
  };
}
