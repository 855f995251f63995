import type { SessionSummary } from '../../../services/study-session/session-summary.service.ts';
import { usePage } from '../../page-context.ts';
import { Stats } from '../stat.tsx';
import { Sheet } from '../surfaces.tsx';

/** What a session came to, in numbers that can be counted again. */
export function SessionFacts({ summary }: { summary: SessionSummary }) {
  const { t, format } = usePage();
  const words = t.report;
  const { solvedAlone, solvedWithHelp, shown } = summary;
  const none = solvedAlone + solvedWithHelp + shown === 0;
  return (
    <div class="grid even">
      <Sheet id="facts" title={words.facts}>
        {none ? (
          <p class="quiet">{words.noQuestions}</p>
        ) : (
          <Stats
            stats={[
              { label: words.solvedAlone, value: format.number(solvedAlone) },
              { label: words.solvedWithHelp, value: format.number(solvedWithHelp) },
              { label: words.shown, value: format.number(shown) },
            ]}
          />
        )}
      </Sheet>
      <Sheet id="moved" title={words.moved}>
        {summary.moved.length === 0 ? (
          <p class="quiet">{words.movedNone}</p>
        ) : (
          <>
            <ul class="lines">
              {summary.moved.map(({ unitName, before, after }) => (
                <li key={unitName}>
                  <strong>
                    <bdi>{unitName}</bdi>
                  </strong>
                  <span class="push">{words.movedLine(format.percent(before), format.percent(after))}</span>
                </li>
              ))}
            </ul>
            <p class="quiet">{words.movedNote}</p>
          </>
        )}
      </Sheet>
    </div>
  );
}
