import type { Evaluation, EvaluationFact } from './evaluation.ts';

/** The description of an evaluation in plain English, for the pupil, the parent and the school alike. */
export function describeInEnglish({ facts }: Pick<Evaluation, 'facts'>): string {
  return facts.map(factInEnglish).join(' ');
}

/** One fact as a sentence. */
export function factInEnglish(fact: EvaluationFact): string {
  switch (fact.key) {
    case 'proficiency.unaided':
      return `${fact.params.right} of ${counted(fact.params.of, 'question')} tried without help ${fact.params.right === 1 ? 'was' : 'were'} right at once.`;
    case 'proficiency.with help':
      return `${counted(fact.params.count, 'question')} solved after help or a second try.`;
    case 'proficiency.not solved':
      return `${counted(fact.params.count, 'question')} not solved; the solution was shown.`;
    case 'proficiency.unit':
      return unitInEnglish(fact.params);
    case 'proficiency.too little':
      return tooFewAnswers(fact.params);
    case 'investment.on the subject':
      return `${fact.params.count} of ${counted(fact.params.of, 'turn')} ${fact.params.count === 1 ? 'was' : 'were'} work on the subject.`;
    case 'investment.tried first':
      return `Tried before asking for help on ${fact.params.count} of ${counted(fact.params.of, 'question')}.`;
    case 'investment.time':
      return `At work for ${fact.params.minutes} of ${counted(fact.params.planned, 'planned minute')}; pauses are not counted.`;
    case 'investment.finished':
      return `Brought the session to its end, ${counted(fact.params.minutes, 'minute')} at work.`;
    case 'investment.hints in a row':
      return `Asked for hint after hint without trying on ${counted(fact.params.count, 'question')}.`;
    case 'investment.own questions':
      return `Asked ${counted(fact.params.count, 'question')} of their own.`;
    case 'investment.too little':
      return fact.params.turns >= fact.params.needed
        ? 'The session gave too little to see for a score.'
        : `Too few turns for a score: ${fact.params.turns}, and it takes at least ${fact.params.needed}.`;
  }
}

function unitInEnglish({ unit, before, after }: { unit: string; before: number; after: number }): string {
  if (before === after) return `${unit}: the estimated chance of a right answer stayed at ${after}%.`;
  return `${unit}: the estimated chance of a right answer went from ${before}% to ${after}%.`;
}

function tooFewAnswers({ judged, unaided, needed }: { judged: number; unaided: number; needed: number }): string {
  if (judged >= needed && unaided === 0) return 'Every answer came with help, so there is no score.';
  return `Too few answers for a score: ${judged} could be judged, and it takes at least ${needed}.`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
