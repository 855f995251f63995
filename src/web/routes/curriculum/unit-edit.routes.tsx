import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Structure } from '../../../domain/curriculum/editing/structure.ts';
import type { Opened } from '../../../services/curriculum-editor/curriculum-editor.service.ts';
import { actorOf } from '../../access.ts';
import { one, readFields } from '../../forms/curriculum/sent-fields.ts';
import { readUnit, writeUnit } from '../../forms/curriculum/simple.forms.ts';
import { courseHref, unitEditHref, unitHref } from '../../pages/curriculum/addresses.ts';
import { UnitEditPage } from '../../pages/curriculum/unit-edit.page.tsx';
import { sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn } from '../ids.ts';
import { statusOf } from './course-edit.routes.tsx';
import { formAgain, formOf, newForm, unitIn } from './draft-forms.ts';

/** Writing what a unit is and what it builds on. */
export function unitEditRoutes(app: FastifyInstance, { curriculumEditor: editor }: Pick<Services, 'curriculumEditor'>) {
  const access = { config: { access: 'manage curriculum' as const } };
  const openCourse = (request: FastifyRequest) =>
    editor.open(actorOf(request), { courseId: idIn(request.params, 'course'), kind: 'course', key: 'course' });
  const openUnit = (request: FastifyRequest) =>
    editor.open(actorOf(request), {
      courseId: idIn(request.params, 'course'),
      kind: 'unit',
      key: unitIn(request.query),
    });

  app.get('/region/curriculum/courses/:id/units/new', access, async (request, reply) => {
    const { place, course } = await openCourse(request);
    const last = course.units.findLast(({ content }) => !content.archived);
    const unit = { ...NEW, prerequisites: last ? [last.key] : [] };
    const form = newForm(`${courseHref(place.courseId)}/units/new`);
    const page = <UnitEditPage {...viewOf(course, null)} written={writeUnit(unit)} form={form} />;
    return sendPage(request, reply, page);
  });

  app.post('/region/curriculum/courses/:id/units/new', access, async (request, reply) => {
    const { place, course } = await openCourse(request);
    const { courseId } = place;
    const fields = readFields(request.body);
    const { content, refused } = readUnit(fields, keysOf(course));
    const looking = one(fields, 'do') === 'preview';
    const made = looking ? null : await editor.create(actorOf(request), courseId, { kind: 'unit', content }, refused);
    if (made?.outcome === 'made') return reply.redirect(`${unitHref(courseId, made.place.key)}&saved=yes`, 303);
    const form = newForm(`${courseHref(courseId)}/units/new`, made?.problems);
    const page = <UnitEditPage {...viewOf(course, null)} written={fields} form={form} />;
    return sendPage(request, reply.code(looking ? 200 : 400), page);
  });

  app.get('/region/curriculum/courses/:id/unit/edit', access, async (request, reply) => {
    const opened = await openUnit(request);
    const page = (
      <UnitEditPage
        {...viewOf(opened.course, opened.place.key)}
        written={writeUnit(opened.content)}
        form={form(opened)}
      />
    );
    return sendPage(request, reply, page);
  });

  app.post('/region/curriculum/courses/:id/unit/edit', access, async (request, reply) => {
    const [actor, opened, fields] = [actorOf(request), await openUnit(request), readFields(request.body)];
    const { place, course } = opened;
    const action = one(fields, 'do');
    if (action === 'discard' && (await editor.discard(actor, place, one(fields, 'token')))) {
      const back = opened.live === null ? courseHref(place.courseId) : unitHref(place.courseId, place.key);
      return reply.redirect(back, 303);
    }
    const { content, refused } = readUnit(fields, keysOf(course));
    const mine = { kind: 'unit', content } as const;
    const saved = action === 'save' ? await editor.save(actor, place, one(fields, 'token'), mine, refused) : null;
    if (saved?.outcome === 'saved') return reply.redirect(`${unitHref(place.courseId, place.key)}&saved=yes`, 303);
    const again = formAgain(form(opened), fields, mine, saved);
    const page = <UnitEditPage {...viewOf(course, place.key)} written={fields} form={again} />;
    return sendPage(request, reply.code(statusOf(saved)), page);
  });
}

const NEW = {
  name: '',
  type: 'chapter',
  weight: 0.5,
  minutes: 45,
  description: '',
  prerequisites: [],
  archived: false,
} as const;

const form = (opened: Opened<'unit'>) => formOf(unitEditHref(opened.place.courseId, opened.place.key), opened);
const keysOf = (course: Structure): string[] => course.units.map(({ key }) => key);

function viewOf(course: Structure, unitKey: string | null) {
  const others = course.units.filter(({ key, content }) => key !== unitKey && !content.archived);
  return {
    courseId: course.courseId,
    courseName: course.course.name,
    unitKey,
    others: others.map(({ key, content }) => ({ key, name: content.name })),
  };
}
