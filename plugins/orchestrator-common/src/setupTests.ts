import { configure } from '@testing-library/react';

/** A busy machine may take long to do what a test waits for. */
configure({ asyncUtilTimeout: 30_000 });
