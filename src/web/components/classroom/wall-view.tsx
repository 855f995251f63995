import { MINUTE } from '../../../shared/instant.ts';
import type { LessonWall, NeedReason, WallCard } from '../../../shared/lesson-wall.ts';
import type { ClassroomWords } from '../../i18n/en/classroom.ts';
import type { Format } from '../../i18n/format.ts';
import { Icon, type IconName } from '../icon.tsx';
import { Meter } from '../meter.tsx';
import { Stats } from '../stat.tsx';

export interface WallViewProps {
  wall: LessonWall;
  t: ClassroomWords;
  format: Format;
  /** The connection is lost. */
  stale?: boolean;
  /** What a screen reader is told: who needs somebody since a moment ago. */
  announce?: string;
}

/** Counts, and a card for each pupil or group, whoever needs somebody most first. The same view on the server and in the island. */
export function WallView({ wall, t, format, stale = false, announce = '' }: WallViewProps) {
  const { lesson, cards, now } = wall;
  const { counts } = lesson;
  const isOver = lesson.state === 'completed' || lesson.state === 'cancelled';
  const away = isOver
    ? { label: t.counts.absent, value: format.number(counts.absent) }
    : { label: t.counts.late, value: format.number(counts.expected - counts.there) };
  // In the order of the neediest pupil of each.
  const sessions = [...Map.groupBy(cards, ({ sessionId }) => sessionId)];
  return (
    <div class="stack loose">
      {stale && (
        <p class="notice warn" role="status">
          {t.reconnecting}
        </p>
      )}
      <Stats
        stats={[
          { label: t.counts.there, value: t.counts.ofExpected(counts.there, counts.expected) },
          { label: t.counts.needing, value: format.number(counts.needing) },
          { label: t.counts.hands, value: format.number(counts.hands) },
          away,
        ]}
      />
      <p class="visually-hidden" aria-live="polite">
        {announce}
      </p>
      {cards.length === 0 && <p class="quiet">{t.nobodyThere}</p>}
      <ul class="wall">
        {sessions.map(([sessionId, of]) => (
          <SessionCard key={sessionId} {...{ of, t, format, now, isOver }} lessonId={lesson.id} />
        ))}
      </ul>
    </div>
  );
}

interface CardProps {
  card: WallCard;
  t: ClassroomWords;
  format: Format;
  now: number;
}

interface SessionCardProps extends Omit<CardProps, 'card'> {
  /** The pupils of one session, the neediest first. */
  of: WallCard[];
  lessonId: number;
  isOver: boolean;
}

/** A pupil on their own, or a group with all of its pupils. */
function SessionCard({ of, lessonId, t, format, now, isOver }: SessionCardProps) {
  const [card] = of;
  if (!card) return null;
  const base = `/classroom/lessons/${lessonId}`;
  const title = card.group === '' ? card.name : card.group;
  return (
    <li class={`sheet pupil-card ${toneOf(card.reasons[0])}`}>
      <div class="row">
        {!isOver && (
          <input
            type="checkbox"
            class="choose"
            form="reach"
            name="sessionIds"
            value={card.sessionId}
            aria-label={t.reach.choose(title)}
          />
        )}
        <h3>
          <a href={`${base}/sessions/${card.sessionId}`} dir="auto">
            {title}
          </a>
        </h3>
        <span class="quiet push">{statusOf(card, t)}</span>
      </div>
      {card.takenOver && !isOver && (
        <p class={card.takenOver.there ? 'held' : 'held gone'}>
          <Icon name="person" />
          <span dir="auto">{(card.takenOver.there ? t.takenOver : t.takenOverGone)(card.takenOver.name)}</span>
        </p>
      )}
      {card.group === '' ? (
        <OnePupil {...{ card, t, format, now }} />
      ) : (
        <ul class="members">
          {of.map((member) => (
            <li key={member.studentId} class="stack tight">
              <div class="row">
                <strong>
                  <bdi>{member.name}</bdi>
                </strong>
                <span class="quiet push small">{member.joinedAt === null ? t.place[member.place] : ''}</span>
              </div>
              <OnePupil {...{ card: member, t, format, now }} />
            </li>
          ))}
        </ul>
      )}
      <CardActions {...{ card, t, base, title }} />
    </li>
  );
}

