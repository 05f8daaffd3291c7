import { describe } from 'vitest';
import { disableInboxRule } from '../../src/respond/actions/disable-inbox-rule.ts';
import { conforms } from './conformance.ts';

describe('disable-inbox-rule', () => conforms(disableInboxRule));
