import type { VNode } from 'preact';
import {
  curriculumCourse,
  curriculumCourses,
  curriculumQuery,
  foundQuestions,
  previewAnswer,
  previewRequest,
  searchQuery,
} from '../../../shared/curriculum.ts';
import { idParams } from '../../../shared/paging.ts';
import { actorOf } from '../../access.ts';
import { ProblemPreview, TrialVerdict } from '../../components/curriculum/problem-preview.tsx';
import { readProblem } from '../../forms/curriculum/problem.form.ts';
import { one, readFields } from '../../forms/curriculum/sent-fields.ts';
import { withPage } from '../../page-context.ts';
import { pageContextOf } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { child } from '../../strings.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['curriculum'];
const manage = { access: 'manage curriculum' } as const;

/** What supervisors read of their curricula. */
export function curriculumApi(api: Api, services: Services): void {
  const { curriculumCatalogue: catalogue } = services;

  api.get(
    '/curriculum/courses',
    {
      schema: {
        tags,
        summary: 'Courses of my subjects',
        querystring: curriculumQuery,
        response: { 200: curriculumCourses, ...failures },
      },
      config: manage,
    },
    async (request) => {
      const { page, archived } = request.query;
      const { courses, hasMore } = await catalogue.courses(actorOf(request), { page, archived: archived === 'yes' });
      return { courses, page, hasMore };
    },
  );

  api.get(
    '/curriculum/courses/:id',
    {
      schema: {
        tags,
        summary: 'A course with its units and tests, drafts included',
        params: idParams,
        response: { 200: curriculumCourse, ...failures },
      },
      config: manage,
    },
    async (request) => {
      const { courseId, prerequisites: _, ...desk } = await catalogue.course(actorOf(request), request.params.id);
      const { units, archivedUnits, tests, archivedTests, ...rest } = desk;
      return {
        id: courseId,
        ...rest,
        units: units.map(named),
        archivedUnits: archivedUnits.map(named),
        tests: tests.map(named),
        archivedTests: archivedTests.map(named),
      };
    },
  );

  api.get(
    '/curriculum/questions',
    {
      schema: {
        tags,
        summary: 'Questions of my subjects by their words',
        querystring: searchQuery,
        response: { 200: foundQuestions, ...failures },
      },
      config: manage,
    },
    async (request) => catalogue.search(actorOf(request), request.query.q, request.query.page),
  );
}

/** Keys are what answers are judged by: what a thing is called by programs has another name. */
function named<Thing extends { key: string }>({ key, ...thing }: Thing) {
  return { ref: key, ...thing };
}

/** The preview of a question that is being written. */
export function curriculumPreviewApi(api: Api, services: Services): void {
  const { curriculumCatalogue: catalogue, keyTrial } = services;

  api.post(
    '/curriculum/preview',
    {
      schema: {
        tags,
        summary: 'How a question that is being written looks, and what the checker makes of answers that are tried',
        body: previewRequest,
        response: { 200: previewAnswer, ...failures },
      },
      config: manage,
    },
    async (request) => {
      await catalogue.subjects(actorOf(request));
      const fields = readFields(request.body.fields);
      const { content } = readProblem(fields);
      const context = pageContextOf(request);
      const render = (node: VNode) => String(withPage(context, () => child(node)));
      const tried = content.steps.map((_, index) => one(fields, `s${index}.try`));
      const verdicts = await Promise.all(
        content.steps.map(async (step, index) => {
          const text = tried[index] ?? '';
          return text.trim() === '' ? null : keyTrial.tryAnswer(step, content.stem, text);
        }),
      );
      const trials = verdicts.map((verdict) => (verdict ? render(<TrialVerdict verdict={verdict} />) : ''));
      return { html: render(<ProblemPreview content={content} />), trials };
    },
  );
}
