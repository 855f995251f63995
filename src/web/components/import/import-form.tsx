import type { ComponentChildren } from 'preact';
import { usePage } from '../../page-context.ts';
import { Button } from '../button.tsx';
import { described, Field } from '../field.tsx';
import { Layout } from '../layout.tsx';
import { PageHead } from '../page-head.tsx';
import { Fold, Notice, Sheet } from '../surfaces.tsx';

export interface ImportFormProps {
  title: string;
  lead: string;
  back: { href: string; text: string };
  /** Where the file is sent. */
  action: string;
  file: { hint: string; problem?: string | undefined; accept?: string };
  /** Why the file that was sent was not taken. */
  refusal?: string | undefined;
  /** More of why, below. */
  problems?: ComponentChildren;
  /** What is asked besides the file. */
  fields: ComponentChildren;
  rules: readonly string[];
  /** More of what is good to know. */
  moreRules?: ComponentChildren;
  /** The way out again, as files. */
  takeOut: { title: string; lead: string; links: ComponentChildren };
}

/** The page on which a file is chosen: the form beside what is good to know, and what is wrong with the file that was sent. */
export function ImportForm({ title, lead, back, file, refusal, problems, ...props }: ImportFormProps) {
  const { fileImport: words } = usePage().t;
  const field = { name: 'file', label: words.file, hint: file.hint, problem: file.problem };
  return (
    <Layout title={title}>
      <div class="stack loose">
        <PageHead title={title} lead={lead} back={back} />
        {refusal && <Refusal text={refusal} />}
        {problems}
        <div class="grid">
          <Sheet id="file-title" title={words.fileTitle}>
            <form class="stack" method="post" action={props.action} enctype="multipart/form-data">
              <Field {...field}>
                <input class="input" id="file" type="file" name="file" accept={file.accept} {...described(field)} />
              </Field>
              {props.fields}
              <Button tone="go">{words.look}</Button>
            </form>
          </Sheet>
          <div class="stack loose">
            <Sheet id="rules" title={words.rules}>
              <ul class="points">
                {props.rules.map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
              {props.moreRules}
            </Sheet>
            <Sheet id="take-out" title={props.takeOut.title}>
              <p class="quiet">{props.takeOut.lead}</p>
              <div class="row">{props.takeOut.links}</div>
            </Sheet>
          </div>
        </div>
      </div>
    </Layout>
  );
}

/** Lines that are read at once; a long list does not push the form off the page. */
const LINES_OPEN = 12;

function Refusal({ text }: { text: string }) {
  const { fileImport: words } = usePage().t;
  const lines = text.split('\n');
  const rest = lines.slice(LINES_OPEN);
  return (
    <Notice tone="alarm" title={words.notTaken} announce>
      <p class="as-written" dir="auto">
        {(rest.length > 1 ? lines.slice(0, LINES_OPEN) : lines).join('\n')}
      </p>
      {rest.length > 1 && (
        <Fold summary={words.restOfList(rest.length)}>
          <p class="as-written" dir="auto">
            {rest.join('\n')}
          </p>
        </Fold>
      )}
    </Notice>
  );
}
