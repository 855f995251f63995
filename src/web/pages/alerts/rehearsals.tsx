import type { Rehearsal } from '../../../services/safety/alert-pages.service.ts';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

/** Rehearsals among alerts, marked as what they are. */
export function Rehearsals({ rehearsals, now }: { rehearsals: readonly Rehearsal[]; now: number }) {
  const { t } = usePage();
  return (
    <>
      {rehearsals.map((rehearsal) => (
        <article key={rehearsal.id} class="sheet stack" id={`rehearsal-${rehearsal.id}`}>
          <div class="row">
            <h2>{t.alerts.rehearsalTitle}</h2>
            <Tag tone="info" icon="info">
              {t.alerts.rehearsal}
            </Tag>
            <Tag tone="due" icon="alarm">
              {t.staff.severity(rehearsal.severity)}
            </Tag>
          </div>
          <p class="small">{t.alerts.rehearsalLead}</p>
          <RehearsalState rehearsal={rehearsal} now={now} />
          <p>
            <a href={`/alerts/rehearsals/${rehearsal.id}`}>{t.alerts.details}</a>
          </p>
        </article>
      ))}
    </>
  );
}

/** When it began and how it went on. */
export function RehearsalState({ rehearsal, now }: { rehearsal: Rehearsal; now: number }) {
  const { t, format } = usePage();
  const words = t.alerts;
  const { at, startedBy, acknowledgedAt, acknowledgedBy, endsAt } = rehearsal;
  const somebody = t.staff.somebody;
  const outcome =
    acknowledgedAt !== null
      ? words.rehearsalTaken(
          acknowledgedBy ?? somebody,
          format.dateTime(acknowledgedAt),
          format.duration(acknowledgedAt - at),
        )
      : endsAt > now
        ? words.rehearsalEnds(format.dateTime(endsAt))
        : words.rehearsalEnded(format.dateTime(endsAt));
  return (
    <p>
      {words.rehearsalBegan(startedBy ?? somebody, format.dateTime(at))} {outcome}
    </p>
  );
}
