import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyMove, makeBrief, makeItem, nextItem } from '../../../../test/support/teaching-brief.ts';
import type { EmotionalState, TeachingBrief } from '../../../domain/tutoring/brief.ts';
import type { Move } from '../../../domain/tutoring/dialogue.ts';
import { praisesAbility } from '../../teacher/guard/manners.ts';
import { splitSentences } from '../../teacher/sentences.ts';
import { ModelError, type ModelEvent } from '../language-model.ts';
import { countQuestions, countWords, oneQuestion, withoutQuestions } from './author-text.ts';
import { createEmbeddedModel } from './embedded.model.ts';
import { wordMove } from './word-move.ts';

const feelings: EmotionalState[] = ['positive', 'neutral', 'negative', 'extreme'];
/** Hebrew writes its small words together with the next one. */
const LEAST_WORDS = { en: 15, he: 12 };
const LANGUAGES = ['en', 'he'] as const;
const grades = ['2nd', '7th', '11th'];

function* manyBriefs(): Generator<TeachingBrief> {
  for (const move of everyMove())
    for (const feeling of feelings)
      for (const gradeLevel of grades)
        for (const language of LANGUAGES)
          for (let turn = 1; turn <= 8; turn += 1)
            yield makeBrief(move, { turn, language, pupil: { feeling, gradeLevel } });
}

const showsWorkedExample = (move: Move): boolean =>
  ('example' in move && move.example === true) ||
  move.kind === 'reveal' ||
  (move.kind === 'hint' && move.rung.kind === 'worked look-alike');

async function speak(brief: TeachingBrief): Promise<ModelEvent[]> {
  const request = { purpose: 'teach' as const, model: '', system: '', messages: [], maxTokens: 100, brief };
  return await all(createEmbeddedModel().stream(request));
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = [];
  for await (const each of source) out.push(each);
  return out;
}

test('every reply asks at most one question and has 15 to 90 words unless it shows a worked example', () => {
  for (const brief of manyBriefs()) {
    const words = wordMove(brief);
    assert.ok(countQuestions(words) <= 1, words);
    assert.ok(
      countWords(words) >= LEAST_WORDS[brief.language],
      `${brief.move.kind}: ${countWords(words)} words: ${words}`,
    );
    if (!showsWorkedExample(brief.move)) assert.ok(countWords(words) <= 90, `${brief.move.kind}: ${words}`);
  }
});

