import { NO_GROUP } from '../../forms/lesson.form.ts';
import { usePage } from '../../page-context.ts';
import { Problem } from '../field.tsx';
import { Icon } from '../icon.tsx';
import { Sheet } from '../surfaces.tsx';

interface Member {
  id: number;
  name: string;
  /** Its number, from 0 on, or NO_GROUP. */
  group: number;
}

interface GroupBoardProps {
  pupils: readonly Member[];
  problem: string | undefined;
}

/**
 * Who is in which group: a column each, one more that is empty, and one for who is in none. The field beside a name says where its
 * pupil is, and all that is sent; with JavaScript a pupil can be dragged too (`groups.entry.ts`).
 */
export function GroupBoard({ pupils, problem }: GroupBoardProps) {
  const { fields } = usePage().t.classroom;
  const used = Math.max(-1, ...pupils.map(({ group }) => group)) + 1;
  const columns = [
    ...Array.from({ length: used + 1 }, (_, group) => ({ group, name: fields.group(group + 1) })),
    { group: NO_GROUP, name: fields.noGroup },
  ];
  return (
    <Sheet id="groups" title={fields.groups}>
      <p class="quiet">{fields.groupsHint}</p>
      <Problem id="groups-problem" text={problem} />
      <div class="group-board" id="group-board">
        {columns.map(({ group, name }) => (
          <Column key={group} {...{ group, name, columns }} members={pupils.filter((one) => one.group === group)} />
        ))}
      </div>
      <p class="visually-hidden" id="moved" role="status" />
    </Sheet>
  );
}

interface ColumnProps {
  group: number;
  name: string;
  columns: readonly { group: number; name: string }[];
  members: readonly Member[];
}

function Column({ group, name, columns, members }: ColumnProps) {
  const { fields } = usePage().t.classroom;
  return (
    <section class="group-column" data-group={group} aria-labelledby={`column-${group}`}>
      <h3 id={`column-${group}`}>{name}</h3>
      <p class="quiet" data-count>
        {fields.groupSize(members.length)}
      </p>
      <ul>
        {members.map(({ id, name: pupil }) => (
          <li key={id} class="member">
            <span class="grip">
              <Icon name="grip" />
            </span>
            <label for={`group-${id}`}>{pupil}</label>
            <select id={`group-${id}`} class="input" name={`group-${id}`}>
              {columns.map((column) => (
                <option key={column.group} value={column.group} selected={column.group === group}>
                  {column.name}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}
