// What texts want, as a reader saw it in recorded mails; what stands in them that is money.

import { areaFigure, shareFigure } from './figure.ts';
import { DATA } from '../realism/recorded.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { areCorporaThere } from './corpora.ts';
import { labelledIntents } from './labelled-intents.ts';
import { areWalletsThere, walletFigures } from './wallets.ts';
import { intents } from '../../src/mail/intent.ts';

export async function figures({ progress }: Pick<SuiteOptions, 'progress'>): Promise<readonly Figure[]> {
  if (!areCorporaThere() || !areWalletsThere()) {
    process.stderr.write(`skipped: ${DATA} not present, what texts want is not measured\n`);
    return [];
  }
  const wanted = await labelledIntents();
  progress(1, 1);
  return [...intents.flatMap((intent) => intentFigures(intent, wanted[intent])), ...moneyFigures()];
}

type Labelled = Awaited<ReturnType<typeof labelledIntents>>[keyof Awaited<ReturnType<typeof labelledIntents>>];

function intentFigures(
  intent: string,
  { examples, ofIt, auc, recall, falsePositives, expected, happened, brier }: Labelled,
): Figure[] {
  // Nobody's mail of that kind was found: nothing can be said of it.
  if (ofIt === 0) return [];
  const others = examples - ofIt;
  return [
    shareFigure(`${intent}: told of those that want it`, Math.round(recall * ofIt), ofIt),
    shareFigure(`${intent}: told of those that do not`, Math.round(falsePositives * others), others),
    areaFigure(
      `${intent}: put above those that do not`,
      auc,
      ofIt,
      others,
      `expected ${expected.toFixed(3)}, was ${happened.toFixed(3)}; Brier ${brier.toFixed(3)}`,
    ),
  ];
}

function moneyFigures(): Figure[] {
  const { addresses, found, falseOnes, missed, tried, foundDamaged, foundBroken } = walletFigures();
  const damaged = addresses - found;
  return [
    shareFigure(
      'wallets of extortion mail found',
      found,
      addresses,
      `${falseOnes} of the ${damaged} others told as damaged, ${missed} not seen`,
    ),
    shareFigure('… found after one letter was changed', foundDamaged, tried),
    shareFigure('… found with a blank or star put in', foundBroken, tried),
  ];
}
