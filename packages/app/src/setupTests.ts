import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

/** A busy machine may take long to show what a test waits for. */
configure({ asyncUtilTimeout: 30_000 });
