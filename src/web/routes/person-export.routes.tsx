import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { actorOf, type RouteAccess } from '../access.ts';
import { PersonExportPage } from '../pages/erasure/person-export.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';

interface ExportPlace {
  path: string;
  access: RouteAccess;
  /** Whom the address is about. */
  personIn(request: FastifyRequest): number;
  /** Where it came from. */
  backOf(request: FastifyRequest, name: string): { href: string; text: string };
}

const named = (request: FastifyRequest) => idIn(request.params, 'person');

const PLACES: readonly ExportPlace[] = [
  {
    path: '/profile',
    access: 'anyone logged in',
    personIn: (request) => actorOf(request).userId,
    backOf: (request) => ({ href: '/profile', text: pageContextOf(request).t.profile.title }),
  },
  {
    path: '/children/:id',
    access: 'view child progress',
    personIn: named,
    backOf: (request, name) => ({ href: `/children/${named(request)}`, text: name }),
  },
  {
    path: '/school/people/:id',
    access: 'administer the school',
    personIn: named,
    backOf: (request, name) => ({ href: `/school/people/${named(request)}`, text: name }),
  },
];

/** How soon a page of what is being made comes again, in s. */
const LOOKS_AGAIN_AFTER = 2;

/** Everything that is stored about somebody as a file: asked for, waited for, fetched. */
export function personExportRoutes(app: FastifyInstance, { personExport }: Pick<Services, 'personExport'>): void {
  for (const { path, access, personIn, backOf } of PLACES) {
    const config = { config: { access } };
    const here = `${path}/export`;

    app.get(here, config, async (request, reply) => {
      const view = await personExport.look(actorOf(request), personIn(request));
      if (view.made?.state === 'waiting') reply.header('refresh', String(LOOKS_AGAIN_AFTER));
      const at = here.replace(':id', String(view.person.id));
      return sendPage(
        request,
        reply,
        <PersonExportPage view={view} here={at} back={backOf(request, view.person.name)} />,
      );
    });

    app.post(here, config, async (request, reply) => {
      const personId = personIn(request);
      await personExport.ask(actorOf(request), personId);
      return reply.redirect(here.replace(':id', String(personId)), 303);
    });

    app.get(`${here}/stored.zip`, config, async (request, reply) => {
      const { size, pieces } = await personExport.take(actorOf(request), personIn(request));
      return reply
        .type('application/zip')
        .header('content-disposition', 'attachment; filename="stored.zip"')
        .header('content-length', size)
        .header('cache-control', 'no-store')
        .send(Readable.from(pieces));
    });
  }
}
