import { LONGEST_WORD } from '../../../domain/guidance/guidance.ts';
import type { GuidanceForClass, GuidedClass } from '../../../services/guidance/class-guidance.service.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { TextArea } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RichText } from '../../components/rich-text.tsx';
import { Done, Fold, Notice, Sheet } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

interface ClassGuidanceProps {
  guidance: GuidanceForClass;
  /** What the last step did. */
  done: string;
  /** Words that could not be taken. */
  form: { classId: number; word: string } | undefined;
}

/** One guidance as a class manager reads it, and what their classes make of it. */
export function ClassGuidancePage({ guidance, done, form }: ClassGuidanceProps) {
  const { t, format } = usePage();
  const { forClass: words, done: did, wholeSubject } = t.guidance;
  const { version, subject, withdrawn, news, publishedAt } = guidance;
  const about = version.courseName ?? wholeSubject(t.words.subject(subject));
  return (
    <Layout title={version.title} narrow>
      <div class="stack loose">
        <PageHead
          title={version.title}
          back={{ href: '/class/guidance', text: words.backToAll }}
          tags={news && <Tag tone="info">{news === 'new' ? words.new : words.changed}</Tag>}
        >
          <p class="quiet">
            <bdi>{about}</bdi> · <bdi>{words.publishedOn(format.day(publishedAt))}</bdi>
          </p>
        </PageHead>
        <Done text={did[done]} />
        {withdrawn ? (
          <Notice tone="warn" title={words.withdrawn(format.day(withdrawn.at))}>
            <p dir="auto">{withdrawn.why}</p>
          </Notice>
        ) : (
          <>
            <Text guidance={guidance} />
            <Classes guidance={guidance} form={form} />
          </>
        )}
      </div>
    </Layout>
  );
}

function Text({ guidance: { id, version, news } }: Pick<ClassGuidanceProps, 'guidance'>) {
  const { forClass: words } = usePage().t.guidance;
  const { body, unitNames, tests, replacesOrder } = version;
  return (
    <section class="sheet stack">
      <RichText text={body} />
      {unitNames.length > 0 && (
        <div class="stack tight rich">
          <strong>{replacesOrder ? words.insteadOf : words.recommended}</strong>
          <ol>
            {unitNames.map((unit) => (
              <li key={unit}>
                <bdi>{unit}</bdi>
              </li>
            ))}
          </ol>
        </div>
      )}
      {tests.length > 0 && (
        <p>
          <strong>{words.tests}</strong> <bdi>{tests.map(({ name }) => name).join(', ')}</bdi>{' '}
          <a href="/class/tests">{words.toTests}</a>
        </p>
      )}
      {news && (
        <form method="post" action={`/class/guidance/${id}`}>
          <Button name="said" value="read" icon="check">
            {words.markRead}
          </Button>
        </form>
      )}
    </section>
  );
}

function Classes({ guidance, form }: Pick<ClassGuidanceProps, 'guidance' | 'form'>) {
  const { forClass: words } = usePage().t.guidance;
  return (
    <Sheet id="classes" title={words.yourClasses}>
      {guidance.classes.map((room) => (
        <OneClass key={room.id} guidance={guidance} room={room} form={form?.classId === room.id ? form : undefined} />
      ))}
    </Sheet>
  );
}

function OneClass({ guidance, room, form }: Pick<ClassGuidanceProps, 'guidance' | 'form'> & { room: GuidedClass }) {
  const { t, format } = usePage();
  const { forClass: words } = t.guidance;
  const { id, name, readAt, takenUpAt, word } = room;
  const action = `/class/guidance/${guidance.id}`;
  const field = (
    <TextArea
      name={`word-${id}`}
      label={words.word}
      hint={words.wordHint}
      value={form?.word ?? word}
      maxLength={LONGEST_WORD}
      rows={2}
      problem={form && words.wordTooLong(LONGEST_WORD)}
    />
  );
  return (
    <section class="stack tight" aria-labelledby={`class-${id}`}>
      <div class="row">
        <h3 id={`class-${id}`}>
          <bdi>{name}</bdi>
        </h3>
        {takenUpAt !== null && <Tag tone="good">{words.takenUpOn(format.day(takenUpAt))}</Tag>}
        {readAt !== null && <span class="quiet small">{words.readOn(format.day(readAt))}</span>}
      </div>
      <div class="row">
        <LinkButton href={planHref(guidance, id)} tone={takenUpAt === null ? 'soft' : 'go'} icon="play">
          {words.plan}
        </LinkButton>
        {takenUpAt !== null && (
          <form method="post" action={action}>
            <input type="hidden" name="class" value={id} />
            <Button name="said" value="take back" size="small">
              {words.takeBack}
            </Button>
          </form>
        )}
      </div>
      {word !== '' && (
        <p class="as-written" dir="auto">
          {word}
        </p>
      )}
      <Fold summary={takenUpAt === null ? words.takeUp : words.takeUpAgain} open={form !== undefined}>
        <form class="stack" method="post" action={action}>
          <input type="hidden" name="class" value={id} />
          {field}
          <div>
            <Button name="said" value="take up" tone="go">
              {words.takeUp}
            </Button>
          </div>
        </form>
      </Fold>
    </section>
  );
}

/** A new lesson with the units of the guidance filled in. */
function planHref({ version: { courseId, unitNames } }: GuidanceForClass, classId: number): string {
  const query = new URLSearchParams({ class: String(classId) });
  if (courseId !== null) {
    query.set('course', String(courseId));
    query.set('unitsOf', String(courseId));
    for (const unit of unitNames) query.append('unit', unit);
  }
  return `/classroom/new?${query}`;
}
