import { createHash } from 'node:crypto';
import { ARCHIVE_LIMITS } from '../../../data/archives/archive.ts';
import { type ArchivedFile, writeArchive } from '../../../data/archives/write-archive.ts';
import { writeTags } from '../../../domain/curriculum/exchange/tags.ts';
import { fullName } from '../../../domain/curriculum/import/course-names.ts';
import type { StoredCourse, StoredFigure, StoredProblem } from '../../../domain/curriculum/import/stored-course.ts';
import { publishedUnits } from '../../../domain/curriculum/import/to-document.ts';
import { AppError } from '../../../domain/errors/app-error.ts';
import type { CourseSource } from '../curriculum-export.service.ts';
import { isQtiNumber, qtiItem } from './qti-item.ts';
import { documentOf, element, type Xml } from './xml.ts';

interface Placed {
  identifier: string;
  file: string;
  problem: StoredProblem;
  index: number;
}

interface Section {
  title: string;
  items: Placed[];
}

const TEST = 'test.xml';

/** One course as a content package of QTI 2.1: a test whose sections are the units, an item a question, and the pictures. */
export async function* writeQti({ courses, figures }: CourseSource): AsyncIterable<Uint8Array> {
  for await (const course of courses) {
    const sections = sectionsOf(course);
    const items = sections.flatMap((section) => section.items);
    const shown = new Map(
      items.flatMap(({ problem }) => problem.figures.map((figure) => [figure.hash, figure] as const)),
    );
    const pictures = await figures([...shown.keys()]);
    const files = 2 + items.length + shown.size;
    if (files > ARCHIVE_LIMITS.entries) throw tooMany(items.length);
    yield await writeArchive(filesOf(course, sections, shown.values(), pictures));
  }
}

function tooMany(count: number): AppError {
  const most = `${ARCHIVE_LIMITS.entries} files, the pictures among them`;
  const message = `The course has ${count} questions, and a package that can be brought in again holds at most ${most}.`;
  return new AppError('invalid-input', 'too-many-questions', message);
}

function* filesOf(
  course: StoredCourse,
  sections: readonly Section[],
  shown: Iterable<StoredFigure>,
  pictures: ReadonlyMap<string, Uint8Array>,
): Generator<ArchivedFile> {
  const items = sections.flatMap((section) => section.items);
  yield { name: 'imsmanifest.xml', bytes: manifestOf(course, items) };
  yield { name: TEST, bytes: testOf(course, sections) };
  for (const { file, identifier, problem, index } of items) {
    const paths = problem.figures.map((figure) => ({ path: `../${pathOf(figure)}`, alt: figure.alt }));
    yield { name: file, bytes: qtiItem(problem, index, { identifier, pictures: paths }) };
  }
  for (const figure of shown) yield { name: pathOf(figure), bytes: pictures.get(figure.hash) ?? new Uint8Array() };
}

function sectionsOf(course: StoredCourse): Section[] {
  let number = 0;
  return publishedUnits(course)
    .filter(({ problems }) => problems.length > 0)
    .map(({ name, problems }) => ({
      title: name,
      items: problems.flatMap((problem) =>
        problem.steps.map((_, index) => {
          number += 1;
          const identifier = `item_${String(number).padStart(5, '0')}`;
          return { identifier, file: `items/${identifier}.xml`, problem, index };
        }),
      ),
    }));
}

const EXTENSIONS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif' };
const pathOf = ({ hash, mediaType }: { hash: string; mediaType: string }): string =>
  `pictures/${hash}.${EXTENSIONS[mediaType] ?? 'webp'}`;

function testOf({ name }: StoredCourse, sections: readonly Section[]): Buffer {
  return documentOf(
    element('assessmentTest', { xmlns: 'http://www.imsglobal.org/xsd/imsqti_v2p1', identifier: 'test', title: name }, [
      element(
        'testPart',
        { identifier: 'part', navigationMode: 'nonlinear', submissionMode: 'individual' },
        sections.map(({ title, items }, index) =>
          element(
            'assessmentSection',
            { identifier: `section_${index + 1}`, title, visible: 'true' },
            items.map(({ identifier, file }) => element('assessmentItemRef', { identifier, href: file })),
          ),
        ),
      ),
    ]),
  );
}

/** The manifest names every file; what QTI itself has no place for (level, use, kind, licence) stands in its metadata. */
function manifestOf(course: StoredCourse, items: readonly Placed[]): Buffer {
  const told = createHash('sha256').update(fullName(course)).digest('hex').slice(0, 32);
  const namespaces = {
    xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    'xmlns:imsmd': 'http://www.imsglobal.org/xsd/imsmd_v1p2',
  };
  return documentOf(
    element('manifest', { ...namespaces, identifier: `allamda-${told}` }, [
      element('metadata', {}, [
        element('schema', {}, 'QTIv2.1 Package'),
        element('schemaversion', {}, '1.0.0'),
        lom({ title: course.name }),
      ]),
      element('organizations'),
      element('resources', {}, [
        element('resource', { identifier: 'resource_test', type: 'imsqti_test_xmlv2p1', href: TEST }, [
          element('file', { href: TEST }),
          ...items.map(({ identifier }) => element('dependency', { identifierref: `resource_${identifier}` })),
        ]),
        ...items.map(resourceOf),
      ]),
    ]),
  );
}

function resourceOf({ identifier, file, problem, index }: Placed): Xml {
  const step = problem.steps[index];
  const said =
    step?.kind === 'choice' || step?.kind === 'several choices' || (step && isQtiNumber(step)) ? ['kind' as const] : [];
  const isNumber = step !== undefined && isQtiNumber(step);
  const tags = step ? writeTags(step, isNumber ? [...said, 'tolerance'] : said) : [];
  return element('resource', { identifier: `resource_${identifier}`, type: 'imsqti_item_xmlv2p1', href: file }, [
    element('metadata', {}, lom({ title: problem.title || identifier, keywords: tags, rights: problem.licence })),
    element('file', { href: file }),
    ...problem.figures.map((figure) => element('file', { href: pathOf(figure) })),
  ]);
}

interface Described {
  title: string;
  keywords?: readonly string[];
  rights?: string;
}

function lom({ title, keywords = [], rights = '' }: Described): Xml {
  const text = (words: string) => element('imsmd:langstring', {}, words);
  return element('imsmd:lom', {}, [
    element('imsmd:general', {}, [
      element('imsmd:title', {}, text(title)),
      ...keywords.map((keyword) => element('imsmd:keyword', {}, text(keyword))),
    ]),
    ...(rights === '' ? [] : [element('imsmd:rights', {}, element('imsmd:description', {}, text(rights)))]),
  ]);
}
