import type { RouteCase } from './cases.ts';
import type { TargetIds } from './records.ts';

const MANAGER = ['class manager'] as const;
/** As its pupil had it. */
const ownLesson = (ids: TargetIds) => ({ id: ids.lesson });
const given = (ids: TargetIds) => ({ id: ids.givenLesson });

const talked = (ids: TargetIds) => ({ id: ids.givenLesson, sessionId: ids.lesson });
const noted = (ids: TargetIds) => ({ id: ids.givenLesson, whisperId: ids.whisper });

/** Lessons as class managers give them. */
export const CLASSROOM_CASES: Record<string, RouteCase> = {
  'GET /api/v1/classroom/lessons': { for: MANAGER, ok: [200] },
  'POST /api/v1/classroom/lessons': {
    for: MANAGER,
    names: true,
    body: (ids) => ({ type: 'individual', classId: ids.lessonClass, minutes: 1 }),
    ok: [400],
  },
  'GET /api/v1/classroom/lessons/:id': { for: MANAGER, names: true, params: given, ok: [200] },
  'PUT /api/v1/classroom/lessons/:id': {
    for: MANAGER,
    names: true,
    params: given,
    body: () => ({ minutes: 45 }),
    ok: [409],
  },
  'POST /api/v1/classroom/lessons/:id/start': { for: MANAGER, names: true, params: given, ok: [409] },
  ...Object.fromEntries(
    ['cancel', 'pause', 'resume', 'stop', 'extend'].map((event): [string, RouteCase] => [
      `POST /api/v1/classroom/lessons/:id/${event}`,
      {
        for: MANAGER,
        names: true,
        params: given,
        ...(event === 'extend' ? { body: () => ({ minutes: 5 }) } : {}),
        // To stop what is stopped changes nothing.
        ok: event === 'stop' ? [200] : [409],
      },
    ]),
  ),
  'GET /api/v1/classroom/lessons/:id/attendance': { for: MANAGER, names: true, params: given, ok: [200] },
  'PUT /api/v1/classroom/lessons/:id/attendance': {
    for: MANAGER,
    names: true,
    params: given,
    body: (ids) => ({ entries: [{ studentId: ids.pupil, attended: true }] }),
    ok: [200],
  },
  'GET /api/v1/classroom/attendance': {
    for: MANAGER,
    names: true,
    query: (ids) => `?classId=${ids.lessonClass}`,
    ok: [200],
    offersCourses: true,
  },
  'GET /classroom/lessons/:id/attendance': { for: MANAGER, names: true, params: given, ok: [200] },
  'POST /classroom/lessons/:id/attendance': {
    for: MANAGER,
    names: true,
    params: given,
    body: (ids) => `do=save&mark-${ids.pupil}=there`,
    ok: [303],
  },
  'GET /classroom/attendance': {
    for: MANAGER,
    names: true,
    query: (ids) => `?class=${ids.lessonClass}`,
    ok: [200],
    offersCourses: true,
  },
  'GET /classroom/attendance.csv': {
    for: MANAGER,
    names: true,
    query: (ids) => `?class=${ids.lessonClass}`,
    ok: [200],
    offersCourses: true,
  },
  'GET /api/v1/class/analytics': {
    for: MANAGER,
    names: true,
    query: (ids) => `?classId=${ids.lessonClass}`,
    ok: [200],
  },
  'GET /class/analytics': { for: MANAGER, names: true, query: (ids) => `?class=${ids.lessonClass}`, ok: [200] },
  'GET /class/analytics.csv': { for: MANAGER, names: true, query: (ids) => `?class=${ids.lessonClass}`, ok: [200] },
  'GET /api/v1/classroom/lessons/:id/after': { for: MANAGER, names: true, params: given, ok: [200] },
  // It is over.
  'GET /classroom/lessons/:id/plan': { for: MANAGER, names: true, params: given, ok: [409] },
  'POST /classroom/lessons/:id/plan': { for: MANAGER, names: true, params: given, body: () => 'minutes=45', ok: [409] },
  'GET /classroom/lessons/:id/after': { for: MANAGER, names: true, params: given, ok: [200] },
  'POST /classroom/lessons/:id/after': {
    for: MANAGER,
    names: true,
    params: given,
    // No score is a hundred.
    body: (ids) => `investment-${ids.pupil}=100&words-investment-${ids.pupil}=`,
    ok: [400],
  },
  'GET /api/v1/classroom/lessons/:id/wall': { for: MANAGER, names: true, params: given, ok: [200] },
  'GET /api/v1/classroom/lessons/:id/whispers': { for: MANAGER, names: true, params: given, ok: [200] },
  'POST /api/v1/classroom/lessons/:id/whispers/:whisperId/withdraw': {
    for: MANAGER,
    names: true,
    params: noted,
    ok: [200],
  },
  'GET /api/v1/classroom/lessons/:id/sessions/:sessionId': { for: MANAGER, names: true, params: talked, ok: [200] },
  ...Object.fromEntries(
    ['messages', 'whispers'].map((path): [string, RouteCase] => [
      `POST /api/v1/classroom/lessons/:id/${path}`,
      { for: MANAGER, names: true, params: given, body: () => ({ content: 'From the matrix.' }), ok: [409] },
    ]),
  ),
  ...Object.fromEntries(
    ['take-over', 'hand-back', 'hand'].map((path): [string, RouteCase] => [
      `POST /api/v1/classroom/lessons/:id/sessions/:sessionId/${path}`,
      {
        for: MANAGER,
        names: true,
        params: talked,
        ...(path === 'hand' ? { body: (ids) => ({ studentId: ids.pupil }) } : {}),
        // The teacher has it back.
        ok: path === 'hand-back' ? [200] : [409],
      },
    ]),
  ),
  // The course of a lesson that a pupil had who is gone is still that of a lesson of the class.
  'GET /classroom': { for: MANAGER, ok: [200], offersCourses: true },
  'GET /classroom/new': { for: MANAGER, names: true, query: (ids) => `?class=${ids.lessonClass}`, ok: [200] },
  'POST /classroom/new': {
    for: MANAGER,
    names: true,
    body: (ids) => `class=${ids.lessonClass}&type=individual&minutes=1`,
    ok: [400],
  },
  'GET /classroom/lessons/:id': { for: MANAGER, names: true, params: given, ok: [200] },
  'GET /classroom/lessons/:id/sessions/:sessionId': {
    for: MANAGER,
    names: true,
    params: talked,
    ok: [200],
  },
  'POST /classroom/lessons/:id/reach': {
    for: MANAGER,
    names: true,
    params: given,
    body: () => 'words=From+the+matrix',
    ok: [409],
  },
  'POST /classroom/lessons/:id/whispers/:whisperId/withdraw': {
    for: MANAGER,
    names: true,
    params: noted,
    body: () => '',
    ok: [303],
  },
  ...Object.fromEntries(
    ['take-over', 'hand-back', 'whispers', 'messages', 'hand'].map((path): [string, RouteCase] => [
      `POST /classroom/lessons/:id/sessions/:sessionId/${path}`,
      {
        for: MANAGER,
        names: true,
        params: talked,
        body: (ids) => `words=From+the+matrix&studentId=${ids.pupil}`,
        ok: path === 'hand-back' ? [303] : [409],
      },
    ]),
  ),
  ...Object.fromEntries(
    ['start', 'cancel', 'pause', 'resume', 'stop', 'extend'].map((event): [string, RouteCase] => [
      `POST /classroom/lessons/:id/${event}`,
      { for: MANAGER, names: true, params: given, body: () => '', ok: event === 'stop' ? [303] : [409] },
    ]),
  ),
  'GET /study/school/:id': { for: ['student'], names: true, params: ownLesson, ok: [200] },
  'POST /study/school/:id/messages': {
    for: ['student'],
    names: true,
    params: ownLesson,
    body: () => 'clientId=from-the-matrix&content=help',
    ok: [409],
  },
  'GET /study/school/:id/end': { for: ['student', 'class manager'], names: true, params: ownLesson, ok: [303] },
  ...Object.fromEntries(
    ['join', 'pause', 'resume', 'hand', 'end'].map((event): [string, RouteCase] => [
      `POST /study/school/:id/${event}`,
      {
        for: ['student', 'class manager'],
        names: true,
        params: ownLesson,
        body: () => 'feeling=positive&difficulty=3&understanding=7&feedback=&up=yes',
        // Whoever has joined finds it so.
        ok: event === 'join' ? [303] : [409],
      },
    ]),
  ),
};
