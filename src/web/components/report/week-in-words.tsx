import type { WeekFacts } from '../../../domain/week-in-words/week-facts.ts';
import { weekInWords } from '../../../domain/week-in-words/week-words.ts';
import type { SentLetter } from '../../../services/family/weekly-letters.service.ts';
import { usePage } from '../../page-context.ts';
import { Fold, Sheet } from '../surfaces.tsx';

/** The seven days up to today as sentences that are made of their figures, and the newest letter. */
export function WeekInWords({ facts, letter }: { facts: WeekFacts; letter: SentLetter | null }) {
  const { t, locale, format } = usePage();
  const words = t.parent;
  const sentences = weekInWords(facts, locale);
  const next = sentences.length > 1 ? sentences.at(-1) : undefined;
  const told = next === undefined ? sentences : sentences.slice(0, -1);
  return (
    <Sheet id="in-words" title={words.inWords}>
      <p class="lead" dir="auto">
        {told.join(' ')}
      </p>
      {next && (
        <p class="lead" dir="auto">
          <strong>{next}</strong>
        </p>
      )}
      <p class="quiet prose">{words.inWordsNote}</p>
      {letter && (
        <Fold summary={words.letterUpTo(format.calendarDay(letter.lastDay))}>
          <p class="as-written prose" dir="auto" lang={letter.locale}>
            {letter.text}
          </p>
          {letter.wording === 'model' && <p class="quiet">{words.letterReworded}</p>}
        </Fold>
      )}
      <p>
        <a href="/profile#letters">{words.letterAsk}</a>
      </p>
    </Sheet>
  );
}
