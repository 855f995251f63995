import type { RegionPage, SubjectRegion } from '../../../services/region/region.service.ts';
import { Stats } from '../../components/stat.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

/** What waits to be published, and what was published last. */
export function RegionDesk({ view: { drafts, publications } }: { view: RegionPage }) {
  const { t, format } = usePage();
  const words = t.desk;
  return (
    <div class="grid even">
      <Sheet id="drafts" title={words.drafts}>
        {drafts.length === 0 ? (
          <p class="quiet">{words.draftsNone}</p>
        ) : (
          <ul class="lines">
            {drafts.map(({ courseId, name, changes, since }) => (
              <li key={courseId}>
                <span class="main">
                  <a href={`/region/curriculum/courses/${courseId}/publish`}>
                    <bdi>{name}</bdi>
                  </a>
                  <span class="quiet">{words.draftsOf(changes, format.day(since))}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Sheet>
      <Sheet id="publications" title={words.publications}>
        {publications.length === 0 ? (
          <p class="quiet">{words.publicationsNone}</p>
        ) : (
          <ul class="lines">
            {publications.map(({ id, courseName, number, at, by, origin, note }) => (
              <li key={id}>
                <span class="main">
                  <a href={`/region/curriculum/publications/${id}`}>
                    <bdi>{courseName}</bdi>
                  </a>
                  <span class="quiet">
                    {words.publicationOf(number, format.dateTime(at), by)}
                    {origin === 'import' && ` (${words.imported})`}
                  </span>
                  {note !== '' && (
                    <span class="quiet" dir="auto">
                      {note}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Sheet>
    </div>
  );
}

/** How long reported questions of a subject wait, and how its tests stand. No names, and no small numbers of pupils. */
export function SubjectDesk({ part: { reports, tests }, term }: { part: SubjectRegion } & Pick<RegionPage, 'term'>) {
  const { t, format } = usePage();
  const words = t.desk;
  const day = format.calendarDay(term);
  const { comingPupils, graded, average } = tests;
  return (
    <>
      {reports !== null && (
        <p>
          <a href="/region/curriculum/reports">
            {words.reports(reports.week, reports.month, reports.older, format.day(reports.oldest))}
          </a>
        </p>
      )}
      <Stats
        stats={[
          tests.tests === 0
            ? { label: words.subjectTests, value: null, note: words.subjectTestsNone(day) }
            : {
                label: words.subjectTests,
                value: format.number(tests.tests),
                note: words.subjectTestsNote(day),
              },
          comingPupils === null || comingPupils === 0
            ? { label: words.comingPupils, value: null, note: comingPupils === 0 ? words.comingNone : words.small }
            : { label: words.comingPupils, value: format.number(comingPupils) },
          graded === null || average === null
            ? { label: words.released, value: null, note: graded === 0 ? words.releasedNone : words.small }
            : {
                label: words.released,
                value: words.releasedValue(format.number(Math.round(average))),
                note: words.releasedNote(graded),
              },
        ]}
      />
    </>
  );
}
