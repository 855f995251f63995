import { useEffect, useRef } from 'preact/hooks';
import type { LessonAround, MessageView, SessionView } from '../../../shared/study-session.ts';
import { pageLive } from '../live/page-live.ts';
import type { ChatLink } from './chat-link.ts';
import type { ChatAction } from './chat-state.ts';

/** How far the talk has come, as the server says. */
interface Pulse {
  last: number;
  /** The reply that is being written. */
  writing: number | null;
  members?: LessonAround['members'];
}

export interface CatchUp {
  /** Reads what is new, as soon as nothing else is being read. */
  now(): void;
  /** Something else is being read until this is done. */
  after(work: Promise<unknown> | undefined): void;
}

/**
 * Reads what others say in a lesson as it is said: the socket tells that there is something, and the words are fetched, one stream at a time.
 * Where no socket comes about, it is asked for every few seconds.
 */
export function useCatchUp(
  session: SessionView,
  messages: readonly MessageView[],
  link: ChatLink | null,
  tell: (action: ChatAction) => void,
): CatchUp {
  const shown = useRef(messages);
  shown.current = messages;
  const pulse = useRef<Pulse>({ last: 0, writing: null });
  const busy = useRef<Promise<unknown>>(Promise.resolve());

  const read = async () => {
    const growing = shown.current.find(({ state }) => state === 'streaming')?.id;
    const last = shown.current.at(-1)?.id ?? 0;
    if (pulse.current.last <= last && growing === undefined) return;
    await link?.catchUp(growing === undefined ? last : growing - 1);
  };
  const now = () => {
    busy.current = busy.current.then(read, read);
  };

  useEffect(() => {
    if (session.kind !== 'school') return;
    return pageLive().watch({
      topic: 'talk',
      id: session.id,
      show: (parts) => {
        const { last = 0, writing = null, members } = parts as Partial<Pulse>;
        pulse.current = { last, writing };
        if (members) tell({ type: 'members', members });
        now();
      },
      instead: { url: `/api/v1/study-sessions/school/${session.id}/messages`, read: pulseIn },
    });
  }, []);

  return {
    now,
    after: (work) => {
      busy.current = Promise.allSettled([busy.current, work]);
    },
  };
}

function pulseIn(answer: unknown) {
  const said = answer as MessageView[];
  const pulse: Pulse = {
    last: said.at(-1)?.id ?? 0,
    writing: said.find(({ state }) => state === 'streaming')?.id ?? null,
  };
  return { ...pulse };
}
