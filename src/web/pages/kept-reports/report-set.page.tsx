import type { PrintFormat } from '../../../domain/kept-reports/kept-report.ts';
import type { ReportSet } from '../../../services/kept-reports/report-reading.service.ts';
import { ActionButton, Button, LinkButton } from '../../components/button.tsx';
import { PAPER_STYLES } from '../../components/kept-report/paper.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';
import { daysTitle, periodTitle, subjectOf } from '../../presenters/kept-report.presenter.ts';

interface ReportSetProps {
  set: ReportSet;
  base: string;
  canPrint: boolean;
  canRemove: boolean;
}

/** The reports of the pupils of a class: each to be opened, all of them to be printed. */
export function ReportSetPage({ set, base, canPrint, canRemove }: ReportSetProps) {
  const { t, format } = usePage();
  const { keptReports: words } = t;
  const { members } = set;
  const title = `${words.which.allPupils(subjectOf(set, { t, format }))}, ${periodTitle(set, { t, format })}`;
  return (
    <Layout title={title} styles={[PAPER_STYLES]}>
      <div class="stack loose">
        <PageHead
          title={title}
          back={{ href: base, text: words.list }}
          lead={`${daysTitle(set, { t, format })}. ${words.set.lead(members.length)}`}
          actions={canRemove && <ActionButton action={`${base}/${set.id}/remove`}>{words.remove}</ActionButton>}
        />
        {canPrint && members.length > 0 && <OnPaper set={set} base={base} />}
        <Sheet id="members" title={words.set.members}>
          {members.length === 0 && <p class="quiet">{words.set.nobody}</p>}
          <ul class="lines report-members">
            {members.map(({ id, name }) => (
              <li key={id}>
                <a href={`${base}/${id}`}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </Sheet>
      </div>
    </Layout>
  );
}

const FORMATS: readonly PrintFormat[] = ['pdf', 'zip'];

function OnPaper({ set, base }: { set: ReportSet; base: string }) {
  const { keptReports: words } = usePage().t;
  return (
    <Sheet id="paper" title={words.set.onPaper}>
      <ul class="lines">
        {FORMATS.map((format) => (
          <li key={format}>
            <span class="main">{format === 'pdf' ? words.set.asOne : words.set.asMany}</span>
            <Print format={format} print={set.prints.find((one) => one.format === format)} here={`${base}/${set.id}`} />
          </li>
        ))}
      </ul>
      <p class="quiet">{words.set.keptFor}</p>
    </Sheet>
  );
}

interface PrintProps {
  format: PrintFormat;
  print: ReportSet['prints'][number] | undefined;
  here: string;
}

function Print({ format, print, here }: PrintProps) {
  const { keptReports: words } = usePage().t;
  if (print?.state === 'done')
    return <LinkButton href={`${here}/reports.${format}`}>{words.set.ready[format]}</LinkButton>;
  if (print?.state === 'asked') return <span class="quiet">{words.set.printing(print.soFar, print.inAll)}</span>;
  return (
    <form method="post" action={`${here}/print`} class="row">
      {print?.state === 'failed' && <span class="quiet">{words.set.failed}</span>}
      <input type="hidden" name="format" value={format} />
      <Button>{words.go}</Button>
    </form>
  );
}
