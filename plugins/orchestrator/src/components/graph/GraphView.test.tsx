import type { WorkflowGraph } from '@stagecraft/backstage-plugin-orchestrator-common';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { GraphView } from './GraphView';
import type { NodeLooks } from './NodeLook';

const common = { extensions: [], container: '/do' };

const guarded: WorkflowGraph = {
  nodes: [
    { ...common, id: '/do/start', kind: 'start', title: '' },
    {
      ...common,
      id: '/do/0/guard',
      kind: 'try',
      title: 'guard',
      retry: '3 times',
    },
    {
      ...common,
      id: '/do/0/guard/try/start',
      kind: 'start',
      title: '',
      container: '/do/0/guard/try',
    },
    {
      ...common,
      id: '/do/0/guard/try/0/charge',
      kind: 'call',
      title: 'charge',
      summary: 'POST /charges',
      container: '/do/0/guard/try',
    },
    { ...common, id: '/do/1/choose', kind: 'switch', title: 'choose' },
    { ...common, id: '/do/end', kind: 'end', title: '' },
  ],
  containers: [
    {
      id: '/do',
      role: 'workflow',
      nodes: ['/do/start', '/do/0/guard', '/do/1/choose', '/do/end'],
    },
    {
      id: '/do/0/guard/try',
      role: 'try',
      owner: '/do/0/guard',
      label: 'try',
      nodes: ['/do/0/guard/try/start', '/do/0/guard/try/0/charge'],
    },
  ],
  edges: [
    { id: 'a', kind: 'next', from: '/do/start', to: '/do/0/guard' },
    {
      id: 't',
      kind: 'next',
      from: '/do/0/guard/try/start',
      to: '/do/0/guard/try/0/charge',
    },
    { id: 'b', kind: 'next', from: '/do/0/guard', to: '/do/1/choose' },
    {
      id: 'c',
      kind: 'case',
      from: '/do/1/choose',
      to: '/do/end',
      label: 'big: .size > 10',
    },
  ],
};

/** A thousand tasks, one after the other. */
function longGraph(): WorkflowGraph {
  const tasks = Array.from({ length: 1000 }, (_, index) => ({
    ...common,
    id: `/do/${index}/step${index}`,
    kind: 'set',
    title: `step${index}`,
  }));
  return {
    nodes: tasks,
    containers: [
      { id: '/do', role: 'workflow', nodes: tasks.map(({ id }) => id) },
    ],
    edges: tasks.slice(1).map(({ id }, index) => ({
      id: `e${index}`,
      kind: 'next',
      from: tasks[index].id,
      to: id,
    })),
  };
}

function show(graph: WorkflowGraph, looks?: NodeLooks) {
  render(<GraphView graph={graph} looks={looks} />, { wrapper: MemoryRouter });
}

function nodeOf(name: string) {
  const nodes = screen.getAllByTestId('wf-node');
  return nodes.find(node => within(node).queryByText(name))!;
}

describe('the graph', () => {
  it('shows each task, and why the flow goes one way', () => {
    show(guarded);
    expect(screen.getAllByTestId('wf-node')).toHaveLength(3);
    expect(screen.getByText('POST /charges')).toBeInTheDocument();
    expect(screen.getByText('big: .size > 10')).toBeInTheDocument();
  });

  it('shows what a run has made of each task, and leads to more of it', () => {
    show(
      guarded,
      new Map([
        ['/do/0/guard', { status: 'running' }],
        [
          '/do/0/guard/try/0/charge',
          { status: 'retrying', note: 'attempt 2', href: '/here' },
        ],
      ]),
    );
    const charge = nodeOf('charge');
    expect(charge).toHaveAttribute('data-status', 'retrying');
    expect(charge).toHaveTextContent('Retrying');
    expect(charge).toHaveTextContent('attempt 2');
    expect(within(charge).getByRole('link')).toHaveAttribute('href', '/here');
    expect(nodeOf('choose')).toHaveTextContent('not reached');
  });

  it('hides what a task holds when it is closed, and says then how it is tried again', async () => {
    show(guarded);
    await userEvent.click(screen.getByRole('button', { name: 'Close guard' }));
    expect(screen.queryByText('charge')).not.toBeInTheDocument();
    expect(screen.getByText('retry: 3 times')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Open guard' }));
    expect(screen.getByText('charge')).toBeInTheDocument();
  });

  it('finds a task within a closed one', async () => {
    show(guarded);
    await userEvent.click(screen.getByRole('button', { name: 'Close guard' }));
    await userEvent.type(screen.getByRole('searchbox'), 'CHARGE{Enter}');
    expect(nodeOf('charge')).toHaveAttribute('data-found', 'true');
  });

  it('says when no task has such a name', async () => {
    show(guarded);
    await userEvent.type(screen.getByRole('searchbox'), 'nothing{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent(
      'No task has such a name',
    );
  });

  it('draws only what is near the view of a thousand tasks', () => {
    show(longGraph());
    const drawn = screen.getAllByTestId('wf-node');
    expect(drawn.length).toBeGreaterThan(5);
    expect(drawn.length).toBeLessThan(100);
  });

  it('is gone through by arrow keys, and opened by Enter', async () => {
    show(guarded);
    const user = userEvent.setup();
    screen.getByTestId('wf-graph').focus();
    await user.keyboard('{ArrowDown}');
    expect(nodeOf('guard')).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(nodeOf('charge')).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(nodeOf('choose')).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(nodeOf('choose')).toHaveFocus();

    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(nodeOf('guard')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.queryByText('charge')).not.toBeInTheDocument();
    await user.keyboard('{ArrowDown}');
    expect(nodeOf('choose')).toHaveFocus();
  });

  it('leads by Enter where its link leads', async () => {
    const href = '/here';
    show(guarded, new Map([['/do/0/guard', { status: 'running', href }]]));
    const clicked = jest.fn();
    nodeOf('guard').querySelector('a')?.addEventListener('click', clicked);
    screen.getByTestId('wf-graph').focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(clicked).toHaveBeenCalledTimes(1);
  });

  it('says of each task what it is and how it stands', () => {
    show(guarded, new Map([['/do/0/guard', { status: 'running' }]]));
    expect(screen.getByRole('group', { name: 'guard, try, Running' })).toBe(
      nodeOf('guard'),
    );
  });

  it('goes by keyboard beyond what is drawn', async () => {
    show(longGraph());
    screen.getByTestId('wf-graph').focus();
    await userEvent.keyboard(`{ArrowDown}${'{ArrowDown}'.repeat(60)}`);
    expect(nodeOf('step60')).toHaveFocus();
  });
});
