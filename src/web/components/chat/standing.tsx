import type { UnitStandingView } from '../../../shared/study-session.ts';
import type { ChatWords } from '../../i18n/en/chat.ts';
import { Meter } from '../meter.tsx';

/** How the pupil stands in the units of the session; it moves while they study. */
export function Standing({ units, now, t }: { units: UnitStandingView[]; now: string | null; t: ChatWords }) {
  return (
    <section class="sheet stack standing" aria-labelledby="standing">
      <h2 id="standing">{t.whereYouAre}</h2>
      <ul class="stack">
        {units.map((unit) => (
          <li key={unit.name} class={unit.name === now ? 'now' : ''}>
            <div class="row">
              <strong>{unit.name}</strong>
              {unit.mastered && <span class="tag good push">{t.mastered}</span>}
            </div>
            <Meter share={unit.progress} label={unit.name} />
            <p class="quiet">{unit.words}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
