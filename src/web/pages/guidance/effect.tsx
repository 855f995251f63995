import type { ComponentChildren } from 'preact';
import type { Estimate, GroupEffect } from '../../../domain/guidance/effect.ts';
import {
  EFFECT_WEEKS,
  type GroupSide,
  type GuidanceEffect,
} from '../../../services/guidance/guidance-adoption.service.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';
import { inPoints } from '../../presenters/guidance.presenter.ts';

/** What pupils answered before it was published and after, in classes that took it up and in the others. */
export function Effect({ id, effect }: { id: number; effect: GuidanceEffect }) {
  const { t, format } = usePage();
  const words = t.guidance;
  const { weeks, from, published, to, isUnderWay } = effect;
  return (
    <Sheet id="effect" title={words.effect}>
      <p>
        {words.effectLead(weeks, format.day(from), format.day(published), format.day(to))}{' '}
        {isUnderWay && <strong>{words.underWay}</strong>}
      </p>
      <form class="finder" method="get" action={`/region/guidance/${id}`}>
        <SelectField
          name="weeks"
          label={words.weeks}
          value={String(weeks)}
          options={EFFECT_WEEKS.map((count) => ({ value: String(count), label: format.number(count) }))}
        />
        <Button>{words.show}</Button>
      </form>
      <Sides effect={effect} />
      <dl class="key-facts">
        <dt>{words.difference}</dt>
        <dd>{effect.difference === null ? words.differenceNone : <Points of={effect.difference} signed />}</dd>
      </dl>
      <Notice tone="warn">
        <p>{words.caution}</p>
      </Notice>
    </Sheet>
  );
}

function Sides({ effect: { takenUp, others } }: { effect: GuidanceEffect }) {
  const words = usePage().t.guidance;
  const rows = [
    { name: words.tookUp, side: takenUp },
    { name: words.didNot, side: others },
  ];
  const cell = (show: (effect: GroupEffect) => ComponentChildren) => {
    return ({ side }: { side: GroupSide }) => (side.effect === null ? null : show(side.effect));
  };
  return (
    <Table
      stacks
      caption={words.effect}
      captionHidden
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        {
          title: words.side,
          heads: true,
          cell: ({ name, side }) => (
            <>
              {name} <span class="quiet small">({words.classesOf(side.classes)})</span>
              {side.effect === null && side.classes > 0 && (
                <>
                  <br />
                  <span class="quiet small">{words.few}</span>
                </>
              )}
            </>
          ),
        },
        {
          title: words.before,
          numeric: true,
          cell: cell((one) => <Share of={one.rightBefore} answers={one.answersBefore} pupils={one.pupilsBefore} />),
        },
        {
          title: words.after,
          numeric: true,
          cell: cell((one) => <Share of={one.rightAfter} answers={one.answersAfter} pupils={one.pupilsAfter} />),
        },
        { title: words.change, numeric: true, cell: cell((one) => <Points of={one.change} signed />) },
        {
          title: words.gain,
          numeric: true,
          cell: cell((one) => (
            <span class="nowrap">
              <Gain of={one.gainBefore} /> → <Gain of={one.gainAfter} />
            </span>
          )),
        },
      ]}
    />
  );
}

/** A share, how far chance may move it, and what it rests on. */
function Share({ of, answers, pupils }: { of: Estimate; answers: number; pupils: number }) {
  const { t, format } = usePage();
  const words = t.guidance;
  const [value, error] = inPoints(of, format);
  return (
    <>
      <bdi dir="ltr">
        {value} {error !== null && <span class="quiet small">{words.giveOrTake(error)}</span>}
      </bdi>
      <br />
      <span class="quiet small">{words.restsOn(answers, pupils)}</span>
    </>
  );
}

function Gain({ of }: { of: GroupEffect['gainBefore'] }) {
  const words = usePage().t.guidance;
  return of === null ? <span class="quiet small">{words.gainFew}</span> : <Points of={of} signed />;
}

/** A difference of shares, in percent points. */
function Points({ of, signed }: { of: Estimate; signed: boolean }) {
  const { t, format } = usePage();
  const words = t.guidance;
  const [value, error] = inPoints(of, format, { signed });
  return (
    <bdi dir="ltr">
      {value} {error !== null && <span class="quiet small">{words.giveOrTake(error)}</span>}
    </bdi>
  );
}