test('no reply praises ability, and none has a gap or a template in it', () => {
  for (const brief of manyBriefs()) {
    const words = wordMove(brief);
    for (const sentence of splitSentences(words)) assert.equal(praisesAbility(sentence), false, sentence);
    assert.doesNotMatch(words, /\{\w+\}|undefined|null|\[object| {2}|\n{3}| [.,]|\.\./, words);
  }
});

test('two turns in a row never read the same, for a whole lesson of the same move', () => {
  const lessons = LANGUAGES.flatMap((language) => everyMove().map((move) => ({ language, move })));
  for (const { language, move } of lessons) {
    const lastReplies: string[] = [];
    for (let turn = 1; turn <= 6; turn += 1) {
      const words = wordMove(makeBrief(move, { turn, language, lastReplies: lastReplies.slice(-3) }));
      assert.ok(!lastReplies.slice(-3).includes(words), `${move.kind} repeats itself: ${words}`);
      const opening = (text: string) => splitSentences(text)[0]?.trim();
      const last = lastReplies.at(-1);
      if (last) assert.notEqual(opening(words), opening(last), `${move.kind} opens the same way twice`);
      lastReplies.push(words);
    }
  }
});

test('the same brief gives the same words', () => {
  const brief = makeBrief({ kind: 'confirm', item: makeItem(), answer: '7', alone: true, pose: nextItem() });
  assert.equal(wordMove(brief), wordMove(structuredClone(brief)));
});

test('the question of an item that opens is not repeated', () => {
  for (const brief of manyBriefs()) {
    const { move } = brief;
    if ('pose' in move && move.pose) assert.ok(!wordMove(brief).includes(move.pose.question));
  }
});

test('a wrong answer is called wrong and the way the author explains it is shown', () => {
  for (let turn = 1; turn <= 12; turn += 1) {
    const feedback = 'This is what $3x$ is worth.';
    const words = wordMove(
      makeBrief({ kind: 'locate error', item: makeItem(), answer: '21', feedback, wrong: 1, rung: null }, { turn }),
    );
    assert.match(words, /\b(not|no)\b/i);
    assert.ok(words.includes(feedback));
    assert.doesNotMatch(words, /well done|great|excellent/i);
  }
});

test('a right answer is called right in the first sentence', () => {
  for (let turn = 1; turn <= 12; turn += 1) {
    const move: Move = { kind: 'confirm', item: makeItem(), answer: '7', alone: true, pose: nextItem() };
    const [first = ''] = splitSentences(wordMove(makeBrief(move, { turn })));
    assert.match(first, /right|correct/i);
    const [inHebrew = ''] = splitSentences(wordMove(makeBrief(move, { turn, language: 'he' })));
    assert.match(inHebrew, /נכונ?ה?/);
  }
});

test('a revealed choice is shown by its text, a number with its unit', () => {
  const choices = [
    { id: 'a', text: 'the nucleus' },
    { id: 'b', text: 'the membrane' },
  ];
  const choice = makeItem({ key: { kind: 'choice', answer: 'b', acceptedAnswers: [], choices } });
  assert.match(wordMove(makeBrief({ kind: 'reveal', item: choice, reason: 'ladder', pose: null })), /the membrane/);
  const length = makeItem({ key: { kind: 'number', answer: '2.5', unit: 'cm', acceptedAnswers: [], choices: [] } });
  assert.match(wordMove(makeBrief({ kind: 'reveal', item: length, reason: 'ladder', pose: null })), /\$2\.5\$ cm/);
});

test('a wrong answer that is long or full of Markdown is not repeated', () => {
  for (let turn = 1; turn <= 6; turn += 1) {
    const answer = '**bold** <b>x</b> [link](javascript:alert(1))';
    const words = wordMove(
      makeBrief({ kind: 'locate error', item: makeItem(), answer, feedback: null, wrong: 1, rung: null }, { turn }),
    );
    assert.doesNotMatch(words, /javascript|<b>|\*\*bold/);
  }
});

test('earlier questions in a hint end in an ellipsis, formulas stay as they are', () => {
  assert.equal(oneQuestion('What is $a?$ now? And then? Go.'), 'What is $a?$ now … And then? Go.');
  assert.equal(oneQuestion('One? Two?', 0), 'One … Two …');
  assert.equal(
    oneQuestion('How far? Work out both of the squares. What changes?'),
    'Work out both of the squares. What changes?',
  );
  assert.equal(withoutQuestions('It halves. What is that called?'), 'It halves.');
  assert.equal(withoutQuestions('What is $3 + 4$? → 7'), 'What is $3 + 4$ → 7');
  assert.equal(withoutQuestions('Is it?'), 'Is it …');
});

test('the reply streams word by word, costs nothing, and ends with one finish', async () => {
  const brief = makeBrief({ kind: 'pose', pose: nextItem() });
  const events = await speak(brief);
  const text = events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('');
  assert.equal(text, wordMove(brief));
  assert.ok(events.length > 15);
  assert.deepEqual(events.at(-1), {
    type: 'finish',
    reason: 'stop',
    usage: { inputTokens: 0, outputTokens: 0 },
    provider: 'embedded',
    model: 'question-bank-tutor',
  });
});

test('an abort ends the reply with the reason of the signal', async () => {
  const controller = new AbortController();
  const brief = makeBrief({ kind: 'pose', pose: nextItem() });
  const request = { purpose: 'teach' as const, model: '', system: '', messages: [], maxTokens: 100, brief };
  const iterator = createEmbeddedModel()
    .stream({ ...request, signal: controller.signal })
    [Symbol.asyncIterator]();
  await iterator.next();
  controller.abort(new Error('the pupil has left'));
  await assert.rejects(iterator.next(), /the pupil has left/);
});

test('it refuses to evaluate, since it cannot judge', async () => {
  const request = { purpose: 'evaluate' as const, model: '', system: '', messages: [], maxTokens: 100 };
  await assert.rejects(all(createEmbeddedModel().stream(request)), (error: unknown) => {
    assert.ok(error instanceof ModelError);
    return error.kind === 'bad request' && !error.retryable;
  });
});

test('who asks on and on is told one thing to do, first to guess and then to read the solution, and at last that a person can help', () => {
  for (const language of LANGUAGES) {
    const smaller = (again: number): Move => ({
      kind: 'smaller question',
      item: makeItem(),
      question: 'What comes first?',
      again,
      forAnswer: true,
    });
    const [guess, solution] = [1, 2].map((again) => wordMove(makeBrief(smaller(again), { turn: again, language })));
    const [write, giveUp] =
      language === 'en' ? [/guess|any answer/, /“I give up”/] : [/ניחוש|כל תשובה/, /״תראה לי איך״/];
    assert.match(guess ?? '', write);
    assert.doesNotMatch(guess ?? '', giveUp);
    assert.match(solution ?? '', giveUp);
    for (const words of [guess, solution]) assert.doesNotMatch(words ?? '', /“skip”|לדלג/);
    const aside: Move = { kind: 'skip', item: makeItem(), setAside: true, pose: nextItem() };
    const person = language === 'en' ? /person|teacher|class|somebody/ : /אדם|בית הספר|הכיתה|מישהו/;
    assert.match(wordMove(makeBrief(aside, { language })), person);
  }
});

test('who just asks for the answer is not spoken to as one who tries a trick, and nobody is told of small questions that were not asked', () => {
  const item = makeItem();
  const rung = { kind: 'pointer', text: 'Look at the bracket first, and then at the sign.' } as const;
  const moves: Move[] = [
    { kind: 'hint', item, rung, number: 1, of: 3, forAnswer: true },
    { kind: 'smaller question', item, question: 'What is in the bracket?', forAnswer: true },
    { kind: 'smaller question', item, question: 'What is in the bracket?', forAnswer: true, again: 1 },
  ];
  const said = (move: Move) =>
    LANGUAGES.flatMap((language) =>
      Array.from({ length: 12 }, (_, turn) => wordMove(makeBrief(move, { turn, language }))),
    ).join('\n');
  for (const move of moves)
    assert.doesNotMatch(
      said(move),
      /trick|whoever|in whatever shape|That way|small questions?\b.* (?:asked|been)|no smaller|טריק|מי הרשה|בשום צורה|גסה|הדרך ההיא/,
    );
  assert.match(said({ ...moves[0], trick: true } as Move), /trick[\s\S]*טריק/);
});

test('who has tried nothing hears what comes next time, without thanks, praise or a question; and the end of the look back is said before an example too', () => {
  const item = makeItem();
  const facts = { solvedAlone: 0, solvedWithHints: 0, shown: 0, skipped: 1, units: [] };
  for (const language of LANGUAGES)
    for (let turn = 1; turn <= 6; turn += 1) {
      const words = (move: Move) => wordMove(makeBrief(move, { turn, language }));
      const over = words({ kind: 'skip', item, setAside: true, pose: null, over: true });
      assert.match(over, /today|היום/);
      const left = words({ kind: 'recap', facts, text: '' });
      for (const text of [over, left])
        assert.doesNotMatch(text, /[?؟]|[Tt]hank|took the time|תודה|הקדשת|in your own words/);
      const example = words({ kind: 'skip', item, pose: nextItem(), example: true, reviewed: true, waiting: true });
      assert.match(example, /another day|can wait|ליום אחר|לחכות/);
      const easy = words({ kind: 'skip', item, pose: nextItem(), exit: true, easy: true });
      assert.match(easy, /easy|easier|קלה/);
    }
});

test('asked what it is good for, the tutor says what the course says of the unit, or that it says nothing', () => {
  const move: Move = { kind: 'small talk', text: 'why do we need this?', open: makeItem(), pose: null };
  const unit = { name: makeItem().unitName, mastery: 0.5, answers: 0 };
  const told = wordMove(makeBrief(move, { units: [{ ...unit, description: 'Equations find what is missing.' }] }));
  assert.match(told, /Equations find what is missing\./);
  const untold = wordMove(makeBrief(move, { units: [{ ...unit, description: '' }] }));
  assert.match(untold, /course/);
  assert.match(untold, /does not say|says nothing/);
});

test('in Hebrew “are you a real person” is answered honestly, and a subject has its Hebrew name', () => {
  const move: Move = { kind: 'small talk', text: 'אתה בן אדם אמיתי?', open: makeItem(), pose: null };
  assert.match(wordMove(makeBrief(move, { language: 'he' })), /תוכנ/);
  const hellos = Array.from({ length: 10 }, (_, turn) =>
    wordMove(makeBrief({ kind: 'welcome', pose: null }, { language: 'he', subject: 'math', turn })),
  );
  assert.ok(hellos.some((hello) => hello.includes('מתמטיקה')) && !hellos.some((hello) => hello.includes('math')));
});

test('a lesson that opens with a look back does not call itself the first time', () => {
  const units = [{ name: 'Angles', description: '', mastery: 0.3, answers: 0 }];
  for (let turn = 0; turn < 8; turn += 1) {
    const move: Move = { kind: 'welcome', pose: nextItem(), review: true, reviews: 2 };
    assert.doesNotMatch(wordMove(makeBrief(move, { units, turn })), /first time|not worked on this|from the beginning/);
  }
});

test('a hint before the first try does not speak of another one, and the end of the look back says what to do', () => {
  const hint: Move = {
    kind: 'hint',
    item: makeItem(),
    rung: { kind: 'pointer', text: 'Two things have happened to it: say in which order they came, one by one.' },
    number: 1,
    of: 4,
  };
  for (let turn = 0; turn < 12; turn += 1) {
    assert.doesNotMatch(wordMove(makeBrief(hint, { turn })), /next try|again|another go/);
    const on: Move = { kind: 'confirm', item: makeItem(), answer: '7', alone: true, pose: nextItem(), reviewed: true };
    for (const move of [on, { ...on, waiting: true as const }]) {
      assert.match(wordMove(makeBrief(move, { turn })), /\b(?:try|have a go)\b/);
      assert.match(wordMove(makeBrief(move, { turn, language: 'he' })), /ננסה|לנסות|נענה|לענות/);
    }
  }
});

test('giving up is offered plainly: no order, and nothing before it that says the opposite', () => {
  for (const language of LANGUAGES)
    for (const trick of [{}, { trick: true as const }])
      for (let turn = 0; turn < 12; turn += 1) {
        const asked = {
          kind: 'smaller question',
          item: makeItem(),
          question: 'What comes first?',
          forAnswer: true,
        } as const;
        const words = wordMove(makeBrief({ ...asked, ...trick, again: 2 }, { turn, language }));
        assert.doesNotMatch(
          words,
          /long enough|now\.|Not yet|your turn|Then let us|stays with me|do not tell|after the work/,
        );
        assert.doesNotMatch(words, /מספיק זמן|עכשיו|עוד לא|התור שלך|נשארת אצלי|אז נסתכל|אחרי העבודה|לא נאמרת/);
        const piece = wordMove(makeBrief({ ...asked, ...trick }, { turn, language }));
        assert.doesNotMatch(piece, /this one does|וזאת כן|שומר|אני לא אומר/);
      }
});

test('what is set aside is shown solved: its own solution as given up, or one of its kind', () => {
  for (const language of LANGUAGES)
    for (let turn = 0; turn < 6; turn += 1) {
      const brief = { turn, language };
      const shown = wordMove(
        makeBrief({ kind: 'reveal', item: makeItem(), reason: 'set aside', pose: nextItem() }, brief),
      );
      assert.match(shown, /given up|let this one go|ויתור|נוותר/);
      assert.match(shown, /\$?7\$?/);
      const solvedOne = 'Solve $4x + 3 = 35$. Subtract three, then divide by four. So $x = 8$.';
      const aside: Move = { kind: 'skip', item: makeItem(), setAside: true, solvedOne, pose: nextItem() };
      assert.match(wordMove(makeBrief(aside, brief)), /divide by four/);
    }
});

test('a worked example from another unit does not hide that the unit changes', () => {
  const pose = { ...nextItem(), unitName: 'Brackets' };
  for (const language of LANGUAGES)
    for (let turn = 0; turn < 6; turn += 1) {
      const words = (unitName: string) =>
        wordMove(makeBrief({ kind: 'skip', item: makeItem({ unitName }), pose, example: true }, { turn, language }));
      assert.match(words('Two-step equations'), /\*Brackets\*/);
      assert.doesNotMatch(words('Brackets'), /\*Brackets\*/);
    }
});
