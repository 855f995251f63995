import type { Choice } from '../../../domain/curriculum/curriculum.ts';
import type { Rung } from '../../../domain/tutoring/dialogue.ts';
import { splitSentences } from '../../teacher/sentences.ts';

/** Words that a reader counts; a formula is one. */
export function countWords(markdown: string): number {
  const plain = markdown.replace(/\$\$[\s\S]*?\$\$|\$[^$\n]+\$/g, ' x ');
  return plain.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Outside of formulas and code. */
export function countQuestions(markdown: string): number {
  return markdown.replace(/\$\$[\s\S]*?\$\$|\$[^$\n]+\$|`[^`\n]*`/g, '').match(/[?؟？]+/g)?.length ?? 0;
}

/** What an author says besides a question, in words: less does not stand by itself. */
const ENOUGH = 4;

/** The text without its questions; '' where what is left does not stand by itself. */
export function statementsOf(markdown: string): string {
  const kept = splitSentences(markdown)
    .filter((sentence) => countQuestions(sentence) === 0)
    .join('')
    .trim();
  return countWords(kept) < ENOUGH ? '' : kept;
}

/**
 * Leaves only the last question a question (T3). The earlier ones are left out where what stands beside the last one is enough without
 * them; else they are there to think about, and end in an ellipsis. With `keep` 0 none is left.
 */
export function oneQuestion(markdown: string, keep: 0 | 1 = 1): string {
  const sentences = splitSentences(markdown);
  const last = sentences.findLastIndex((sentence) => countQuestions(sentence) > 0);
  const short = sentences.filter((sentence, at) => at === last || countQuestions(sentence) === 0).join('');
  const isEnough = keep === 1 && last >= 0 && statementsOf(short) !== '' && countQuestions(sentences[last] ?? '') === 1;
  return isEnough ? short.trim() : inEllipses(markdown, keep);
}

/** A worked example whose task, put as a question, stands over it like a heading. */
export function exampleText(markdown: string): string {
  const [task = '', ...way] = splitSentences(markdown.trim());
  const isTask =
    countQuestions(task) === 1 && /[?؟？]\s*$/.test(task) && !/[*_`\n]/.test(task.trim()) && way.length > 0;
  if (!isTask) return answeredAtOnce(markdown);
  return `*${task.trim().replace(/\s*[?؟？]$/, '')}:*\n\n${answeredAtOnce(way.join('').trim())}`;
}

/** A worked example answers what it asks: "what goes in: Milk sugar." */
function answeredAtOnce(markdown: string): string {
  const sentences = splitSentences(markdown);
  const led = sentences.map((sentence, at) => {
    if (at === sentences.length - 1 || countQuestions(sentence) !== 1) return sentence;
    return sentence.replace(/\s*[?؟？](\s*)$/, sentence.includes(':') ? ' –$1' : ':$1');
  });
  return ended(inEllipses(led.join(''), 0));
}

function inEllipses(markdown: string, keep: 0 | 1): string {
  let left = countQuestions(markdown);
  return splitSentences(markdown)
    .map((sentence) => {
      const own = countQuestions(sentence);
      left -= own;
      if (own === 0 || (left === 0 && own === 1 && keep === 1)) return sentence;
      const kept = keep === 1 && left === 0 ? 1 : 0;
      let seen = 0;
      return sentence.replace(/(\$\$[\s\S]*?\$\$|\$[^$\n]+\$|`[^`\n]*`)|[?؟？]+/g, (mark, span: string | undefined) => {
        if (span !== undefined) return mark;
        seen += 1;
        return kept === 1 && seen === own ? mark : ' …';
      });
    })
    .join('');
}

/**
 * A reason without the questions that led its author there: "What is that scale called?" says nothing to who has solved it. One
 * whose answer follows by an arrow stays, as a line of the calculation. A text of nothing but questions is kept, none of them asked.
 */
export function withoutQuestions(markdown: string): string {
  const sentences = splitSentences(markdown);
  const kept = sentences.flatMap((sentence, at) => {
    if (countQuestions(sentence) === 0) return [sentence];
    return /^\s*→/.test(sentences[at + 1] ?? '') ? [oneQuestion(sentence, 0).replace(/ …(\s*)$/, '$1')] : [];
  });
  return kept.join('').trim() === '' ? oneQuestion(markdown, 0) : kept.join('').trim();
}

/** The first sentences of a text, as many as fit into so many words; at least one. */
export function firstSentences(markdown: string, words: number): string {
  let out = '';
  for (const sentence of splitSentences(markdown.trim())) {
    if (out !== '' && countWords(out + sentence) > words) break;
    out += sentence;
  }
  return out.trim();
}

/** A sentence ends with a mark; what an author wrote without one gets a full stop. */
export function ended(markdown: string): string {
  const text = markdown.trim();
  return text === '' || /[.!?:;…$`|>]["”’)*_]*$/.test(text) || text.includes('\n') ? text : `${text}.`;
}

/** A smaller question with its choices as a list, since no sheet of the page shows them. */
export function withChoices(question: string, choices: readonly Choice[] = []): string {
  const list = choices.map((choice) => `- ${choice.id}) ${oneQuestion(choice.text.trim(), 0)}`).join('\n');
  return list === '' ? question : `${question}\n\n${list}`;
}

/** The text of a rung with the smaller question that belongs to it. */
export function rungText(rung: Rung): string {
  const small = rung.scaffold?.question.trim();
  if (rung.kind === 'worked look-alike' && !small) return exampleText(rung.text);
  const isSaid = small === undefined || rung.text.includes(small);
  const text = ended(isSaid ? rung.text : statementsOf(rung.text) || rung.text);
  const whole = oneQuestion(isSaid ? text : `${text}\n\n${ended(small)}`);
  return withChoices(whole, rung.scaffold?.choices);
}
