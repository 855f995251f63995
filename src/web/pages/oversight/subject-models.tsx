import type { PoliciesPage as View } from '../../../services/policies/policies.service.ts';
import { Button } from '../../components/button.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';

/** Which model words the replies in a subject, of those that the operator entered: a form for each subject. */
export function SubjectModels({ view: { subjects, models, hasModel } }: { view: View }) {
  const { t } = usePage();
  const words = t.policies;
  return (
    <Sheet id="models" title={words.models}>
      <p class="prose">{words.modelsLead}</p>
      {!hasModel && <p class="quiet">{words.noModel}</p>}
      {models.length === 0 ? (
        <p class="quiet">{words.modelsNone}</p>
      ) : (
        <Table
          stacks
          caption={words.models}
          captionHidden
          rows={subjects}
          rowKey={({ subject }) => subject}
          columns={[
            { title: words.subject, heads: true, cell: ({ subject }) => t.words.subject(subject) },
            {
              title: words.model,
              wide: true,
              cell: ({ subject, modelId }) => (
                <form method="post" action="/school/policies/models" class="row beside">
                  <input type="hidden" name="subject" value={subject} />
                  <select class="input" name="model" aria-label={`${words.model}: ${t.words.subject(subject)}`}>
                    <option value="">{words.asOperator}</option>
                    {modelId !== null && !models.some(({ id }) => id === modelId) && (
                      <option value={modelId} selected>
                        {words.gone}
                      </option>
                    )}
                    {models.map(({ id, name, version, provider }) => (
                      <option key={id} value={id} selected={id === modelId}>
                        {`${name} ${version} (${words.providers[provider]})`}
                      </option>
                    ))}
                  </select>
                  <Button size="small">{words.save}</Button>
                </form>
              ),
            },
          ]}
        />
      )}
    </Sheet>
  );
}
