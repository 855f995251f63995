import { followsClass } from '../../../domain/assessment/sitting.ts';
import type { TestBoard } from '../../../services/tests/class-tests.service.ts';
import { DAY } from '../../../shared/instant.ts';
import { ActionButton, Button } from '../../components/button.tsx';
import { Fold, Sheet } from '../../components/surfaces.tsx';
import { filledForm, type ScheduleForm } from '../../forms/schedule.form.ts';
import { usePage } from '../../page-context.ts';
import { WindowFields } from './window-fields.tsx';

/** What can be done for all of the class at once, as long as somebody has the test before them. */
export function ClassChanges({ board, base, form }: { board: TestBoard; base: string; form?: ScheduleForm }) {
  const { classTests: words } = usePage().t;
  const ahead = board.lines.filter(({ sitting, state }) => followsClass(sitting, state));
  const first = ahead[0]?.sitting;
  if (!first) return null;
  const { date, deadline } = first;
  const shown = form ?? filledForm({ date, deadline: deadline ?? date + DAY, extraMinutes: 0 });
  return (
    <Sheet id="class-change" title={words.classChangeTitle}>
      <p class="quiet">{words.classChangeLead(ahead.length)}</p>
      <form class="stack" method="post" action={`${base}/change`}>
        <WindowFields form={shown} />
        <div class="row">
          <Button tone="go">{words.classChange(ahead.length)}</Button>
        </div>
      </form>
      <Fold summary={words.classCancelTitle}>
        <div class="stack">
          <p>{words.classCancelLead(ahead.length)}</p>
          <ActionButton action={`${base}/cancel`} tone="alarm" size="small">
            {words.classCancel(ahead.length)}
          </ActionButton>
        </div>
      </Fold>
    </Sheet>
  );
}
