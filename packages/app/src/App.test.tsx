import { render, screen } from '@testing-library/react';
import { app } from './App';

/** What the build injects from app-config.yaml. */
const config = {
  app: { title: 'Orchestrator portal', baseUrl: 'http://localhost' },
  backend: { baseUrl: 'http://localhost' },
};

describe('App', () => {
  it('asks a newcomer to sign in as a guest', async () => {
    Object.assign(process.env, {
      APP_CONFIG: [{ data: config, context: 'test' }],
    });

    render(app.createRoot());

    expect(
      await screen.findByRole('button', { name: 'Enter' }, { timeout: 30_000 }),
    ).toBeInTheDocument();
  }, 60_000);
});
