import { describe } from 'vitest';
import { disableAccount } from '../../src/respond/actions/disable-account.ts';
import { conforms } from './conformance.ts';

describe('disable-account', () => conforms(disableAccount));
