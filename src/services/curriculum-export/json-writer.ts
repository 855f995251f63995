import { courseDocument } from '../../domain/curriculum/import/to-document.ts';
import type { CourseSource } from './curriculum-export.service.ts';

/** The document of `curriculumDocument`, a course a piece. */
export async function* writeJson({ courses, figures }: CourseSource): AsyncIterable<string> {
  yield '{\n"format": "allamda-curriculum",\n"version": 1,\n"courses": [';
  let first = true;
  for await (const course of courses) {
    const hashes = course.units.flatMap(({ problems }) => problems.flatMap((problem) => problem.figures));
    const pictures = await figures(hashes.map(({ hash }) => hash));
    const data = (hash: string) => Buffer.from(pictures.get(hash) ?? new Uint8Array()).toString('base64');
    yield `${first ? '' : ','}\n${JSON.stringify(courseDocument(course, data), null, 1)}`;
    first = false;
  }
  yield '\n]\n}\n';
}
