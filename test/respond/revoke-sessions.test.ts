import { describe } from 'vitest';
import { revokeSessions } from '../../src/respond/actions/revoke-sessions.ts';
import { conforms } from './conformance.ts';

describe('revoke-sessions', () => conforms(revokeSessions));
