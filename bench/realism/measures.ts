// Every measure there is, in the order of the page.

import type { Measure } from './measure.ts';
import { activity } from './measures/activity.ts';
import { mix } from './measures/deeds.ts';
import { mail } from './measures/mail.ts';
import { places } from './measures/places.ts';
import { signIns } from './measures/sign-ins.ts';

export const measures: readonly Measure[] = [...activity, ...places, ...signIns, ...mail, mix];
