import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CourseContent } from '../../../shared/curriculum-content.ts';
import { actorOf } from '../../access.ts';
import type { DraftForm } from '../../components/curriculum/edit-frame.tsx';
import { one, readFields, type SentFields } from '../../forms/curriculum/sent-fields.ts';
import { readCourse, type Written, writeCourse } from '../../forms/curriculum/simple.forms.ts';
import { courseHref } from '../../pages/curriculum/addresses.ts';
import { CourseEditPage } from '../../pages/curriculum/course-edit.page.tsx';
import { sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn } from '../ids.ts';
import { formAgain, formOf, newForm } from './draft-forms.ts';

type Used = Pick<Services, 'curriculumCatalogue' | 'curriculumEditor'>;

const NEW: CourseContent = {
  name: '',
  subject: '',
  gradeLevel: '9th',
  type: 'mandatory',
  level: 3,
  description: '',
  prerequisites: [],
  archived: false,
};

/** Writing what a course is. */
export function courseEditRoutes(app: FastifyInstance, services: Used): void {
  const access = { config: { access: 'manage curriculum' as const } };
  const { curriculumEditor: editor } = services;
  const newAction = '/region/curriculum/courses/new';

  app.get(newAction, access, (request, reply) =>
    sendCourse(request, reply, services, { courseId: null, written: writeCourse(NEW), form: newForm(newAction) }),
  );

  app.post(newAction, access, async (request, reply) => {
    const fields = readFields(request.body);
    const looking = one(fields, 'do') === 'preview';
    const { content, refused } = readCourse(fields);
    const made = looking ? null : await editor.createCourse(actorOf(request), content, refused);
    if (made?.outcome === 'made') return reply.redirect(courseHref(made.place.courseId), 303);
    const form = newForm(newAction, made?.problems);
    return sendCourse(request, reply.code(looking ? 200 : 400), services, { courseId: null, written: fields, form });
  });

  app.get('/region/curriculum/courses/:id/edit', access, async (request, reply) => {
    const opened = await open(request, editor);
    const { courseId } = opened.place;
    const form = formOf(`${courseHref(courseId)}/edit`, opened);
    return sendCourse(request, reply, services, { courseId, written: writeCourse(opened.content), form });
  });

  app.post('/region/curriculum/courses/:id/edit', access, async (request, reply) => {
    const [actor, opened, fields] = [actorOf(request), await open(request, editor), readFields(request.body)];
    const { place } = opened;
    const action = one(fields, 'do');
    if (action === 'delete') {
      await editor.deleteCourse(actor, place.courseId);
      return reply.redirect('/region/curriculum', 303);
    }
    if (action === 'discard' && opened.live !== null && (await editor.discard(actor, place, one(fields, 'token')))) {
      return reply.redirect(courseHref(place.courseId), 303);
    }
    const { content, refused } = readCourse(fields);
    const mine = { kind: 'course', content } as const;
    const saved = action === 'save' ? await editor.save(actor, place, one(fields, 'token'), mine, refused) : null;
    if (saved?.outcome === 'saved') return reply.redirect(`${courseHref(place.courseId)}?saved=yes`, 303);
    const form = formAgain(formOf(`${courseHref(place.courseId)}/edit`, opened), fields, mine, saved);
    return sendCourse(request, reply.code(statusOf(saved)), services, {
      courseId: place.courseId,
      written: fields,
      form,
    });
  });
}

function open(request: FastifyRequest, editor: Services['curriculumEditor']) {
  const place = { courseId: idIn(request.params, 'course'), kind: 'course', key: 'course' } as const;
  return editor.open(actorOf(request), place);
}

/** How a form that comes back is answered. */
export function statusOf(saved: { outcome: string } | null): 200 | 400 | 409 {
  if (saved?.outcome === 'problems') return 400;
  return saved?.outcome === 'conflict' ? 409 : 200;
}

async function sendCourse(
  request: FastifyRequest,
  reply: FastifyReply,
  { curriculumCatalogue: catalogue }: Used,
  { courseId, written, form }: { courseId: number | null; written: Written | SentFields; form: DraftForm },
): Promise<FastifyReply> {
  const actor = actorOf(request);
  const page = (
    <CourseEditPage
      courseId={courseId}
      subjects={await catalogue.subjects(actor)}
      others={await catalogue.otherCourses(actor, courseId)}
      written={written}
      form={form}
    />
  );
  return sendPage(request, reply, page);
}
