import { scrolledByKeys } from '../table.tsx';

interface Cell {
  /** 0 … 1; null: there is none, and `text` says why. */
  share: number | null;
  text: string;
}

interface HeatMapProps {
  title: string;
  /** What the rows are. */
  heading: string;
  columns: readonly string[];
  rows: readonly { id: number; name: string; cells: readonly Cell[] }[];
}

/** Where one shade ends and the next begins. */
const EDGES = [0.45, 0.6, 0.75, 0.85];

/** Shares in a table, with one of five shades behind each: the number says the same. */
export function HeatMap({ title, heading, columns, rows }: HeatMapProps) {
  return (
    <div class="table" {...scrolledByKeys(title)}>
      <table class="heat">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, cells }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {cells.map(({ share, text }, place) => (
                <td key={columns[place]} class={shadeOf(share)}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shadeOf(share: number | null): string | undefined {
  return share === null ? undefined : `heat-${EDGES.filter((edge) => share >= edge).length}`;
}
