import type { AccessService } from '../services/access/access.service.ts';
import { AlertAccess } from '../services/safety/alert-access.ts';
import { AlertPagesService } from '../services/safety/alert-pages.service.ts';
import { AlertRelease } from '../services/safety/alert-release.ts';
import { AlertsService } from '../services/safety/alerts.service.ts';
import { SafeguardingService } from '../services/safety/safeguarding.service.ts';
import type { Services } from '../web/services.ts';
import type { Base } from './compose.ts';

type SafetyServices = Pick<Services, 'alerts' | 'alertPages' | 'alertTelling' | 'safeguarding'>;

/** Alerts: who sees them, who is told, and what is said of them afterwards. */
export function composeSafety(parts: Base & { access: AccessService }): SafetyServices {
  const shared = { ...parts, alerts: parts.alertRows };
  const alertAccess = new AlertAccess(shared);
  return {
    alerts: new AlertsService({ ...shared, alertAccess, release: new AlertRelease(shared) }),
    alertPages: new AlertPagesService({ ...parts, alertAccess }),
    alertTelling: parts.telling,
    safeguarding: new SafeguardingService(parts),
  };
}
