import type { LessonAround, MessageView, ReplyEvents, SessionView } from '../../../shared/study-session.ts';
import type { GrowingReply, Outgoing } from '../../components/chat/chat-view.tsx';

/** What the chat shows. */
export interface ChatState {
  session: SessionView;
  messages: MessageView[];
  outgoing: Outgoing | null;
  growing: GrowingReply | null;
  notice: 'lost' | 'back' | 'moved' | string | null;
  announce: string;
}

export type ChatAction =
  /** `waits`: nothing else is said before the reply. */
  | { type: 'sending'; outgoing: Outgoing; again: boolean; waits: boolean }
  | { type: 'members'; members: LessonAround['members'] }
  | { type: 'lost' }
  | { type: 'refused'; message: string }
  | { type: 'following' }
  | { type: 'nothing new' }
  | { [Name in keyof ReplyEvents]: { type: Name; data: ReplyEvents[Name] } }[keyof ReplyEvents];

/** The next state. A message is known by its id: one that comes twice is shown once. */
export function reduce(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case 'sending':
      return {
        ...state,
        outgoing: action.again ? null : action.outgoing,
        growing: action.waits ? { id: null, blocks: [], text: '' } : state.growing,
        notice: null,
      };
    case 'members': {
      const { lesson } = state.session;
      if (lesson === null) return state;
      return { ...state, session: { ...state.session, lesson: { ...lesson, members: action.members } } };
    }
    case 'following':
      return { ...state, growing: state.growing ?? { id: null, blocks: [], text: '' } };
    case 'lost':
      return {
        ...state,
        outgoing: state.outgoing && { ...state.outgoing, failed: true },
        // What was read of a reply stays until the whole of it comes.
        growing: state.outgoing ? null : state.growing,
        notice: 'lost',
      };
    case 'nothing new':
      return { ...state, growing: null, notice: null };
    case 'refused':
      return { ...state, outgoing: null, growing: null, notice: action.message };
    case 'error':
      return { ...state, growing: null, outgoing: null, notice: action.data.message };
    case 'prompt':
      return { ...state, outgoing: null, notice: null, messages: withMessage(state.messages, action.data.message) };
    case 'kept':
      return { ...state, growing: state.growing?.id === null ? null : state.growing };
    case 'text-start':
      return {
        ...state,
        notice: null,
        growing: { id: action.data.id, blocks: [], text: '' },
        messages: withMessage(state.messages, placeholder(action.data.id)),
      };
    case 'text-delta':
      return { ...state, growing: state.growing && { ...state.growing, text: state.growing.text + action.data.text } };
    case 'block':
      return {
        ...state,
        growing: state.growing && { ...state.growing, blocks: [...state.growing.blocks, action.data.html], text: '' },
      };
    case 'item':
      return { ...state, session: { ...state.session, ...action.data } };
    case 'text-end':
      return {
        ...state,
        growing: null,
        messages: withMessage(state.messages, action.data.message),
        announce: action.data.message.content,
      };
  }
}

function withMessage(messages: MessageView[], message: MessageView): MessageView[] {
  const at = messages.findIndex((one) => one.id === message.id);
  if (at >= 0) return messages.with(at, message);
  const after = messages.findLastIndex((one) => one.id < message.id);
  return messages.toSpliced(after + 1, 0, message);
}

function placeholder(id: number): MessageView {
  return {
    id,
    type: 'response',
    modality: 'text only',
    from: 'teacher',
    content: '',
    html: '',
    state: 'streaming',
    timestamp: '',
    studentId: null,
    writer: null,
    clientId: null,
    retryClientId: null,
    posed: null,
  };
}
