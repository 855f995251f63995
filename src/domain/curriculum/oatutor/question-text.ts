/** The texts of a problem, clean: its own and those of its steps. */
export interface SourceWording {
  title: string;
  body: string;
  steps: readonly { title: string; body: string }[];
  hasFigure: boolean;
  /** Whether a text gives away an answer. */
  telling(text: string): boolean;
}

export interface Wording {
  stem: string;
  /** One for each step. */
  questions: string[];
  /** Other wordings, for search; one list for each step. */
  aliases: string[][];
  /** Whether a pupil may see the title before answering. */
  showsTitle: boolean;
}

const INSTRUCTION =
  /^(?:find|solve|write|simplify|evaluate|determine|identify|use|translate|factor|graph|calculate|convert|compute|describe|state|give|express|choose|select|match|expand|divide|multiply|add|subtract|add|rewrite|estimate|round|name|list|sketch|complete|classify|compare|explain|for the following)\b/i;
const WORD = /[a-z]{3,}/i;

/**
 * Puts stem and questions together. Authors of the source write the question into whichever field was free: the problem's body,
 * the step's title or body, at times the problem's title. Nothing is said twice, and a title that gives the answer away is not
 * shown.
 */
export function wordingOf(source: SourceWording): Wording {
  const { title, body } = source;
  const questions = source.steps.map((step) => questionOf(step, title));
  const showsTitle = title !== '' && !source.telling(title);
  const single = questions.length === 1;
  if (single && (questions[0] === '' || same(questions[0] ?? '', body))) {
    return { stem: '', questions: [body || questions[0] || ''], aliases: [aliasesOf([title])], showsTitle };
  }
  const stem = body === '' && showsTitle && needsTitle(source, questions) ? title : body;
  const aliases = source.steps.map((step, index) =>
    aliasesOf([title, step.title].filter((text) => text !== questions[index])),
  );
  return { stem: questions.some((question) => same(question, stem)) ? '' : stem, questions, aliases, showsTitle };
}

/** A step's title and body as one question; the title goes when it only repeats what stands there anyway. */
function questionOf({ title, body }: { title: string; body: string }, problemTitle: string): string {
  if (body === '' || title === '' || same(title, body)) return body || title;
  if (same(title, problemTitle)) return body;
  return `${title.replace(/^(Step \d+):\s*/i, '$1: ')}\n\n${body}`;
}

/** The instruction may stand in the title alone: where a question is only a formula, or the title has a formula or says what to do. */
function needsTitle({ title, hasFigure }: SourceWording, questions: readonly string[]): boolean {
  const onlyFormula = questions.some((question) => !WORD.test(question.replace(/\$(?:\\.|[^$\\])+\$/g, '')));
  return (
    onlyFormula ||
    INSTRUCTION.test(title) ||
    /\$/.test(title) ||
    (hasFigure && questions.some((one) => one.length < 25))
  );
}

const same = (a: string, b: string): boolean => bare(a) === bare(b) && bare(a) !== '';

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}$\\]+/gu, '');

function aliasesOf(titles: readonly string[]): string[] {
  return [...new Set(titles.map((title) => title.replace(/\n/g, ' ').slice(0, 190)))].filter((title) =>
    WORD.test(title),
  );
}
