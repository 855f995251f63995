import { AccountsService } from '../services/accounts/accounts.service.ts';
import { LoginGuard } from '../services/accounts/login-guard.ts';
import { OneTimeLinksService } from '../services/accounts/one-time-links.service.ts';
import { createPasswordHasher } from '../services/accounts/passwords.ts';
import { WebSessionsService } from '../services/accounts/web-sessions.service.ts';
import type { Services } from '../web/services.ts';
import type { Base } from './compose.ts';

type AccountServices = Pick<Services, 'accounts' | 'oneTimeLinks' | 'webSessions'>;

/** Ways in: passwords, one-time links, logged-in browsers. */
export function composeAccounts(base: Base): AccountServices {
  const { clock } = base;
  const parts = {
    ...base,
    passwords: createPasswordHasher(),
    guard: new LoginGuard(base.throttles, clock),
    webSessions: base.webSessionRows,
  };
  return {
    accounts: new AccountsService(parts),
    oneTimeLinks: new OneTimeLinksService(parts),
    webSessions: new WebSessionsService(base.webSessionRows, clock),
  };
}
