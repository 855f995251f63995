import { EMOTIONAL_STATES } from '../../../domain/tutoring/brief.ts';
import type { FeelingCount } from '../../../services/analytics/pupil-analytics.service.ts';
import { Distribution } from '../../components/charts/distribution.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

/** How often each feeling was said, before and after sessions. */
export function Feelings({ feelings, isOfChild }: { feelings: readonly FeelingCount[]; isOfChild: boolean }) {
  const { t } = usePage();
  const words = t.progress;
  return (
    <Sheet id="feelings" title={words.feelings}>
      {feelings.length === 0 ? (
        <p class="quiet">{words.feelingsNone}</p>
      ) : (
        <>
          <p class="quiet">{isOfChild ? words.childFeelingsWords : words.feelingsWords}</p>
          {(['before', 'after'] as const).map((when) => (
            <Distribution
              key={when}
              title={words[when]}
              description={words[when]}
              heading={words.feeling}
              counted={words[when]}
              bins={EMOTIONAL_STATES.map((state) => {
                const count = feelings.find(({ feeling }) => feeling === state)?.[when] ?? 0;
                return { label: t.words.feelings[state], count, text: words.times(count) };
              })}
            />
          ))}
        </>
      )}
    </Sheet>
  );
}
