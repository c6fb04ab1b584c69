import { screen } from '@testing-library/react';
import { FakeOrchestratorClient } from '../__testUtils__/FakeOrchestratorClient';
import { someWebhook } from '../__testUtils__/FakeWebhooks';
import { renderOrchestrator } from '../__testUtils__/renderOrchestrator';

/** In a file of its own: decisions on permissions are remembered from test to test. */
it('names the permission to who may not manage webhooks, and asks for none', async () => {
  const client = new FakeOrchestratorClient({ webhooks: [someWebhook()] });
  const asked = jest.spyOn(client, 'listWebhooks');
  renderOrchestrator('/webhooks', client, {
    lacks: ['orchestrator.workflow.manage'],
  });
  expect(
    await screen.findByText(
      'You need the permission orchestrator.workflow.manage to see and manage webhooks.',
    ),
  ).toBeInTheDocument();
  expect(asked).not.toHaveBeenCalled();
});
