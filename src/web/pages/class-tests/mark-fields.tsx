import { Button } from '../../components/button.tsx';
import { Choices } from '../../components/choices.tsx';
import { TextArea } from '../../components/field.tsx';
import type { MarkForm } from '../../forms/mark.form.ts';
import { usePage } from '../../page-context.ts';

interface MarkFieldsProps {
  sittingId: number;
  position: number;
  /** There is a mark already. */
  changes: boolean;
  /** Where to go afterwards: the queue, or the sitting. */
  from: 'queue' | 'sitting';
  form?: MarkForm;
  /** It is the one to mark next. */
  focused?: boolean;
}

/** How much of its points an answer earns, a word to the pupil, and why where a mark is changed. */
export function MarkFields({ sittingId, position, changes, from, form, focused = false }: MarkFieldsProps) {
  const { classTests: words } = usePage().t;
  const name = (field: string) => `${field}-${sittingId}-${position}`;
  return (
    <form class="stack" method="post" action={`/class/tests/sittings/${sittingId}/answers/${position}/mark`}>
      <input type="hidden" name="from" value={from} />
      <Choices
        name={name('share')}
        label={words.mark}
        layout="tight"
        focused={focused}
        choices={(['1', '0.5', '0'] as const).map((value) => ({ value, label: words.shares[value] }))}
        chosen={form ? [form.share] : []}
        problem={form?.problems.share}
      />
      <TextArea
        name={name('comment')}
        rows={2}
        label={words.comment}
        hint={words.commentHint}
        value={form?.comment}
        problem={form?.problems.comment}
      />
      {changes && (
        <TextArea
          name={name('reason')}
          rows={2}
          label={words.markReason}
          value={form?.reason}
          problem={form?.problems.reason}
        />
      )}
      <div class="row">
        <Button tone="go" size="small">
          {words.give}
        </Button>
      </div>
    </form>
  );
}
