import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layOut } from './map-layout.ts';

const unit = (name: string, ...prerequisites: string[]) => ({ name, prerequisites });

test('a chain runs straight from left to right', () => {
  const { places, links, columns, rows } = layOut([unit('a'), unit('b', 'a'), unit('c', 'b')]);
  assert.deepEqual(
    places,
    [0, 1, 2].map((column) => ({ column, row: 0 })),
  );
  assert.deepEqual(links, [
    { from: 0, to: 1 },
    { from: 1, to: 2 },
  ]);
  assert.deepEqual([columns, rows], [3, 1]);
});

test('units that build on the same one stand below each other', () => {
  const { places } = layOut([unit('a'), unit('b', 'a'), unit('c', 'a'), unit('d', 'b', 'c')]);
  assert.deepEqual(places[1], { column: 1, row: 0 });
  assert.deepEqual(places[2], { column: 1, row: 1 });
  assert.equal(places[3]?.column, 2);
});

test('a unit stands right of everything that it builds on, however far back', () => {
  const { places } = layOut([unit('d', 'a', 'c'), unit('a'), unit('b', 'a'), unit('c', 'b')]);
  assert.deepEqual(
    places.map(({ column }) => column),
    [3, 0, 1, 2],
  );
});

test('prerequisites that go round in a circle, or lead nowhere, do not hang the page', () => {
  const { places, links } = layOut([unit('a', 'b'), unit('b', 'a'), unit('c', 'c', 'gone')]);
  assert.equal(new Set(places.map(({ column, row }) => `${column}/${row}`)).size, 3);
  assert.equal(links.length, 2);
});

test('an empty course has an empty map', () => {
  assert.deepEqual(layOut([]), { places: [], links: [], columns: 0, rows: 0 });
});

const graph = fc
  .array(fc.array(fc.nat(39), { maxLength: 5 }), { maxLength: 40 })
  .map((lists) => lists.map((list, at) => unit(String(at), ...list.map(String))));

test('no two units stand on the same place, whatever builds on what', () => {
  fc.assert(
    fc.property(graph, (units) => {
      const { places, columns, rows } = layOut(units);
      assert.equal(new Set(places.map(({ column, row }) => `${column}/${row}`)).size, units.length);
      assert.ok(places.every(({ column, row }) => column >= 0 && column < columns && row >= 0 && row < rows));
    }),
  );
});
