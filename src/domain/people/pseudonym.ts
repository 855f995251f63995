/** What remote models call a pupil: words that name nobody. */
const PSEUDONYMS: readonly string[] =
  'Robin, Sky, River, Ash, Sage, Quinn, Rowan, Juniper, Lark, Wren, Cedar, Fern, Indigo, Marlow, Ocean, Poppy, Reed, Storm, Willow, Aspen, Birch, Clover, Dune, Ember, Finch, Heron, Iris Blue, Jasper, Kestrel, Linden, Maple, North, Olive, Pebble, Quill, Rain, Sparrow, Thyme, Umber, Vale, West, Yarrow, Zephyr, Brook, Coral, Delta, Echo, Flint, Glen, Hazel, Ivory, Jade, Kite, Lake, Meadow, Nova, Opal, Pine, Ridge, Star'.split(
    ', ',
  );

/** The pseudonym of the pupil with this number, never the pupil's own name. Several may share one: it identifies nobody. */
export function pseudonymFor(number: number, firstName: string): string {
  const word = PSEUDONYMS[number % PSEUDONYMS.length] ?? 'Robin';
  return word === firstName ? 'Robin' : word;
}
