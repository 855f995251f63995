import type { FastifyInstance } from 'fastify';
import { LONGEST_NOTE } from '../../../services/curriculum-editor/curriculum-publishing.service.ts';
import { actorOf } from '../../access.ts';
import { one, readFields, type SentFields } from '../../forms/curriculum/sent-fields.ts';
import { courseHref } from '../../pages/curriculum/addresses.ts';
import { HistoryPage, PublicationPage } from '../../pages/curriculum/history.page.tsx';
import { PublishPage } from '../../pages/curriculum/publish.page.tsx';
import { sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { beforeIn, idIn } from '../ids.ts';

const PUBLICATIONS_A_PAGE = 30;

/** Publishing drafts, and what was published when. */
export function publishRoutes(
  app: FastifyInstance,
  { curriculumPublishing: publishing }: Pick<Services, 'curriculumPublishing'>,
): void {
  const access = { config: { access: 'manage curriculum' as const } };

  app.get('/region/curriculum/courses/:id/publish', access, async (request, reply) => {
    const review = await publishing.review(actorOf(request), idIn(request.params, 'course'));
    const page = <PublishPage review={review} note="" chosen={null} trouble={null} problems={review.problems} />;
    return sendPage(request, reply, page);
  });

  app.post('/region/curriculum/courses/:id/publish', access, async (request, reply) => {
    const [actor, courseId, fields] = [actorOf(request), idIn(request.params, 'course'), readFields(request.body)];
    const [note, chosen] = [one(fields, 'note').trim(), chosenIn(fields)];
    const isTooLong = note.length > LONGEST_NOTE;
    const result = isTooLong ? null : await publishing.publish(actor, courseId, { note, chosen });
    if (result?.outcome === 'published') return reply.redirect(`${courseHref(courseId)}?saved=published`, 303);
    const review = await publishing.review(actor, courseId);
    const problems = result?.outcome === 'problems' ? result.problems : [];
    const trouble = chosen.length === 0 ? 'nothing chosen' : result?.outcome === 'conflict' ? 'conflict' : null;
    const ids = chosen.map(({ id }) => id);
    const page = <PublishPage review={review} note={note} chosen={ids} trouble={trouble} problems={problems} />;
    return sendPage(request, reply.code(trouble === 'conflict' ? 409 : 400), page);
  });

  app.get('/region/curriculum/courses/:id/history', access, async (request, reply) => {
    const courseId = idIn(request.params, 'course');
    const before = beforeIn(request.query);
    const page = { limit: PUBLICATIONS_A_PAGE + 1, ...(before === undefined ? {} : { before }) };
    const found = await publishing.history(actorOf(request), courseId, page);
    const publications = found.publications.slice(0, PUBLICATIONS_A_PAGE);
    const more = found.publications.length > PUBLICATIONS_A_PAGE;
    const older = more ? `${courseHref(courseId)}/history?before=${publications.at(-1)?.id}` : null;
    const shown = { courseId, courseName: found.courseName, publications, older };
    return sendPage(request, reply, <HistoryPage {...shown} />);
  });

  app.get('/region/curriculum/publications/:id', access, async (request, reply) => {
    const view = await publishing.publication(actorOf(request), idIn(request.params, 'publication'));
    return sendPage(request, reply, <PublicationPage {...view} />);
  });
}

/** The drafts that are ticked, each "id.version". */
function chosenIn(fields: SentFields): { id: number; version: number }[] {
  return (fields.draft ?? []).flatMap((value) => {
    const [id, version] = value.split('.').map(Number);
    return Number.isSafeInteger(id) && Number.isSafeInteger(version) ? [{ id: id ?? 0, version: version ?? 0 }] : [];
  });
}
