// The score chosen beforehand, set by `skein mail train` (bench/mail/train-harm.ts): one in a hundred honest letters for choosing
// exceeds it, of 2002 and of today, judged by forests that never saw their senders or kinds.

import type { Form } from './exact.ts';

export const limits: Readonly<Record<Form, number>> = { bare: 84.4, whole: 86.4 };
