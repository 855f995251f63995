import type { TeacherAgent, TeacherReply } from '../../agents/teacher/teacher.agent.ts';
import type { TeachingBrief } from '../../domain/tutoring/brief.ts';

/** One reply as it was made. */
export interface HeardReply {
  brief: TeachingBrief;
  reply: TeacherReply;
  /** From the request to the first words that a pupil could read, in ms; null where there were none. */
  firstTokenMs: number | null;
}

/** A teacher that teaches as the one given, and tells of every reply when it is over. */
export function listenTo(teacher: TeacherAgent, heard: (reply: HeardReply) => void): TeacherAgent {
  return {
    async *reply(request, signal) {
      const began = performance.now();
      let firstTokenMs: number | null = null;
      for await (const event of teacher.reply(request, signal)) {
        if (event.type === 'text-delta') firstTokenMs ??= performance.now() - began;
        else heard({ brief: request.brief, reply: event, firstTokenMs });
        yield event;
      }
    },
  };
}
