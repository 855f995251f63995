import type { Item } from '../../domain/curriculum/curriculum.ts';
import type { Move, Posing, SeenWork, SessionFacts } from '../../domain/tutoring/dialogue.ts';
import { exampleIn } from '../../domain/tutoring/look-alike.ts';
import { isOwn } from '../../domain/tutoring/own-problem/own-item.ts';
import { block, lines } from './prompt-block.ts';
import { slipInWords, whyWrong } from './prompt-slip.ts';

/** The question as the pupil sees it; never its key. */
function asSeen(item: Item, label = 'The open question'): string {
  const choices = item.key.choices.map((choice) => `${choice.id}) ${choice.text}`).join('\n');
  return lines(
    block(label, [item.stem, item.question].filter((text) => text.trim()).join('\n\n')),
    block('Its choices', choices),
  );
}

/** A question that is over, with its answer. */
function asSolved(item: Item, label: string): string {
  const ids = item.key.answer.split(',').map((id) => id.trim());
  const chosen = item.key.choices.filter((choice) => ids.includes(choice.id)).map((choice) => choice.text);
  const answer =
    chosen.length > 0 ? chosen.join('; ') : `${item.key.answer}${item.key.unit ? ` ${item.key.unit}` : ''}`;
  return lines(
    asSeen(item, label),
    block('Its answer', answer),
    block('Its explanation', item.explanation || item.workedExample),
  );
}

const STILL_SECRET =
  'The answer to the open question is still to be found by the pupil. You are not told it. Do not work it out, do not hint at its value, do not finish the last step.';

function onward(posing: Posing): string {
  const { pose } = posing;
  if (posing.recap)
    return 'That was the last question of the session. End by asking the pupil for a recap in their own words: what will they remember? That is the one question of this turn.';
  if (posing.over)
    return 'The lesson is over and nothing was tried in it. Say so kindly and without praise, ask for no recap, and say in a sentence what comes next time.';
  if (pose === null)
    return 'No question opens with this turn. End by inviting the pupil to write "next" when ready to go on.';
  const kind = posing.exit
    ? `It is the last one of the session, to be done alone, without hints.${posing.easy ? ' Nothing was tried yet: say that any answer to this easy one is a start.' : ''}`
    : posing.review
      ? `It is a short review of something from before that is due (${posing.reviews ?? 1} of them before new questions): say so plainly.`
      : posing.waiting
        ? 'The reviews of the start have used up their time; those that are left wait for another day, and the work of today begins: say so in a few words.'
        : posing.reviewed
          ? 'The reviews of the start are over; the work of today begins: say so in a few words.'
          : '';
  return lines(
    `A question from the unit "${pose.unitName}" appears on the page under your words. Lead to it ("Try the next one below."). Do not repeat, guess or answer it, and ask no question of your own. ${kind}`.trim(),
    block('First show this worked example of its kind, in full', exampleIn(posing)),
  );
}

