import { graphOf } from './testing/graphOf';
import { toMermaid } from './toMermaid';

it('writes nodes, containers and edges', () => {
  const graph = graphOf(`do:
  - guard:
      try:
        - get: { call: http, with: { method: get, endpoint: https://x.test } }
      catch:
        errors: { with: { status: 503 } }
  - pause: { if: .slow, wait: PT5S }
  - choose:
      switch:
        - again: { when: .n < 3, then: guard }
        - done: { then: exit }
`);
  expect(toMermaid(graph)).toBe(`flowchart TB
  n0((" "))
  subgraph n1["guard<br/>1 task"]
    subgraph n11["try"]
      n2((" "))
      n3["get<br/>GET https://x.test"]
      n4(((" ")))
    end
    subgraph n12["catch as error"]
      n5((" "))
      n6(((" ")))
    end
  end
  n7(["pause<br/>wait 5 seconds<br/>if .slow"])
  n8{"choose<br/>2 cases"}
  n9(((" ")))
  n0 --> n1
  n1 --> n7
  n11 -.->|"503"| n12
  n7 --> n8
  n8 -->|"again: .n #60; 3"| n1
  n8 -->|"done"| n9
  n2 --> n3
  n3 --> n4
  n5 --> n6
`);
});

it('lets no text of a definition act as markup', () => {
  const graph = graphOf(`do:
  - it:
      metadata: { title: '"]; end %% <b onclick="x">\`#quot; & [x](y)\`' }
      set: { a: 1 }
`);
  expect(toMermaid(graph)).toContain(
    'n1["#34;]; end #37;#37; #60;b onclick=#34;x#34;#62;#96;#35;quot; #38; [x](y)#96;<br/>set a"]',
  );
});

it('draws a loop as one container with the way back', () => {
  const graph = graphOf(`do:
  - hear:
      listen: { to: { any: [], until: '\${ false }' } }
      foreach: { item: event, do: [{ note: { set: { n: 1 } } }] }
`);
  expect(toMermaid(graph)).toContain(
    'subgraph n1["hear<br/>until any event for ever<br/>each event as event"]',
  );
  expect(toMermaid(graph)).toContain('n4 -.->|"next event"| n2');
});
