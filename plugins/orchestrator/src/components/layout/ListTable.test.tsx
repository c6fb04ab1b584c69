import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ListTable, type ListColumn } from './ListTable';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly city?: string;
}

const columns: readonly ListColumn<Person>[] = [
  { id: 'city', label: 'City', value: ({ city }) => city },
  {
    id: 'name',
    label: 'Name',
    isRowHeader: true,
    value: ({ name }) => name,
  },
  { id: 'act', label: 'Act', isPlain: true, value: () => <a href="/">Call</a> },
];

const people = [
  { id: 'ada', name: 'Ada', city: 'London' },
  { id: 'grace', name: 'Grace' },
];

/** The width is read once, before the first table. */
beforeAll(() => {
  const { matchMedia } = window;
  window.matchMedia = query => ({ ...matchMedia(query), matches: false });
});

async function rowOf(name: string) {
  renderInTestApp(<ListTable columns={columns} rows={people} />);
  return screen.findByRole('row', { name: new RegExp(name) });
}

describe('a list on a narrow screen', () => {
  it('has one column, named for what names the rows', async () => {
    await rowOf('Ada');
    const headers = screen.getAllByRole('columnheader');
    expect(headers.map(({ textContent }) => textContent)).toEqual(['Name']);
  });

  it('says in each card all that the row says, with labels', async () => {
    const row = await rowOf('Ada');
    const terms = within(row).getAllByRole('term');
    expect(terms.map(({ textContent }) => textContent)).toEqual([
      'City',
      'Act',
    ]);
    expect(row).toHaveTextContent('AdaCityLondonActCall');
    expect(within(row).getByRole('link', { name: 'Call' })).toBeVisible();
  });

  it('leaves out what there is nothing to say of', async () => {
    const row = await rowOf('Grace');
    expect(within(row).queryByText('City')).not.toBeInTheDocument();
  });
});
