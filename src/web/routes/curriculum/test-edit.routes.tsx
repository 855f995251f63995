import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Structure } from '../../../domain/curriculum/editing/structure.ts';
import type { TestContent } from '../../../shared/curriculum-content.ts';
import { actorOf } from '../../access.ts';
import { one, readFields } from '../../forms/curriculum/sent-fields.ts';
import { readTest, writeTest } from '../../forms/curriculum/simple.forms.ts';
import { courseHref, testHref } from '../../pages/curriculum/addresses.ts';
import { TestEditPage } from '../../pages/curriculum/test-edit.page.tsx';
import { sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn } from '../ids.ts';
import { statusOf } from './course-edit.routes.tsx';
import { formAgain, formOf, newForm } from './draft-forms.ts';

/** Writing what a test is about. */
export function testEditRoutes(app: FastifyInstance, { curriculumEditor: editor }: Pick<Services, 'curriculumEditor'>) {
  const access = { config: { access: 'manage curriculum' as const } };
  const openCourse = (request: FastifyRequest) =>
    editor.open(actorOf(request), { courseId: idIn(request.params, 'course'), kind: 'course', key: 'course' });
  const openTest = (request: FastifyRequest) => editor.openById(actorOf(request), 'test', idIn(request.params, 'test'));

  const viewOf = async (request: FastifyRequest, course: Structure, content?: TestContent) => {
    const supply = await editor.testSupply(actorOf(request), course.courseId);
    return {
      courseId: course.courseId,
      courseName: course.course.name,
      units: unitsFor(course, content).map(({ key, content: { name } }) => {
        return { key, name, forTests: supply.get(key) ?? 0 };
      }),
    };
  };

  app.get('/region/curriculum/courses/:id/tests/new', access, async (request, reply) => {
    const { place, course } = await openCourse(request);
    const form = newForm(`${courseHref(place.courseId)}/tests/new`);
    return sendPage(
      request,
      reply,
      <TestEditPage {...(await viewOf(request, course))} written={writeTest(NEW, keysOf(course))} form={form} />,
    );
  });

  app.post('/region/curriculum/courses/:id/tests/new', access, async (request, reply) => {
    const { place, course } = await openCourse(request);
    const fields = readFields(request.body);
    const looking = one(fields, 'do') === 'preview';
    const { content, refused } = readTest(fields);
    const draft = { kind: 'test', content } as const;
    const made = looking ? null : await editor.create(actorOf(request), place.courseId, draft, refused);
    if (made?.outcome === 'made') return reply.redirect(`${courseHref(place.courseId)}?saved=yes#tests`, 303);
    const form = newForm(`${courseHref(place.courseId)}/tests/new`, made?.problems);
    const page = <TestEditPage {...(await viewOf(request, course))} written={fields} form={form} />;
    return sendPage(request, reply.code(looking ? 200 : 400), page);
  });

  app.get('/region/curriculum/tests/:id', access, async (request, reply) => {
    const opened = await openTest(request);
    const { course, content, place } = opened;
    const written = writeTest(content, keysOf(course, content));
    const form = formOf(testHref(place.key), opened);
    return sendPage(
      request,
      reply,
      <TestEditPage {...(await viewOf(request, course, content))} written={written} form={form} />,
    );
  });

  app.post('/region/curriculum/tests/:id', access, async (request, reply) => {
    const [actor, opened, fields] = [actorOf(request), await openTest(request), readFields(request.body)];
    const { place, course } = opened;
    const action = one(fields, 'do');
    if (action === 'discard' && (await editor.discard(actor, place, one(fields, 'token')))) {
      return reply.redirect(`${courseHref(place.courseId)}#tests`, 303);
    }
    const { content, refused } = readTest(fields);
    const mine = { kind: 'test', content } as const;
    const saved = action === 'save' ? await editor.save(actor, place, one(fields, 'token'), mine, refused) : null;
    if (saved?.outcome === 'saved') return reply.redirect(`${courseHref(place.courseId)}?saved=yes#tests`, 303);
    const form = formAgain(formOf(testHref(place.key), opened), fields, mine, saved);
    const page = <TestEditPage {...(await viewOf(request, course, opened.content))} written={fields} form={form} />;
    return sendPage(request, reply.code(statusOf(saved)), page);
  });
}

const NEW: TestContent = {
  name: '',
  type: 'quiz',
  minutes: 30,
  questionCount: null,
  link: null,
  units: [],
  archived: false,
};

/** Units that can be weighted: those that are taught, and those that the test names already. */
function unitsFor(course: Structure, content?: TestContent) {
  const named = content?.units.map(({ unit }) => unit) ?? [];
  return course.units.filter((unit) => !unit.content.archived || named.includes(unit.key));
}

const keysOf = (course: Structure, content?: TestContent): string[] => unitsFor(course, content).map(({ key }) => key);
