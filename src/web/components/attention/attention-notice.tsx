import type { ComponentChildren } from 'preact';
import type { AttentionAlert } from '../../../services/attention/attention.service.ts';
import { usePage } from '../../page-context.ts';
import { Sheet } from '../surfaces.tsx';
import { Tag } from '../tag.tsx';

/** So many stand on the page of the class; all of them on their own. */
const SHOWN = 6;

/** Who needs attention, in short, with the way to all of it; where nobody does, nothing or what stands there instead. */
export function AttentionNotice({
  waiting,
  none = null,
}: {
  waiting: readonly AttentionAlert[];
  none?: ComponentChildren;
}) {
  const { attention: words } = usePage().t;
  if (waiting.length === 0) return <>{none}</>;
  return (
    <Sheet id="attention" title={words.onClass(waiting.length)} action={<a href="/class/attention">{words.link}</a>}>
      <ul class="lines">
        {waiting.slice(0, SHOWN).map((alert) => (
          <li key={alert.id}>
            <a href={`/class/attention#attention-${alert.id}`} dir="auto">
              {alert.studentName}
            </a>
            <AttentionTag alert={alert} />
            <span class="small quiet">{words.reasons[alert.kind](alert.facts)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** On the page of safety alerts, which come first: whoever needs attention besides, or where that would be said. */
export function AttentionSection({ waiting }: { waiting: readonly AttentionAlert[] }) {
  return <AttentionNotice waiting={waiting} none={<NobodyWaits />} />;
}

function NobodyWaits() {
  const { attention: words } = usePage().t;
  return (
    <Sheet id="attention" title={words.title}>
      <p>
        {words.onAlerts} <a href="/class/attention">{words.link}</a>
      </p>
    </Sheet>
  );
}

/** Of what kind, and how urgent. */
export function AttentionTag({ alert }: { alert: AttentionAlert }) {
  const { attention: words } = usePage().t;
  const isOpen = alert.closedAt === null;
  return (
    <Tag {...(isOpen ? { tone: alert.severity >= 2 ? ('alarm' as const) : ('due' as const) } : {})}>
      {`${words.kinds[alert.kind]}: ${words.urgent(alert.severity)}`}
    </Tag>
  );
}
