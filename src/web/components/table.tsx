import type { AriaRole, ComponentChildren } from 'preact';

export interface Column<Row> {
  title: string;
  cell: (row: Row) => ComponentChildren;
  /** Numbers stand at the end of their cell, digit below digit. */
  numeric?: boolean;
  /** The cell that names the row. */
  heads?: boolean;
  /** On a card it has the line to itself, without the title: it explains itself. */
  wide?: boolean;
}

export interface TableProps<Row> {
  caption: string;
  /** The caption is there for screen readers, because a title stands right above. */
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** On a phone each row becomes a card of its own, each number with its title beside it. For tables of many columns. */
  stacks?: boolean;
}

/** What an element needs that may be wider than the page, so that it is scrolled by the keys, too. */
export const scrolledByKeys = (label: string) => ({ tabIndex: 0, role: 'group' as const, 'aria-label': label });

/** From so many columns on a table may be wider than a phone: then it is scrolled, also by the keys. */
const MAY_SCROLL = 3;
/** Cards are not; where there is room for a table, one of so many columns may be. */
const MAY_SCROLL_STACKED = 8;

/** A table that scrolls by itself when it is wider than the page. */
export function Table<Row>({ caption, captionHidden = false, columns, rows, rowKey, stacks = false }: TableProps<Row>) {
  // A table that is shown as cards is none any more to screen readers, unless its parts say what they are.
  const role = (name: AriaRole) => (stacks ? name : undefined);
  const scrolls = columns.length >= (stacks ? MAY_SCROLL_STACKED : MAY_SCROLL);
  return (
    <div class={stacks ? 'table stacks' : 'table'} {...(scrolls && scrolledByKeys(caption))}>
      <table role={role('table')}>
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role={role('rowgroup')}>
          <tr role={role('row')}>
            {columns.map(({ title, numeric }) => (
              <th key={title} scope="col" class={numeric ? 'n' : undefined} role={role('columnheader')}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role('rowgroup')}>
          {rows.map((row) => (
            <tr key={rowKey(row)} role={role('row')}>
              {columns.map(({ title, cell, numeric, heads, wide }) =>
                heads ? (
                  <th key={title} scope="row" role={role('rowheader')}>
                    {cell(row)}
                  </th>
                ) : (
                  <td
                    key={title}
                    class={numeric ? 'n' : undefined}
                    role={role('cell')}
                    data-title={stacks && !wide ? title : undefined}
                  >
                    {stacks ? <div>{cell(row)}</div> : cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
