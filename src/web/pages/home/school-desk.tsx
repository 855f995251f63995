import type { ComponentChildren } from 'preact';
import type { SchoolPage } from '../../../services/school/school.service.ts';
import { LinkButton } from '../../components/button.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';

/** What waits for the school manager: each thing counted, with the page that shows whom or what it is. */
export function Desk({ view: { people, devices, withoutPassword, requests } }: { view: SchoolPage }) {
  const { t, format } = usePage();
  const words = t.desk;
  const duties = [
    {
      n: withoutPassword,
      text: words.withoutPassword,
      href: '/school/people?state=no+password',
      more: words.withoutPasswordMore,
    },
    {
      n: people.withoutClass,
      text: words.withoutClass,
      href: '/school/people?state=no+class',
      more: words.withoutClassMore,
    },
    {
      n: people.withoutParent,
      text: words.withoutParent,
      href: '/school/people?state=no+parent',
      more: words.withoutParentMore,
    },
    { n: devices.broken, text: words.broken, href: '/school/devices?show=broken', more: words.brokenMore },
  ].filter(({ n }) => n > 0);
  return (
    <Sheet id="desk" title={words.title}>
      {duties.length === 0 && requests.length === 0 && <p class="quiet">{words.nothing}</p>}
      <ul class="duties">
        {duties.map(({ n, text, href, more }) => (
          <Duty key={href} n={format.number(n)} text={text(n)}>
            <a href={href}>{more}</a>
          </Duty>
        ))}
        {requests.length > 0 && (
          <Duty n={format.number(requests.length)} text={words.requests(requests.length)}>
            {requests.map(({ id, pupil, username, until }) => (
              <a key={id} href={`/school/people/${pupil.id}`} dir="auto">
                {words.requestOf(pupil.name, username, format.day(until))}
              </a>
            ))}
          </Duty>
        )}
      </ul>
    </Sheet>
  );
}

function Duty({ n, text, children }: { n: string; text: string; children: ComponentChildren }) {
  return (
    <li>
      <strong class="duty-count">{n}</strong>
      <span class="stack tight">
        <span>{text}</span>
        {children}
      </span>
    </li>
  );
}

/** Tests of this term by class, and the next of them. Nobody's own grade. */
export function SchoolTests({ view: { classes, term, nextTests } }: { view: SchoolPage }) {
  const { t, format } = usePage();
  const words = t.desk;
  const rows = classes.flatMap(({ tests, ...one }) =>
    tests === null ? [] : [{ ...one, ...tests, tests: tests.tests }],
  );
  return (
    <Sheet id="tests" title={words.tests}>
      {rows.length === 0 ? (
        <p class="quiet">{words.testsNone}</p>
      ) : (
        <>
          <Table
            stacks
            caption={words.testsCaption}
            captionHidden
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                title: words.class,
                heads: true,
                cell: ({ id, name, gradeLevel, year }) => (
                  <a href={`/school/people/classes/${id}`} dir="auto">
                    {t.staff.className(name, t.words.grade(gradeLevel), year)}
                  </a>
                ),
              },
              { title: words.set, cell: ({ tests }) => format.number(tests), numeric: true },
              { title: words.coming, cell: ({ coming }) => format.number(coming), numeric: true },
              { title: words.toMark, cell: ({ toMark }) => format.number(toMark), numeric: true },
              { title: words.toRelease, cell: ({ toRelease }) => format.number(toRelease), numeric: true },
              {
                title: words.average,
                cell: ({ average, graded }) =>
                  average === null ? (
                    <span class="quiet">{words.tooFew(graded)}</span>
                  ) : (
                    words.averageOf(format.number(Math.round(average)), graded)
                  ),
                numeric: true,
              },
            ]}
          />
          <p class="quiet">{words.testsSince(format.calendarDay(term))}</p>
        </>
      )}
      {nextTests.length > 0 && (
        <>
          <h3>{words.nextTests}</h3>
          <ul class="lines">
            {nextTests.map(({ testId, name, courseName, first, pupils }) => (
              <li key={testId}>
                <span class="main">
                  <strong>
                    <bdi>{name}</bdi>
                  </strong>
                  <span class="quiet">{words.nextTest(courseName, format.dateTime(first), pupils)}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}

/** The last imports of people, each with what it did. */
export function LastImports({ imports }: Pick<SchoolPage, 'imports'>) {
  const { t, format } = usePage();
  const words = t.desk;
  return (
    <Sheet id="imports" title={words.imports}>
      {imports.length === 0 ? (
        <p class="quiet">{words.importsNone}</p>
      ) : (
        <ul class="lines">
          {imports.map(({ id, at, by, file, counts }) => (
            <li key={id}>
              <span class="main">
                <strong>
                  <bdi>{file}</bdi>
                </strong>
                <span class="quiet">{words.importOf(format.dateTime(at), by)}</span>
              </span>
              <span>{words.did({ ...counts })}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <LinkButton href="/school/people/import">{words.importsMore}</LinkButton>
      </p>
    </Sheet>
  );
}
