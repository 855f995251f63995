import * as z from 'zod';
import {
  handAnswer,
  heldSession,
  lessonTranscript,
  newWhisper,
  sentTo,
  staffWords as staffWordsBody,
  whisper,
} from '../../../shared/co-teaching.ts';
import { id, idParams } from '../../../shared/paging.ts';
import { actorOf } from '../../access.ts';
import { messagesFor, toLocale } from '../../i18n/messages.ts';
import { toTranscriptJson, toWhisperJson } from '../../presenters/co-teaching.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['classroom'];
const reach = { access: 'message a pupil' } as const;
const sessionParams = z.object({ id, sessionId: id });
const whisperParams = z.object({ id, whisperId: id });
const held = { params: sessionParams, response: { 200: heldSession, ...failures } };

/** Notes of class managers to the teachers of a lesson that runs. */
export function whisperApi(api: Api, { whispers }: Services): void {
  const wordsFor = (locale: string) => messagesFor(toLocale(locale)).classroom;

  api.get(
    '/classroom/lessons/:id/whispers',
    {
      schema: {
        tags,
        summary: 'What class managers have noted for the teachers of a lesson, the newest first',
        params: idParams,
        response: { 200: whisper.array(), ...failures },
      },
      config: reach,
    },
    async (request) => {
      const actor = actorOf(request);
      const all = await whispers.listOf(actor, request.params.id);
      return all.map((one) => toWhisperJson(one, wordsFor(actor.locale)));
    },
  );

  api.post(
    '/classroom/lessons/:id/whispers',
    {
      schema: {
        tags,
        summary: 'Note something for the teachers of a lesson, or of some of its sessions',
        description:
          'What reads as an order holds from the next turn on, for every tutor: no hints, more help, easier, harder, a unit by its name, ' +
          'the next unit, the worked example. `understood` says what was read. No pupil and no parent is shown a whisper.',
        params: idParams,
        body: newWhisper,
        response: { 201: whisper.array(), ...failures },
      },
      config: reach,
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const made = await whispers.whisper(actor, request.params.id, request.body);
      return reply.code(201).send(made.map((one) => toWhisperJson(one, wordsFor(actor.locale))));
    },
  );

  api.post(
    '/classroom/lessons/:id/whispers/:whisperId/withdraw',
    {
      schema: {
        tags,
        summary: 'Take a whisper back',
        params: whisperParams,
        response: { 200: whisper, ...failures },
      },
      config: reach,
    },
    async (request) => {
      const actor = actorOf(request);
      const { id: lessonId, whisperId } = request.params;
      return toWhisperJson(await whispers.withdraw(actor, lessonId, whisperId), wordsFor(actor.locale));
    },
  );
}

/** Class managers who speak with pupils themselves. */
export function coTeachingApi(api: Api, { takeOvers, staffWords, lessonTranscripts }: Services): void {
  api.get(
    '/classroom/lessons/:id/sessions/:sessionId',
    {
      schema: {
        tags,
        summary: 'What is said in a session of a lesson; reading it is noted in the audit log, once an hour',
        params: sessionParams,
        response: { 200: lessonTranscript, ...failures },
      },
      config: { access: 'view class analytics' },
    },
    async (request) => {
      const { id: lessonId, sessionId } = request.params;
      return toTranscriptJson(await lessonTranscripts.read(actorOf(request), lessonId, sessionId));
    },
  );

  api.post(
    '/classroom/lessons/:id/messages',
    {
      schema: {
        tags,
        summary: 'Write to the pupils of a lesson, or of some of its sessions',
        params: idParams,
        body: staffWordsBody,
        response: { 201: sentTo, ...failures },
      },
      config: reach,
    },
    async (request, reply) => {
      const sessions = await staffWords.send(actorOf(request), request.params.id, request.body);
      return reply.code(201).send({ sessions });
    },
  );

  api.post(
    '/classroom/lessons/:id/sessions/:sessionId/take-over',
    { schema: { tags, summary: 'Answer in the place of the teacher', ...held }, config: reach },
    async (request) => {
      const { id: lessonId, sessionId } = request.params;
      return takeOvers.takeOver(actorOf(request), lessonId, sessionId);
    },
  );

  api.post(
    '/classroom/lessons/:id/sessions/:sessionId/hand-back',
    { schema: { tags, summary: 'Let the teacher go on', ...held }, config: reach },
    async (request) => {
      const { id: lessonId, sessionId } = request.params;
      return takeOvers.handBack(actorOf(request), lessonId, sessionId);
    },
  );

  api.post(
    '/classroom/lessons/:id/sessions/:sessionId/hand',
    {
      schema: {
        tags,
        summary: 'Answer a raised hand, with words or without: it goes down',
        params: sessionParams,
        body: handAnswer,
        response: { 200: z.object({ studentId: z.number() }), ...failures },
      },
      config: reach,
    },
    async (request) => {
      const { id: lessonId, sessionId } = request.params;
      await staffWords.answerHand(actorOf(request), lessonId, { sessionId, ...request.body });
      return { studentId: request.body.studentId };
    },
  );
}