/** Why somebody needs a person, what they are at, and what they said last. */
function OnePupil({ card, t, format, now }: CardProps) {
  return (
    <>
      {card.reasons.length > 0 ? (
        <ul class="needs">
          {card.reasons.map((reason) => (
            <li key={reason.kind}>
              <Icon name={ICONS[reason.kind]} />
              <span>
                {t.reasons[reason.kind]}
                {reason.because !== null && <span class="quiet">: {t.because[reason.because]}</span>}
                {reason.since !== null && (
                  <span class="quiet"> {t.since(Math.floor((now - reason.since) / MINUTE))}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        card.status === 'active' && card.joinedAt !== null && <p class="quiet">{t.well}</p>
      )}
      {!card.present && card.joinedAt !== null && card.status === 'active' && (
        <p class="quiet not-present">
          <Icon name="tablet" />
          {t.notPresent}
        </p>
      )}
      {card.unit !== null && <Unit {...{ card, t, format }} unit={card.unit} />}
      {card.lastWords !== null && (
        <blockquote class="last-words" dir="auto">
          <span class="visually-hidden">{t.said}: </span>
          {card.lastWords}
        </blockquote>
      )}
    </>
  );
}

function Unit({ card, unit, t, format }: Pick<CardProps, 'card' | 't' | 'format'> & { unit: string }) {
  const { mastery, masteryBefore, solved, attempts, hints } = card;
  const done = [...(attempts > 0 ? [t.solved(solved, attempts)] : []), ...(hints > 0 ? [t.hints(hints)] : [])];
  return (
    <div class="stack tight">
      <div class="row">
        <bdi>{unit}</bdi>
        {mastery !== null && masteryBefore !== null && (
          <span class="n push small">{t.masteryFrom(format.percent(masteryBefore), format.percent(mastery))}</span>
        )}
      </div>
      {mastery !== null && <Meter share={mastery} label={`${t.mastery}: ${unit}`} />}
      {done.length > 0 && <p class="quiet">{done.join(' · ')}</p>}
    </div>
  );
}

/** What can be done about one session at once. All else stands on the page of its talk. */
function CardActions({ card, t, base, title }: Pick<CardProps, 'card' | 't'> & { base: string; title: string }) {
  const action = card.status === 'active' ? 'pause' : card.status === 'paused' ? 'resume' : null;
  if (action === null) return null;
  return (
    <form method="post" action={`${base}/${action}`} class="row">
      <input type="hidden" name="sessionId" value={card.sessionId} />
      <button type="submit" class="btn small">
        <Icon name={action === 'pause' ? 'pause' : 'play'} />
        {t[action]}
        <span class="visually-hidden"> {title}</span>
      </button>
    </form>
  );
}

function statusOf({ status, place, joinedAt, group }: WallCard, t: ClassroomWords): string {
  if (group === '' && (joinedAt === null || status === 'cancelled')) return t.place[place];
  return t.status[status];
}

const ICONS: Record<NeedReason['kind'], IconName> = {
  alert: 'bell',
  hand: 'flag',
  'extreme feeling': 'extreme',
  'negative feeling': 'negative',
  stuck: 'alarm',
  'wrong streak': 'cross',
  'effortless help': 'hint',
  unkind: 'people',
  late: 'clock',
  idle: 'moon',
};

/** Colour only repeats what the words say. */
function toneOf(reason: NeedReason | undefined): string {
  if (!reason) return '';
  if (reason.kind === 'alert' || reason.kind === 'extreme feeling') return 'urgent';
  return reason.kind === 'late' || reason.kind === 'idle' ? 'mild' : 'needs-you';
}
