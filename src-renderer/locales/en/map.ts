/** The flash map. */
export const mapTexts = {
  map: {
    title: 'Flash map',
    total: '{size} in all',
    layout: 'From the partition table',
    writes: 'Will be written',
    kept: 'Stays as it is',
    hint: 'Small regions are drawn wider than they are.',
    region: '{name}, {kind}, {from} to {to}, {size}',
    range: '{from} – {to}',
    asList: 'Show as a list',
    from: 'From',
    to: 'To',
    name: 'Name',
    kind: 'What it is',
    size: 'Size',
    point: 'Point at a region to see what it is.',
  },
};
