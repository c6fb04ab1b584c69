const units = [
  { name: 'day', ms: 24 * 60 * 60 * 1000 },
  { name: 'hour', ms: 60 * 60 * 1000 },
  { name: 'minute', ms: 60 * 1000 },
] as const;

/** For people: `1.25 seconds`, `2 minutes 5 seconds`, `1 day 3 hours`; the two largest units, hundredths below a minute. */
export function humanDuration(ms: number): string {
  const largest = units.findIndex(unit => ms >= unit.ms);
  if (largest === -1) return counted(Math.round(ms / 10) / 100, 'second');
  const { name, ms: size } = units[largest];
  const smaller = units[largest + 1] ?? { name: 'second', ms: 1000 };
  const parts = [
    counted(Math.floor(ms / size), name),
    counted(Math.floor((ms % size) / smaller.ms), smaller.name),
  ];
  return parts.filter(part => !part.startsWith('0 ')).join(' ');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
