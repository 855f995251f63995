import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { courseEditRoutes } from './course-edit.routes.tsx';
import { curriculumDeskRoutes } from './desk.routes.tsx';
import { curriculumExportRoutes } from './export.routes.tsx';
import { problemEditRoutes } from './problem-edit.routes.tsx';
import { publishRoutes } from './publish.routes.tsx';
import { testEditRoutes } from './test-edit.routes.tsx';
import { unitEditRoutes } from './unit-edit.routes.tsx';

/** The pages on which regional supervisors write the curricula of their subjects. */
export async function curriculumRoutes(app: FastifyInstance, services: Services): Promise<void> {
  curriculumDeskRoutes(app, services);
  courseEditRoutes(app, services);
  unitEditRoutes(app, services);
  await app.register(problemEditRoutes, { services });
  testEditRoutes(app, services);
  publishRoutes(app, services);
  curriculumExportRoutes(app, services);
}
