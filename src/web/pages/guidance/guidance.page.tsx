import { LONGEST_WORD } from '../../../domain/guidance/guidance.ts';
import type { GuidanceVersion, OwnGuidance } from '../../../services/guidance/guidance.service.ts';
import type { AdoptingClass, GuidanceEffect } from '../../../services/guidance/guidance-adoption.service.ts';
import { ActionButton, Button, LinkButton } from '../../components/button.tsx';
import { TextArea } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RichText } from '../../components/rich-text.tsx';
import { Done, Fold, Notice, Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';
import { shownVersion } from '../../presenters/guidance.presenter.ts';
import { Adoption } from './adoption.tsx';
import { Effect } from './effect.tsx';
import { StateTag } from './guidance-list.page.tsx';

interface GuidanceProps {
  guidance: OwnGuidance;
  classes: readonly AdoptingClass[];
  /** Null: nothing is published. */
  effect: GuidanceEffect | null;
  /** What the last step did. */
  done: string;
  /** Why it should be withdrawn, which could not be taken. */
  why: string | undefined;
}

/** One guidance: what it says, who took it up, and what was answered before and after. */
export function GuidancePage({ guidance, classes, effect, done, why }: GuidanceProps) {
  const { t, format } = usePage();
  const words = t.guidance;
  const { current, draft, isOwn, withdrawn, id } = guidance;
  const version = shownVersion(guidance);
  const earlier = guidance.versions.filter((one) => one.publishedAt !== null && one !== current);
  if (!version) return null;
  return (
    <Layout title={version.title}>
      <div class="stack loose">
        <PageHead
          title={version.title}
          back={{ href: '/region/guidance', text: words.back }}
          tags={<StateTag guidance={guidance} />}
        >
          <div class="row">
            {isOwn && (
              <LinkButton href={`/region/guidance/${id}/edit`}>{draft ? words.editDraft : words.edit}</LinkButton>
            )}
          </div>
        </PageHead>
        <Done text={words.done[done]} />
        {!isOwn && (
          <Notice>
            <p>{words.notYours}</p>
          </Notice>
        )}
        {withdrawn && (
          <Notice tone="warn" title={words.withdrawnNote(format.dateTime(withdrawn.at))}>
            <p dir="auto">{withdrawn.why}</p>
          </Notice>
        )}
        {draft && <Draft id={id} draft={draft} isAlone={draft === version} />}
        <Text guidance={guidance} version={version} />
        {current && <Adoption id={id} classes={classes} />}
        {current && effect && <Effect id={id} effect={effect} />}
        {earlier.length > 0 && (
          <Sheet id="earlier" title={words.earlier}>
            {earlier.toReversed().map((one) => (
              <Fold
                key={one.number}
                summary={words.versionOf(one.number, format.dateTime(one.publishedAt ?? 0), one.writtenBy)}
              >
                <strong dir="auto">{one.title}</strong>
                <RichText text={one.body} />
              </Fold>
            ))}
          </Sheet>
        )}
        {isOwn && current && <Withdraw id={id} why={why} />}
      </div>
    </Layout>
  );
}

function Draft({ id, draft, isAlone }: { id: number; draft: GuidanceVersion; isAlone: boolean }) {
  const { t, format } = usePage();
  const words = t.guidance;
  return (
    <Sheet id="draft" title={words.draftTitle}>
      <p class="quiet">{words.draftNote(draft.edits, format.dateTime(draft.writtenAt))}</p>
      {!isAlone && (
        <>
          <strong dir="auto">{draft.title}</strong>
          <RichText text={draft.body} />
        </>
      )}
      <p class="quiet">{words.publishNote}</p>
      <div class="row">
        <form method="post" action={`/region/guidance/${id}/publish`}>
          <input type="hidden" name="edits" value={draft.edits} />
          <Button tone="go">{words.publish}</Button>
        </form>
        <ActionButton action={`/region/guidance/${id}/discard`} tone="alarm">
          {words.discard}
        </ActionButton>
      </div>
    </Sheet>
  );
}

/** What it says, and what it is about. */
function Text({ guidance, version }: { guidance: OwnGuidance; version: GuidanceVersion }) {
  const { t, format } = usePage();
  const { facts, ...words } = t.guidance;
  const { courseId, courseName, unitNames, tests, regions, grades, replacesOrder, publishedAt, number } = version;
  return (
    <section class="sheet stack">
      <RichText text={version.body} />
      <dl class="key-facts">
        <dt>{facts.subject}</dt>
        <dd>{t.words.subject(guidance.subject)}</dd>
        <dt>{facts.course}</dt>
        <dd>
          {courseId === null ? (
            words.wholeSubject(t.words.subject(guidance.subject))
          ) : (
            <a href={`/region/curriculum/courses/${courseId}`} dir="auto">
              {courseName}
            </a>
          )}
        </dd>
        {unitNames.length > 0 && (
          <>
            <dt>{replacesOrder ? facts.newOrder : facts.units}</dt>
            <dd>
              <bdi>{unitNames.join(' → ')}</bdi>
            </dd>
          </>
        )}
        {tests.length > 0 && (
          <>
            <dt>{facts.tests}</dt>
            <dd>
              <bdi>{tests.map(({ name }) => name).join(', ')}</bdi>
            </dd>
          </>
        )}
        <dt>{facts.regions}</dt>
        <dd>{format.list(regions.map(t.staff.region))}</dd>
        <dt>{facts.grades}</dt>
        <dd>{grades.length === 0 ? words.allGrades : format.list(grades.map(t.words.grade))}</dd>
        {publishedAt !== null && (
          <>
            <dt>{facts.version}</dt>
            <dd>{words.versionOf(number, format.dateTime(publishedAt), version.writtenBy)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Withdraw({ id, why }: { id: number; why: string | undefined }) {
  const words = usePage().t.guidance;
  return (
    <Fold summary={words.withdraw} open={why !== undefined}>
      <form class="stack" method="post" action={`/region/guidance/${id}/withdraw`}>
        <TextArea
          name="why"
          label={words.withdrawWhy}
          hint={words.withdrawHint}
          value={why}
          maxLength={LONGEST_WORD}
          rows={2}
          problem={why === undefined ? undefined : words.whyMissing(LONGEST_WORD)}
        />
        <div>
          <Button tone="alarm">{words.withdraw}</Button>
        </div>
      </form>
    </Fold>
  );
}
