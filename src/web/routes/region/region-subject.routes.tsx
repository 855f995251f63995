import type { FastifyInstance } from 'fastify';
import { actorOf } from '../../access.ts';
import { idChosenIn } from '../../forms/chosen.ts';
import { fieldsOf } from '../../forms/fields.ts';
import { HardQuestionsPage, HardUnitsPage } from '../../pages/region/hard-units.page.tsx';
import { MisconceptionsPage } from '../../pages/region/misconceptions.page.tsx';
import { RegionSchoolPage } from '../../pages/region/school.page.tsx';
import {
  misconceptionTable,
  questionColumns,
  unitColumns,
  withGradeNames,
} from '../../presenters/region-subject.presenter.ts';
import { sendCsv } from '../../send-csv.ts';
import { pageContextOf, sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { subjectWishIn, unlessBadDays } from '../days-wish.ts';
import { idIn } from '../ids.ts';
import { sendAnalytics } from '../send-analytics.ts';

type Used = Pick<Services, 'regionAnalytics' | 'regionSchools' | 'hardUnits' | 'misconceptions'>;

const look = { config: { access: 'view subject analytics' as const } };

/** What is hard in a subject, and what is misunderstood, over the schools of a region. */
export function regionSubjectRoutes(app: FastifyInstance, services: Used): void {
  hardUnitRoutes(app, services);
  const { regionAnalytics, regionSchools, misconceptions } = services;

  app.get('/region/schools/:id', look, async (request, reply) => {
    const wish = subjectWishIn(request.query);
    const view = await regionSchools.ofSchool(actorOf(request), idIn(request.params, 'school'), wish);
    return sendPage(request, reply, <RegionSchoolPage view={view} />);
  });

  app.get('/region/schools/:id/grades.csv', look, async (request, reply) => {
    const wish = subjectWishIn(request.query);
    const view = await regionSchools.ofSchool(actorOf(request), idIn(request.params, 'school'), wish);
    const named = withGradeNames(view, pageContextOf(request).t);
    return sendAnalytics(request, reply, named, 'grade', `${view.of.name} ${view.subject}`);
  });

  app.get('/region/wrong-answers', look, async (request, reply) => {
    const actor = actorOf(request);
    const subjects = await regionAnalytics.ownSubjects(actor);
    const wish = subjectWishIn(request.query);
    const view = subjects.length === 0 ? null : await unlessBadDays(misconceptions.ofSubject(actor, wish));
    const page = <MisconceptionsPage {...{ subjects, view, wish }} />;
    return sendPage(request, subjects.length > 0 && view === null ? reply.code(400) : reply, page);
  });

  app.get('/region/wrong-answers.csv', look, async (request, reply) => {
    const view = await misconceptions.ofSubject(actorOf(request), subjectWishIn(request.query));
    const { columns, rows } = misconceptionTable(view, pageContextOf(request).t.regionSubject);
    return sendCsv(reply, `wrong answers ${view.subject} ${view.region}`, columns, rows);
  });
}

function hardUnitRoutes(app: FastifyInstance, { regionAnalytics, hardUnits }: Used): void {
  app.get('/region/hard-units', look, async (request, reply) => {
    const actor = actorOf(request);
    const subjects = await regionAnalytics.ownSubjects(actor);
    const wish = subjectWishIn(request.query);
    const unit = unitIn(request.query);
    if (unit !== null && subjects.length > 0) {
      const view = await hardUnits.questions(actor, wish, unit);
      return sendPage(request, reply, <HardQuestionsPage {...{ subjects, view, wish }} />);
    }
    const view = subjects.length === 0 ? null : await unlessBadDays(hardUnits.units(actor, wish));
    const page = <HardUnitsPage {...{ subjects, view, wish }} />;
    return sendPage(request, subjects.length > 0 && view === null ? reply.code(400) : reply, page);
  });

  app.get('/region/hard-units.csv', look, async (request, reply) => {
    const [actor, wish, unit] = [actorOf(request), subjectWishIn(request.query), unitIn(request.query)];
    const { t } = pageContextOf(request);
    const [words, percent] = [t.regionSubject, t.analytics.units.share];
    if (unit !== null) {
      const view = await hardUnits.questions(actor, wish, unit);
      return sendCsv(reply, `hard questions ${unit.unitName}`, questionColumns(words, percent), view.questions);
    }
    const view = await hardUnits.units(actor, wish);
    return sendCsv(reply, `hard units ${view.subject} ${view.region}`, unitColumns(words, percent), view.units);
  });
}

/** A unit by its course and name; null: all of them. */
function unitIn(query: unknown): { courseId: number; unitName: string } | null {
  const [courseId, unitName] = [idChosenIn(query, 'course'), fieldsOf(query).unit];
  return courseId === undefined || !unitName ? null : { courseId, unitName };
}
