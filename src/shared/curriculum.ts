import * as z from 'zod';
import { courseContent, testContent, unitContent } from './curriculum-content.ts';

const page = z.coerce.number().int().min(1).max(10_000).default(1);
const standing = z.enum(['new', 'changed', 'published']);
const counts = { studyQuestions: z.number(), testQuestions: z.number() };

export const curriculumQuery = z.object({ page, archived: z.enum(['yes', 'no']).default('no') });
export const searchQuery = z.object({ q: z.string().min(1).max(400), page });

/** A page of courses, drafts included. */
export const curriculumCourses = z.object({
  courses: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      subject: z.string(),
      gradeLevel: z.string(),
      type: z.string(),
      level: z.number(),
      isDraft: z.boolean(),
      isArchived: z.boolean(),
      units: z.number(),
      ...counts,
      /** How many changes wait to be published. */
      drafts: z.number(),
    }),
  ),
  page: z.number(),
  hasMore: z.boolean(),
});

const unit = z.object({ ref: z.string(), content: unitContent, standing, ...counts });
const test = z.object({ ref: z.string(), content: testContent, standing });

/** A course as its drafts have it; `ref` is the name or id under which a thing is published. */
export const curriculumCourse = z.object({
  id: z.number(),
  course: courseContent,
  standing,
  units: z.array(unit),
  archivedUnits: z.array(unit),
  tests: z.array(test),
  archivedTests: z.array(test),
  drafts: z.number(),
});

/** A page of questions, the best match first. */
export const foundQuestions = z.object({
  questions: z.array(
    z.object({
      qaId: z.number(),
      problemId: z.number(),
      courseId: z.number(),
      courseName: z.string(),
      unitName: z.string(),
      question: z.string(),
      answer: z.string(),
      kind: z.string(),
      use: z.string(),
      level: z.number(),
    }),
  ),
  page: z.number(),
  hasMore: z.boolean(),
});

/** The fields of the form of a question, as a browser would send them. */
export const previewRequest = z.object({
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

/** HTML of the preview, and of the verdict on the answer tried in each step; empty where none was. */
export const previewAnswer = z.object({ html: z.string(), trials: z.array(z.string()) });
