const items = Array.from({ length: 100 }, (_, index) => ({
  id: index,
  name: `item-${index}`,
  state: index % 3 === 0 ? 'open' : 'closed',
  size: (index * 37) % 101,
}));

const order = {
  id: 'ord-4711',
  customer: { name: 'Ada', email: 'ada@example.com', tier: 'gold' },
  lines: Array.from({ length: 12 }, (_, index) => ({
    sku: `sku-${index}`,
    quantity: index + 1,
    price: 9.5 + index,
    note: 'handle with care, this side up, and do not stack more than three high',
  })),
  address: { street: 'Main St 1', city: 'Springfield', country: 'US' },
};

const numbers = Array.from({ length: 8000 }, (_, index) => index % 1000);

/** What workflows do most: each with its right result. */
export const workloads = [
  {
    name: 'condition',
    program: '.status == "approved" and .request.amount > 100',
    input: { status: 'approved', request: { amount: 250, by: 'ada' } },
    expected: true,
  },
  {
    name: '100-item filter',
    program: '[.[] | select(.state == "open" and .size > 20) | .name]',
    input: items,
    expected: items
      .filter(({ state, size }) => state === 'open' && size > 20)
      .map(({ name }) => name),
  },
  {
    name: '8 000-item sum',
    program: 'reduce .[] as $x (0; . + $x)',
    input: numbers,
    expected: numbers.reduce((sum, number) => sum + number, 0),
  },
  {
    name: '2 kB object template',
    program: `{
      orderId: .id,
      customer: {name: .customer.name, mail: .customer.email, vip: (.customer.tier == "gold")},
      ship: {to: .address.street, city: .address.city, country: .address.country},
      summary: (.id + " for " + .customer.name),
      lines: [.lines[] | {sku: .sku, quantity: .quantity, total: (.quantity * .price), note: .note}],
      count: (.lines | length)
    }`,
    input: order,
    expected: {
      orderId: order.id,
      customer: { name: 'Ada', mail: 'ada@example.com', vip: true },
      ship: { to: 'Main St 1', city: 'Springfield', country: 'US' },
      summary: 'ord-4711 for Ada',
      lines: order.lines.map(({ sku, quantity, price, note }) => ({
        sku,
        quantity,
        total: quantity * price,
        note,
      })),
      count: 12,
    },
  },
];
