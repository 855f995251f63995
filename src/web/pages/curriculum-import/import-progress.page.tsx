import type { LookedAtCurriculum } from '../../../services/curriculum-import/curriculum-uploads.service.ts';
import { LinkButton } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { Meter } from '../../components/meter.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

/** How far a file is that is being read or brought in. The page comes again by itself, without JavaScript. */
export function CurriculumProgressPage({ id, name, state, progress }: LookedAtCurriculum) {
  const { curriculumImport: words } = usePage().t;
  const { soFar, inAll } = progress;
  const title = state === 'saving' ? words.savingTitle : words.readingTitle;
  const said = soFar === 0 ? words.beginning : words.readSoFar(soFar, inAll);
  return (
    <Layout title={title} narrow>
      <div class="stack loose">
        <PageHead title={title} lead={name} />
        <Sheet id="progress" title={words.progress}>
          {inAll > 0 && <Meter share={soFar / inAll} label={words.progress} valueText={said} tone="iris" />}
          <p>{said}</p>
          <p class="quiet">{state === 'saving' ? words.savingLead : words.readingLead}</p>
          <p>
            <LinkButton href={`/region/curriculum/import/${id}`}>{words.lookAgain}</LinkButton>
          </p>
        </Sheet>
      </div>
    </Layout>
  );
}
