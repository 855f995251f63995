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

/** Counts, and a card for each pupil, whoever needs somebody most first. The same view on the server and in the island. */
export function WallView({ wall, t, format, stale = false, announce = '' }: WallViewProps) {
  const { lesson, cards, now } = wall;
  const { counts } = lesson;
  const isOver = lesson.state === 'completed' || lesson.state === 'cancelled';
  const away = isOver
    ? { label: t.counts.absent, value: format.number(counts.absent) }
    : { label: t.counts.late, value: format.number(counts.expected - counts.there) };
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
        {cards.map((card) => (
          <Card key={`${card.sessionId}:${card.studentId}`} {...{ card, t, format, now }} lessonId={lesson.id} />
        ))}
      </ul>
    </div>
  );
}

interface CardProps {
  card: WallCard;
  lessonId: number;
  t: ClassroomWords;
  format: Format;
  now: number;
}

function Card({ card, lessonId, t, format, now }: CardProps) {
  const first = card.reasons[0];
  const base = `/classroom/lessons/${lessonId}`;
  return (
    <li class={`sheet pupil-card ${toneOf(first)}`}>
      <div class="row">
        <h3>
          <a href={`${base}/sessions/${card.sessionId}`} dir="auto">
            {card.name}
          </a>
        </h3>
        <span class="quiet push">{card.takenOver ? t.takenOver : statusOf(card, t)}</span>
      </div>
      {card.group !== '' && (
        <p class="quiet" dir="auto">
          {card.group}
        </p>
      )}
      {card.reasons.length > 0 ? (
        <ul class="needs">
          {card.reasons.map((reason) => (
            <li key={reason.kind}>
              <Icon name={ICONS[reason.kind]} />
              <span>
                {t.reasons[reason.kind]}
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
      {card.unit !== null && <Unit {...{ card, t, format }} unit={card.unit} />}
      {card.lastWords !== null && (
        <blockquote class="last-words" dir="auto">
          <span class="visually-hidden">{t.said}: </span>
          {card.lastWords}
        </blockquote>
      )}
      <CardActions {...{ card, t, base }} />
    </li>
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

/** What can be done about one session. Messages and notes to its teacher stand on the page of its talk. */
function CardActions({ card, t, base }: Pick<CardProps, 'card' | 't'> & { base: string }) {
  const action = card.status === 'active' ? 'pause' : card.status === 'paused' ? 'resume' : null;
  if (action === null) return null;
  return (
    <form method="post" action={`${base}/${action}`} class="row">
      <input type="hidden" name="sessionId" value={card.sessionId} />
      <button type="submit" class="btn small">
        <Icon name={action === 'pause' ? 'pause' : 'play'} />
        {t[action]}
        <span class="visually-hidden"> {card.group === '' ? card.name : card.group}</span>
      </button>
    </form>
  );
}

function statusOf({ status, place, joinedAt }: WallCard, t: ClassroomWords): string {
  if (joinedAt === null || status === 'cancelled') return t.place[place];
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
  late: 'clock',
  idle: 'moon',
};

/** Colour only repeats what the words say. */
function toneOf(reason: NeedReason | undefined): string {
  if (!reason) return '';
  if (reason.kind === 'alert' || reason.kind === 'extreme feeling') return 'urgent';
  return reason.kind === 'late' || reason.kind === 'idle' ? 'mild' : 'needs-you';
}
