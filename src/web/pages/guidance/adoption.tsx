import type { AdoptingClass } from '../../../services/guidance/guidance-adoption.service.ts';
import { Stats } from '../../components/stat.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';

/** Which classes read it, took it up and were taught about it since. */
export function Adoption({ id, classes }: { id: number; classes: readonly AdoptingClass[] }) {
  const { t, format } = usePage();
  const { stats, ...words } = t.guidance;
  const how = (label: string, is: (one: AdoptingClass) => boolean) => {
    const n = classes.filter(is).length;
    if (n === 0) return { label, value: null, note: stats.nobody };
    return { label, value: words.ofClasses(n, classes.length) };
  };
  return (
    <Sheet id="adoption" title={words.adoption}>
      {classes.length === 0 ? (
        <p class="quiet">{words.adoptionNone}</p>
      ) : (
        <>
          <Stats
            stats={[
              { label: stats.classes, value: format.number(classes.length) },
              how(stats.read, ({ readAt }) => readAt !== null),
              how(stats.takenUp, ({ takenUpAt }) => takenUpAt !== null),
              how(stats.taught, ({ taught }) => taught !== null),
            ]}
          />
          <Classes classes={classes} />
          <p>
            <a href={`/region/guidance/${id}/classes.csv`}>{words.csv}</a>
          </p>
          <p class="quiet prose">{words.adoptionHow}</p>
        </>
      )}
    </Sheet>
  );
}

function Classes({ classes }: { classes: readonly AdoptingClass[] }) {
  const { t, format } = usePage();
  const words = t.guidance;
  const quiet = (text: string) => <span class="quiet">{text}</span>;
  return (
    <Table
      stacks
      caption={words.adoptionCaption}
      captionHidden
      rows={classes}
      rowKey={({ id }) => id}
      columns={[
        { title: words.school, cell: ({ school }) => <bdi>{school.name}</bdi> },
        { title: words.class, heads: true, cell: ({ name }) => <bdi>{name}</bdi> },
        {
          title: words.readAt,
          cell: ({ readAt, readEarlier }) => {
            if (readAt === null) return quiet(words.notRead);
            return readEarlier ? quiet(words.earlierVersion) : format.day(readAt);
          },
        },
        {
          title: words.takenUpAt,
          cell: ({ takenUpAt }) => (takenUpAt === null ? quiet(words.notTakenUp) : format.day(takenUpAt)),
        },
        {
          title: words.taught,
          numeric: true,
          cell: ({ taught }) => (taught === null ? quiet(words.taughtNone) : format.number(taught.lessons)),
        },
        {
          title: words.taughtFirst,
          cell: ({ taught }) => (taught === null ? null : format.day(taught.first)),
        },
        { title: words.word, wide: true, cell: ({ word }) => (word === '' ? null : <span dir="auto">{word}</span>) },
      ]}
    />
  );
}
