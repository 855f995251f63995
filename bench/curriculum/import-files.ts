import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipOf } from '../../test/support/make-zip.ts';
import { item1, manifest, resource, v1 } from '../../test/support/qti-files.ts';

const MB = 1024 * 1024;
/** What each file has at least, in bytes as it is sent. */
const SIZE = 5 * MB;

/** Words that pack about as well as those of a book. */
function words(seed: number, count: number): string {
  let state = seed * 2654435761 + 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
  const word = () => {
    const value = next() % 20_000;
    return (value * 7919 + 4093).toString(36).replace(/\d/g, 'e');
  };
  return Array.from({ length: count }, word).join(' ');
}

/** Texts one after the other until they are together as long as wanted. */
function texts(of: (index: number) => string, size = SIZE): string[] {
  const made: string[] = [];
  for (let length = 0; length < size; length += made.at(-1)?.length ?? 0) made.push(of(made.length));
  return made;
}

const question = (index: number): string => `Question ${index} of ${words(index, 30)}?`;

function gift(): Buffer {
  const blocks = texts((index) => {
    const category = index % 100 === 0 ? `$CATEGORY: Unit ${index / 100}\n\n` : '';
    return `${category}::Q${index}::${question(index)} {=${words(index + 1, 6)}~${words(index + 2, 6)}#${words(index + 3, 12)}~${words(index + 4, 6)}}`;
  });
  return Buffer.from(blocks.join('\n\n'));
}

function csv(): Buffer {
  const rows = texts(
    (index) =>
      `Unit ${Math.floor(index / 100)},number,${question(index)},${index},${words(index, 20)},${words(index + 1, 20)}`,
  );
  return Buffer.from(['unit,kind,question,answer,explanation,hint 1', ...rows].join('\n'));
}

function json(): Buffer {
  const problems = texts((index) =>
    JSON.stringify({
      key: `bench-${index}`,
      licence: 'Apache-2.0',
      steps: [
        {
          use: 'for study',
          level: 2,
          kind: 'number',
          question: question(index),
          answer: String(index),
          hints: [{ text: words(index, 20) }],
          explanation: words(index + 1, 20),
        },
      ],
    }),
  );
  const units = Array.from(
    { length: Math.ceil(problems.length / 100) },
    (_, unit) => `{"name":"Unit ${unit}","problems":[${problems.slice(unit * 100, unit * 100 + 100).join(',')}]}`,
  );
  const course = `{"name":"Bench","subject":"math","gradeLevel":"9th","units":[${units.join(',')}]}`;
  return Buffer.from(`{"format":"allamda-curriculum","version":1,"courses":[${course}]}`);
}

const item = (index: number): string =>
  item1({
    ident: `q${index}`,
    text: `${question(index)} ${words(index + 9, 120)}`,
    choices: { a: words(index + 1, 6), b: words(index + 2, 6), c: words(index + 3, 6) },
  });

/** One quiz of this many bytes: what a learning platform writes of a question bank. */
const quiz = (name: string, first: number, size: number): string =>
  v1(
    `<assessment ident="${name}" title="${name}"><section ident="root_section">${texts((index) => item(first + index), size).join('')}</section></assessment>`,
  );

/** A package whose documents are together 5 MB: all of it in one quiz. */
function oneQuiz(): Buffer {
  return zipOf({
    'imsmanifest.xml': manifest({ title: 'One quiz', resources: resource('r0', 'quiz.xml') }),
    'quiz.xml': quiz('Quiz', 0, SIZE),
  });
}

/** A cartridge that is 5 MB as it is sent, and some times more unpacked: three quizzes of nearly the largest size. */
function cartridge(): Buffer {
  const names = ['a.xml', 'b.xml'];
  return zipOf({
    'imsmanifest.xml': manifest({
      title: 'Cartridge',
      resources: names.map((name, index) => resource(`r${index}`, name)).join(''),
    }),
    'course_settings/canvas_export.txt': 'x',
    ...Object.fromEntries(names.map((name, index) => [name, quiz(name, index * 100_000, 9 * MB)])),
  });
}

/** Files of about 5 MB in each format that a page takes. */
export const FILES: Record<string, { name: string; format: string; make: () => Buffer }> = {
  'QTI, one quiz of 5 MB': { name: 'quiz.zip', format: 'qti', make: oneQuiz },
  'cartridge of 18 MB, packed': { name: 'course.imscc', format: 'imscc', make: cartridge },
  'GIFT of 5 MB': { name: 'bank.gift', format: 'gift', make: gift },
  'JSON of 5 MB': { name: 'bank.json', format: 'json', make: json },
  'CSV of 5 MB': { name: 'bank.csv', format: 'csv', make: csv },
};

/** Problems of OATutor in a folder, 5 MB together. */
export function writeOatutor(folder: string): void {
  let size = 0;
  for (let index = 0; size < SIZE; index += 1) {
    const id = `bench${index}`;
    const place = join(folder, 'content-pool', id);
    const step = join(place, 'steps', `${id}a`);
    mkdirSync(join(step, 'tutoring'), { recursive: true });
    const write = (file: string, content: object) => {
      const text = JSON.stringify(content);
      size += text.length;
      writeFileSync(file, text);
    };
    const licence = {
      oer: 'https://openstax.org <OpenStax: Elementary Algebra>',
      license: 'https://creativecommons.org/licenses/by/4.0/ <CC BY 4.0>',
    };
    write(join(place, `${id}.json`), {
      id,
      title: question(index),
      body: words(index, 60),
      courseName: 'OpenStax: Elementary Algebra',
      lesson: `${1 + (index % 9)}.1 ${words(index % 9, 2)}`,
      ...licence,
    });
    write(join(step, `${id}a.json`), {
      id: `${id}a`,
      stepTitle: `How much is ${index} + 1?`,
      stepBody: '',
      stepAnswer: [String(index + 1)],
      problemType: 'TextBox',
      answerType: 'arithmetic',
      ...licence,
    });
    write(join(step, 'tutoring', `${id}aDefaultPathway.json`), [
      { id: `${id}a-h1`, type: 'hint', title: 'One more', text: words(index, 40), dependencies: [], ...licence },
    ]);
  }
}
