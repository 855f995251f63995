import type { SchoolPart, SubjectRegion, RegionPage as View } from '../../services/region/region.service.ts';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Stats } from '../components/stat.tsx';
import { Empty, Sheet } from '../components/surfaces.tsx';
import { Table } from '../components/table.tsx';
import { usePage } from '../page-context.ts';
import { RegionDesk, SubjectDesk } from './home/region-desk.tsx';

/** A supervisor's subjects and regions: content, and how much schools study. No names of pupils, no small numbers of them. */
export function RegionPage({ view }: { view: View }) {
  const { t } = usePage();
  const words = t.staff;
  return (
    <Layout title={words.regionTitle}>
      <div class="stack loose">
        <PageHead title={words.regionTitle} lead={words.regionLead(view.days)}>
          {view.parts.length > 0 && (
            <p class="row">
              <a href="/region/analytics">{t.analytics.link}</a>
              <a href="/region/hard-units">{t.regionSubject.hardUnits}</a>
              <a href="/region/wrong-answers">{t.regionSubject.misconceptions}</a>
              <a href="/region/guidance">{t.guidance.link}</a>
              <a href="/region/reports">{t.keptReports.nav}</a>
            </p>
          )}
        </PageHead>
        {view.parts.length === 0 && (
          <Empty icon="map" title={words.regionNone}>
            <p>{words.regionNoneMore}</p>
          </Empty>
        )}
        {view.parts.length > 0 && <RegionDesk view={view} />}
        {view.parts.map((part, index) => (
          <Part key={`${part.subject}/${part.region}`} part={part} term={view.term} id={`part-${index}`} />
        ))}
      </div>
    </Layout>
  );
}

function Part({ part, term, id }: { part: SubjectRegion; term: View['term']; id: string }) {
  const { t, format } = usePage();
  const words = t.staff;
  const { content, shown, schools } = part;
  const [subject, region] = [t.words.subject(part.subject), words.region(part.region)];
  const count = (label: string, value: number) =>
    value === 0 ? { label, value: null, note: words.contentMissing } : { label, value: format.number(value) };
  return (
    <Sheet
      id={id}
      title={words.regionPart(subject, region)}
      action={<a href="/region/curriculum">{words.toCurriculum}</a>}
    >
      <Stats
        stats={[
          count(words.courses, content.courses),
          count(words.units, content.units),
          count(words.studyQuestions, content.studyQuestions),
          count(words.testQuestions, content.testQuestions),
          content.drafts === 0
            ? { label: words.drafts, value: null, note: words.draftsNone }
            : { label: words.drafts, value: format.number(content.drafts) },
          content.reported === 0
            ? { label: words.reported, value: null, note: words.reportedNone }
            : { label: words.reported, value: format.number(content.reported) },
        ]}
      />
      <p class="quiet">
        {content.lastPublished === null
          ? words.neverPublished
          : words.lastPublished(format.dateTime(content.lastPublished))}
      </p>
      <SubjectDesk part={part} term={term} />
      {schools.length === 0 ? (
        <p class="quiet">{words.noSchools}</p>
      ) : (
        <Schools schools={schools} caption={words.schoolsCaption(subject, region)} />
      )}
      {shown.schools > 1 && (
        <p>
          {words.shownTotal(
            shown.schools,
            format.number(shown.pupils),
            format.number(shown.sessions),
            format.duration(shown.activeMs),
          )}
        </p>
      )}
      {schools.length > 0 && part.withoutPupils > 0 && <p class="quiet">{words.withoutPupils(part.withoutPupils)}</p>}
    </Sheet>
  );
}

function Schools({ schools, caption }: { schools: readonly SchoolPart[]; caption: string }) {
  const { t, format } = usePage();
  const words = t.staff;
  const hidden = <span class="quiet">{words.smallZero}</span>;
  return (
    <Table
      stacks
      caption={caption}
      rows={schools}
      rowKey={({ id }) => id}
      columns={[
        { title: words.school, cell: ({ name }) => <span dir="auto">{name}</span>, heads: true },
        {
          title: words.enrolled,
          cell: ({ pupils }) => (pupils === null ? <span class="quiet">{words.small}</span> : format.number(pupils)),
          numeric: true,
        },
        {
          title: words.active,
          cell: ({ pupils, active }) =>
            active !== null ? (
              format.number(active)
            ) : pupils === null ? (
              hidden
            ) : (
              <span class="quiet">{words.small}</span>
            ),
          numeric: true,
        },
        {
          title: words.sessions,
          cell: ({ sessions }) => (sessions === null ? hidden : format.number(sessions)),
          numeric: true,
        },
        {
          title: words.time,
          cell: ({ activeMs }) => (activeMs === null ? hidden : format.duration(activeMs)),
          numeric: true,
        },
      ]}
    />
  );
}
