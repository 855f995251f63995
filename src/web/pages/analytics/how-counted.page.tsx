import { DEFINITIONS, METRICS_VERSION } from '../../../domain/analytics/metrics.ts';
import { METRICS } from '../../../shared/analytics.ts';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

/** What each figure is, of whom, how it is worked out and from how many on it is said: for whoever sees one. */
export function HowCountedPage() {
  const { t } = usePage();
  const words = t.howCounted;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead title={words.title} back={{ href: '/', text: words.back }} lead={words.lead} />
        <Sheet id="figures" title={words.figures}>
          {METRICS.map((metric) => {
            const { unit, least, sample } = DEFINITIONS[metric];
            const { formula, of } = words.metrics[metric];
            return (
              <section key={metric} class="stack tight" id={metric.replaceAll(' ', '-')}>
                <h3>{t.analytics.metrics[metric]}</h3>
                <p>{formula}</p>
                <dl class="facts">
                  <dt>{words.population}</dt>
                  <dd>{of}</dd>
                  <dt>{words.unit}</dt>
                  <dd>{words.units[unit]}</dd>
                  <dt>{words.sample}</dt>
                  <dd>{least > 1 ? words.least(least, words.samples[sample]) : words.any}</dd>
                </dl>
              </section>
            );
          })}
        </Sheet>
        <Sheet id="rules" title={words.rules}>
          <ul class="prose">
            {words.ruleList.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
          <p class="quiet">{words.version(METRICS_VERSION)}</p>
        </Sheet>
      </div>
    </Layout>
  );
}
