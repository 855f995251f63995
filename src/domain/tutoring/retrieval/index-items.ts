import type { Item } from '../../curriculum/curriculum.ts';
import { buildIndex, type SearchIndex } from './search-index.ts';

/** Makes the questions of a bank searchable by what pupils ask. */
export function indexItems(items: readonly Item[]): SearchIndex {
  return buildIndex(
    items.map((item) => ({
      id: item.qaId,
      question: `${item.stem} ${item.question}`,
      asks: item.question,
      answer: answerText(item),
      aliases: item.aliases,
      hints: item.hints.map((hint) => hint.text),
    })),
  );
}

/** The words of the answer; of a choice the text, not the letter. */
function answerText({ key }: Item): string {
  const ids = key.answer.split(',').map((id) => id.trim());
  const chosen = key.choices.filter((choice) => ids.includes(choice.id)).map((choice) => choice.text);
  return chosen.length > 0 ? chosen.join(' ') : key.answer;
}
