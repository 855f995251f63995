import type { AccessService } from '../services/access/access.service.ts';
import { AiLimitsService } from '../services/budgets/ai-limits.service.ts';
import { ConsentService } from '../services/consent/consent.service.ts';
import { AuditLogService } from '../services/oversight/audit-log.service.ts';
import { ReadingsService } from '../services/oversight/readings.service.ts';
import { PoliciesService } from '../services/policies/policies.service.ts';
import { RetentionService } from '../services/retention/retention.service.ts';
import type { Services } from '../web/services.ts';
import type { Base } from './compose.ts';

type OversightServices = Pick<Services, 'aiLimits' | 'auditLog' | 'consents' | 'policies' | 'readings' | 'retention'>;

/** What parents agreed to, what a school decides, who did what, and who looked at it. */
export function composeOversight(parts: Base & { access: AccessService; hasModel: boolean }): OversightServices {
  const retention = new RetentionService({ ...parts, retention: parts.retentionRows });
  return {
    aiLimits: new AiLimitsService(parts),
    consents: new ConsentService(parts),
    auditLog: new AuditLogService({ ...parts, auditLog: parts.auditLogRows }),
    readings: new ReadingsService(parts),
    retention,
    policies: new PoliciesService({ ...parts, retention }),
  };
}
