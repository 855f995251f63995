import * as z from 'zod';
import { childConsents, consentsQuery, schoolConsents } from '../../../shared/consents.ts';
import { actorOf } from '../../access.ts';
import { toChildConsents, toSchoolConsents } from '../../presenters/consent.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['consents'];
const ids = z.object({ id: z.coerce.number().int().positive() });

/** How consent stands: of a child for its parent, of a school for its manager. */
export function consentApi(api: Api, { consents }: Pick<Services, 'consents'>): void {
  api.get(
    '/children/:id/consents',
    {
      schema: {
        tags,
        summary: 'What my child’s school may do with a remote AI model, and who said so',
        params: ids,
        response: { 200: childConsents, ...failures },
      },
      config: { access: 'view child progress' },
    },
    async (request) => toChildConsents(await consents.ofChild(actorOf(request), request.params.id)),
  );

  api.get(
    '/school/consents',
    {
      schema: {
        tags,
        summary: 'How the pupils of a class stand, and the school in numbers',
        querystring: consentsQuery,
        response: { 200: schoolConsents, ...failures },
      },
      config: { access: 'administer the school' },
    },
    async (request) => toSchoolConsents(await consents.ofSchool(actorOf(request), request.query.classId)),
  );
}
