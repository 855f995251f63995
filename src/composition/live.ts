import type { RedisBus } from '../data/live/redis-bus.ts';
import { ROLES } from '../domain/access/permission-matrix.ts';
import type { LessonPlacesService } from '../services/lessons/lesson-places.service.ts';
import type { LessonWallService } from '../services/lessons/lesson-wall.service.ts';
import type { TalkStateService } from '../services/lessons/talk-state.service.ts';
import { AlertsReader } from '../services/live/alerts.reader.ts';
import { LessonWallReader } from '../services/live/lesson-wall.reader.ts';
import { LiveHub } from '../services/live/live-hub.service.ts';
import { LiveRelay } from '../services/live/live-relay.service.ts';
import { NotificationsReader } from '../services/live/notifications.reader.ts';
import type { PresenceService } from '../services/live/presence.service.ts';
import { PupilPlaceReader } from '../services/live/pupil-place.reader.ts';
import { SessionTalkReader } from '../services/live/session-talk.reader.ts';
import { TalkReader } from '../services/live/talk.reader.ts';
import type { AlertsService } from '../services/safety/alerts.service.ts';
import type { LessonTalkService } from '../services/study-session/shared/lesson-talk.service.ts';
import type { Base } from './compose.ts';

interface LiveParts {
  presence: PresenceService;
  lessonAttendance: LessonPlacesService;
  lessonWall: LessonWallService;
  lessonTalk: LessonTalkService;
  alerts: AlertsService;
  talkStates: TalkStateService;
  /** The way to other processes; null: this is the only one. */
  bus: RedisBus | null;
}

/** What is shown live, and who is there. */
export function composeLive(
  { log, signals, notifications }: Base,
  { presence, alerts, lessonAttendance, lessonWall, lessonTalk, talkStates, bus }: LiveParts,
) {
  const live = new LiveHub({
    signals,
    presence,
    log,
    topics: [
      { topic: 'me', roles: ['student'], reader: new PupilPlaceReader(lessonAttendance) },
      { topic: 'talk', roles: ['student'], reader: new TalkReader(lessonTalk) },
      { topic: 'session', roles: ['class manager'], reader: new SessionTalkReader(talkStates) },
      { topic: 'alerts', roles: ['class manager', 'school manager'], reader: new AlertsReader(alerts) },
      { topic: 'notifications', roles: ROLES, reader: new NotificationsReader(notifications) },
      { topic: 'lesson', roles: ['class manager'], reader: new LessonWallReader(lessonWall) },
    ],
  });
  const relay = bus && new LiveRelay({ bus, signals, presence, live });
  return { relay, services: { live } };
}
