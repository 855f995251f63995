import type { TaughtLesson } from '../data/lessons/taught-lesson.repo.ts';
import type { TaughtSession } from '../data/study-session/taught-session.ts';
import type { AccessService } from '../services/access/access.service.ts';
import { GroupSurveyService } from '../services/group-plan/group-survey.service.ts';
import { AfterLessonService } from '../services/lessons/after-lesson.service.ts';
import { AttendanceService } from '../services/lessons/attendance.service.ts';
import { GroupProposalService } from '../services/lessons/group-proposal.service.ts';
import { LeaversService } from '../services/lessons/leavers.service.ts';
import { LessonPlacesService } from '../services/lessons/lesson-places.service.ts';
import { LessonTranscriptService } from '../services/lessons/lesson-transcript.service.ts';
import { LessonWallService } from '../services/lessons/lesson-wall.service.ts';
import { LessonsService } from '../services/lessons/lessons.service.ts';
import { RunningLessonsService } from '../services/lessons/running-lessons.service.ts';
import { StaffWordsService } from '../services/lessons/staff-words.service.ts';
import { TakeOverService } from '../services/lessons/take-over.service.ts';
import { TalkStateService } from '../services/lessons/talk-state.service.ts';
import { WhisperService } from '../services/lessons/whisper.service.ts';
import { PresenceService } from '../services/live/presence.service.ts';
import { ConversationService } from '../services/study-session/conversation.service.ts';
import { ReplyRunner } from '../services/study-session/reply-runner.ts';
import { SessionViewService } from '../services/study-session/session-view.service.ts';
import { LessonTalkService } from '../services/study-session/shared/lesson-talk.service.ts';
import { SharedTalk } from '../services/study-session/shared/shared-talk.service.ts';
import type { Base } from './compose.ts';
import { keptBy, type Teaching } from './teaching.ts';

/** Lessons at school: planned and started, run and ended, joined, and the talk in them. */
export function composeLessons(base: Base & { access: AccessService }, teaching: Teaching) {
  const { log, signals } = base;
  const presence = new PresenceService();
  // The same as at home, over the rows of sessions at school.
  const atSchool = {
    ...teaching.parts,
    sessions: base.taughtLessons,
    messages: base.lessonMessages,
    dialogues: base.lessonDialogues,
    wordsIn: ({ id }: TaughtLesson) => ({ ofLesson: id }),
    notesTo: async (session: TaughtSession) => {
      const { id, lessonId } = session as TaughtLesson;
      return base.whisperRows.listInForce(lessonId, id);
    },
    namesIn: (session: TaughtSession) => base.lessonSessions.listNames((session as TaughtLesson).lessonId),
  };
  const minded = { ...atSchool, moderation: keptBy(atSchool.moderation, 'school') };
  const replies = new ReplyRunner({ ...minded, log: ({ what, ...details }) => log(details, what) });
  const parts = {
    ...base,
    ...teaching,
    groupSurvey: new GroupSurveyService(base),
    dialogues: base.lessonDialogues,
    messages: base.lessonMessages,
    replies,
    presence,
  };
  const runningLessons = new RunningLessonsService(parts);
  const lessonPlaces = new LessonPlacesService({ ...parts, running: runningLessons });
  const talk = {
    ...atSchool,
    replies,
    lifecycle: lessonPlaces,
    changed: ({ id, lessonId, studentId }: TaughtLesson) => {
      signals.publish({ lessonId, sessionIds: [id], studentIds: [studentId] });
    },
  };
  const lessonTalk = new LessonTalkService({
    sessions: base.taughtLessons,
    lifecycle: lessonPlaces,
    words: base.waitingWords,
    places: base.lessonPlaces,
    own: new ConversationService<TaughtLesson>(talk),
    shared: new SharedTalk({ ...talk, lessonPlaces: base.lessonPlaces, waitingWords: base.waitingWords, log }),
  });
  return {
    presence,
    lessonReplies: replies,
    lessonPlanning: new LessonsService({ ...parts, bells: runningLessons }),
    groupProposals: new GroupProposalService(parts),
    lessonTranscripts: new LessonTranscriptService(parts),
    lessonWall: new LessonWallService(parts),
    runningLessons,
    leavers: new LeaversService({ ...base, signals, running: runningLessons }),
    attendance: new AttendanceService(parts),
    afterLesson: new AfterLessonService(parts),
    lessonAttendance: lessonPlaces,
    lessonTalk,
    talkStates: new TalkStateService(parts),
    takeOvers: new TakeOverService({ ...parts, talk: lessonTalk }),
    whispers: new WhisperService(parts),
    staffWords: new StaffWordsService(parts),
    lessonView: new SessionViewService<TaughtLesson>({
      ...atSchool,
      alerts: base.alertRows,
      evaluations: { statusOf: (sessions) => teaching.evaluations.statusOfLessons(sessions) },
      hasModel: teaching.hasModel,
    }),
  };
}
