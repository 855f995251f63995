import type { AlertTelling } from '../../../services/safety/alert-pages.service.ts';
import { usePage } from '../../page-context.ts';
import { Fold } from '../surfaces.tsx';
import { Table } from '../table.tsx';

/** Who was told of an alert, when and how; folded, with how many. */
export function AlertTold({ told, open = false }: { told: readonly AlertTelling[]; open?: boolean }) {
  const { t, format } = usePage();
  const words = t.alerts;
  if (told.length === 0) return <p class="small quiet">{words.nobodyTold}</p>;
  const people = new Set(told.map(({ name }) => name)).size;
  return (
    <Fold summary={words.whoWasTold(people)} open={open}>
      <Table
        caption={words.toldCaption}
        captionHidden
        rows={told}
        rowKey={(row) => told.indexOf(row)}
        columns={[
          { title: words.toldWho, heads: true, cell: ({ name }) => <bdi>{name ?? words.gone}</bdi> },
          { title: words.toldAt, cell: ({ at }) => format.dateTime(at) },
          { title: words.toldRound, numeric: true, cell: ({ round }) => format.number(round + 1) },
          { title: words.toldHow, cell: ({ mail }) => how(words, mail) },
        ]}
      />
    </Fold>
  );
}

function how(
  words: { toldInProgram: string; toldByMail: Record<'waiting' | 'sent' | 'failed', string> },
  mail: AlertTelling['mail'],
) {
  return mail === null ? words.toldInProgram : `${words.toldInProgram}, ${words.toldByMail[mail.state]}`;
}