function facts(session: SessionFacts): string {
  const units = session.units
    .map((unit) => `${unit.name}: ${percent(unit.before)} → ${percent(unit.after)}`)
    .join('; ');
  return `Facts of the session: solved alone ${session.solvedAlone}, solved with hints ${session.solvedWithHints}, solutions shown ${session.shown}, skipped ${session.skipped}. Estimated mastery: ${units || 'no change'}.`;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function backTo(open: Item | null): string {
  return open === null
    ? ''
    : lines(asSeen(open), STILL_SECRET, 'Answer briefly, then lead the pupil back to the open question.');
}

const ASK_AGAIN = {
  empty: 'it held no answer',
  unreadable: 'it could not be read as an answer',
  incomplete: 'it is one part of the answer, right as far as it goes; the other part is missing',
  'too long': 'it is too long to be checked',
  'ambiguous choice': 'it is not clear which choice is meant',
};

/** Praise is of what was seen: a first answer that is right shows neither care nor perseverance. */
function seenOf({ wrong, rungs, inARow, helpedBefore }: SeenWork): string {
  const facts = [
    wrong > 0 ? `wrong tries before it: ${wrong}` : 'right at the first try',
    rungs > 0 ? `hints used: ${rungs}` : 'no hint',
    inARow > 2 ? `${inARow} in a row without help: be brief` : '',
    helpedBefore && inARow > 0 ? 'the one before in this unit needed help' : '',
  ];
  return `What was seen: ${facts.filter((fact) => fact !== '').join('; ')}. Praise nothing else.`;
}

type MoveOf<K extends Move['kind']> = Extract<Move, { kind: K }>;

function aboutAnswer(
  move: MoveOf<'confirm' | 'reason heard' | 'locate error' | 'ask again' | 'compare' | 'part checked'>,
): string {
  switch (move.kind) {
    case 'confirm':
      return lines(
        `The pupil's answer is RIGHT${move.alone ? ', found without help' : ', found with help'}. Say so plainly in the first sentence, name what they did well (effort or strategy), ${move.askReason ? 'and give no reason: ask how they know, to be said in their own words. That is the one question of this turn; nothing is marked, and nothing else opens.' : 'give the reason in one or two sentences.'}`,
        move.seen ? seenOf(move.seen) : '',
        asSolved(move.item, 'The question that was solved'),
        block("The pupil's answer", move.answer),
        move.askReason ? '' : onward(move),
      );
    case 'reason heard':
      return lines(
        move.text === ''
          ? 'The pupil would rather not say how they know. Accept that in a few words.'
          : "The pupil says how they know. Thank them and do not call the reason right or wrong; tell the bank's explanation in one or two sentences to compare with.",
        asSolved(move.item, 'The question that was solved'),
        block("The pupil's reason", move.text),
        onward(move),
      );
    case 'locate error':
      if (move.why) return lines(whyWrong(move, move.why.rule), asSeen(move.item), STILL_SECRET);
      return lines(
        `The pupil's answer is WRONG (wrong answers so far: ${move.wrong}). Say so kindly, without praise for the answer, show where to look, and let them try again.`,
        asSeen(move.item),
        block("The pupil's answer", move.answer),
        block('What the author says about this wrong answer (use it)', move.feedback),
        move.feedback || !move.slip ? '' : slipInWords(move.slip),
        move.rung ? block('The hint to give with it (use it, and nothing beyond it)', rung(move.rung)) : '',
        STILL_SECRET,
      );
    case 'ask again':
      return lines(
        `The pupil's message was not counted: ${ASK_AGAIN[move.reason]}. Do not say whether it is right or wrong. Say how an answer to this question is written and ask for it.`,
        asSeen(move.item),
        block('It was read as', move.understood),
        STILL_SECRET,
      );
    case 'compare':
      return lines(
        "The pupil answered in free words that nobody here can judge. Do not call it right or wrong. Show the bank's answer and ask the pupil to compare; it does not count.",
        asSolved(move.item, 'The question'),
        block("The pupil's answer", move.answer),
        onward(move),
      );
    case 'part checked':
      return lines(
        `The pupil answered the smaller question ${move.right ? 'RIGHT' : 'WRONG'}. Say so, and go on from there to the open question.`,
        block('The smaller question', move.question),
        block("The pupil's answer to it", move.answer),
        block('What is right for the smaller question', move.partAnswer),
        asSeen(move.item),
        STILL_SECRET,
      );
  }
}

function rung(each: MoveOf<'hint'>['rung']): string {
  const choices = each.scaffold?.choices?.map((choice) => `${choice.id}) ${choice.text}`).join('\n') ?? '';
  return [each.text, each.scaffold?.question ?? '', choices].filter((text) => text.trim() !== '').join('\n');
}

function aboutHelp(move: MoveOf<'hint' | 'smaller question' | 'reveal' | 'skip'>): string {
  switch (move.kind) {
    case 'hint':
      return lines(
        `Give hint ${move.number} of ${move.of} (${move.rung.kind}): say it in your own words, complete, and nothing beyond it.`,
        move.forAnswer ? ANSWER_KEPT : '',
        block('The hint', rung(move.rung)),
        asSeen(move.item),
        STILL_SECRET,
      );
    case 'smaller question':
      if (move.again !== undefined)
        return lines(wayOn(move.again), move.forAnswer ? ANSWER_KEPT : '', asSeen(move.item), STILL_SECRET);
      return lines(
        move.forAnswer ? ANSWER_KEPT : '',
        move.hintsKept
          ? 'No hints are given just now, in whatever shape. Do not say who decided so. Ask only the smaller question, kindly; "I give up" is always allowed.'
          : 'The pupil asked for help several times without trying. Give no new hint. Ask only the smaller question, kindly; "I give up" is always allowed.',
        block(
          'The smaller question',
          [move.question, ...(move.choices ?? []).map((c) => `${c.id}) ${c.text}`)].join('\n'),
        ),
        asSeen(move.item),
        STILL_SECRET,
      );
    case 'reveal':
      return lines(
        `Show the solution (${move.reason === 'ladder' ? 'all hints were used' : move.reason === 'given up' ? 'the pupil gave up, which is fine' : 'after a try help was asked for again and again; say kindly that it counts as given up'}): the answer and the way to it.${isOwn(move.item) ? '' : ' Mention that a fresh question of this kind comes later.'}`,
        asSolved(move.item, 'The question'),
        onward(move),
      );
    case 'skip':
      return lines(
        move.elsewhere
          ? 'The lesson goes on with another unit, and this question is left for later. Say so in a few words, without blame and without a reason; do not show the solution.'
          : move.setAside
            ? 'Turn after turn brought no answer that could be marked, and this question is now set aside. Say so kindly and without blame, do not show the solution, and suggest that somebody at school looks at it with them.'
            : 'The pupil skips the question. Accept that, do not show the solution, say that a question of this kind comes back later.',
        block('Show this worked example of its kind instead, in full', move.solvedOne ?? ''),
        onward(move),
      );
  }
}

const ANSWER_KEPT =
  'The pupil asked for the answer itself, by a trick or plainly. Say in a few words, without reproach, that you keep it for now: finding it is their part.';

/** One thing to do, and another one the next time (T5). */
function wayOn(times: number): string {
  const one =
    times === 1
      ? 'Ask for one guess, even a wrong one: it shows you where to help.'
      : 'Invite the pupil to write "I give up" and to read the solution with you; that is allowed.';
  return `Every smaller question was asked, and the pupil still asks for help without trying. Give no new hint and ask no question. ${one} Say nothing else.`;
}

const LATE: Record<string, string> = {
  true: 'It is right as well.',
  false: 'It is not right.',
  null: 'Do not judge it.',
};

function aboutQuestions(
  move: MoveOf<'answer question' | 'did you mean' | 'cannot answer' | 'small talk' | 'came late'>,
): string {
  switch (move.kind) {
    case 'answer question': {
      const same = move.open?.qaId === move.found.item.qaId;
      return lines(
        move.justDone
          ? 'The pupil asks why the answer to the question before is what it is. Explain it from what the question bank says.'
          : "Answer the pupil's own question from what the question bank says.",
        block("The pupil's question", move.question),
        same
          ? 'It asks just what the open question asks: only point the way.'
          : asSolved(move.found.item, 'What the bank has'),
        backTo(move.open),
        move.open ? '' : onward(move),
      );
    }
    case 'did you mean':
      return lines(
        move.word
          ? `The pupil asks what a word of the open question means, and does not say which. Ask which word, and nothing else.${move.options.length > 0 ? ' The page offers a question under your words that explains one of them.' : ''}`
          : 'Nothing in the question bank answers the pupil with certainty. Do not guess. Ask the pupil to pick one of the questions that the page offers under your words, or to ask in other words.',
        block("The pupil's question", move.question),
        backTo(move.open),
      );
    case 'cannot answer':
      return lines(
        'The question bank has nothing about this. If it belongs to the subject and you are certain, explain in two or three sentences; else say honestly that you do not know and that the teacher at school can be asked.',
        block("The pupil's question", move.question),
        backTo(move.open),
      );
    case 'came late':
      return lines(
        `What the pupil wrote was about the question before, which is done by now. ${LATE[String(move.right)]} Say so in one kind sentence and lead to what is open.`,
        backTo(move.open),
      );
    case 'small talk':
      return lines(
        'The pupil makes small talk. Answer in one kind sentence and lead back to the work.',
        backTo(move.open),
        move.open ? '' : onward(move),
      );
  }
}

/** What this turn is to be, in words for a model. The answer of an open question is in none of them. */
export function moveInWords(move: Move): string {
  switch (move.kind) {
    case 'confirm':
    case 'reason heard':
    case 'locate error':
    case 'ask again':
    case 'compare':
    case 'part checked':
      return aboutAnswer(move);
    case 'hint':
    case 'smaller question':
    case 'reveal':
    case 'skip':
      return aboutHelp(move);
    case 'answer question':
    case 'did you mean':
    case 'cannot answer':
    case 'small talk':
    case 'came late':
      return aboutQuestions(move);
    case 'welcome':
      return lines('Welcome the pupil in two or three sentences and say what today is about.', onward(move));
    case 'pose':
      return lines('Go on: one or two short sentences.', onward(move));
    case 'own problem':
      return lines(
        `The pupil has brought a problem of their own. It appears on the page under your words, and a solver has its answer; you are not told it. Take it up kindly in one or two sentences and ask for a first try; do not solve it, not in part either.${move.setAside ? ' What was open before is set aside.' : ''}`,
        move.pose ? asSeen(move.pose, 'The problem') : '',
        STILL_SECRET,
      );
    case 'ask for recap':
      if (move.concrete)
        return 'What the pupil wrote as a recap names nothing of the session. Thank them and ask for one thing of today: a step, a rule or a word. That is the one question of this turn; say nothing else.';
      return lines(
        `${move.nothingLeft ? 'There is no question left. ' : ''}Before the session ends, ask the pupil for a recap in their own words. That is the one question of this turn.`,
        facts(move.facts),
      );
    case 'recap':
      return lines(
        'Close the session: thank the pupil for the recap, say in one or two sentences what was done, and let them end the session with the button of the page. Do not judge whether the recap is right.',
        move.evidence
          ? `What of the recap the session bears out (name it): ${move.evidence.words.join(', ')}; in "${move.evidence.unit}" the pupil solved ${move.evidence.alone} without help and ${move.evidence.helped} with help.`
          : '',
        facts(move.facts),
      );
    case 'nothing left':
      return lines(
        'Every question of these units is done. Say so, name what was done, and let the pupil end the session.',
        facts(move.facts),
      );
  }
}
