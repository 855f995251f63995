/** What a pupil may want to happen, whatever the words for it. */
export type Wish = 'help' | 'stuck' | 'give up' | 'skip' | 'go on' | 'stop' | 'small talk';

/** A wish put in a sentence: the pattern is the whole message, in normal form. */
export interface Request {
  wish: Wish;
  pattern: RegExp;
}

/**
 * How pupils say what they want, in one language. Phrases are in normal form (see `normalForm`): lower case, no apostrophes, no
 * marks. They are matched as whole messages, give or take typing errors and the fillers around them.
 */
export interface Phrases {
  help: readonly string[];
  stuck: readonly string[];
  giveUp: readonly string[];
  skip: readonly string[];
  goOn: readonly string[];
  stop: readonly string[];
  smallTalk: readonly string[];
  /** The same wishes put in sentences that no list could hold. */
  requests: readonly Request[];
  /** How the pupil feels about it all: answered with a kind word, never read as an answer. In normal form. */
  feelings: readonly RegExp[];
  /** Polite or hesitant words that say nothing by themselves; taken off both ends. */
  fillers: readonly string[];
  /** First words of a question that is none of an answer's business. */
  questionWords: readonly string[];
  /** First words of a question that may also be a guess. */
  yesNoWords: readonly string[];
  /** "explain …", "tell me about …": wishes to learn about something. */
  wishes: readonly string[];
  /** "is it …", "maybe …", "I don't know, …": what follows is an answer. Matched on the text as written. */
  beforeAnswer: RegExp;
  /** Not knowing or not understanding something that is then named. In normal form. */
  notUnderstood: RegExp;
  /** Ways to get at the answer without working for it: by asking for it, whole or in pieces. In normal form. */
  fishing: readonly RegExp[];
  /** Others: by order, by authority or in disguise. In normal form. */
  tricks: readonly RegExp[];
  /** Words with which a pupil speaks to the teacher or of themselves, and not of what was asked. In small letters. */
  addressed: RegExp;
  /** "the second one", "option 2": 1-based place of an offered question. In normal form. */
  places: readonly RegExp[];
}
