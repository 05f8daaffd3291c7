// What recorded mails want, judged by eye: the first digits of the SHA-256 of a file's bytes, and its intents.
//
// Drawn by the order of the digests out of the parts for choosing (bench/mail/corpora.ts), one of each campaign, with a few
// more of the rare intents that were found by words of their kind. `?` marks an intent a reader could see either way: such a
// mail is left out of that intent's figures. Nothing of the mails themselves stands here.

import type { Intent } from '../../src/mail/intent.ts';

export interface Label {
  readonly sha256: string;
  readonly wants: readonly Intent[];
  readonly unsure: readonly Intent[];
}

const JUDGED = `
ham: -
  0008d02a5337 0062bd836b2a 00690c0511f2 00ac4567c5d3 00c6b5c94456 00d0f1a4c180 0106935757c6 0122cfffecb8 0143f0b0f894 01874ea56da3
  01a2a9c163bf 01b6d88fd2b1 01b9fdd5d983 0236a4db9759 0243efaca846 0247bbad2555 024e35a3ea71 02be155459c8 02cd5cd284e5 02d0cab34866
  02f0049db91f 0306ecadc8a0 030c15c743cf 03165b4c7a7a 0318ebceb2df 0363beb6b904 0365a1fb20cc 03790900637a 038bbf9f3169 038ff847dd85
  039bb4a153bc 03ada82ea752 03c2c67debfd 03c81e8ead33 04380a297667 045c1bb11478 0475a352a93a 04776c96d09b 04971b9b2853 04fd6ed31f59
  051c10f845d0 054290dcc34b 0547e4d3aeaf 0554ce6acaed 0571178c968c 058997199699 05bbe794f527 05e3fbde27ab 05eb8876f304 05edd65d5252
  05f6d10c3466 062231a26f35 06320fa0f0ab
ham: ?solicitation
  027e90dd9a90 050eaed1fb75
phish: -
  027f1a80ba8c
phish: callback
  07fe0ba2ce51 0f4f10315224
phish: extortion
  075a880fe268 66885f165aa5 fdbdbae2311d 6d3ed396d22b
phish: job
  01428782d4a1 1ac523ce3975
phish: phishing
  000d8c1777a3 01b9331746db 01fb76ab0959 02b43156de16 036317086616 0461bb7443be 04a07adc740e 06d1dc3e05a6 06fb1d878e11 082486ea4f1c
phish: phishing ?credentials
  030238f37c7a 036c297a03ca 088345fe04e4 08e015972fd5
phish: phishing ?solicitation
  004de52ef8a7 01f60e7ff22e 022d6bcf9f59 02780c5f1d7c 02b031f61cf5 0342566611cf 0346a9944835 03ac6f82051a 059589713bfd 0605338f425a
  073a5dcf062f 0895009a6e84 0924af96def8 09e403a0a056 0a156aff59e6 0a44ff30b4c1 3aa8b74db1ea ae3fba4aace8
phish: phishing credentials
  02449e50b4eb 05404e03bb04 081e9095e443 09798e0ff470
phish: solicitation
  0045a9e15e72 009ac4c01d89 021615e69c52 024c35393d1b 034474499572 03732a685209 03d8b668bcef 040c5a6c0b10 0462b97b0095 053a4c1b9b07
  0588e6514b8d 058cbc2a7952 064497b74625 067ffabd0d00 06baf34aade1 06f14362e559 07d13f1b68d1 086f120cd3e5 08d7e7194d97 093dc89d9972
  094681c096d5
phish: solicitation ?paymentChange
  55c16c5ec70f
phish: solicitation ?phishing
  043c3195b65b 04a27a6a3d70 074a4ce70ca8 50eabc22baed
spam: ?solicitation
  07f610485dd6
spam: job ?solicitation
  23fc4d56bcfd
spam: solicitation
  0041efbc4d54 00492b768a18 0077265201c0 00daf9dd4463 0165f1ed6dee 0184d48881b8 01ad408ddb1c 01e5fc12ee76 02089410f977 021c1087968e
  0220520b1da9 02407ff250c9 031afdde01e1 0417f0ac75f5 043f2ee500dc 04c438cd732e 04f1b94652c4 050b013d9e8c 06062afc9e10 065bf93784a5
  0668da0979c9 06b4bea1981a 076298873c25 07bab164fdc8 07db2573e9aa 08627588fc47 0a102a36ecb5 0a3e5b0ea91e 0a93ab7b1272 0b0cc7aca257
  0b18c60c9e39 0bedd13803d0 0cac0c605f8b 0cef771ff149 0dbb4e1e66cf 0e953186c779 456f3a242bf5 b21b793a92e9
spam: solicitation ?authority
  016be62959f8 0e62c6e95893
spam: solicitation ?job
  01ceb6b49f10 02fdfcfdb680 033c2b394c52 07ac4d194897 679d696dc9a9 a9e7ef4f3e4c 7d0f07f6ae9c
spam: solicitation ?phishing
  0b127fd85b4f
spam: solicitation job
  fdf38a01c994
`;

/** Read out of the list above: a line of a set and intents, then the digests. */
export const labels: readonly Label[] = labelsOf(JUDGED);

function labelsOf(text: string): Label[] {
  let marks: readonly string[] = [];
  return text.split('\n').flatMap((line) => {
    const head = /^\w+: (.+)$/u.exec(line);
    if (head === null)
      return line
        .trim()
        .split(/\s+/u)
        .filter((it) => it !== '')
        .map((sha256) => ({ sha256, ...meant(marks) }));
    marks = (head[1] ?? '').split(' ').filter((mark) => mark !== '-');
    return [];
  });
}

function meant(marks: readonly string[]): Pick<Label, 'wants' | 'unsure'> {
  const named = marks.filter((mark) => !mark.startsWith('?')) as Intent[];
  return { wants: named, unsure: marks.filter((mark) => mark.startsWith('?')).map((mark) => mark.slice(1)) as Intent[] };
}
