// What mail programs put before a subject, in the languages they speak: that it answers, that it is passed on.

export interface Prefixes {
  readonly replies: number;
  readonly forwards: number;
  /** What is left of the subject. */
  readonly rest: string;
}

// English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic, Polish, Czech, Hungarian, Romanian, Turkish, Greek,
// Russian and Ukrainian, Chinese, Japanese and Korean programs, as they ship.
const REPLY = new Set(
  're aw antw sv vs rép rép. rif r res odp vá ynt yan απ отв ответ відп atb bls 回复 回覆 答复 答覆 返信 回信 회신 답장'.split(
    ' ',
  ),
);
const FORWARD = new Set(
  'fw fwd wg tr rv i inoltro enc pd přep továbbítás továbbít redirecționat ilt i̇lt doorst vb vl pren videresendt πρθ пересл hl 转发 轉寄 轉發 転送 전달'.split(
    ' ',
  ),
);

/** One tag and its colon; a tag may be counted: `Re[2]:`, `Re^3:`, `RE(2):`. */
const TAG = /^\s{0,20}([\p{L}\p{M}]{1,14}\.?)\s{0,2}(?:[[(^]\s?\d{1,3}\s?[\])]?)?\s{0,2}[:：]/u;
const MARKED = /^\s{0,20}\[[^[\]]{1,60}\]/;
const MOST = 50;

/** Marks such as `[EXTERNAL]` before or between them are passed over. */
export function prefixesOf(subject: string): Prefixes {
  let rest = subject.normalize('NFC').slice(0, 2_000);
  let [replies, forwards] = [0, 0];
  for (let steps = 0; steps < MOST; steps += 1) {
    const unmarked = rest.replace(MARKED, '');
    const [whole = '', tag = ''] = TAG.exec(unmarked) ?? [];
    const folded = tag.toLowerCase();
    if (REPLY.has(folded)) replies += 1;
    else if (FORWARD.has(folded)) forwards += 1;
    else break;
    rest = unmarked.slice(whole.length);
  }
  return { replies, forwards, rest: rest.trim() };
}
