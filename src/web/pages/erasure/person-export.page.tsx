import type { PersonExportView } from '../../../services/erasure/person-export.service.ts';
import { ActionButton, LinkButton } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { Meter } from '../../components/meter.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

interface PersonExportProps {
  view: PersonExportView;
  here: string;
  back: { href: string; text: string };
}

/** Takes out what is stored about somebody. While it is made, the page comes again by itself. */
export function PersonExportPage({ view, here, back }: PersonExportProps) {
  const { person, made } = view;
  const words = usePage().t.erasure.export;
  const title = person.isOwn ? words.own : words.of(person.name);
  return (
    <Layout title={title} narrow>
      <div class="stack loose">
        <PageHead title={title} lead={words.lead} back={back} />
        <Sheet id="export" title={words.file}>
          {made?.state === 'waiting' ? (
            <UnderWay made={made} here={here} />
          ) : (
            <>
              {made?.state === 'made' && <Made made={made} here={here} />}
              {made?.state === 'failed' && <p>{words.failed}</p>}
              <ActionButton action={here} {...(made?.state === 'made' ? {} : { tone: 'go' as const })}>
                {made?.state === 'made' ? words.again : words.ask}
              </ActionButton>
            </>
          )}
        </Sheet>
        <p class="quiet prose">{words.keep}</p>
      </div>
    </Layout>
  );
}

type Shown = NonNullable<PersonExportView['made']>;

function UnderWay({ made: { partsDone, partsAll, linesDone }, here }: { made: Shown; here: string }) {
  const { t, format } = usePage();
  const words = t.erasure.export;
  const said = partsAll === 0 ? words.waiting : words.soFar(partsDone, partsAll, format.number(linesDone));
  return (
    <>
      {partsAll > 0 && <Meter share={partsDone / partsAll} label={words.file} valueText={said} tone="iris" />}
      <p>{said}</p>
      <p class="quiet">{words.told}</p>
      <p>
        <LinkButton href={here}>{words.lookAgain}</LinkButton>
      </p>
    </>
  );
}

function Made({ made, here }: { made: Shown; here: string }) {
  const { t, format } = usePage();
  const words = t.erasure.export;
  return (
    <>
      <p>
        <LinkButton tone="go" href={`${here}/stored.zip`}>
          {words.fetch(format.number(Math.max(1, Math.round(made.size / 1024))))}
        </LinkButton>
      </p>
      <p class="quiet">{words.until(format.dateTime(made.askedAt), format.dateTime(made.expiresAt))}</p>
    </>
  );
}
