import type { Phrases } from './phrases.ts';
import { ENGLISH } from './phrases-en.ts';
import { HEBREW } from './phrases-he.ts';

function either(a: RegExp, b: RegExp): RegExp {
  return new RegExp(`${a.source}|${b.source}`, [...new Set(a.flags + b.flags)].join(''));
}

function merged(a: Phrases, b: Phrases): Phrases {
  return {
    help: [...a.help, ...b.help],
    stuck: [...a.stuck, ...b.stuck],
    giveUp: [...a.giveUp, ...b.giveUp],
    skip: [...a.skip, ...b.skip],
    goOn: [...a.goOn, ...b.goOn],
    stop: [...a.stop, ...b.stop],
    smallTalk: [...a.smallTalk, ...b.smallTalk],
    requests: [...a.requests, ...b.requests],
    feelings: [...a.feelings, ...b.feelings],
    fillers: [...a.fillers, ...b.fillers],
    questionWords: [...a.questionWords, ...b.questionWords],
    yesNoWords: [...a.yesNoWords, ...b.yesNoWords],
    wishes: [...a.wishes, ...b.wishes],
    beforeAnswer: either(a.beforeAnswer, b.beforeAnswer),
    notUnderstood: either(a.notUnderstood, b.notUnderstood),
    fishing: [...a.fishing, ...b.fishing],
    tricks: [...a.tricks, ...b.tricks],
    addressed: either(a.addressed, b.addressed),
    places: a.places.map((place, at) => (b.places[at] ? either(place, b.places[at]) : place)),
  };
}

/** Pupils write in the language that comes to mind, whatever their page is set to: every table is read. */
export const ALL_PHRASES: Phrases = merged(ENGLISH, HEBREW);
