import { aiStanding } from '../../../shared/ai-limits.ts';
import { actorOf } from '../../access.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

/** How a school stands with what models may cost. */
export function aiLimitsApi(api: Api, { aiLimits }: Pick<Services, 'aiLimits'>): void {
  api.get(
    '/school/ai/limits',
    {
      schema: {
        tags: ['models'],
        summary: 'What models may cost my school, and how it stands with that',
        response: { 200: aiStanding, ...failures },
      },
      config: { access: 'view school analytics' },
    },
    async (request) => aiLimits.standing(actorOf(request)),
  );
}
